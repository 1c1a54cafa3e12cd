"""A real SMTP server on loopback that keeps what it takes, and can be told to misbehave."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from ipaddress import ip_address

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "majlis@example.org", "p:ss/w@rd"


class Mailbox:
    """What arrived, and how the server is to answer: `recipients` maps an address to the reply to it."""

    def __init__(self):
        self.raw, self.recipients, self.sessions = [], {}, []
        self.on_data = None
        self.answer = "250 taken"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if refusal := self.recipients.get(address):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 go on"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.sessions.append((session.ssl is not None, session.authenticated, tuple(envelope.rcpt_tos)))
        self.raw.append(envelope.original_content)
        if self.on_data:
            await self.on_data()
        return self.answer

    @property
    def mails(self):
        return [message_from_bytes(raw.replace(b"\r\n", b"\n"), policy=default) for raw in self.raw]

    @property
    def receivers(self):
        return sorted(receivers[0] for _, _, receivers in self.sessions)

    async def hang(self):
        await asyncio.sleep(60)


class Server(Controller):
    """`with Server(mailbox) as server:` listens at `server.port`; `certificate` makes it speak TLS."""

    def __init__(self, mailbox, certificate=None, *, at_once=False, **options):
        context = None
        if certificate:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificate)
        if certificate and not at_once:
            options |= {"tls_context": context, "require_starttls": True}
        super().__init__(
            mailbox, hostname="127.0.0.1", port=0, ssl_context=context if at_once else None, ready_timeout=10, **options
        )

    def _trigger_server(self):
        # the port is known only now that the system has chosen it
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()


def sign_in(server, session, envelope, mechanism, given):
    good = (given.login.decode(), given.password.decode()) == (USER, PASSWORD)
    return AuthResult(success=good, handled=False)


def make_certificate(path):
    """A certificate for 127.0.0.1, signed by itself, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.test")])
    now = datetime.now(UTC)
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(alternative, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path
