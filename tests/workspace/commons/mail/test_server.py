"""What the environment may say about mail, and what is refused before anything starts."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.errors import InputError
from majlis.workspace.commons.mail.server import MailServer, Tls, mail_server, public_address, sender

SERVER = MailServer("h", 25, Tls.NONE)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.org", ("mail.example.org", 587, "starttls", "", "")),
        ("smtp://mail.example.org/?tls=ssl", ("mail.example.org", 465, "ssl", "", "")),
        ("smtp://mail.example.org:2525/?tls=none", ("mail.example.org", 2525, "none", "", "")),
        ("smtp://a%40b:p%3A%2F%40@h:1/?tls=starttls", ("h", 1, "starttls", "a@b", "p:/@")),
        ("smtp://u:p@[::1]/?tls=none", ("::1", 25, "none", "u", "p")),
    ],
)
def test_mail_server_is_read_from_one_address(url, expected):
    found = mail_server(url)
    assert (found.host, found.port, found.tls, found.user, found.password) == expected


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "smtps://mail.example.org",
        "smtp://",
        "smtp://h:port",
        "smtp://h:99999",
        "smtp://h/?tls=yes",
        "smtp://h/?tls=ssl&tls=none",
        "smtp://h/?secure=1",
        "smtp://h/path",
        "smtp://h/#x",
        "smtp://hunter2@h",
        "smtp://u:hunter2@mail.example.org/?tls=none",
        "smtp://u:hunter2/2@h",
        "smtp://u:hunter2]@[h",
    ],
)
def test_bad_mail_server_is_refused_without_showing_the_password(url):
    with pytest.raises(InputError, match="MAJLIS_MAIL: ") as refused:
        mail_server(url)
    assert "hunter2" not in str(refused.value)


@given(st.text())
def test_any_text_is_a_server_or_a_clear_refusal(text):
    try:
        found = mail_server(text)
    except InputError:
        return
    assert found.host if text.strip() else found is None


def test_password_is_not_in_what_is_shown_of_a_server():
    assert "hunter2" not in repr(mail_server("smtp://u:hunter2@h"))


@pytest.mark.parametrize(
    "bad", ["", "nobody", "a@b@c", "Majlis <nobody>", "Majlis\nBcc: x@example.org <a@example.org>"]
)
def test_sender_must_be_one_address(bad):
    with pytest.raises(InputError, match="MAJLIS_MAIL_FROM"):
        sender(bad, SERVER)


def test_sender_keeps_its_name():
    assert sender("Majlis <a@example.org>", SERVER) == "Majlis <a@example.org>"
    assert sender("anything", None) == ""


@pytest.mark.parametrize(
    ("given", "https", "expected"),
    [
        ("https://a.example.org/", True, "https://a.example.org"),
        ("http://127.0.0.1:8000", False, "http://127.0.0.1:8000"),
        ("", True, "https://a.example.org"),
    ],
)
def test_public_address_is_where_links_lead(given, https, expected):
    assert public_address(given, ["a.example.org", "127.0.0.1"], https=https, mails=True) == expected


@pytest.mark.parametrize(
    ("given", "https"),
    [
        ("", False),
        ("http://a.example.org", True),
        ("https://elsewhere.example.org", True),
        ("https://a.example.org/path", True),
        ("https://u@a.example.org", True),
        ("a.example.org", True),
        ("javascript:alert(1)", False),
        ("https://a.example.org:x", True),
    ],
)
def test_address_to_which_no_link_could_lead_is_refused(given, https):
    with pytest.raises(InputError, match="MAJLIS_ADDRESS"):
        public_address(given, ["a.example.org"], https=https, mails=True)


def test_no_address_is_needed_where_nothing_is_mailed():
    assert public_address("", [".example.org"], https=True, mails=False) == ""


def test_bad_setting_stops_every_command_with_one_line(tmp_path):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAJLIS_", "DJANGO_"))}
    environment = {**kept, "MAJLIS_HOME": str(tmp_path), "MAJLIS_MAIL": "smtp://u:hunter2@h/?tls=maybe"}
    command = [sys.executable, "-m", "majlis.cli", "doctor"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "MAJLIS_MAIL: tls is starttls, ssl or none, and nothing else\n"
