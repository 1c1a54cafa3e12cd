"""`majlis import polis`: real conversations all the way to their map, and exports that must leave nothing behind."""

import csv
import html
import json
import os
import re
import subprocess
import sys
import threading

import pytest
from django.db import connection

from majlis import cli
from majlis.cli import importing
from majlis.workspace.commons import ledger
from majlis.workspace.commons.models import Institution, LedgerEntry, Role, Run, RunState, Source
from majlis.workspace.rooms.consultations.models import Consultation, Stage, Statement, Vote

LANGUAGES = ["ar", "fr", "en"]
VOTES = ["timestamp,datetime,comment-id,voter-id,vote"]
COMMENTS = ["timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"]
sqlite_only = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite has a limit to set")


@pytest.fixture(autouse=True)
def this_process(monkeypatch):
    """The tests' own process is the workspace already."""
    monkeypatch.setattr(importing, "open_workspace", lambda home: None)


@pytest.fixture
def administrator(institution, join):
    return join(institution, Role.ADMINISTRATOR, email="first@example.org")


@pytest.fixture
def export(tmp_path):
    """Write an export: rows of votes and of comments. The good one has two voters and a statement taken out."""

    def write(
        votes=("1,x,0,7,1", "2,x,1,7,-1", "3,x,0,8,0", "4,x,0,7,-1"), comments=None, summary=None, into="planted export"
    ):
        comments = ("1,x,0,3,1,0,1,Planted one", "1,x,1,3,0,1,-1,Planted two") if comments is None else comments
        folder = tmp_path / into
        folder.mkdir()
        texts = {
            "votes": "\n".join([*VOTES, *votes]),
            "comments": "\n".join([*COMMENTS, *comments]),
            "summary": summary,
        }
        for name, text in texts.items():
            if text is not None:
                (folder / f"{name}.csv").write_text(f"{text}\n", encoding="utf-8")
        return folder

    return write


@pytest.fixture
def majlis(capsys):
    """Run the command in this process; gives the exit code and what it said."""

    def run(folder, *options):
        code = cli.run(["import", "polis", str(folder), *options])
        said = capsys.readouterr()
        return code, re.sub(r"\s+", " ", said.out + said.err)

    return run


def nothing_was_imported():
    rows = [model.objects.exists() for model in (Consultation, Statement, Vote, Run, Source)]
    return not any(rows) and not LedgerEntry.objects.filter(leaf__contains="consultation").exists()


def shown(client, consultation, path, language="en"):
    answer = client.get(f"/{language}/consultations/{consultation.pk}/{path}")
    return answer.status_code, re.sub("[\u2066-\u2069\u200f]", "", html.unescape(answer.content.decode()))


def truth(folder):
    """Count the export again, with nothing of ours: last votes by (voter, statement), and statements by moderation."""
    with (folder / "votes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row["timestamp"]))
    with (folder / "comments.csv").open(encoding="utf-8-sig", newline="") as file:
        out = {row["comment-id"]: row["moderated"] == "-1" for row in csv.DictReader(file)}
    last = {(row["voter-id"], row["comment-id"]): int(row["vote"]) for row in rows}
    codes = {code for _, code in last} | set(out)
    return last, {code: out.get(code, False) for code in codes}


# Real conversations


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "language", "topic"),
    [
        ("biodiversity", "en", "Protecting and Restoring NZ’s Biodiversity"),
        ("austria-climate", "de", "Produktion und Konsum"),
        (
            "london-youth-policing",
            "en",
            "What is the best way to engage more young people in local scrutiny of policing?",
        ),
    ],
)
def test_real_conversation_is_imported_whole_and_its_map_shown_in_three_languages(
    reference_data, administrator, client, majlis, name, language, topic
):
    folder = reference_data / "polis" / name
    last, out = truth(folder)
    code, said = majlis(folder, "--public", "--language", language)
    voters = {voter for voter, _ in last}
    assert code == 0
    assert f"Imported {len(out)} statements and {len(last)} votes of {len(voters)} voters." in said
    found = Consultation.objects.get()
    assert (found.state, str(found.text), found.text.original) == (Stage.CLOSED, topic, language)
    standing = {code: "out" if taken else "in" for code, taken in out.items()}
    assert dict(Statement.objects.values_list("code", "state")) == standing
    assert Vote.objects.count() == len(last)
    assert sorted(Vote.objects.values_list("value", flat=True)) == sorted(last.values())
    assert Vote.objects.values("pseudonym").distinct().count() == len(voters)
    assert re.fullmatch(r"https://pol\.is/\w+", Source.objects.get().address)
    run = Run.objects.get()
    assert (run.state, run.result["result"]["participants"]["voted"]) == ("done", len(voters))
    kept = sorted((code for code in out if not out[code]), key=int)
    assert [row["id"] for row in run.result["result"]["statements"]] == kept
    for page_language in LANGUAGES:
        status, page = shown(client, found, "map/", page_language)
        assert status == 200
        assert topic in page
        assert page.count('class="plot"') == 2
        assert all(f'<th scope="row"><bdi>{code}</bdi></th>' in page for code in kept)
    assert ledger.verify().holds


# What an import keeps


@pytest.mark.django_db
def test_import_is_one_institutions_own_unless_made_public(administrator, export, client, majlis):
    assert majlis(export())[0] == 0
    found = Consultation.objects.get()
    assert (found.handling.tlp, found.author) == (administrator.institution.handling.tlp, administrator)
    assert shown(client, found, "map/")[0] == 404
    client.force_login(administrator.user)
    assert shown(client, found, "map/")[0] == 200


@pytest.mark.django_db
def test_import_takes_the_last_vote_and_keeps_what_moderation_took_out(administrator, export, majlis):
    _, said = majlis(export(), "--title", " Named here ", "--language", "FR")
    assert "Imported 2 statements and 3 votes of 2 voters." in said
    found = Consultation.objects.get()
    assert (str(found.text), found.text.original) == ("Named here", "fr")
    assert sorted(Vote.objects.values_list("statement__code", "value")) == [("0", -1), ("0", 0), ("1", -1)]
    assert list(Statement.objects.values_list("code", "state")) == [("0", "in"), ("1", "out")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("summary", "title", "addresses"),
    [
        ("topic,The topic\nurl,https://pol.is/1", "The topic", ["https://pol.is/1"]),
        ("topic,\nurl,javascript:alert(1)", "planted export", []),
        (f"topic,  \nurl,https://pol.is/{'x' * 600}", "planted export", []),
        ("no pairs at all", "planted export", []),
        (None, "planted export", []),
    ],
)
def test_import_takes_title_and_address_from_the_summary(administrator, export, majlis, summary, title, addresses):
    assert majlis(export(summary=summary))[0] == 0
    assert str(Consultation.objects.get().text) == title
    assert list(Source.objects.values_list("address", flat=True)) == addresses


@pytest.mark.django_db
def test_import_by_an_organiser_named_by_address(administrator, organiser, export, majlis):
    assert majlis(export(), "--as", " Organiser@Example.org ")[0] == 0
    assert Consultation.objects.get().author == organiser


@pytest.mark.django_db
def test_votes_imported_before_are_taken_in_again_only_when_asked(administrator, export, majlis, tmp_path):
    folder = export()
    assert majlis(folder)[0] == 0
    first, entries = Consultation.objects.get(), LedgerEntry.objects.count()
    code, said = majlis(folder, "--title", "Another title")
    assert code == 2
    assert f"imported before, on {first.closed_at:%Y-%m-%d}: /{{ar,fr,en}}/consultations/{first.pk}/map/" in said
    assert "Nothing was imported. Add --again" in said
    assert (Consultation.objects.count(), LedgerEntry.objects.count()) == (1, entries)
    assert majlis(folder, "--again")[0] == 0
    assert Consultation.objects.count() == 2


@pytest.mark.django_db
def test_rows_in_another_order_and_other_names_of_voters_are_the_same_votes(administrator, export, majlis):
    assert majlis(export())[0] == 0
    votes = ("9,x,0,b,0", "8,x,0,a,-1", "7,x,1,a,-1")
    assert majlis(export(votes, into="renamed"))[0] == 2
    changed = export(("9,x,0,b,1", "8,x,0,a,-1", "7,x,1,a,-1"), into="one vote changed")
    assert majlis(changed)[0] == 0


@pytest.mark.django_db
def test_what_another_institution_imported_is_not_told(administrator, other_institution, join, export, majlis):
    folder = export()
    stranger = join(other_institution, Role.ORGANISER, email="stranger@example.org")
    assert [majlis(folder, "--as", member.user.email)[0] for member in (stranger, administrator)] == [0, 0]


@pytest.mark.django_db
def test_exports_without_votes_are_not_taken_for_each_other(administrator, export, majlis):
    assert [majlis(export((), into=name))[0] for name in ("one", "two")] == [0, 0]


@pytest.mark.django_db
def test_hostile_texts_come_in_as_texts(administrator, export, client, majlis):
    comments = (
        "1,x,0,3,1,0,1,\"<script>alert('planted')</script>\"",
        '1,x,1,3,0,1,0,"two\nlines \u202eturned"',
    )
    assert majlis(export(comments=comments, summary="topic,<b>Topic</b>"), "--public")[0] == 0
    found = Consultation.objects.get()
    source = client.get(f"/en/consultations/{found.pk}/").content.decode()
    assert "&lt;script&gt;alert(&#x27;planted&#x27;)" in source
    assert "&lt;b&gt;Topic&lt;/b&gt;" in source
    assert "<script>alert" not in source
    assert "\u202e" not in source


# Exports that cannot be used


@pytest.mark.django_db
def test_empty_folder_is_refused_and_names_what_is_missing(administrator, majlis, tmp_path):
    code, said = majlis(tmp_path)
    assert code == 2
    assert f"{tmp_path.name}/votes.csv" in said
    assert f"{tmp_path.name}/comments.csv" in said
    assert "Nothing was imported." in said
    assert nothing_was_imported()


@pytest.mark.django_db
@pytest.mark.parametrize(("missing", "there"), [("comments", "votes"), ("votes", "comments")])
def test_export_without_one_of_its_files_is_refused(administrator, export, majlis, missing, there):
    folder = export()
    (folder / f"{missing}.csv").unlink()
    code, said = majlis(folder)
    assert (code, f"{missing}.csv" in said, f"{there}.csv" in said) == (2, True, False)
    assert nothing_was_imported()


@pytest.mark.django_db
def test_file_in_place_of_a_folder_is_refused(administrator, export, majlis):
    code, said = majlis(export() / "votes.csv")
    assert (code, "expected the folder of a Polis export" in said) == (2, True)
    assert majlis("/nowhere/at/all")[0] == 2
    assert nothing_was_imported()


@pytest.mark.django_db
def test_every_wrong_vote_is_listed_by_its_line(administrator, export, majlis):
    code, said = majlis(export(votes=("1,x,0,7,7", "2,x,0,8,1", "3,x,0,9,yes", "4,x,,9,1", "5,x,0,10,")))
    assert code == 2
    assert all(f"row {line}" in said for line in (2, 4, 5, 6))
    assert "row 3" not in said
    assert "Nothing was imported." in said
    assert nothing_was_imported()


@pytest.mark.django_db
def test_many_wrong_votes_are_counted(administrator, export, majlis):
    code, said = majlis(export(votes=[f"{n},x,0,{n},7" for n in range(80)]))
    assert (code, "... 80 problems in all" in said, said.count("votes.csv") <= 50) == (2, True, True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("comments", [*COMMENTS, "1,x,0,3,1,0,1,One", "1,x,0,3,1,0,1,Again"]),
        ("comments", [*COMMENTS, "1,x,0,3,1,0,9,One"]),
        ("comments", ["text", "One"]),
        ("votes", [""]),
        ("votes", ["who,what", "1,2"]),
        ("votes", ["\x00\x01binary"]),
        ("votes", [*VOTES, '1,x,0,7,"1']),
    ],
    ids=["statement twice", "unknown moderation", "no id", "empty", "other columns", "binary", "open quote"],
)
def test_wrong_file_is_refused_by_its_name(administrator, export, majlis, name, lines):
    folder = export()
    (folder / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    code, said = majlis(folder)
    assert (code, f"{name}.csv" in said) == (2, True)
    assert nothing_was_imported()


@pytest.mark.django_db
def test_export_without_votes_gives_a_map_that_shows_nothing(administrator, export, client, majlis):
    code, said = majlis(export(votes=()), "--public")
    assert (code, "2 statements and 0 votes of 0 voters" in said) == (0, True)
    for language in LANGUAGES:
        assert shown(client, Consultation.objects.get(), "map/", language)[0] == 200


# Who imports, and in which language


@pytest.mark.django_db
def test_workspace_that_is_not_set_up_says_what_to_do(export, majlis):
    code, said = majlis(export())
    assert (code, "run `majlis serve` first" in said) == (2, True)


def test_folder_without_a_workspace_says_what_to_do(export, tmp_path):
    home = tmp_path / "home"
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAJLIS_", "DJANGO_", "DATABASE"))
    }
    command = [sys.executable, "-W", "error", "-m", "majlis.cli", "import", "polis", str(export()), "--home", str(home)]
    done = subprocess.run(command, env=kept, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no workspace here yet: run `majlis serve` first" in done.stderr


@pytest.mark.django_db
def test_several_administrators_must_be_told_apart(administrator, institution, join, export, majlis, tmp_path):
    join(institution, Role.ADMINISTRATOR)
    code, said = majlis(export())
    assert (code, "There are several administrators: say who imports with --as EMAIL." in said) == (2, True)
    assert nothing_was_imported()
    assert majlis(tmp_path / "planted export", "--as", administrator.user.email)[0] == 0


@pytest.mark.django_db
def test_workspace_without_administrator_says_so(organiser, export, majlis):
    code, said = majlis(export())
    assert (code, "There is no administrator: say who imports" in said) == (2, True)


@pytest.mark.django_db
def test_nobody_cannot_import(administrator, export, majlis):
    code, said = majlis(export(), "--as", "nobody@example.org")
    assert (code, "Nobody here has the address nobody@example.org" in said) == (2, True)
    assert nothing_was_imported()


@pytest.mark.django_db
def test_reader_cannot_import_and_is_told_who_may(administrator, reader, export, majlis):
    code, said = majlis(export(), "--as", reader.user.email)
    assert (code, "Only organisers and administrators of the institution may do this." in said) == (2, True)
    assert "Nothing was imported." in said
    assert nothing_was_imported()


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nonsense", "zz", "en_US", "", "e", "<b>"])
def test_unknown_language_is_refused(administrator, export, majlis, language):
    code, said = majlis(export(), "--language", language)
    assert (code, "--language:" in said) == (2, True)
    assert nothing_was_imported()


@pytest.mark.django_db
@pytest.mark.parametrize(("given", "kept"), [("und", "und"), ("AR-ma", "ar-MA"), ("zgh", "zgh"), ("de", "de")])
def test_known_language_is_kept_with_every_statement(administrator, export, majlis, given, kept):
    assert majlis(export(), "--language", given)[0] == 0
    assert {statement.text.original for statement in Statement.objects.all()} == {kept}


# When things break


@pytest.fixture
def full_database(transactional_db):
    """Let the database grow by a few pages and no more."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        most = cursor.execute("PRAGMA max_page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count={pages + 4}")
        yield
        cursor.execute(f"PRAGMA max_page_count={most}")


@sqlite_only
def test_full_database_keeps_what_was_there_and_takes_nothing_half(
    transactional_db, administrator, export, majlis, full_database
):
    votes = [f"{n},x,{n % 10},{n // 10},1" for n in range(8000)]
    before = LedgerEntry.objects.count()
    code, said = majlis(export(votes=votes, comments=[f"1,x,{n},3,1,0,1,Statement {n}" for n in range(10)]))
    assert code == 1
    assert "The database could not take it (database or disk is full). Nothing was imported" in said
    assert "majlis doctor" in said
    assert "Traceback" not in said
    assert nothing_was_imported()
    assert LedgerEntry.objects.count() == before
    assert ledger.verify().holds
    assert Institution.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_map_that_cannot_be_asked_for_takes_the_import_back(administrator, export, majlis, monkeypatch):
    from django.db import OperationalError

    from majlis.workspace.rooms.consultations import tasks

    def full(*, consultation):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(tasks, "request_map", full)
    code, said = majlis(export())
    assert (code, "Nothing was imported" in said) == (1, True)
    assert nothing_was_imported()


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_both_come_in_whole(administrator, export):
    ballots, done, failed = importing.read(export()), [], []
    start = threading.Barrier(2)

    def take(title):
        from majlis.workspace.commons.texts import Text

        try:
            start.wait(10)
            done.append(importing.take_in(administrator, ballots=ballots, title=Text.write(title), language="en").pk)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=[title]) for title in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(40)
    assert failed == []
    assert {str(found.text) for found in Consultation.objects.filter(pk__in=done)} == {"first", "second"}
    assert [statement.votes.count() for statement in Statement.objects.order_by("code", "pk")] == [2, 2, 1, 1]
    assert Run.objects.filter(state=RunState.DONE).count() == 2
    entries = [json.loads(entry.leaf)["action"] for entry in LedgerEntry.objects.all()]
    assert entries.count("consultation.import") == 2
    assert ledger.verify().holds
