"""Small secret files."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from majlis.workspace.commons.files import private_folder, secret, write_once


def test_file_is_private_and_written_once(tmp_path):
    path = tmp_path / "new" / "file"
    assert write_once(path, b"one")
    assert not write_once(path, b"two")
    assert path.read_bytes() == b"one"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["file"]


def test_of_many_who_write_at_once_one_wins(tmp_path):
    path = tmp_path / "file"
    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(lambda n: write_once(path, bytes([n]) * 9), range(40)))
    assert won.count(True) == 1
    assert path.read_bytes() == bytes([won.index(True)]) * 9


def test_write_that_fails_leaves_nothing(tmp_path, monkeypatch):
    def fail(descriptor):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_once(tmp_path / "file", b"one")
    assert list(tmp_path.iterdir()) == []


def test_secret_stays_the_same(tmp_path):
    first = secret(tmp_path / "secret.key")
    assert len(first) > 60
    assert secret(tmp_path / "secret.key") == first
    assert secret(tmp_path / "other.key") != first


def test_folder_that_exists_keeps_its_rights(tmp_path):
    tmp_path.chmod(0o755)
    assert private_folder(tmp_path).stat().st_mode & 0o777 == 0o755
