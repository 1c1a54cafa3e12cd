"""The sheet keeps the house's rules: logical properties, and no colour that is not a token."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

from majlis.engine.charts import LOOK


def sheet() -> str:
    return Path(finders.find("majlis/majlis.css")).read_text(encoding="utf-8")


def test_sheet_has_logical_properties_only():
    side, size = "top|right|bottom|left", "(?:min-|max-)?(?:width|height)"
    physical = rf"(?<![\w-])(?:(?:(?:margin|padding|border)-)?(?:{side})|{size}|float)\s*:"
    assert re.findall(physical, re.sub(r"@media[^{]*|[.#][\w-]+:(?:has|is|not|where)\(", "", sheet())) == []


def test_sheet_names_no_colour():
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", sheet()) == []


def test_sheet_uses_only_tokens_that_exist():
    tokens = set(re.findall(r"(--[\w-]+):", (LOOK / "tokens.css").read_text(encoding="utf-8")))
    own = set(re.findall(r"(--[\w-]+):", sheet()))
    assert set(re.findall(r"var\((--[\w-]+)", sheet())) <= tokens | own


def test_tokens_come_from_the_one_file_of_the_look():
    assert Path(finders.find("majlis/tokens.css")).parent == LOOK
