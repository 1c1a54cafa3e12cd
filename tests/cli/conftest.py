"""A workspace of its own for every command that is tested."""

import os
import shutil
import socket
import subprocess
import sys

import pytest

UPGRADE = """
from majlis.cli import workspace
workspace.open_workspace()
from majlis.workspace.commons import setup
setup.upgrade()
"""


def environment_of(home):
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAJLIS_", "DJANGO_", "DATABASE_"))
    }
    return {**kept, "MAJLIS_HOME": str(home)}


@pytest.fixture
def environment(tmp_path):
    """The variables of a workspace whose folder is not there yet."""
    return environment_of(tmp_path / "home")


@pytest.fixture(scope="session")
def upgraded_once(tmp_path_factory):
    home = tmp_path_factory.mktemp("upgraded") / "home"
    subprocess.run([sys.executable, "-c", UPGRADE], env=environment_of(home), check=True)
    return home


@pytest.fixture
def upgraded(environment, upgraded_once):
    """The variables of a workspace that has its tables and nobody in it: a copy, because migrations take long."""
    shutil.copytree(upgraded_once, environment["MAJLIS_HOME"])
    return environment


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
