"""A workspace of its own for every command that is tested."""

import os
import socket

import pytest


@pytest.fixture
def environment(tmp_path):
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAJLIS_", "DJANGO_", "DATABASE_"))
    }
    return {**kept, "MAJLIS_HOME": str(tmp_path / "home")}


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
