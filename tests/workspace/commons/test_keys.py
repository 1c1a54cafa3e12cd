"""Keys of consultations."""

import hashlib
import hmac
import os
from uuid import uuid4

import pytest

from majlis.workspace.commons import keys

KEY = bytes(range(32))


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    return settings.KEYS


def test_key_is_made_once_and_readable_by_its_owner_alone(folder):
    consultation = uuid4()
    key = keys.make(consultation)
    assert len(key) == 32
    assert keys.make(consultation) == keys.load(consultation) == key
    assert (folder / f"{consultation}.key").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in folder.iterdir()] == [f"{consultation}.key"]


def test_two_consultations_have_two_keys():
    assert keys.make(uuid4()) != keys.make(uuid4())


def test_destroyed_key_was_overwritten_before_it_was_unlinked(folder, tmp_path):
    consultation = uuid4()
    key = keys.make(consultation)
    os.link(keys.path_of(consultation), tmp_path / "second-name")
    keys.destroy(consultation)
    assert not keys.exists(consultation)
    left = (tmp_path / "second-name").read_bytes()
    assert left == bytes(32)
    assert left != key
    with pytest.raises(keys.KeyGone, match="is gone"):
        keys.load(consultation)
    keys.destroy(consultation)


def test_damaged_key_is_not_used():
    consultation = uuid4()
    keys.make(consultation)
    keys.path_of(consultation).write_bytes(b"short")
    with pytest.raises(keys.KeyGone, match="5 bytes instead of 32"):
        keys.load(consultation)


def test_path_takes_nothing_but_an_id():
    with pytest.raises(ValueError, match="badly formed"):
        keys.path_of("../secret")


def test_pseudonym_is_a_truncated_hmac_under_a_key_of_its_own():
    subkey = hmac.digest(KEY, b"majlis:pseudonym", "sha256")
    expected = hmac.new(subkey, b"token", hashlib.sha256).digest()[:16]
    assert keys.pseudonym(KEY, "token") == keys.pseudonym(KEY, b"token") == expected
    assert keys.pseudonym(KEY, "other") != expected
    assert keys.pseudonym(bytes(32), "token") != expected


def test_commitment_depends_on_every_part_and_on_where_each_ends():
    made = {
        keys.commitment(KEY, "ab", "c"),
        keys.commitment(KEY, "a", "bc"),
        keys.commitment(KEY, "abc"),
        keys.commitment(KEY, "abc", ""),
        keys.commitment(bytes(32), "ab", "c"),
    }
    assert len(made) == 5
    assert keys.commitment(KEY, "ab", "c") == keys.commitment(KEY, b"ab", b"c")


def test_short_key_is_refused():
    with pytest.raises(ValueError, match="32 bytes"):
        keys.pseudonym(b"", "token")
