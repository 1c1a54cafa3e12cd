"""What lies in files: keys (C12), the network (C21), languages (C22), what can be saved (C23), the charter (C24)."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

from django.conf import settings

import majlis
from majlis.workspace.commons import keys
from majlis.workspace.commons.charter import book
from majlis.workspace.commons.charter.register import BY_PEOPLE, PLEDGED, Broken, awaited, check

ROOT = Path(majlis.__file__).parent
LOCALES = (ROOT / "workspace" / "locale", ROOT / "engine" / "locale")
LANGUAGES = ("ar", "fr", "en")
OUTBOUND = re.compile(
    r"^\s*(?:import|from)\s+(socket|ssl|smtplib|poplib|imaplib|ftplib|telnetlib|http\.client|urllib\.request|requests|"
    r"httpx|aiohttp|urllib3|websockets?|paramiko|scrapy|tweepy|selenium|playwright)\b",
    re.MULTILINE,
)
# Modules that may speak to the network, or ask this machine for its name or a free port, and with what.
SPEAKS = {
    "cli/outside.py": {"urllib.request"},
    "cli/server.py": {"socket"},
    "workspace/commons/worker.py": {"socket"},
    "workspace/commons/mail/post.py": {"smtplib", "ssl"},
}
# Modules that give files to save, none of which shows a whole network of institutions or a corpus of incidents.
SAVES = {
    "workspace/commons/exports.py",
    "workspace/commons/ledger_views.py",
    *(f"workspace/rooms/consultations/{name}.py" for name in ("hall", "views", "moderating/translating")),
    "workspace/rooms/gatherings/views.py",
    *(f"workspace/rooms/oversight/{name}.py" for name in ("charter_views", "views")),
    *(f"workspace/rooms/strategy/{name}.py" for name in ("why", "documents", "edition_pages", "asking", "table_pages")),
    "workspace/rooms/strategy/following/views.py",
}
SAVING = re.compile(r"(?=[aCF])(?:\battachment\(|Content-Disposition\W+=|FileResponse\(|as_attachment)")
KEY = re.compile(r"^([a-z][\w-]*)\s*=", re.MULTILINE)


@check("C12", about=("consultations",))
def keys_lie_apart() -> None:
    """Keys lie outside backups and the database's folder of files, and a destroyed key is gone."""
    folder, database = Path(settings.KEYS).resolve(), Path(str(settings.DATABASES["default"]["NAME"]))
    if folder.is_relative_to(Path(settings.BACKUPS).resolve()):
        raise Broken("the keys lie among the backups")
    if database.is_absolute() and database.resolve().parent == folder:
        raise Broken("the keys lie beside the database")
    planted = uuid4()
    keys.make(planted)
    keys.destroy(planted)
    if keys.exists(planted):
        raise Broken("a destroyed key is still there")


@check("C21")
def network_is_known() -> None:
    """Code that speaks to the network stands in known modules only."""
    for path in ROOT.rglob("*.py"):
        if found := set(OUTBOUND.findall(path.read_text(encoding="utf-8"))):
            name = path.relative_to(ROOT).as_posix()
            if unknown := found - SPEAKS.get(name, set()):
                raise Broken(f"{name} speaks to the network by {' '.join(sorted(unknown))}")


@check("C22")
def languages_are_equal() -> None:
    """Every sentence exists in three languages."""
    for folder in LOCALES:
        known = {language: _sentences(folder, language) for language in LANGUAGES}
        for language in LANGUAGES:
            if lacking := set.union(*known.values()) - known[language]:
                raise Broken(f"{language} lacks {' '.join(sorted(lacking)[:5])}")
    if {code for code, _ in settings.LANGUAGES} != set(LANGUAGES):
        raise Broken("the pages are not offered in three languages")


@check("C23")
def exports_are_known() -> None:
    """Files to save come from known modules, each of which was looked at for what can be turned against people."""
    for path in (ROOT / "workspace").rglob("*.py"):
        if SAVING.search(path.read_text(encoding="utf-8")):
            name = path.relative_to(ROOT).as_posix()
            if name not in SAVES and path != Path(__file__):
                raise Broken(f"{name} gives files, and nobody said that they need no second approval")


@check("C24")
def charter_is_whole() -> None:
    """The charter is the one that this version was made with, and something stands behind each of its rules."""
    if (book.version(), book.digest()) != (book.VERSION, book.DIGEST):
        raise Broken("the charter's file is not the one of this version")
    if tuple(rule.id for rule in book.rules()) != book.RULES or tuple(PLEDGED) != book.RULES:
        raise Broken("a rule is missing")
    if bare := [rule for rule in book.RULES if not (PLEDGED[rule] or awaited(rule) or rule in BY_PEOPLE)]:
        raise Broken(f"nothing stands behind {' '.join(bare)}")


def _sentences(folder: Path, language: str) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in folder.rglob(f"{language}.ftl"))
    return {key for text in texts for key in KEY.findall(text)}
