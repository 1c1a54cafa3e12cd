"""Signed notes against published ones, and against the sentences of the specification."""

import hashlib
from base64 import b64decode, b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.ledger import Checkpoint, Note, NoteError, PublicKey, Signature, SigningKey

# golang.org/x/mod/sumdb/note, example_test.go and note_test.go
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
LINE = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

# c2sp.org/tlog-cosignature: the example's text; its keys are not published, so only its form is read
EXAMPLE = """example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
"""  # noqa: E501
WITNESS = SigningKey("witness.example/w1", 4, bytes(range(32)))


def test_published_note_verifies_and_is_signed_to_the_same_bytes():
    note = Note.parse(f"{TEXT}\n{LINE}\n")
    assert PublicKey.parse(VKEY).verifies(note)
    assert str(SigningKey.parse(SKEY).sign(TEXT)) == LINE
    assert str(SigningKey.parse(SKEY).public) == VKEY
    assert str(SigningKey.parse(SKEY)) == SKEY
    assert str(note) == f"{TEXT}\n{LINE}\n"


def test_published_checkpoint_is_read_and_written_to_the_same_bytes():
    note = Note.parse(EXAMPLE)
    read = Checkpoint.read(note)
    assert (read.origin, read.size) == ("example.com/behind-the-sofa", 20852163)
    assert b64encode(read.root) == b"CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
    assert str(read) == note.text
    assert str(note) == EXAMPLE
    assert int.from_bytes(note.signatures[1].made[:8], "big") == 1679315147


def test_cosignature_is_what_the_specification_says_word_by_word():
    text = Note.parse(EXAMPLE).text
    private = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    public = private.public_key().public_bytes_raw()
    key_id = hashlib.sha256(b"witness.example/w1\n\x04" + public).digest()[:4]
    made = private.sign(b"cosignature/v1\ntime 1679315147\n" + text.encode())
    expected = key_id + (1679315147).to_bytes(8, "big") + made
    line = str(WITNESS.sign(text, at=1679315147))
    assert line == f"— witness.example/w1 {b64encode(expected).decode()}"
    assert WITNESS.public.verifies(Note(text, (Signature.parse(line),)))


@given(st.integers(0, 2**40), st.data())
def test_no_flipped_bit_of_text_or_signature_verifies(at, data):
    text = Note.parse(EXAMPLE).text
    line = WITNESS.sign(text, at=at)
    place = data.draw(st.integers(0, len(line.made) * 8 - 1))
    flipped = bytearray(line.made)
    flipped[place // 8] ^= 1 << place % 8
    assert WITNESS.public.verifies(Note(text, (line,)))
    assert not WITNESS.public.verifies(Note(text, (Signature(line.name, line.key_id, bytes(flipped)),)))
    where = data.draw(st.integers(0, len(text) - 2))
    other = text[:where] + chr(ord(text[where]) ^ 1) + text[where + 1 :]
    assert not WITNESS.public.verifies(Note(other, (line,)))


def test_a_bad_line_of_a_known_key_spoils_the_note_and_unknown_lines_are_passed_over():
    good = SigningKey.parse(SKEY).sign(TEXT)
    bad = Signature(good.name, good.key_id, bytes(64))
    stranger = Signature("stranger", b"\x00" * 4, bytes(64))
    key = PublicKey.parse(VKEY)
    assert key.verifies(Note(TEXT, (stranger, good)))
    assert not key.verifies(Note(TEXT, (good, bad)))
    assert not key.verifies(Note(TEXT, (stranger,)))


@pytest.mark.parametrize(
    "written",
    [
        "",
        "text without a line\n",
        f"{TEXT}\n",
        f"{TEXT}\n{LINE}",
        f"{TEXT}\n- PeterNeumann AAAA\n",
        f"{TEXT}\t\n\n{LINE}\n",
        f"{TEXT}\n{LINE}x y\n",
        f"{TEXT}\n" + f"{LINE}\n" * 65,
    ],
    ids=["empty", "unsigned", "no-line", "no-line-end", "dash", "tab", "spaces", "too-many"],
)
def test_what_is_no_note_is_refused(written):
    with pytest.raises(NoteError):
        Note.parse(written)


@pytest.mark.parametrize("size", ["01", "-1", "1.0", "١", "", "9" * 30])
def test_a_size_that_is_no_plain_decimal_is_refused(size):
    with pytest.raises(NoteError):
        Checkpoint.read(Note(f"origin\n{size}\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"))


def test_damaged_keys_are_refused():
    for written in (VKEY.replace("c74f20a3", "c74f20a4"), VKEY[:-4], "name", "a b+c74f20a3+AAAA"):
        with pytest.raises(NoteError):
            PublicKey.parse(written)
    with pytest.raises(NoteError):
        SigningKey.parse(SKEY.replace("AYEK", "AYEL"))
    assert "AYEK" not in repr(SigningKey.parse(SKEY))
    assert len(b64decode(VKEY.split("+", 2)[2])) == 33
