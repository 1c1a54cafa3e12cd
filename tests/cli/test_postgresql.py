"""`majlis serve` as a process on a PostgreSQL server, from an empty database to doctor and goodbye."""

import signal
import subprocess
from urllib.parse import quote

import pytest
from django.db import connection

from tests.cli.processes import RUN, answers, wait_for

NAME = "majlis_served"


@pytest.fixture
def database(db):
    """The address of an empty database on the server that the tests run on."""
    if connection.vendor != "postgresql":
        pytest.skip("other tests serve on SQLite; this one needs a PostgreSQL server")
    told = connection.settings_dict
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {NAME}")
        cursor.execute(f"CREATE DATABASE {NAME}")
        yield f"postgresql://{quote(told['USER'])}:{quote(told['PASSWORD'])}@{told['HOST']}:{told['PORT']}/{NAME}"
        cursor.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def test_serves_from_an_empty_database_and_again(environment, port, database):
    environment = {**environment, "DATABASE_URL": database}
    first = ["--institution", "Institution one", "--admin-email", "first@example.org"]
    for told in (first, []):
        process = subprocess.Popen([*RUN, "serve", "--port", str(port), *told], env=environment, stdout=subprocess.PIPE)
        try:
            wait_for(lambda: answers(port))
            doctor = subprocess.run([*RUN, "doctor"], env=environment, capture_output=True, text=True, check=False)
            assert doctor.returncode == 0, doctor.stdout
            assert "PostgreSQL" in doctor.stdout
            process.send_signal(signal.SIGINT)
            said = process.communicate(timeout=60)[0].decode()
            assert process.returncode == 0, said
        finally:
            process.kill()
            process.wait()
        assert "first@example.org sets a password" in said
