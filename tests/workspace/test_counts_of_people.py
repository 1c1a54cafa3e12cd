"""Every place that reads rows about people is known; a new one fails here until the release gate stands before it.

`PLACES` is the inventory of docs/release-gate.md: what each function that touches such rows makes of them.
"""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

import majlis.workspace

WORKSPACE = Path(majlis.workspace.__file__).parent
ROOMS = WORKSPACE / "rooms"
INVENTORY = Path(__file__).parents[2] / "docs" / "release-gate.md"

WRITES = "writes, locks or deletes rows; nothing is shown"
OWN = "the reader's own rows, or whether one row is there"
GATE = "counts, which pass the release gate before anyone sees them"
DESK = "single sheets of paper, or codes, for those who handle them; no count of people"

PLACES = {
    "consultations/actions/__init__.py": {"_shuffle": WRITES, "close_consultation": WRITES},
    "consultations/actions/moderating.py": {"_take": OWN},
    "consultations/charter.py": {"closed_votes_are_free": OWN, "_insist_on_closing": OWN, "_votes_of": OWN},
    "consultations/retention.py": {"codes": WRITES},
    "consultations/actions/paper.py": {
        "settle_paper": DESK,
        "drop_paper": GATE,
        "_enter": DESK,
        "_count": WRITES,
        "_is_counted": OWN,
    },
    "consultations/actions/voting.py": {
        "_write": WRITES,
        "create_codes": WRITES,
        "exchange_code": OWN,
        "note_sent": WRITES,
        "reissue_code": WRITES,
    },
    "consultations/hall.py": {"report": GATE},
    "consultations/queries/__init__.py": {"ballots_of": GATE, "answered": OWN},
    "consultations/queries/hall.py": {
        "count_live": GATE,
        "waiting_ballots": DESK,
        "ballot_to_settle": DESK,
        "typed_otherwise": DESK,
    },
    "consultations/queries/moderating.py": {"has_votes": OWN},
    "consultations/queries/voting.py": {
        "batches_of": DESK,
        "codes_again": DESK,
        "find_code": DESK,
        "lets_in": OWN,
        "may_have_again": OWN,
        "own_votes": OWN,
        "sending": OWN,
        "was_made": OWN,
    },
    "strategy/charter.py": {"ended_rounds_are_free": OWN, "_insist_on_end": OWN},
    "strategy/actions/asking.py": {"_shuffle": WRITES, "_written": WRITES},
    "strategy/rounds.py": {"own_answers": OWN, "_shown": GATE, "_result": GATE},
}
ACCESSORS = {"votes", "codes", "paper", "ratings"}  # from a consultation, a statement or a round to rows about people
CODED = {"Code", "PaperEntry"}  # about people, without a pseudonym


def about_people():
    """Models whose rows are about people: those with a pseudonym, and codes and paper."""
    models = [m for m in apps.get_models() if m.__module__.startswith("majlis.")]
    pseudonymous = {m.__name__ for m in models if any(f.name == "pseudonym" for f in m._meta.get_fields())}
    return pseudonymous | CODED


def readers(source, models):
    """The functions of a module that touch rows about people, by `Model.objects` or by an accessor's manager."""
    found = set()
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Attribute) and _touches(node, models):
                    found.add(function.name)
    return found


def _touches(node, models):
    if node.attr == "objects" and isinstance(node.value, ast.Name):
        return node.value.id in models
    manager = {
        "all",
        "filter",
        "exclude",
        "count",
        "values",
        "values_list",
        "aggregate",
        "annotate",
        "iterator",
        "exists",
    }
    return node.attr in manager and isinstance(node.value, ast.Attribute) and node.value.attr in ACCESSORS


def found_places():
    models = about_people()
    return {
        (str(path.relative_to(ROOMS)), name)
        for path in sorted(ROOMS.rglob("*.py"))
        if "migrations" not in path.parts
        for name in readers(path.read_text(encoding="utf-8"), models)
    }


def test_rows_about_people_are_read_in_known_places_only():
    known = {(path, name) for path, names in PLACES.items() for name in names}
    assert sorted(found_places() - known) == [], "pass the release gate, then add the place here and in the inventory"
    assert sorted(known - found_places()) == [], "this place reads no such rows any more"


def test_models_about_people_are_found():
    assert about_people() >= {"Vote", "Sent", "Code", "PaperEntry", "Rating"}


@pytest.mark.parametrize(
    "source",
    [
        "def f(c):\n    return Vote.objects.filter(statement__consultation=c).count()",
        "def f(c):\n    return c.codes.count()",
        "class A:\n    def f(self, s):\n        return s.votes.filter(value=1).values('value')",
    ],
    ids=["objects", "accessor", "method"],
)
def test_a_new_place_is_found(source):
    assert readers(source, about_people()) == {"f"}


def test_the_commons_read_no_rows_about_people():
    for path in (WORKSPACE / "commons").rglob("*.py"):
        assert not readers(path.read_text(encoding="utf-8"), about_people()), path


PEOPLE_IN_TEMPLATES = re.compile(
    r"\{[{%][^}]*\b(vote|voter|ballot|rating|rater|participant|code|paper)s?(\.all|\.objects)?(\||\.)(length|count)\b"
)


def test_no_template_counts_rows_about_people():
    for path in (WORKSPACE / "templates").rglob("*.html"):
        assert not PEOPLE_IN_TEMPLATES.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("line", ['{% t "k" count=consultation.votes.count %}', "{{ voters|length }}"])
def test_a_template_that_counts_is_found(line):
    assert PEOPLE_IN_TEMPLATES.search(line)


def test_the_inventory_names_every_module_that_reads_rows_about_people():
    written = INVENTORY.read_text(encoding="utf-8")
    assert [path for path in PLACES if path not in written] == []
