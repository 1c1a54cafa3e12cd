"""Mails to a real server: taken, refused, or nobody knows; in the clear on loopback, or under TLS with a password."""

import socket

import pytest

from majlis.workspace.commons.mail.letters import trial_letter
from majlis.workspace.commons.mail.post import NotSent, Post, Reason
from majlis.workspace.commons.mail.server import MailServer, Tls
from tests.workspace.commons.mail.mailbox import PASSWORD, USER, Server, make_certificate, sign_in


def post_one(settings, to="reader@example.org", claim=lambda: True):
    with Post(settings.MAIL) as post:
        return post.send(trial_letter(to), claim)


def reason_of(settings, **more):
    with pytest.raises(NotSent) as fault:
        post_one(settings, **more)
    return fault.value.reason


def test_mail_arrives_whole(server, mailbox, settings):
    assert post_one(settings)
    (mail,) = mailbox.mails
    assert (mail["From"], mail["To"]) == ("Majlis <majlis@example.org>", "reader@example.org")
    assert mail["Message-ID"].endswith("@majlis.example.org>")
    assert "https://majlis.example.org" in mail.get_content()
    assert mailbox.receivers == ["reader@example.org"]


def test_line_of_one_dot_does_not_end_the_mail(server, mailbox, settings):
    letter = trial_letter("reader@example.org")
    letter.set_content("before\n.\n..after\n")
    with Post(settings.MAIL) as post:
        post.send(letter)
    assert mailbox.mails[0].get_content() == "before\n.\n..after\n"


def test_connection_serves_several_mails(server, mailbox, settings):
    with Post(settings.MAIL) as post:
        for number in range(3):
            post.send(trial_letter(f"m{number}@example.org"))
        assert post.connected() is post.connected()
    assert mailbox.receivers == [f"m{number}@example.org" for number in range(3)]


def test_nothing_is_sent_without_the_claim_and_the_next_mail_goes(server, mailbox, settings):
    with Post(settings.MAIL) as post:
        assert not post.send(trial_letter("a@example.org"), lambda: False)
        assert post.send(trial_letter("b@example.org"))
    assert mailbox.receivers == ["b@example.org"]


@pytest.mark.parametrize(
    ("reply", "reason"), [("550 no such user", Reason.REFUSED), ("451 come back later", Reason.LATER)]
)
def test_refused_recipient_is_told_from_one_to_try_again_and_others_get_theirs(
    server, mailbox, settings, reply, reason
):
    mailbox.recipients["bad@example.org"] = reply
    claims = []
    with Post(settings.MAIL) as post:
        with pytest.raises(NotSent) as fault:
            post.send(trial_letter("bad@example.org"), lambda: claims.append(1) or True)
        assert post.send(trial_letter("good@example.org"))
    assert (fault.value.reason, claims) == (reason, [])
    assert mailbox.receivers == ["good@example.org"]


@pytest.mark.parametrize(("answer", "reason"), [("554 spam", Reason.REFUSED), ("452 full", Reason.LATER)])
def test_server_that_refuses_the_text_is_believed(server, mailbox, settings, answer, reason):
    mailbox.answer = answer
    assert reason_of(settings) is reason


def test_server_that_never_answers_leaves_it_open(server, mailbox, settings, monkeypatch):
    monkeypatch.setattr("majlis.workspace.commons.mail.post.SECONDS_TO_ANSWER", 0.3)
    mailbox.on_data = mailbox.hang
    fault = reason_of(settings)
    assert fault is Reason.UNANSWERED
    assert not NotSent(fault).again


def test_server_that_is_down_or_mute_is_unreachable(settings, monkeypatch):
    monkeypatch.setattr("majlis.workspace.commons.mail.post.SECONDS_TO_ANSWER", 0.3)
    settings.MAIL_FROM, settings.ADDRESS = "majlis@example.org", "https://majlis.example.org"
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        port = mute.getsockname()[1]
        settings.MAIL = MailServer("127.0.0.1", port, Tls.NONE)
        assert reason_of(settings) is Reason.UNREACHABLE
        mute.listen()
        assert reason_of(settings) is Reason.UNREACHABLE


@pytest.mark.parametrize("bad", ["a\nBcc: b@example.org", "a@example.org\r\nX: y", "ünicode@example.org", "nobody", ""])
def test_what_is_no_address_is_refused_before_any_server_sees_it(server, mailbox, settings, bad):
    assert reason_of(settings, to=bad) is Reason.REFUSED
    assert mailbox.raw == []


@pytest.fixture
def certificate(tmp_path):
    return make_certificate(tmp_path / "server.pem")


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the test server does not notice TLS from the first byte
@pytest.mark.parametrize("tls", [Tls.STARTTLS, Tls.SSL])
def test_password_goes_under_tls_to_a_server_whose_certificate_holds(
    server, mailbox, settings, certificate, tls, monkeypatch
):
    options = {"authenticator": sign_in, "auth_required": True, "auth_require_tls": tls is Tls.STARTTLS}
    with Server(mailbox, certificate, at_once=tls is Tls.SSL, **options) as running:
        settings.MAIL = MailServer("127.0.0.1", running.port, tls, USER, PASSWORD)
        assert reason_of(settings) is Reason.TLS
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert post_one(settings)
        ((secret, signed_in, _),) = mailbox.sessions
        assert secret or tls is Tls.SSL  # nothing but TLS gets through its port
        assert signed_in
        settings.MAIL = MailServer("127.0.0.1", running.port, tls, USER, "wrong")
        assert reason_of(settings) is Reason.SIGN_IN


def test_domain_in_another_script_is_written_in_ascii(server, mailbox, settings):
    assert post_one(settings, to="m@bücher.example")
    assert mailbox.receivers == ["m@xn--bcher-kva.example"]


def test_server_without_tls_gets_nothing_where_tls_is_wanted(server, mailbox, settings):
    settings.MAIL = MailServer("127.0.0.1", server.port, Tls.STARTTLS, USER, PASSWORD)
    assert reason_of(settings) is Reason.TLS
    assert mailbox.raw == []
