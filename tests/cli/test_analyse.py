"""`majlis analyse` on good and hostile input: exit codes, one clear line, files whole or untouched."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from majlis.cli import run
from majlis.engine.analysis import find_analysis

HEADER = "participant,statement,vote\n"


def planted(people=60, statements=12, seed=1):
    """Two groups that disagree on half the statements."""
    rng = random.Random(seed)
    rows = []
    for person in range(people):
        for statement in range(statements):
            leaning = 0.9 if statement < statements // 2 or person < people // 2 else 0.1
            rows.append((f"p{person}", str(statement), 1 if rng.random() < leaning else -1))
    return rows


def write(path: Path, rows) -> Path:
    path.write_text(HEADER + "".join(f"{p},{s},{v}\n" for p, s, v in rows), encoding="utf-8")
    return path


@pytest.fixture
def votes(tmp_path):
    return write(tmp_path / "votes.csv", planted())


def analyse(*arguments):
    return run(["analyse", "opinion-map", *map(str, arguments)])


def test_json_follows_the_published_schema(votes, tmp_path):
    out = tmp_path / "out.json"
    assert analyse(votes, "--json", out) == 0
    document = json.loads(out.read_text(encoding="utf-8"))
    jsonschema.validate(document, find_analysis("opinion-map").json_schema())
    assert document["inputs"][0]["name"] == "votes.csv"
    assert document["seed"] == 0


def test_same_input_and_seed_give_the_same_bytes(votes, tmp_path):
    first, second, other = (tmp_path / name for name in ("1.json", "2.json", "3.json"))
    assert [analyse(votes, "--json", out, "--seed", 3) for out in (first, second)] == [0, 0]
    assert analyse(votes, "--json", other, "--seed", 4) == 0
    assert first.read_bytes() == second.read_bytes()
    assert json.loads(other.read_bytes())["seed"] == 4


@pytest.mark.parametrize("threads", ["1", "2"])
def test_number_of_threads_does_not_change_a_byte(votes, tmp_path, threads):
    here = tmp_path / "here.json"
    assert analyse(votes, "--json", here) == 0
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS")
    out = subprocess.run(
        [sys.executable, "-m", "majlis.cli", "analyse", "opinion-map", str(votes), "--json", "-"],
        env={**os.environ, **dict.fromkeys(names, threads)},
        capture_output=True,
        check=True,
    ).stdout
    assert out == here.read_bytes()


def test_rows_columns_and_ids_shuffled_give_the_same_groups(tmp_path):
    rows = planted()
    rng = random.Random(5)
    people = {p: f"q{n}" for n, p in enumerate(rng.sample(sorted({p for p, _, _ in rows}), 60))}
    renamed = [(people[p], s, v) for p, s, v in rows]
    rng.shuffle(renamed)
    outs = []
    for name, content in (("a", rows), ("b", renamed)):
        out = tmp_path / f"{name}.json"
        assert analyse(write(tmp_path / f"{name}.csv", content), "--json", out) == 0
        outs.append(json.loads(out.read_bytes())["result"])
    assert outs[0] == outs[1]


def test_report_is_one_file_in_three_languages_that_loads_nothing(votes, tmp_path):
    out = tmp_path / "report.html"
    assert analyse(votes, "--report", out) == 0
    page = out.read_text(encoding="utf-8")
    for language in ("ar", "fr", "en"):
        assert f'<article lang="{language}"' in page
    assert 'dir="rtl"' in page
    for loader in ("<script", "src=", "@import", "url("):
        assert loader not in page


def test_terminal_shows_findings(votes, capsys):
    assert analyse(votes) == 0
    said = capsys.readouterr().out
    assert "60" in said
    assert "more findings" in said
    assert not set(said) & set("\u2066\u2067\u2068\u2069")


def test_terminal_keeps_the_id_of_a_statement_on_its_line(tmp_path, capsys):
    """A quoted id may hold line breaks; printed raw it would write lines of its own."""
    path = tmp_path / "votes.csv"
    rows = [f'p{p},"s{s}\nforged line",{1 if (p + s) % 3 else -1}\n' for p in range(30) for s in range(8)]
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    assert analyse(path) == 0
    printed = capsys.readouterr().out
    assert "forged" in printed
    assert not any(line.strip().startswith("forged line") for line in printed.splitlines())


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (HEADER + "a,1,7\n", "votes.csv, row 2, column vote: found «7», expected one of -1, 0, 1"),
        ("who,what\n1,2\n", "votes.csv, row 1: found «who, what», expected a column participant or voter-id"),
        ("", "votes.csv: expected a header and at least one row; the file is empty"),
        (HEADER, "votes.csv: expected at least one row below the header"),
        ("\n" + HEADER + "a,1,1\n", "votes.csv, row 1: found «an empty row», expected the names of the columns"),
        (HEADER + 'a,1,"1\n7"\n', "votes.csv, row 2, column vote: found «1 7», expected one of -1, 0, 1"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_code_2(tmp_path, capsys, content, line):
    path = tmp_path / "votes.csv"
    path.write_text(content)
    assert analyse(path) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1
    assert said[0].startswith(line)


def test_empty_folder_is_bad_input(tmp_path, capsys):
    assert analyse(tmp_path) == 2
    assert "votes.csv" in capsys.readouterr().err


def test_missing_file_is_bad_input(tmp_path, capsys):
    assert analyse(tmp_path / "absent.csv") == 2
    assert "absent.csv: expected a file that exists" in capsys.readouterr().err


def test_unknown_analysis_names_those_there_are(votes, capsys):
    assert run(["analyse", "nonsense", str(votes)]) == 2
    assert "opinion-map" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("nonsense=1", "opinion-map has no parameter nonsense"),
        ("min_group=few", "opinion-map, parameter min_group"),
        ("min_group=1", "opinion-map, parameter min_group"),
        ("min_group", "--set expects parameter=value"),
        ("seed=1", "--set expects parameter=value"),
    ],
)
def test_bad_parameter_is_bad_input(votes, capsys, setting, line):
    assert analyse(votes, "--set", setting) == 2
    assert capsys.readouterr().err.startswith(line)


def test_parameter_reaches_the_analysis(votes, tmp_path):
    out = tmp_path / "out.json"
    assert analyse(votes, "--json", out, "--set", "min_group=8") == 0
    assert json.loads(out.read_bytes())["parameters"]["min_group"] == 8


def test_byte_order_mark_and_mixed_line_ends_change_nothing(votes, tmp_path):
    mixed = tmp_path / "mixed.csv"
    lines = votes.read_text().splitlines()
    ends = ["\r\n", "\n", "\r"]
    mixed.write_bytes(b"\xef\xbb\xbf" + "".join(line + ends[n % 3] for n, line in enumerate(lines)).encode())
    outs = []
    for path in (votes, mixed):
        out = tmp_path / "out.json"
        assert analyse(path, "--json", out) == 0
        outs.append(json.loads(out.read_bytes())["result"])
    assert outs[0] == outs[1]


def test_ten_statements_with_the_same_text_stay_ten_and_are_named(votes, tmp_path):
    listed = tmp_path / "statements.csv"
    listed.write_text("statement,text\n" + "".join(f"{n},Same words\n" for n in range(10)) + "10,Other\n11,Another\n")
    out = tmp_path / "out.json"
    assert analyse(votes, listed, "--json", out) == 0
    document = json.loads(out.read_bytes())
    assert [s["text"] for s in document["result"]["statements"]].count("Same words") == 10
    assert [f for f in document["findings"] if "same-text" in f["key"]]


HOSTILE = "<script>alert(1)</script> \u202eمرحبا\u202c \x1b[31mred"


def test_script_and_direction_override_in_a_statement_stay_text(votes, tmp_path, capsys):
    listed = tmp_path / "statements.csv"
    listed.write_text("statement,text\n" + "".join(f'{n},"{HOSTILE} {n}"\n' for n in range(12)), encoding="utf-8")
    report, out = tmp_path / "report.html", tmp_path / "out.json"
    assert analyse(votes, listed, "--report", report, "--json", out) == 0
    page = report.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    assert json.loads(out.read_bytes())["result"]["statements"][0]["text"].startswith(HOSTILE)
    assert analyse(votes, listed) == 0
    shown = capsys.readouterr().out
    assert "\x1b[31m" not in shown
    assert "\u202e" not in shown


def test_full_disk_is_said_and_keeps_what_was_there(votes, tmp_path, capsys, monkeypatch):
    out = tmp_path / "out.json"
    out.write_text("before")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert analyse(votes, "--json", out) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert out.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "votes.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_device_without_space_is_said(votes, capsys):
    assert analyse(votes, "--json", "/dev/full") == 1
    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("options", [[], ["--json", "-"]])
def test_terminal_or_pipe_without_space_is_said_in_one_line(votes, options):
    command = [sys.executable, "-W", "error", "-m", "majlis.cli", "analyse", "opinion-map", str(votes), *options]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_folder_that_is_not_there_is_said(votes, tmp_path, capsys):
    assert analyse(votes, "--json", tmp_path / "absent" / "out.json") == 1
    assert "could not be written" in capsys.readouterr().err
