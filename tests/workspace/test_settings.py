"""The settings, as the environment makes them."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from majlis.workspace import settings as shipped

SHOW = """
import json
from majlis.workspace import settings as s
names = ["DEMO", "HTTPS", "ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE",
         "CSRF_COOKIE_SECURE", "CSRF_TRUSTED_ORIGINS", "HOME", "KEYS", "SECRET_KEY"]
shown = {name: getattr(s, name) for name in names}
print(json.dumps({"ENGINE": s.DATABASES["default"]["ENGINE"], **shown}, default=str))
"""


def settings_under(tmp_path, **environment):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAJLIS_", "DATABASE_"))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SHOW],
        env={**kept, "MAJLIS_HOME": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_settings_without_environment_are_those_of_one_machine(tmp_path):
    shown = settings_under(tmp_path)
    assert shown["ENGINE"] == "django.db.backends.sqlite3"
    assert shown["KEYS"] == str(tmp_path / "keys")
    assert not shown["DEMO"]
    assert not shown["SESSION_COOKIE_SECURE"]
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
    assert settings_under(tmp_path)["SECRET_KEY"] == shown["SECRET_KEY"]


def test_settings_under_https_send_no_cookie_in_the_clear(tmp_path):
    shown = settings_under(tmp_path, MAJLIS_HTTPS="1", MAJLIS_HOSTS="a.example.org, b.example.org")
    assert shown["ALLOWED_HOSTS"] == ["a.example.org", "b.example.org"]
    assert shown["CSRF_TRUSTED_ORIGINS"] == ["https://a.example.org", "https://b.example.org"]
    assert shown["SECURE_HSTS_SECONDS"] == 31536000
    assert all(shown[name] for name in ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"))


def test_settings_take_postgresql_from_its_address(tmp_path):
    shown = settings_under(tmp_path, DATABASE_URL="postgres://majlis@localhost/majlis")
    assert shown["ENGINE"] == "django.db.backends.postgresql"


@pytest.mark.parametrize("bad", ["unsafe-inline", "unsafe-eval", "*", "http:"])
def test_content_policy_lets_no_foreign_or_inline_code_in(bad):
    sources = [source for sources in shipped.CONTENT_SECURITY_POLICY["DIRECTIVES"].values() for source in sources]
    assert not any(bad in source for source in sources)


@pytest.mark.django_db
def test_policy_is_sent_with_every_page(client):
    assert "default-src 'self'" in client.get("/en/").headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_nobody_signs_up_alone(client):
    page = client.post("/en/account/signup/", {"email": "a@example.org", "password1": "x" * 20, "password2": "x" * 20})
    assert page.status_code in {200, 302, 403}
    from majlis.workspace.commons.models import User

    assert not User.objects.exists()


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="this is about SQLite's file")
def test_sqlite_keeps_what_was_answered_and_forgets_what_was_deleted():
    expected = {"journal_mode": "wal", "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 20000, "fullfsync": 1}
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    assert found == expected
    assert connection.transaction_mode == "IMMEDIATE"
    assert "synchronous=FULL" in shipped.SQLITE_OPTIONS["init_command"]
