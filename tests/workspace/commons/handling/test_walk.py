"""After a recall no route of the workspace returns what was recalled: every address is asked, signed out and in."""

import re
from datetime import date, time
from itertools import product

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import claims, runs
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.handling.reach import record_models
from majlis.workspace.commons.models import Finding, Run, RunState
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.rooms.consultations.models import Consultation, Statement
from majlis.workspace.rooms.consultations.queries import statements_in
from majlis.workspace.rooms.gatherings.models import Gathering, OfficeStatement, Series, Session
from majlis.workspace.rooms.strategy import actions as strategies
from tests.workspace.commons.handling.test_propagation import FOUND
from tests.workspace.rooms.strategy import planted

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)
MARK, SECRET = "zqxplanted", "wholeheartedly"
TEXT = Text.write(f"{MARK} {SECRET}", "en")
# Addresses that act on a GET, or belong to allauth and carry nothing of ours.
LEFT_OUT = ("account", "enter", "i18n")


def addresses(patterns=None, prefix=""):
    """Every address of the workspace, in English, with every record's id wherever an id stands."""
    ids = {str(pk) for model in record_models() for pk in model._default_manager.values_list("pk", flat=True)}
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if not any(part in route for part in LEFT_OUT):
                yield from addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and not any(part in route for part in LEFT_OUT):
            yield from filled(route, sorted(ids))


def filled(route, ids):
    holes = re.findall(r"<(?:(\w+):)?(\w+)>", route)
    kinds = sorted({model._meta.label_lower for model in record_models()})
    words = {"uuid": ids, "str": ["s0", "csv", "json", "en", "R1", *kinds[:2]], "int": ["1"]}
    choices = [words.get(kind, ["s0", "csv"]) for kind, _ in holes]
    for values in product(*choices):
        address = route
        for (kind, name), value in zip(holes, values, strict=True):
            address = address.replace(f"<{kind}:{name}>" if kind else f"<{name}>", value, 1)
        yield f"/{address.lstrip('/')}"


def leaks(member):
    client = Client(raise_request_exception=False)
    if member is not None:
        client.force_login(member.user)
    found = set()
    for address in addresses():
        for query in ("", f"?q={MARK}") if not any(char.isdigit() for char in address) else ("",):
            response = client.get(address + query)
            body = b"".join(response) if response.streaming else response.content
            if SECRET.encode() in body:
                found.add(address)
    return found


@pytest.fixture
def world(organiser):
    """One record of every kind that carries text, all with the secret, all for everybody to see."""
    load_terms()
    common = {"institution": organiser.institution, "author": organiser, "handling": Handling()}
    shown = {**common, "state": "published"}
    series = Series.objects.create(**shown, title=TEXT)
    gathering = Gathering.objects.create(
        **common,
        series=series,
        code="g",
        text=TEXT,
        starts_on=date(2026, 7, 1),
        ends_on=date(2026, 7, 2),
        state="published",
    )
    session = Session.objects.create(
        **common,
        edition=gathering,
        code="s",
        text=TEXT,
        day=date(2026, 7, 1),
        start=time(9),
        end=time(10),
        state="published",
    )
    with acting(organiser):
        source = claims.note_source(institution=organiser.institution, title=TEXT, handling=Handling())
        claims.make_claim(subject=session, aspect="title", value=TEXT, source=source)
    OfficeStatement.objects.create(
        **common,
        question_id=session.pk,
        text=TEXT,
        office=TEXT,
        body=TEXT,
        said_on=date(2026, 7, 1),
        source=source,
        state="published",
    )
    consultation = Consultation.objects.create(**common, text=TEXT, headline=TEXT, introduction=TEXT, state="closed")
    statement = Statement.objects.create(
        **common, consultation=consultation, code="s0", position=0, text=TEXT, state="in"
    )
    run = Run.objects.create(
        **common, question_id=consultation.pk, analysis="opinion-map", version="1", state=RunState.DONE
    )
    values = {**FOUND.values, "statement": str(TEXT)}
    runs.keep_findings(run, [FOUND.model_copy(update={"values": values})])
    with acting(organiser):
        strategy = strategies.create_strategy(
            institution=organiser.institution, title=TEXT, introduction=TEXT, handling=Handling()
        )
    recommendation = planted.draft(organiser, strategy, str(TEXT), rests_on=[Finding.objects.get(run=run)])
    planted.adopted(organiser, recommendation)
    with acting(organiser):
        strategies.release(strategy=strategy, office=TEXT, note=TEXT)
    return {
        "series": series,
        "source": source,
        "strategy": strategy,
        "consultation": consultation,
        "statement": statement,
    }


def test_the_walk_finds_what_is_there(world, organiser):
    """Else its silence after a recall would mean nothing."""
    rooms = {address.split("/")[2] for address in leaks(None)}
    assert {"gatherings", "consultations", "strategy"} <= rooms


def test_after_recall_no_route_returns_the_content(world, organiser):
    with acting(organiser):
        acts.recall(record=world["statement"], reason=Text.write("R", "en"))
        for name in ("source", "series", "strategy", "consultation"):
            acts.recall(record=world[name], reason=Text.write("R", "en"))
    assert leaks(None) == set()
    assert leaks(organiser) == set()


def test_what_rests_on_a_recalled_statement_goes_with_it(world, organiser):
    with acting(organiser):
        acts.recall(record=world["statement"], reason=Text.write("R", "en"))
    for kept in (Finding.objects.get(), Run.objects.get(), *strategies.releasing.Edition.objects.all()):
        assert kept.handling.tlp is Tlp.RED


def test_a_recalled_statement_is_put_to_no_voter(world, organiser):
    assert [each.code for each in statements_in(world["consultation"])] == ["s0"]
    with acting(organiser):
        acts.recall(record=world["statement"], reason=Text.write("R", "en"))
    assert list(statements_in(world["consultation"])) == []
