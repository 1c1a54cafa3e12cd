"""`majlis ledger verify` on files that somebody tampered with, a witness's head in hand; no workspace, no database."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from majlis.cli import run
from majlis.engine.ledger import Checkpoint, Frontier, Note, SigningKey, leaf_hash
from majlis.engine.ledger.entries import Row
from majlis.engine.ledger.export import Title, write
from majlis.engine.ledger.note import LOG

SIZE, SEEN = 23, 17
AT = "2026-01-05T09:00:00.000000+00:00"
KEY = SigningKey("ministry.example/ledger", LOG, bytes(range(32)))
OTHER = SigningKey(KEY.name, LOG, bytes(32))


def rows(size=SIZE, action="thing.do"):
    """A ledger of so many acts, by the definition of its leaves."""
    frontier, found = Frontier(), []
    for index in range(size):
        said = {"action": action, "actor": None, "at": AT, "before": frontier.root.hex(), "detail": {}, "index": index}
        leaf = json.dumps(said | {"subjects": []}, sort_keys=True, separators=(",", ":"))
        found.append(Row(index, None, leaf, leaf_hash(leaf.encode()).hex()))
        frontier, _ = frontier.grow(leaf_hash(leaf.encode()))
    return found, frontier


def signed(frontier, key=KEY):
    text = str(Checkpoint(key.name, frontier.size, frontier.root))
    return Note(text).signed_also(key.sign(text))


def exported(found, frontier, key=KEY):
    return "".join(write(Title(key.public, signed(frontier, key)), found))


HONEST = exported(*rows())
HEAD = str(signed(rows(SEEN)[1]))


@pytest.fixture
def verify(tmp_path, capsys):
    """Give the exit code and what was said about a file, with the witness's head unless told otherwise."""

    def check(content, *more, witness=HEAD):
        file, head = tmp_path / "export.jsonl", tmp_path / "head"
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        head.write_text(witness)
        capsys.readouterr()
        code = run(["ledger", "verify", str(file), "--witness", str(head), *more])
        said = capsys.readouterr()
        return code, said.out + said.err

    return check


def lines():
    return HONEST.splitlines(keepends=True)


def test_the_honest_export_holds(verify):
    assert verify(HONEST, "--key", str(KEY.public))[0] == 0


@pytest.mark.parametrize("place", range(SIZE))
def test_every_entry_that_is_edited_is_named(place, verify):
    changed = lines()
    changed[place + 1] = changed[place + 1].replace("thing.do", "thing.no")
    code, said = verify("".join(changed))
    assert (code, f"Entry {place} is bad: altered" in said) == (1, True), said


@pytest.mark.parametrize("place", range(SIZE))
def test_an_edit_with_a_fresh_hash_is_found(place, verify):
    changed = lines()
    row = json.loads(changed[place + 1])
    row["leaf"] = row["leaf"].replace("thing.do", "thing.no")
    row["hash"] = leaf_hash(row["leaf"].encode()).hex()
    changed[place + 1] = json.dumps(row) + "\n"
    assert verify("".join(changed))[0] == 1


@pytest.mark.parametrize("kept", range(SIZE))
def test_every_cut_is_found_even_when_it_is_signed_anew(kept, verify):
    assert verify("".join(lines()[: kept + 1]))[0] == 1
    code, said = verify(exported(*rows(kept)))
    assert code == (1 if kept < SEEN else 0), said
    assert kept >= SEEN or f"Entry {kept} is bad: cut" in said


@given(order=st.permutations(range(SIZE)))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_other_order_is_found(order, verify):
    head, *entries = lines()
    code, _ = verify(head + "".join(entries[place] for place in order))
    assert code == (0 if order == sorted(order) else 1)


@pytest.mark.parametrize("key", [KEY, OTHER], ids=["same-key", "other-key"])
def test_a_rebuilt_ledger_is_found_by_the_head_alone(key, verify):
    found, frontier = rows(action="thing.else")
    code, said = verify(exported(found, frontier, key))
    assert (code, "rebuilt" in said) == (1, True)


def test_the_witness_of_another_ledger_is_told_apart(verify):
    other = SigningKey("elsewhere.example/ledger", LOG, bytes(32))
    code, said = verify(HONEST, witness=str(signed(rows(SEEN, action="their.act")[1], other)))
    assert code == 1
    assert "signed as elsewhere.example/ledger" in said


def test_a_head_from_before_a_new_key_counts_with_the_key_that_lies_beside_it(verify, tmp_path):
    earlier = SigningKey("ministry.example/ledger/earlier", LOG, bytes(32))
    head = str(signed(rows(SEEN)[1], earlier))
    code, said = verify(HONEST, witness=head)
    assert (code, "no key of this ledger signed" in said, earlier.name in said) == (1, True, True)
    (tmp_path / "head.log-key").write_text(f"{earlier.public}\n")
    code, said = verify(HONEST, witness=head)
    assert (code, f"The first {SEEN} entries hold" in said, str(KEY.public) in said) == (1, True, True)
    code, said = verify(HONEST, "--key", str(KEY.public), witness=head)
    assert (code, f"cover the first {SEEN} of them" in said) == (0, True)
    (tmp_path / "head.log-key").write_text(f"{OTHER.public}\n")
    assert verify(HONEST, witness=head)[0] == 1


def test_entries_that_somebody_else_added_after_the_head_are_not_taken_for_the_ledgers(verify, tmp_path):
    """The witness knows the ledger's key; the forger has another, and continues what the head covers."""
    (tmp_path / "head.log-key").write_text(f"{KEY.public}\n")
    assert verify(HONEST)[0] == 0
    code, said = verify(exported(*rows(), SigningKey("elsewhere.example/ledger", LOG, bytes(32))))
    assert (code, "another key" in said) == (1, True)


@pytest.mark.parametrize("beside", ["bytes", "folder"])
def test_a_key_beside_the_head_that_is_none_is_told_in_a_line(beside, verify, tmp_path):
    place = tmp_path / "head.log-key"
    place.mkdir() if beside == "folder" else place.write_bytes(b"\xd0\xff")
    code, said = verify(HONEST)
    assert (code, said.count("\n")) == (2, 1)
    assert {"bytes": "expected text in UTF-8", "folder": "directory"}[beside] in said


@pytest.mark.parametrize("name", ["elsewhere.example/ledger", "ministry.example/ledger2"])
def test_a_head_whose_origin_was_replaced_is_no_head(name, verify):
    """The same entries, the same root: only whose head it is was changed, or who signed it."""
    code, said = verify(HONEST, witness=HEAD.replace(f"{KEY.name}\n", f"{name}\n", 1))
    assert (code, name in said) == (1, True)
    unsigned = Note(Note.parse(HEAD).text).signed_also(OTHER.sign(Note.parse(HEAD).text))
    assert verify(HONEST, witness=str(unsigned))[0] == 1


def test_an_export_whose_head_bears_another_name_than_its_key_is_found(verify):
    text = str(Checkpoint("elsewhere.example/ledger", SIZE, rows()[1].root))
    note = Note(text).signed_also(KEY.sign(text))
    code, said = verify("".join(write(Title(KEY.public, note), rows()[0])))
    assert (code, "notes" in said) == (1, True)


def test_a_rebuilt_ledger_is_told_of_without_contradiction(verify):
    _, said = verify(exported(*rows(action="thing.else")))
    assert f"not the {SEEN} entries" in said
    assert "before entry 0" in said
    assert "hold together" not in said


def test_another_key_than_the_one_given_is_a_ledger_that_does_not_hold(verify):
    code, said = verify(HONEST, "--key", str(OTHER.public))
    assert (code, "not by the key that you gave" in said) == (1, True)


FIELDS = {
    "in an entry": (3, '{"index":', '{"note":"quincunxword","index":'),
    "in the head": (0, '{"format":', '{"note":"quincunxword","format":'),
    "twice": (3, '{"index":', '{"index":77,"index":'),
}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_that_nobody_checks_is_refused(name, verify):
    place, begins, changed = FIELDS[name]
    tampered = lines()
    tampered[place] = tampered[place].replace(begins, changed, 1)
    code, said = verify("".join(tampered), "--key", str(KEY.public))
    assert code == 2
    assert f"line {place + 1}" in said


@given(place=st.integers(0, len(HONEST) - 1), byte=st.integers(0, 255))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_changed_byte_passes(place, byte, verify):
    raw = bytearray(HONEST.encode())
    same = raw[place] == byte
    raw[place] = byte
    code, said = verify(bytes(raw), "--key", str(KEY.public))
    assert "fault in Majlis" not in said
    assert code == 0 if same else code in {1, 2} or _reads_the_same(bytes(raw)), said


def _reads_the_same(raw):
    """Whether only what JSON does not mean was changed, such as the sign that ends a line."""
    try:
        return [json.loads(line) for line in raw.decode().splitlines()] == [json.loads(line) for line in lines()]
    except ValueError:
        return False


HOSTILE = {
    "nothing": b"",
    "bytes": b"\x00\xff\xfe" * 40,
    "half a character": HONEST.encode()[:900] + b"\xc3\n",
    "deep": "[" * 200_000,
    "deep entry": lines()[0] + '{"index":' + "[" * 200_000,
    "deep leaf": lines()[0] + json.dumps({"index": 0, "leaf": "[" * 200_000, "hash": "0" * 64}) + "\n",
    "half a pair": lines()[0] + '{"index":0,"leaf":"\\ud800","hash":"' + "0" * 64 + '"}\n',
    "a true index": lines()[0] + lines()[1].replace('"index":0', '"index":true', 1),
    "a huge index": lines()[0] + lines()[1].replace('"index":0', '"index":' + "9" * 5000, 1),
    "no hash": lines()[0] + lines()[1].replace('"hash":"', '"hash":"zz', 1),
    "a number for a leaf": lines()[0] + '{"index":0,"leaf":7,"hash":"0"}\n',
    "another format": HONEST.replace("majlis-ledger/1", "majlis-ledger/2", 1),
    "a head of no size": HONEST.replace("\\n23\\n", "\\n-1\\n", 1),
    "entries twice": HONEST + "".join(lines()[1:]),
    "a second head": HONEST + lines()[0],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_line(name, verify):
    code, said = verify(HOSTILE[name])
    assert code in {1, 2}
    assert "fault in Majlis" not in said
    assert len(said.strip().splitlines()) == 1
    assert len(said) < 600


@pytest.mark.parametrize(
    "head",
    ["", "no note", HEAD[:40], HEAD.replace("\n17\n", "\nmany\n"), "\x00" * 9],
    ids=["empty", "no-note", "cut", "no-size", "zeros"],
)
def test_a_witness_that_is_none_is_refused(head, verify):
    code, said = verify(HONEST, witness=head)
    assert code == 2
    assert "fault in Majlis" not in said
