"""Six operations on every kind of record: list, read, search, export, answer programs, act. Nobody gets by any of them
what is not theirs; whoever holds it does, so that silence means something."""

import re
from datetime import date, time

import pytest
from django.db import connection
from django.test import Client

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import claims, runs
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling.reach import record_models
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import Finding, Question, Role, Run, RunState
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.rooms.consultations.actions.moderating import ACCEPTED
from majlis.workspace.rooms.consultations.models import Consultation, Decision, Mending, Statement, Translation
from majlis.workspace.rooms.gatherings.models import Gathering, OfficeStatement, Series, Session
from majlis.workspace.rooms.strategy import actions as strategies
from majlis.workspace.rooms.strategy.models import Pledge, Remark, Report
from tests.workspace.commons.handling.test_propagation import FOUND
from tests.workspace.rooms.strategy import planted

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)
OPERATIONS = ("list", "read", "search", "export", "program", "act")
PLANTED = re.compile("zqx[a-z]+")
HOME = (Role.ADMINISTRATOR, Role.ORGANISER, Role.RAPPORTEUR, Role.MODERATOR, Role.CLERK, Role.EXPERT, Role.ANALYST)

IN_CITING, BY_HAND = "it stands in what cites it", "it is made by the acts on what it belongs to"
NO_WORDS, NO_FILE = "it has no words of its own to find", "no file shows it"
BASE = "a base: only records of special kinds have pages"
STRATEGY = "/en/strategy/{strategy}/"
TEXT = "/en/strategy/recommendations/{recommendation}/"
ASKED = "/en/consultations/{consultation}/"
PUT = "/en/consultations/{consultation}/statements/{statement}/"
SESSION = "/en/gatherings/sessions/{session}/"
EDITION = "/en/gatherings/{gathering}/"
FORMS = ("html", "pdf", "docx", "markdown", "jsonld")

# For every kind and operation the addresses by which it is done, or why there are none.
TABLE = {
    "commons.question": dict.fromkeys(OPERATIONS, BASE),
    "commons.contribution": dict.fromkeys(OPERATIONS, BASE),
    "commons.source": {
        "list": [f"{TEXT}basis/"],
        "read": ["/en/sources/{source}/", "/en/handling/of/commons.source/{source}/"],
        "search": IN_CITING,
        "export": [f"{TEXT}why.jsonld"],
        "program": [f"{TEXT}why.jsonld"],
        "act": [
            *(f"/en/sources/{{source}}/{act}/" for act in ("grade", "retract")),
            *(f"/en/handling/of/commons.source/{{source}}/{act}/" for act in ("release", "narrow", "recall")),
        ],
    },
    "commons.claim": {
        "list": [SESSION],
        "read": [SESSION],
        "search": "some claims name who spoke",
        "export": NO_FILE,
        "program": NO_FILE,
        "act": ["/en/gatherings/claims/{claim}/edit/", "/en/gatherings/claims/{claim}/withdraw/"],
    },
    "commons.link": {
        "list": [f"{TEXT}basis/"],
        "read": "a link is read where it leads",
        "search": NO_WORDS,
        "export": [f"{TEXT}why.jsonld"],
        "program": [f"{TEXT}why.jsonld"],
        "act": [f"{TEXT}basis/"],
    },
    "commons.run": {
        "list": ["/en/strategy/findings/"],
        "read": ["/en/runs/{run}/"],
        "search": NO_WORDS,
        "export": [f"{ASKED}map.json"],
        "program": [f"{ASKED}map.json"],
        "act": ["/en/runs/{run}/again/"],
    },
    "commons.finding": {
        "list": ["/en/strategy/findings/", f"{STRATEGY}findings/"],
        "read": [f"{TEXT}why/"],
        "search": IN_CITING,
        "export": [f"{TEXT}why.svg", f"{TEXT}why.jsonld"],
        "program": [f"{TEXT}why.jsonld"],
        "act": BY_HAND,
    },
    "gatherings.series": {
        "list": ["/en/gatherings/"],
        "read": ["/en/gatherings/"],
        "search": ["/en/search/?q=zqxseries"],
        "export": NO_FILE,
        "program": NO_FILE,
        "act": ["/en/gatherings/series/{series}/edit/", "/en/gatherings/series/{series}/new/"],
    },
    "gatherings.gathering": {
        "list": ["/en/gatherings/"],
        "read": [EDITION, f"{EDITION}programme/"],
        "search": ["/en/search/?q=zqxgathering"],
        "export": [f"{EDITION}programme.ics"],
        "program": [f"{EDITION}programme.ics"],
        "act": [f"{EDITION}edit/", f"{EDITION}agenda/", f"{EDITION}sessions/new/"],
    },
    "gatherings.session": {
        "list": [EDITION, f"{EDITION}programme/"],
        "read": [SESSION],
        "search": ["/en/search/?q=zqxsession"],
        "export": [f"{EDITION}programme.ics", f"{EDITION}agenda.csv"],
        "program": [f"{EDITION}programme.ics"],
        "act": [f"{SESSION}edit/", f"{SESSION}withdraw/", "/en/gatherings/about/{session}/claims/new/"],
    },
    "gatherings.officestatement": {
        "list": [SESSION],
        "read": [SESSION],
        "search": ["/en/search/?q=zqxoffice"],
        "export": NO_FILE,
        "program": NO_FILE,
        "act": [f"/en/gatherings/statements/{{office}}/{act}/" for act in ("edit", "withdraw")],
    },
    "consultations.consultation": {
        "list": ["/en/consultations/"],
        "read": [ASKED, f"{ASKED}vote/", f"{ASKED}screen/", f"{ASKED}moderation/"],
        "search": ["/en/search/?q=zqxconsultation"],
        "export": NO_FILE,
        "program": [f"{ASKED}map.json"],
        "act": [f"{ASKED}{act}/" for act in ("edit", "schedule", "codes", "texts", "paper")],
    },
    "consultations.statement": {
        "list": [ASKED, f"{ASKED}vote/"],
        "read": [PUT],
        "search": ["/en/search/?q=zqxstatement"],
        "export": [f"{ASKED}translations/file/"],
        "program": [f"{ASKED}vote/answers/"],
        "act": [PUT, f"{PUT}words/", f"{PUT}fr/"],
    },
    "consultations.decision": {
        "list": [f"{ASKED}moderation/"],
        "read": [PUT],
        "search": "decisions are read beside the statement",
        "export": NO_FILE,
        "program": NO_FILE,
        "act": [PUT],
    },
    "consultations.mending": {
        "list": [PUT],
        "read": [PUT],
        "search": "a typo is read beside the statement",
        "export": NO_FILE,
        "program": NO_FILE,
        "act": [f"{PUT}words/"],
    },
    "consultations.translation": {
        "list": [f"{ASKED}translations/"],
        "read": [f"{PUT}fr/"],
        "search": NO_WORDS,
        "export": [f"{ASKED}translations/file/"],
        "program": NO_FILE,
        "act": [f"{PUT}fr/", f"{ASKED}translations/import/"],
    },
    "strategy.strategy": {
        "list": ["/en/strategy/"],
        "read": [STRATEGY, f"{STRATEGY}outcome/", f"{STRATEGY}why/"],
        "search": ["/en/search/?q=zqxstrategy"],
        "export": [f"{STRATEGY}outcome/{form}/" for form in FORMS],
        "program": [f"{STRATEGY}outcome/jsonld/"],
        "act": [
            f"{STRATEGY}{act}/" for act in ("edit", "circulate", "draft", "carry-over", "rounds/new", "editions/new")
        ],
    },
    "strategy.recommendation": {
        "list": [STRATEGY, f"{STRATEGY}table/"],
        "read": [TEXT, f"{TEXT}why/"],
        "search": ["/en/search/?q=zqxrecommendation"],
        "export": [f"{STRATEGY}table.csv", f"{STRATEGY}became.csv", f"{TEXT}why.svg", f"{TEXT}why.jsonld"],
        "program": [f"{TEXT}why.jsonld"],
        "act": [f"{TEXT}{act}/" for act in ("revise", "withdraw", "pledge", "report", "remarks/new")],
    },
    "strategy.remark": {
        "list": [TEXT],
        "read": [TEXT],
        "search": "remarks are read beside the text",
        "export": NO_FILE,
        "program": NO_FILE,
        "act": [f"/en/strategy/remarks/{{remark}}/{act}/" for act in ("answer", "withdraw")],
    },
    "strategy.edition": {
        "list": [f"{STRATEGY}editions/"],
        "read": ["/en/strategy/editions/{edition}/", f"{STRATEGY}editions/1/outcome/"],
        "search": "an edition is found by its strategy",
        "export": [f"{STRATEGY}editions/1/outcome/{form}/" for form in FORMS],
        "program": [f"{STRATEGY}editions/1/outcome/jsonld/"],
        "act": BY_HAND,
    },
    "strategy.round": {
        "list": [f"{STRATEGY}rounds/"],
        "read": ["/en/strategy/rounds/{round}/"],
        "search": "rounds repeat texts that are found themselves",
        "export": ["/en/strategy/rounds/{round}/outcome.csv"],
        "program": NO_FILE,
        "act": ["/en/strategy/rounds/{round}/read/", f"{STRATEGY}rounds/end/"],
    },
    "strategy.pledge": {
        "list": [TEXT, f"{STRATEGY}became/"],
        "read": [TEXT],
        "search": "what became of a text is read beside it",
        "export": [f"{STRATEGY}became.csv"],
        "program": NO_FILE,
        "act": ["/en/strategy/pledges/{pledge}/withdraw/"],
    },
    "strategy.report": {
        "list": [TEXT, f"{STRATEGY}became/"],
        "read": [TEXT],
        "search": "what became of a text is read beside it",
        "export": [f"{STRATEGY}became.csv"],
        "program": NO_FILE,
        "act": ["/en/strategy/reports/{report}/withdraw/"],
    },
}


def words(name):
    return Text.write(f"zqx{name} words", "en")


@pytest.fixture(autouse=True)
def _keys(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"


@pytest.fixture
def holder(institution, join):
    return join(institution, *HOME, email="holder@example.org")


@pytest.fixture
def world(holder):
    """One record of every kind, each with a word of its own, all for their institution alone."""
    load_terms()
    closed = {"institution": holder.institution, "author": holder, "handling": Handling(tlp=Tlp.AMBER)}
    shown = {**closed, "state": "published"}
    made = {"series": Series.objects.create(**shown, title=words("series"))}
    made["gathering"] = Gathering.objects.create(
        **shown, series=made["series"], code="g", text=words("gathering"), starts_on=DAY, ends_on=DAY, timezone="UTC"
    )
    made["session"] = Session.objects.create(
        **shown,
        edition=made["gathering"],
        code="s",
        text=words("session"),
        day=DAY,
        start=time(9),
        end=time(10),
    )
    with acting(holder):
        made["source"] = claims.note_source(
            institution=holder.institution, title=words("source"), handling=closed["handling"]
        )
        made["claim"] = claims.make_claim(
            subject=made["session"], aspect="aim", value=words("claim"), source=made["source"]
        )
    made["office"] = OfficeStatement.objects.create(
        **shown,
        question_id=made["session"].pk,
        text=words("office"),
        office=words("office"),
        body=words("office"),
        said_on=DAY,
        source=made["source"],
    )
    return made | consultation_world(closed) | strategy_world(holder, closed, made["source"])


def consultation_world(closed):
    asked = Consultation.objects.create(**closed, text=words("consultation"), state="open", door="open")
    put = Statement.objects.create(
        **closed, consultation=asked, code="s0", position=0, text=words("statement"), state="in"
    )
    decided = {"before": "pending", "after": "in", "reason": ACCEPTED, "note": words("decision")}
    return {
        "consultation": asked,
        "statement": put,
        "decision": Decision.objects.create(**closed, statement=put, **decided),
        "mending": Mending.objects.create(
            **closed, statement=put, text_before=words("mending"), text_after=words("mending"), state="agreed"
        ),
        "translation": Translation.objects.create(**closed, statement=put, into="fr", state="wanted"),
    }


def strategy_world(holder, closed, source):
    question = Consultation.objects.create(**closed, text=words("mapped"), state="closed", door="open")
    run = Run.objects.create(
        **closed,
        question_id=question.pk,
        analysis="opinion-map",
        version="1",
        state=RunState.DONE,
        result={"planted": "zqxrun"},
    )
    runs.keep_findings(run, [FOUND.model_copy(update={"values": {**FOUND.values, "statement": "zqxfinding"}})])
    finding = Finding.objects.get(run=run)
    with acting(holder):
        strategy = strategies.create_strategy(
            institution=holder.institution, title=words("strategy"), introduction=None, handling=closed["handling"]
        )
    kept = planted.draft(holder, strategy, "zqxrecommendation words", rests_on=[finding, source])
    remark = Remark.objects.create(**closed, about=kept, text=words("remark"), state="open")
    still = planted.draft(holder, strategy, "zqxrecommendation still a draft", rests_on=[finding, source])
    kept = planted.adopted(holder, kept)
    with acting(holder):
        edition = strategies.release(strategy=strategy, office=words("edition"), note=words("edition"))
        strategies.circulate(strategy=strategy)
        asked = strategies.close_round(closed=strategies.open_round(strategy=strategy))
        link = make_link(relation="supports", source=source, target=still)
    pledge = Pledge.objects.create(
        **closed, recommendation=kept, text=words("pledge"), office=words("pledge"), state="open"
    )
    return {
        "run": run,
        "mapped": question,
        "finding": finding,
        "strategy": strategy,
        "recommendation": kept,
        "draft": still,
        "remark": remark,
        "edition": edition,
        "link": link,
        "round": asked,
        "pledge": pledge,
        "report": Report.objects.create(
            **closed, about=kept, text=words("report"), status="rec_in_progress", as_of=DAY, state="published"
        ),
    }


def addresses(operation, world):
    ids = {name: str(record.pk) for name, record in world.items()}
    for kind, row in TABLE.items():
        for address in row[operation] if isinstance(row[operation], list) else ():
            # the map belongs to the consultation that is closed, the basis to the text that is still a draft
            of_map = ids | ({"consultation": ids["mapped"]} if "map.json" in address else {})
            of_draft = of_map | ({"recommendation": ids["draft"]} if "basis/" in address else {})
            yield kind, address.format(**of_draft)


def client_of(member):
    client = Client(raise_request_exception=False)
    if member is not None:
        client.force_login(member.user)
    return client


def said(response):
    body = b"".join(response) if response.streaming else response.content
    if body.startswith((b"%PDF", b"PK")):
        return set()  # what these hold is tried on their own addresses: an outsider must not get one at all
    return set(PLANTED.findall(body.decode("utf-8", "replace")))


def everything():
    """Every row of every record, so that a change that nobody may make is seen."""
    rows = {}
    with connection.cursor() as cursor:
        for model in record_models():
            cursor.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY 1")
            rows[model._meta.label_lower] = repr(cursor.fetchall())
    return rows


@pytest.fixture
def outsiders(other_institution, join):
    """The public, and somebody who may do everything, elsewhere."""
    return [None, join(other_institution, *HOME, email="outside@example.org")]


def test_the_table_knows_every_kind_and_every_operation(world):
    assert set(TABLE) == {model._meta.label_lower for model in record_models()}
    assert {tuple(row) for row in TABLE.values()} == {OPERATIONS}
    named = {record.kind for record in world.values()}
    assert set(TABLE) - named == {"commons.question", "commons.contribution"}
    assert not Question.objects.filter(kind="commons.question").exists()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_whoever_holds_it_gets_it(operation, world, holder):
    client = client_of(holder)
    answers = [(kind, address, client.get(address)) for kind, address in addresses(operation, world)]
    assert [(kind, address, r.status_code) for kind, address, r in answers if not does(operation, r)] == []


def does(operation, response):
    """Whether the operation is there for its holder; an act may lead on at once, or take nothing but what is sent."""
    if operation == "act" or response.status_code == 405:
        return response.status_code in {200, 302, 405} and "login" not in response.headers.get("Location", "")
    return response.status_code == 200 and is_given(response)


def is_given(response):
    file = "Content-Disposition" in response.headers or response.headers["Content-Type"].startswith("image/")
    return bool(said(response)) or file


@pytest.mark.parametrize("operation", OPERATIONS)
def test_nobody_else_gets_anything_by_it(operation, world, outsiders):
    leaks = []
    for member in outsiders:
        client = client_of(member)
        for kind, address in addresses(operation, world):
            response = client.get(address)
            named = "zqx" in address
            words_seen = said(response) - (set(PLANTED.findall(address)) if named else set())
            if words_seen or response.status_code >= 500 or "Content-Disposition" in response.headers:
                leaks.append((kind, address, response.status_code, words_seen))
    assert leaks == []


def test_nobody_else_acts_on_anything(world, outsiders):
    """Every address that acts is sent to, with what forms of the workspace send; no record changes, none comes up."""
    before = everything()
    sent = {
        "reason": "R",
        "text_en": "T",
        "text": "T",
        "title_en": "T",
        "original": "en",
        "seen_by": "CLEAR",
        "tlp": "CLEAR",
    }
    sent |= {"reliability": "admiralty:A", "credibility": "admiralty:1", "office_en": "O", "value": "1"}
    let_in = []
    for member in outsiders:
        client = client_of(member)
        for kind, address in addresses("act", world):
            response = client.post(address, sent)
            refused = response.status_code in {403, 404, 405} or "login" in response.headers.get("Location", "")
            let_in += [] if refused else [(kind, address, response.status_code)]
    assert let_in == []
    assert everything() == before
