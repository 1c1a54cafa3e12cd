"""What is written in mails, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from majlis.engine.handling import Code, Handling, Pap, Tlp
from majlis.engine.text import shown
from majlis.workspace.commons import people, words
from majlis.workspace.commons.mail.post import WIRE, address
from majlis.workspace.commons.models import Member, User
from majlis.workspace.commons.rooms import Line, rooms
from majlis.workspace.commons.texts import Text, primary

SALT = "majlis.digest"
NOT_PASSED_ON = frozenset({Code.H2, Code.H3})


@dataclass(frozen=True)
class Item:
    """One line of a digest; `text` is None where a mail may not carry it."""

    text: Text | str | None
    url: str
    note: str = ""
    due: str = ""


@dataclass(frozen=True)
class Section:
    """What one room reminds of."""

    title: str
    items: list[Item]


def may_carry(handling: Handling | None) -> bool:
    """Say whether a mail may carry what is so marked.

    It passes through servers of others and stays in mailboxes: nothing above TLP:AMBER, nothing of PAP:RED, nothing
    that its provider does not let pass on (H2, H3), nothing that expires, and nothing whose marking is not known.
    """
    if handling is None or handling.expires is not None:
        return False
    return handling.tlp <= Tlp.AMBER and handling.pap < Pap.RED and not handling.codes & NOT_PASSED_ON


def language_of(user: User, locale: str) -> str:
    """Give the language of a person's mails: what they chose, else that of the institution's locale, else English."""
    known = dict(settings.LANGUAGES)
    return next((one for one in (user.language, primary(locale)) if one in known), "en")


@contextmanager
def written_for(member: Member) -> Iterator[str]:
    """Write in the member's language during the block, which it gives."""
    locale = member.institution.locale
    language = language_of(member.user, locale)
    with override(language), words.locale_of(locale):
        yield language


def sections(member: Member, today: date) -> list[Section]:
    """Gather what every room reminds the member of, in the language of the moment; rooms with nothing are left out."""
    found = []
    for room in rooms():
        lines = [line for line in room.awaiting(member) if line.reminds(today)]
        title = words.say_plain(room.title)
        lines.sort(key=lambda line: (not may_carry(line.handling), line.due or date.max))
        if lines:
            found.append(Section(title, [_item(line, today) for line in lines]))
    return found


def digest_context(member: Member, today: date) -> dict[str, object]:
    """Give what the digest's template shows."""
    found = sections(member, today)
    return {"sections": found, "count": sum(len(section.items) for section in found), "today": today}


def digest_letter(member: Member, today: date) -> EmailMessage | None:
    """Write the member's digest of the day; None where there is nothing to say."""
    with written_for(member) as language:
        context = digest_context(member, today)
        if not context["count"]:
            return None
        stop = f"{settings.ADDRESS}{reverse('commons:digest-stop', args=[stop_token(member.user)])}"
        context |= {"stop": stop, "settings_url": f"{settings.ADDRESS}{reverse('commons:digest')}"}
        subject = words.say_plain("digest-subject", count=context["count"])
        headers = {"List-Unsubscribe": f"<{stop}>"}
        if stop.startswith("https:"):
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        html = render_to_string("commons/mail/digest.html", context | {"subject": subject})
        return _letter(member.user, language, subject, _digest_text(context), html, headers)


def password_letter(member: Member, language: str) -> EmailMessage:
    """Write the mail with a link on which the member sets a new password."""
    with override(language):
        link = f"{settings.ADDRESS}{people.make_mailed_link(member=member)}"
        text = "\n\n".join([words.say_plain("password-mail-text"), link, words.say_plain("password-mail-ignore")])
        return _letter(member.user, language, words.say_plain("password-mail-subject"), text)


def trial_letter(to: str) -> EmailMessage:
    """Write the mail that shows whether mail works."""
    text = "Mail works: this workspace can send, and this address receives.\n\n" + settings.ADDRESS
    return _letter(User(email=to), "en", "Majlis: a test mail", text)


def stop_token(user: User) -> str:
    """Give the token that lets its holder end the user's digest, and nothing else; it does not expire."""
    return signing.dumps(str(user.pk), salt=SALT)


def stopped_user(token: str) -> User | None:
    """Find whose digest the token ends; None where it is none of ours."""
    try:
        return User.objects.filter(pk=signing.loads(token, salt=SALT)).first()
    except (signing.BadSignature, ValidationError):
        return None


def _item(line: Line, today: date) -> Item:
    if not may_carry(line.handling):
        return Item(None, _absolute(line.url))
    text = line.text if isinstance(line.text, Text) else Text.write(line.text)
    return Item(text, _absolute(line.url), _one_line(line.note), _due(line.due, today))


def _one_line(text: str) -> str:
    return " ".join(shown(text).split())


def _due(due: date | None, today: date) -> str:
    if due is None:
        return ""
    if due == today:
        return words.say_plain("digest-due-today")
    return words.say_plain("digest-due" if due > today else "digest-overdue", day=due)


def _absolute(path: str) -> str:
    return f"{settings.ADDRESS}{path}"


def _digest_text(context: dict[str, object]) -> str:
    parts = [words.say_plain("digest-lead", count=context["count"])]
    for section in context["sections"]:
        parts.append(section.title)
        parts += [f"- {_title(item, section)}\n  {item.url}" for item in section.items]
    parts.append(f"{words.say_plain('digest-stop-link')}\n{context['stop']}")
    return "\n\n".join(parts)


def _title(item: Item, section: Section) -> str:
    if item.text is None:
        return words.say_plain("digest-withheld", room=section.title)
    title = _one_line(item.text.in_language(words.language()).text)
    return " · ".join(part for part in (title, item.note, item.due) if part)


def _letter(
    user: User, language: str, subject: str, text: str, html: str = "", headers: Mapping[str, str] | None = None
) -> EmailMessage:
    """Put a mail together; a line break in a header is refused with ValueError by the policy."""
    message = EmailMessage(policy=WIRE)
    message["From"], message["To"], message["Subject"] = settings.MAIL_FROM, address(user.email), subject
    message["Date"] = format_datetime(timezone.now())
    message["Message-ID"] = make_msgid(domain=urlsplit(settings.ADDRESS).hostname)
    message["Auto-Submitted"] = "auto-generated"
    for name, value in (headers or {}).items():
        message.set_raw(name, value)
    message.set_content(f"{text}\n")
    if html:
        message.add_alternative(html, subtype="html")
    message["Content-Language"] = language  # last: Content-* headers set before would move into the first part
    return message
