"""A mail server for every test, and a room that reminds of what the test says."""

from dataclasses import replace

import pytest

from majlis.workspace.commons import rooms
from majlis.workspace.commons.mail import post
from majlis.workspace.commons.mail.server import MailServer, Tls
from tests.workspace.commons.mail.mailbox import Mailbox, Server


@pytest.fixture
def mailbox():
    return Mailbox()


@pytest.fixture
def server(mailbox, settings, monkeypatch):
    monkeypatch.setattr(post, "SECONDS_TO_ANSWER", 2)
    with Server(mailbox) as running:
        settings.MAIL = MailServer("127.0.0.1", running.port, Tls.NONE)
        settings.MAIL_FROM = "Majlis <majlis@example.org>"
        settings.ADDRESS = "https://majlis.example.org"
        yield running


@pytest.fixture
def reminders(monkeypatch):
    """The lines of the only room that has any, by the address of the member or for everybody."""
    lines = {}

    def awaiting(member):
        return lines.get(member.user.email, lines.get("everybody", []))

    quiet = {key: replace(room, awaiting=rooms.nothing) for key, room in rooms._rooms.items()}
    loud = replace(quiet["consultations"], awaiting=awaiting)
    monkeypatch.setattr(rooms, "_rooms", {**quiet, "consultations": loud})
    return lines
