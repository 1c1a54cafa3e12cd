"""The room's pages: who sees what, what hostile input is told, and that what is hidden is hidden everywhere."""

import csv
import html
import io
import json
import re
import uuid

import pytest
from django.test import Client

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Question, Role, Run, RunState
from majlis.workspace.commons.rooms import Line
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries, views
from majlis.workspace.rooms.consultations.forms import MOST_CHARACTERS, MOST_STATEMENTS
from majlis.workspace.rooms.consultations.models import Consultation, Stage, Statement
from tests.workspace.rooms.consultations import planted

pytestmark = pytest.mark.django_db

LANGUAGES = ["ar", "fr", "en"]
READ = ["", "map/", "map/progress/", "map.json", "statements.csv", "groups.csv"]
WRITE = ["statements/", "open/", "close/", "map/compute/"]
SECRET = "Planted secret"


@pytest.fixture
def sign_in():
    """Give a browser for a member, or for nobody: `sign_in(member)`."""

    def make(member=None):
        client = Client()
        if member is not None:
            client.force_login(member.user)
        return client

    return make


@pytest.fixture
def organised(sign_in, organiser):
    return sign_in(organiser)


@pytest.fixture
def stranger(other_institution, join):
    return join(other_institution, Role.ORGANISER, Role.ADMINISTRATOR)


@pytest.fixture
def world(organiser):
    return planted.mapped(organiser)


def address(consultation, path="", language="en"):
    return f"/{language}/consultations/{consultation.pk}/{path}"


def page(response):
    """What the answer says, entities read, direction marks taken off."""
    return re.sub("[\u2066-\u2069\u200f]", "", html.unescape(response.content.decode()))


def rows_of_page(response, heading):
    """The rows of the page's table that has this heading, a hidden cell as None."""
    source = response.content.decode()
    table = next(t for t in re.findall(r'<table class="data">.*?</table>', source, re.DOTALL) if heading in t)
    cells = [re.findall(r"<t[dh]([^>]*)>(.*?)</t[dh]>", row, re.DOTALL) for row in re.findall(r"<tr>.*?</tr>", table)]
    return [[None if "hidden" in kind else re.sub("<[^>]+>", "", text) for kind, text in row] for row in cells[1:]]


def rows_of_csv(response):
    """The rows of a CSV file under their headings; an empty cell is hidden."""
    text = response.content.decode("utf-8-sig")
    return [[cell or None for cell in row] for row in csv.reader(io.StringIO(text))]


def draft_of(member, *, tlp=Tlp.CLEAR, title="A draft", lines=("One", "Two")):
    with acting(member):
        found = actions.create_consultation(
            institution=member.institution,
            title=Text.write(title, "en"),
            headline=Text.write(f"{title} headline", "en"),
            introduction=Text.write(f"{title} introduction", "en"),
            handling=Handling(tlp=tlp),
        )
        for line in lines:
            actions.add_statement(consultation=found, text=Text.write(f"{title} {line}", "en"))
    return found


def opened_by(member, **more):
    found = draft_of(member, **more)
    with acting(member):
        return actions.open_consultation(consultation=found)


def cast(consultation, voters, first=0):
    for number in range(first, first + voters):
        for statement in queries.statements_of(consultation):
            actions.cast_vote(statement=statement, token=f"token-{number}", value=1 if number % 2 else -1)


# Who sees what


@pytest.fixture
def kept_back(organiser):
    """A public draft, which is nobody's business yet, and an AMBER consultation with its map."""
    draft = draft_of(organiser, title=SECRET)
    with acting(organiser):
        amber = planted.mapped(
            organiser,
            title=SECRET,
            tlp=Tlp.AMBER,
            headline=Text.write(f"{SECRET} headline", "en"),
            introduction=Text.write(f"{SECRET} introduction", "en"),
        )
        statement = queries.statements_of(amber).first()
        statement.text = Text.write(f"{SECRET} statement", "en")
        statement.save()
    return {"draft": draft, "amber": amber}


@pytest.mark.parametrize("which", ["draft", "amber"])
@pytest.mark.parametrize("outsider", ["public", "stranger"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_back_does_not_exist_for_outsiders(kept_back, sign_in, stranger, which, outsider, language):
    client = sign_in(stranger if outsider == "stranger" else None)
    found = kept_back[which]
    answers = [client.get(address(found, path, language)) for path in [*READ, "close/"]]
    answers += [client.post(address(found, path, language), {"statements": "x", "language": "en"}) for path in WRITE]
    assert {answer.status_code for answer in answers} == {404}
    lists = [client.get(f"/{language}/"), client.get(f"/{language}/consultations/")]
    assert {answer.status_code for answer in lists} == {200}
    assert not [answer for answer in [*answers, *lists] if "secret" in page(answer).lower()]
    assert str(found.pk) not in "".join(page(answer) for answer in lists)


def test_what_is_kept_back_could_have_leaked(kept_back, sign_in, reader):
    client = sign_in(reader)
    for found in kept_back.values():
        assert SECRET in page(client.get(address(found)))
    for path in ["map/", "map.json", "statements.csv"]:
        answer = client.get(address(kept_back["amber"], path))
        assert answer.status_code == 200
    assert f"{SECRET} headline" in page(client.get(address(kept_back["amber"], "map/")))
    assert f"{SECRET} statement" in page(client.get(address(kept_back["amber"], "statements.csv")))
    assert page(client.get("/en/consultations/")).count(SECRET) == 2


def test_open_amber_consultation_is_kept_back_too(organiser, sign_in, stranger):
    amber = opened_by(organiser, title=SECRET, tlp=Tlp.AMBER)
    for member in (None, stranger):
        answers = [sign_in(member).get(path) for path in (address(amber), address(amber, "map/"), "/en/consultations/")]
        assert [answer.status_code for answer in answers] == [404, 404, 200]
        assert not [answer for answer in answers if SECRET in page(answer)]


def test_green_consultation_is_for_members_and_not_for_the_public(organiser, sign_in, stranger):
    green = opened_by(organiser, title=SECRET, tlp=Tlp.GREEN)
    assert sign_in().get(address(green)).status_code == 404
    assert SECRET not in page(sign_in().get("/en/consultations/"))
    assert SECRET in page(sign_in(stranger).get(address(green)))


@pytest.mark.parametrize("who", ["public", "stranger", "reader"])
def test_public_consultation_is_read_and_not_written_by_those_without_a_role(organiser, reader, stranger, sign_in, who):
    found = opened_by(organiser)
    client = sign_in({"public": None, "stranger": stranger, "reader": reader}[who])
    shown = client.get(address(found))
    assert shown.status_code == 200
    assert 'method="post"' not in shown.content.decode()
    assert 'method="post"' not in client.get(address(found, "map/")).content.decode()
    answers = [client.post(address(found, path), {"statements": "Mine", "language": "en"}) for path in WRITE]
    answers += [client.get(address(found, "close/")), client.post(address(found, "statements/"), {})]
    assert {answer.status_code for answer in answers} == {403}
    assert Consultation.objects.get().state == Stage.OPEN
    assert texts(found) == ["A draft One", "A draft Two"]
    assert not Run.objects.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_leads_to_every_consultation_and_says_how_far_it_is(organiser, organised, language):
    found = [draft_of(organiser), opened_by(organiser), planted.consultation(organiser)]
    listed = page(organised.get(f"/{language}/consultations/"))
    states = {
        "en": ["Draft", "Voting is open", "Voting is closed"],
        "fr": ["Brouillon", "Le vote est ouvert", "Le vote est clos"],
        "ar": ["مسودة", "التصويت مفتوح", "التصويت مغلق"],
    }
    for consultation, state in zip(found, states[language], strict=True):
        assert re.search(rf'href="{address(consultation, language=language)}".*?{state}', listed)
    assert f"/{language}/consultations/new/" in listed


def test_empty_list_says_what_to_do(client, organised, institution):
    assert "once an institution opens or publishes them" in page(client.get("/en/consultations/"))
    assert "Create the first one" in page(organised.get("/en/consultations/"))


# Creating


CREATE = "/en/consultations/new/"
GOOD = {"title": "After release", "introduction": "Why we ask", "language": "fr", "door": "open", "seen_by": "GREEN"}


def test_creating_needs_to_sign_in_and_a_role(client, sign_in, reader, institution):
    assert client.get(CREATE)["Location"].startswith("/en/account/login/")
    signed_out = client.post(CREATE, GOOD)
    assert signed_out.status_code == 403
    assert GOOD["title"] in page(signed_out)
    for answer in (sign_in(reader).get(CREATE), sign_in(reader).post(CREATE, GOOD)):
        assert answer.status_code == 403
        assert "Only organisers and administrators" in page(answer)
    assert not Consultation.objects.exists()


def test_creating_without_an_institution_is_refused(sign_in, django_user_model):
    client = Client()
    client.force_login(django_user_model.objects.create_user("alone@example.org"))
    assert client.post(CREATE, GOOD).status_code == 403
    assert not Consultation.objects.exists()


def test_creating_makes_a_draft_in_the_chosen_language_and_handling(organised, organiser):
    answer = organised.post(CREATE, GOOD)
    found = Consultation.objects.get()
    assert answer["Location"] == address(found)
    assert (found.state, found.author, found.institution) == (Stage.DRAFT, organiser, organiser.institution)
    assert (str(found.text), found.text.original, found.handling.tlp) == ("After release", "fr", Tlp.GREEN)
    assert str(found.introduction) == "Why we ask"


def test_creating_says_who_will_see_it_before_and_suggests_the_narrowest(organised):
    shown = page(organised.get(CREATE))
    for words in ("Anybody may see this.", "The partner institutions will see this", "Institution one"):
        assert words in shown
    assert re.search(r'value="AMBER"[^>]*checked', shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "   "),
        ("title", "\u202e\u200b"),
        ("title", "x" * 201),
        ("title", "nul\x00"),
        ("language", "de"),
        ("language", ""),
        ("seen_by", "PURPLE"),
        ("seen_by", "AMBER+STRICT"),
        ("seen_by", "public"),
        ("seen_by", ""),
    ],
)
def test_creating_with_something_wrong_keeps_what_was_typed(organised, language, field, value):
    answer = organised.post(f"/{language}/consultations/new/", {**GOOD, field: value})
    assert answer.status_code == 400
    shown = page(answer)
    assert 'role="alert"' in shown
    assert 'class="errorlist"' in shown
    assert "Why we ask" in shown
    if field != "title":
        assert 'value="After release"' in shown
    if field != "seen_by":
        assert re.search(r'value="GREEN"[^>]*checked', shown)
    assert not Consultation.objects.exists()


# Adding statements


def add(client, consultation, text, language="en", page_language="en"):
    return client.post(address(consultation, "statements/", page_language), {"statements": text, "language": language})


def texts(consultation):
    return [str(statement.text) for statement in queries.statements_of(consultation)]


def test_statements_are_added_one_a_line_without_the_empty_ones(organised, organiser):
    found = draft_of(organiser, lines=())
    answer = add(organised, found, "  First \r\n\r\n \u200b \r\n\u202eSecond\r\n", language="ar")
    assert answer["Location"] == address(found)
    assert texts(found) == ["First", "\u202eSecond"]
    assert {statement.text.original for statement in queries.statements_of(found)} == {"ar"}
    assert "2 statements were added." in page(organised.get(address(found)))


def test_as_many_statements_as_may_be_are_added_at_a_time(organised, organiser):
    found = draft_of(organiser, lines=())
    text = "\n".join(f"S{number}" for number in range(1, MOST_STATEMENTS + 1))
    assert add(organised, found, text).status_code == 302
    assert [s.position for s in queries.statements_of(found)] == list(range(1, 501))


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("", "en", "This field is required."),
        (" \r\n\t ", "en", "This field is required."),
        ("\u202e\n\u200b\u200f", "en", "There is nothing to read in it."),
        ("\n".join(f"S{n}" for n in range(501)), "en", "Add at most 500 statements at a time."),
        (f"Fine\n{'x' * 10_000}", "en", "Line 2 has 10,000 characters"),
        ("x" * (MOST_CHARACTERS + 1), "en", "Line 1 has 501 characters"),
        ("nul\x00", "en", "Null characters are not allowed."),
        ("Fine", "de", "Select a valid choice."),
        ("Fine", "", "This field is required."),
    ],
    ids=["empty", "spaces", "invisible", "501", "10000", "too long", "nul", "unknown language", "no language"],
)
def test_statements_with_something_wrong_are_kept_in_the_form_and_none_is_added(
    organised, organiser, text, language, said
):
    found = draft_of(organiser, lines=("One",))
    answer = add(organised, found, text, language)
    assert answer.status_code == 400
    assert said in page(answer)
    typed = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", answer.content.decode(), re.DOTALL)[1]
    assert html.unescape(typed) == text
    assert texts(found) == ["A draft One"]


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "La ligne 1 a 501 caractères"), ("ar", "عدد الأحرف في السطر 1 هو 501")]
)
def test_wrong_statement_is_explained_in_the_language_of_the_page(organised, organiser, language, said):
    answer = add(organised, draft_of(organiser), "x" * 501, page_language=language)
    assert said in page(answer)


def test_hostile_statements_are_shown_harmlessly(organised, organiser):
    found = draft_of(organiser, title=planted.SCRIPT, lines=())
    add(
        organised,
        found,
        f"{planted.SCRIPT}\n{planted.TURNED}\n<img src=x onerror=alert(1)>\n{{{{ 7|add:7 }}}} {{% debug %}}",
    )
    for path in ("", "map/", "close/"):
        source = organised.get(address(found, path)).content.decode()
        assert "alert(&#x27;planted&#x27;)" in source or path == "close/"
        assert "<script>alert" not in source
        assert "<img src=x" not in source
        assert "\u202e" not in source
    assert "{{ 7|add:7 }} {% debug %}" in page(organised.get(address(found)))
    assert "<script>alert" not in organised.get("/en/consultations/").content.decode()


@pytest.mark.parametrize(
    ("who", "reads"), [("organiser", True), ("moderator", True), ("reader", False), ("public", False)]
)
def test_statement_taken_out_is_read_only_by_those_who_answer_for_it(
    world, organiser, reader, join, institution, sign_in, who, reads
):
    people = {"organiser": organiser, "reader": reader, "public": None}
    member = people[who] if who in people else join(institution, Role.MODERATOR)
    shown = page(sign_in(member).get(address(world)))
    assert "Taken out by moderation" in shown
    assert ("Planted Person" in shown) is reads
    assert "The fourth" in shown


@pytest.mark.parametrize("path", ["map/", "map.json", "statements.csv", "groups.csv"])
def test_statement_taken_out_stands_on_no_map(world, organised, path):
    assert "Planted Person" not in page(organised.get(address(world, path)))


# Opening and closing


def test_opening_takes_statements_and_happens_once(organised, organiser):
    empty = draft_of(organiser, lines=())
    refused = organised.post(address(empty, "open/"))
    assert (refused.status_code, "needs at least one statement" in page(refused)) == (403, True)
    found = draft_of(organiser)
    assert organised.post(address(found, "open/"))["Location"] == address(found)
    assert Consultation.objects.get(pk=found.pk).is_open
    assert "Voting is open. Statements can still be added." in page(organised.get(address(found)))
    again = organised.post(address(found, "open/"), follow=True)
    assert again.redirect_chain == [(address(found), 302)]
    assert "was opened before; nothing was changed" in page(again)


def test_closing_asks_and_changes_nothing_until_it_is_sent(organised, organiser):
    found = opened_by(organiser)
    asked = organised.get(address(found, "close/"))
    assert asked.status_code == 200
    assert "This cannot be undone" in page(asked)
    assert organised.head(address(found, "close/")).status_code == 200
    assert organised.put(address(found, "close/")).status_code == 405
    assert Consultation.objects.get().is_open
    assert keys.exists(found.pk)


@pytest.mark.django_db(transaction=True)
def test_closing_destroys_the_key_and_has_the_final_map_computed(organised, organiser):
    found = opened_by(organiser)
    cast(found, 12)
    answer = organised.post(address(found, "close/"))
    assert answer["Location"] == address(found, "map/")
    assert not keys.exists(found.pk)
    run = Run.objects.get()
    assert (run.state, run.result["result"]["participants"]["voted"]) == ("done", 12)
    assert "12 people voted." in page(organised.get(address(found)))
    again = organised.post(address(found, "close/"), follow=True)
    assert again.redirect_chain == [(address(found, "map/"), 302)]
    assert "Voting has closed already; nothing was changed." in page(again)
    assert Run.objects.count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_close_page_of_a_closed_consultation_leads_to_the_map(organised, organiser, language):
    """The back button after closing, or a second organiser."""
    found = planted.mapped(organiser)
    answer = organised.get(address(found, "close/", language), follow=True)
    assert answer.redirect_chain == [(address(found, "map/", language), 302)]
    assert 'class="notice info"' in page(answer)


def test_somebody_elses_closing_in_the_same_moment_is_told_calmly(organised, organiser, monkeypatch):
    found = opened_by(organiser)
    close = actions.close_consultation

    def twice(*, consultation):
        close(consultation=consultation)
        return close(consultation=consultation)

    monkeypatch.setattr(actions, "close_consultation", twice)
    answer = organised.post(address(found, "close/"), follow=True)
    assert "Voting has closed already" in page(answer)
    assert Consultation.objects.get().is_closed


def test_statements_sent_after_closing_are_given_back(organised, organiser):
    found = planted.mapped(organiser)
    before = Statement.objects.count()
    typed = {"statements": "A first thought\nA second thought", "language": "en"}
    answer = organised.post(address(found, "statements/"), typed)
    assert answer.status_code == 400
    assert "Voting has closed, so nothing was added." in page(answer)
    assert "A first thought\nA second thought" in page(answer)
    assert Statement.objects.count() == before


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "2 groups"), ("fr", "2 groupes"), ("ar", "مجموعتان")],
)
def test_numbers_of_the_quiet_line_take_their_plural(world, client, language, said):
    line = page(client.get(address(world, "map/", language))).split('<p class="figures">')[1].split("</p>")[0]
    assert said in re.sub("<[^>]+>", "", line)


@pytest.mark.parametrize("method", ["get", "post"])
def test_draft_cannot_be_closed(organised, organiser, method):
    answer = getattr(organised, method)(address(draft_of(organiser), "close/"))
    assert answer.status_code == 403
    assert "it is not open" in page(answer)


@pytest.mark.parametrize("voters", [0, 1, 4])
def test_closed_page_counts_no_fewer_than_five_voters(organised, organiser, client, voters):
    found = opened_by(organiser)
    cast(found, voters)
    organised.post(address(found, "close/"))
    for reader in (client, organised):
        shown = page(reader.get(address(found)))
        assert "Fewer than five people voted." in shown
        assert not re.search(rf"\b{voters} (people|voters)|One person", shown)


def test_closed_page_gives_no_sum_that_brings_back_a_hidden_count(world, organised):
    total, hidden = len(planted.votes()), 3
    shown = page(organised.get(address(world))) + page(organised.get(address(world, "map/")))
    assert f"{planted.VOTERS} people voted." in shown
    row = planted.opinion_map().statement(planted.FEW_VOTERS)
    assert (row.votes, row.hidden) == (None, "few_voters")
    for number in (total, total - planted.VOTERS, hidden):
        assert not re.search(rf"\b{number} (votes|people|voters)\b", re.sub("<[^>]+>", "", shown))


# Asking in other ways


@pytest.mark.parametrize("path", WRITE[:2] + WRITE[3:])
def test_address_of_an_act_leads_back_to_its_page(organised, organiser, path):
    found = opened_by(organiser)
    answer = organised.get(address(found, path, "ar"))
    assert answer["Location"] == address(found, "map/" if path.startswith("map") else "", "ar")
    assert organised.put(address(found, path)).status_code == 405
    assert not Run.objects.exists()


@pytest.mark.parametrize("path", ["", *READ])
def test_pages_that_are_read_take_nothing(world, organised, path):
    assert organised.post(address(world, path)).status_code == 405
    assert organised.post("/en/consultations/").status_code == 405
    assert organised.delete(CREATE).status_code == 405


@pytest.mark.parametrize("path", WRITE)
def test_form_without_its_token_is_refused_and_says_what_was_kept(organiser, path):
    found = opened_by(organiser)
    client = Client(enforce_csrf_checks=True)
    client.force_login(organiser.user)
    for answer in (client.post(address(found, path), {"statements": "x"}), client.post(CREATE, GOOD)):
        assert answer.status_code == 403
        assert "What you wrote is still in the form" in page(answer)
    assert Consultation.objects.get().is_open
    assert len(texts(found)) == 2


@pytest.mark.parametrize("path", ["nothing.csv", "ranking.csv", "STATEMENTS.csv", "map.xml", "map/nothing/", "%00.csv"])
def test_unknown_address_is_not_found(world, organised, path):
    assert organised.get(address(world, path)).status_code == 404


def test_unknown_consultation_is_not_found(organised):
    for name in (uuid.uuid4(), "1", "../account"):
        assert organised.get(f"/en/consultations/{name}/").status_code == 404


# The map


@pytest.mark.parametrize("language", LANGUAGES)
def test_hidden_cells_are_the_same_on_page_in_csv_and_in_json(world, client, language):
    document = json.loads(client.get(address(world, "map.json", language)).content)["result"]
    assert len(document["groups"]) == 2
    expected = {}
    for row in document["statements"]:
        counts = [row[name] is None for name in ("votes", "agree", "disagree", "pass")]
        cells = [cell["share"] is None for cell in row["per_group"]]
        lines = [[row[name] is None] * 3 for name in ("consensus", "division")]
        all_voted = [row["expected"] is None]
        expected[row["id"]] = [*counts, *all_voted, *cells, *lines[0], *lines[1], row["bridging"] is None]
        assert [cell["votes"] is None for cell in row["per_group"]] == cells
    assert all(expected[planted.FEW_VOTERS])
    assert all(expected[planted.FEW_IN_A_CAMP][5:])
    assert not any(expected["1"])
    headings, *in_file = rows_of_csv(client.get(address(world, "statements.csv", language)))
    assert {row[0]: [cell is None for cell in row[2:]] for row in in_file} == expected
    on_page = rows_of_page(client.get(address(world, "map/", language)), headings[6])
    assert {row[0]: [cell is None for cell in row[2:]] for row in on_page} == expected


def test_counts_in_csv_are_the_planted_ones(world, client):
    _, *rows = rows_of_csv(client.get(address(world, "statements.csv")))
    for code in planted.PARTING + planted.UNITING:
        said = [vote for (_, statement), vote in planted.votes().items() if statement == code]
        row = next(row for row in rows if row[0] == code)
        shares = [round(100 * said.count(value) / len(said), 1) for value in (1, -1, 0)]
        assert [int(row[2]), *map(float, row[3:6])] == [len(said), *shares]
    _, *groups = rows_of_csv(client.get(address(world, "groups.csv")))
    assert sorted(int(row[1]) for row in groups) == [planted.CAMP, planted.CAMP]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ["statements", "groups"])
def test_no_cell_of_a_file_is_a_formula(world, client, language, table):
    answer = client.get(address(world, f"{table}.csv", language))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="{table}-{world.pk}.csv"'
    cells = [cell for row in rows_of_csv(answer) for cell in row if cell]
    number = re.compile(r"-?\d+(\.\d+)?")
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r" and not number.fullmatch(cell)]
    assert (f"'{planted.FORMULA}" in cells) is (table == "statements")


def test_json_is_what_the_engine_wrote(world, client):
    answer = client.get(address(world, "map.json"))
    assert answer["Content-Disposition"] == f'attachment; filename="opinion-map-{world.pk}.json"'
    assert json.loads(answer.content) == json.loads(planted.opinion_map().to_json())


@pytest.mark.parametrize(
    ("language", "parted", "united"),
    [
        ("en", "Where groups part", "What every group supports"),
        ("fr", "Où les groupes se séparent", "Ce que chaque groupe soutient"),
        ("ar", "أين تفترق المجموعات", "ما تسانده المجموعتان"),
    ],
)
def test_map_shows_what_was_planted(world, client, language, parted, united):
    shown = page(client.get(address(world, "map/", language)))
    consensus, dividing = shown.split(f">{united}<", 1)[1].split(f">{parted}<", 1)
    for code in planted.UNITING:
        seen = planted.TEXTS[code].in_language(language).text.replace("\u202e", "")
        assert seen in consensus
        assert seen not in dividing.split('id="all"')[0]
    assert dividing.split('id="all"')[0].count("Twice the same") == 2


def test_equal_texts_are_both_listed_and_said(world, client):
    shown = page(client.get(address(world, "map/")))
    _, *rows = rows_of_csv(client.get(address(world, "statements.csv")))
    assert [row[0] for row in rows if row[1] == "Twice the same"] == ["1", "2"]
    assert "2 statements share their text with another" in shown


def test_unreviewed_translation_is_marked_wherever_it_stands(world, client):
    note = "traduction non relue"
    for path in ("", "map/"):
        shown = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page(client.get(address(world, path, "fr")))))
        places = [match.end() for match in re.finditer(planted.UNREVIEWED, shown)]
        assert len(places) >= 1 if path == "" else 2
        assert all(note in shown[place : place + 60] for place in places)
    assert any(
        cell == f"{planted.UNREVIEWED} · {note}"
        for row in rows_of_csv(client.get(address(world, "statements.csv", "fr")))
        for cell in row
    )
    assert note not in page(client.get(address(world, "statements.csv")))
    assert "La huitième" not in page(client.get(address(world, "map.json", "fr")))
    assert "The eighth" in page(client.get(address(world, "map.json", "fr")))


def test_map_without_votes_says_that_there_is_nothing(organiser, client):
    found = planted.mapped(organiser, world="no votes")
    for language in LANGUAGES:
        answer = client.get(address(found, "map/", language))
        assert answer.status_code == 200
        assert 'id="dividing"' not in page(answer)
        assert "<svg" not in page(answer).split('id="all"')[0].split("</header>")[1]
    rows = rows_of_page(client.get(address(found, "map/")), "Votes")
    assert {row[0] for row in rows} == set(planted.TEXTS) - {planted.TAKEN_OUT}
    assert {cell for row in rows for cell in row[2:]} == {None}
    assert client.get(address(found, "groups.csv")).status_code == 404


def test_map_of_three_voters_shows_no_number_about_them(organiser, client):
    found = planted.mapped(organiser, world="three voters")
    document = json.loads(client.get(address(found, "map.json")).content)["result"]
    assert document["participants"] == {"voted": None, "placed": None}
    assert document["shown_votes"] == 0
    assert {row["votes"] for row in document["statements"]} == {None}
    assert {cell for row in rows_of_csv(client.get(address(found, "statements.csv")))[1:] for cell in row[2:]} == {None}
    text = re.sub("<[^>]+>", " ", page(client.get(address(found, "map/"))).split("<main")[1])
    assert not re.search(r"\b(3|12)\s+(voters|votes|people)", text)


@pytest.mark.parametrize(("language", "heading"), [("en", "What most people support"), ("fr", "Ce que la plupart")])
def test_map_of_one_group_does_not_part_it(organiser, client, language, heading):
    found = planted.mapped(organiser, world="one camp")
    assert len(planted.opinion_map("one camp").groups) == 1
    shown = page(client.get(address(found, "map/", language)))
    assert 'id="dividing"' not in shown
    assert heading in shown
    headings = rows_of_csv(client.get(address(found, "statements.csv", language)))[0]
    # Number, statement, four counts, what all would answer, the share with its interval, and the bridging score.
    assert len(headings) == 2 + 4 + 1 + 3 + 1


def test_simulated_audience_is_named_as_one(organiser, client):
    found = planted.mapped(organiser, simulated=True)
    assert "simulated audience" in page(client.get("/en/consultations/"))
    assert "drawn by a computer and stand for nobody" in page(client.get(address(found, "map/")))


@pytest.mark.parametrize("stage", [draft_of, opened_by])
def test_map_is_not_computed_before_closing(organised, organiser, stage):
    found = stage(organiser)
    answer = organised.post(address(found, "map/compute/"))
    assert answer.status_code == 403
    assert "only once voting has closed" in page(answer)
    assert "The map is made when voting closes." in page(organised.get(address(found, "map/")))
    assert not Run.objects.exists()


@pytest.mark.parametrize(("role", "status"), [(Role.ANALYST, 302), (Role.RAPPORTEUR, 302), (Role.AUDITOR, 403)])
def test_map_is_computed_by_those_who_analyse(organiser, institution, join, sign_in, role, status):
    found = planted.consultation(organiser, world="three voters")
    assert sign_in(join(institution, role)).post(address(found, "map/compute/")).status_code == status
    assert Run.objects.filter(state=RunState.DONE).count() == (status == 302)


@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_map_says_who_makes_one(organiser, organised, client, language):
    found = planted.consultation(organiser, world="three voters")
    shown, to_organiser = (page(reader.get(address(found, "map/", language))) for reader in (client, organised))
    assert ('class="empty"' in shown, 'method="post"' in shown) == (True, False)
    assert f'action="{address(found, "map/compute/", language)}"' in to_organiser
    for path in ("map.json", "statements.csv"):
        assert client.get(address(found, path, language)).status_code == 404


def test_progress_shows_how_far_it_is_and_then_loads_the_page_again(organiser, client):
    found = planted.consultation(organiser)
    run = planted.run(found, organiser, state=RunState.RUNNING, progress=0.4, stage="groups")
    whole = page(client.get(address(found, "map/")))
    assert f'hx-get="{address(found, "map/progress/")}"' in whole
    assert "htmx" in whole
    assert "There is no map yet" not in whole
    part = client.get(address(found, "map/progress/"))
    assert (part.status_code, "HX-Refresh" in part, "40% done" in page(part)) == (200, False, True)
    for state in (RunState.DONE, RunState.FAILED):
        Run.objects.filter(pk=run.pk).update(state=state, result=planted.opinion_map().to_dict())
        answer = client.get(address(found, "map/progress/"))
        assert (answer.status_code, answer["HX-Refresh"], answer.content) == (200, "true", b"")


@pytest.mark.parametrize("language", LANGUAGES)
def test_failed_map_tells_those_who_can_help_and_keeps_the_last(organiser, organised, client, language):
    found = planted.consultation(organiser)
    planted.run(found, organiser, state=RunState.FAILED, failure="run-fault")
    told, public = (page(reader.get(address(found, "map/", language))) for reader in (organised, client))
    assert 'role="alert"' in told
    assert f'action="{address(found, "map/compute/", language)}"' in told
    assert 'role="alert"' not in public
    assert 'class="empty"' in public


def test_failed_map_leaves_the_last_one_on_the_page(organiser, organised):
    found = planted.mapped(organiser)
    planted.run(found, organiser, state=RunState.FAILED, failure="run-fault")
    shown = page(organised.get(address(found, "map/")))
    assert "The map could not be computed." in shown
    assert "All votes and statements are kept, and so is the last map" in shown
    assert "What every group supports" in shown


def test_analysis_that_breaks_ends_as_a_notice(organised, organiser, monkeypatch, caplog):
    found = planted.consultation(organiser, world="three voters")

    def break_down(consultation, **more):
        raise ZeroDivisionError(SECRET)

    monkeypatch.setattr("majlis.workspace.rooms.consultations.analyses.ballots_of", break_down)
    shown = page(organised.post(address(found, "map/compute/"), follow=True))
    assert "The map could not be computed." in shown
    assert SECRET not in shown
    assert SECRET in caplog.text


def test_drawings_are_kept_apart_by_language(world, client):
    seen = {language: client.get(address(world, "map/", language)).content.decode() for language in LANGUAGES}
    drawn = {language: re.findall(r"<svg.*?</svg>", source, re.DOTALL) for language, source in seen.items()}
    assert "Group A" in "".join(drawn["en"])
    assert "Group A" not in "".join(drawn["fr"] + drawn["ar"])
    assert client.get(address(world, "map/")).content.decode().count("Group A") == seen["en"].count("Group A")


# Asked within another question


@pytest.fixture
def session_of(institution):
    """Put down a question of another room's, under the handling given."""

    def make(tlp):
        return Question.objects.create(
            institution=institution,
            text=Text.write("What do we meet for?", "en"),
            handling=Handling(tlp=tlp),
            state="in",
        )

    return make


def test_consultation_begun_for_a_session_is_asked_within_it(organised, session_of):
    session = session_of(Tlp.CLEAR)
    draft = {"title": "In the session", "language": "en", "seen_by": "CLEAR", "door": "open"}
    assert organised.post(f"/en/consultations/new/?within={session.pk}", draft).status_code == 302
    assert Consultation.objects.get().within_id == session.pk


@pytest.mark.parametrize("within", ["nonsense", "00000000-0000-7000-8000-000000000000"])
def test_consultation_begun_for_nothing_that_is_there_stands_alone(organised, within):
    draft = {"title": "Alone", "language": "en", "seen_by": "CLEAR", "door": "open"}
    organised.post(f"/en/consultations/new/?within={within}", draft)
    assert Consultation.objects.get().within is None


def test_page_leads_to_the_session_only_for_those_who_may_see_it(organiser, client, organised, session_of, monkeypatch):
    monkeypatch.setattr(views, "line_of", lambda record: Line(record.text, "/en/the-session/"))
    for tlp, public in ((Tlp.CLEAR, True), (Tlp.AMBER, False)):
        found = planted.consultation(organiser, within=session_of(tlp), title=f"Under {tlp}")
        assert ("/en/the-session/" in page(client.get(address(found)))) is public
        assert "/en/the-session/" in page(organised.get(address(found)))


def test_map_of_few_says_hidden_and_not_nought(organiser, client):
    found = planted.mapped(organiser, world="three voters")
    figures = re.search(
        r'<p class="figures">(.*?)</p>', client.get(address(found, "map/")).content.decode(), re.DOTALL
    )[1]
    assert "Fewer than five people voted" in figures
    assert not re.search(r"\d", figures)


def test_consultation_is_asked_within_no_other_consultation(organised, opened):
    draft = {"title": "Inner", "language": "en", "seen_by": "CLEAR", "door": "open"}
    organised.post(f"/en/consultations/new/?within={opened.pk}", draft)
    assert Consultation.objects.get(pk=Consultation.objects.order_by("-created_at").first().pk).within is None
