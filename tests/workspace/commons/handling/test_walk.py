"""After a recall no route of the workspace returns what was recalled: every address is asked, signed out and in."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from itertools import product
from threading import Barrier

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django_tasks_db.models import DBTaskResult

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import claims, ledger, runs
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling import acts, tasks
from majlis.workspace.commons.handling.reach import record_models
from majlis.workspace.commons.models import Finding, Restriction, Role, Run, RunState, SearchEntry
from majlis.workspace.commons.search import index
from majlis.workspace.commons.search.asking import Query
from majlis.workspace.commons.search.finding import find
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


def leaks(member, room=""):
    client = Client(raise_request_exception=False)
    if member is not None:
        client.force_login(member.user)
    found = set()
    for address in addresses():
        if room not in address:
            continue
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


def recall_all(world, member):
    with acting(member):
        for name in ("statement", "source", "series", "strategy", "consultation"):
            acts.recall(record=world[name], reason=Text.write("R", "en"))


def indexed_words():
    """What the database's full text index holds, whatever the search makes of it."""
    table = "commons_searchwords" if connection.vendor == "sqlite" else "commons_searchentry"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        return str(cursor.fetchall())


def test_what_was_recalled_is_found_by_nobody_and_its_words_leave_the_index(world, organiser, reader, join, other):
    auditor = join(organiser.institution, Role.AUDITOR)
    everybody = [None, organiser, reader, auditor, other]
    assert all(len(find(Query.read(MARK), member).hits) > 5 for member in everybody)
    assert MARK in indexed_words()
    recall_all(world, organiser)
    assert [find(Query.read(MARK), member).hits for member in everybody] == [[]] * 5
    assert not SearchEntry.objects.exists()
    assert MARK not in indexed_words()
    index.refresh()
    assert not SearchEntry.objects.exists(), "an upgrade brings recalled records back"


def test_saving_what_was_recalled_puts_it_back_into_no_index(world, organiser):
    recall_all(world, organiser)
    for model in record_models():
        for record in model._default_manager.filter(kind=model._meta.label_lower):
            record.save()
    assert MARK not in indexed_words()


def test_recall_empties_caches_and_has_the_files_rid_of_words(
    world, organiser, django_capture_on_commit_callbacks, monkeypatch, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    cache.set("figures:drawn", MARK)
    with django_capture_on_commit_callbacks(execute=True), acting(organiser):
        acts.recall(record=world["statement"], reason=Text.write("R", "en"))
    assert cache.get("figures:drawn") is None
    assert [task.task_path for task in DBTaskResult.objects.all()] == [tasks.rid_files.module_path]
    asked = []
    monkeypatch.setattr(tasks.traces, "erase", lambda *tables: asked.append(tables) or len(asked) > 1)
    tasks.rid_files.call()
    assert DBTaskResult.objects.count() == 2, "where somebody reads it is tried again"
    tasks.rid_files.call()
    assert (DBTaskResult.objects.count(), asked) == (2, [(SearchEntry,)] * 2)


def test_no_cache_answers_for_a_recalled_record(world, organiser, sign_in):
    page = f"/en/strategy/{world['strategy'].pk}/table.csv"
    assert sign_in().get(page).headers["Cache-Control"] == "no-cache"
    with acting(organiser):
        acts.narrow(record=world["strategy"], tlp=Tlp.AMBER, reason=Text.write("R", "en"))
    assert sign_in(organiser).get(page).headers["Cache-Control"] == "no-store"
    recall_all(world, organiser)
    assert sign_in(organiser).get(page).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_who_recall_at_once_one_does(ask, organiser, other):
    both = frozenset({str(organiser.institution_id), str(other.institution_id)})
    record = ask(organiser, tlp="GREEN", originators=both)
    together = Barrier(2)

    def attempt(member):
        try:
            together.wait(5)
            with acting(member):
                acts.recall(record=record, reason=Text.write("R", "en"))
            return "done"
        except Refused as refused:
            return refused.rule
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(attempt, [organiser, other])) == ["done", "recalled-before"]
    assert Restriction.objects.count() == 1
    assert ledger.verify().holds
