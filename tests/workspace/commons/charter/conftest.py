"""No test remembers how another one stood to the charter."""

import pytest

from majlis.workspace.commons.charter import keeping


@pytest.fixture(autouse=True)
def _fresh_standing(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    keeping.forget()
    yield
    keeping.forget()
