"""Who will see something, in words: a handling as it works out in this workspace."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from babel.lists import format_list
from django.utils import timezone

from majlis.engine.handling import Handling, Pap, Tlp
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Circle, Institution, Member, Term
from majlis.workspace.commons.models.records import own_handling
from majlis.workspace.commons.texts import Text

TRAVELS = {Tlp.CLEAR: "handling-clear", Tlp.GREEN: "handling-green"}
FIRST_STRONG, POP = "\u2068", "\u2069"


def who_will_see(handling: Handling, holder: Institution) -> list[str]:
    """Say, in the reader's language, who will see what `holder` keeps under this handling, and until when.

    Institutions and circles are named, a circle with its members; people are told apart by their institution alone.
    """
    handling = own_handling(handling, holder)
    if handling.has_expired(timezone.now()):
        return [words.say("who-expired")]
    said = [_readers(handling, holder)]
    if handling.expires is not None:
        said.append(words.say("who-until", day=handling.expires.date()))
    if handling.purposes is not None:
        said.append(_used_for(handling.purposes))
    if handling.legal_basis:
        said.append(words.say("who-basis", basis=_listed(sorted(handling.legal_basis))))
    if handling.pap != Pap.CLEAR:
        said.append(words.say(f"pap-{handling.pap.value.lower()}"))
    # not through a sentence, which would isolate it: it begins with a Latin letter and goes on in the reader's script
    said += [f"{code_named(code)}." for code in sorted(handling.codes)]
    return said


def code_named(code: str) -> str:
    """Say what a Europol handling code binds to, in the reader's language."""
    return _terms("police_handling_code", [code.lower()]).get(code.lower(), code)


def _terms(vocabulary: str, codes: Iterable[str]) -> dict[str, str]:
    found = Term.objects.filter(vocabulary=vocabulary, code__in=codes)
    return {term.code: term.labels.in_language(words.language()).text for term in found}


def _readers(handling: Handling, holder: Institution) -> str:
    if handling.audience is None and handling.tlp in TRAVELS:
        return words.say(TRAVELS[handling.tlp])
    named = _named(handling.audience or ())
    if handling.tlp != Tlp.RED:
        named = [*_concerned(handling, holder), *named]
    return words.say("who-only", who=_listed(named)) if named else words.say("who-nobody")


def _concerned(handling: Handling, holder: Institution) -> list[str]:
    """The institution that holds it, and the one from which alone it comes."""
    ids = {str(holder.pk), *(handling.originators if len(handling.originators) == 1 else ())}
    others = Institution.objects.filter(pk__in=_ids(ids - {str(holder.pk)})).order_by("pk")
    return [_own(holder.name), *(_own(institution.name) for institution in others)]


def _named(audience: Iterable[str]) -> list[str]:
    ids = _ids(audience)
    institutions = Institution.objects.filter(pk__in=ids).order_by("pk")
    circles = Circle.objects.filter(pk__in=ids).order_by("pk").prefetch_related("institutions")
    members = Member.objects.filter(pk__in=ids).select_related("institution").order_by("institution_id")
    found = [_own(institution.name) for institution in institutions]
    found += [_circle(circle) for circle in circles]
    people: dict[UUID, list[Member]] = {}
    for member in members:
        people.setdefault(member.institution_id, []).append(member)
    found += [
        words.say("who-people", count=len(some), institution=_own(some[0].institution.name)) for some in people.values()
    ]
    if unknown := len(set(audience)) - len(institutions) - len(circles) - len(members):
        found.append(words.say("who-elsewhere", count=unknown))
    return found


def _circle(circle: Circle) -> str:
    inside = _listed([_own(institution.name) for institution in circle.institutions.order_by("pk")])
    return words.say("who-circle", circle=_own(circle.name), inside=inside)


def _used_for(purposes: frozenset[str]) -> str:
    if not purposes:
        return words.say("who-no-purpose")
    known = _terms("processing_purpose", purposes)
    return words.say("who-purposes", purposes=_listed([known.get(code, code) for code in sorted(purposes)]))


def _listed(names: list[str]) -> str:
    unique = list(dict.fromkeys(names))
    return format_list(unique, locale=words.locale_tag().replace("-", "_"))


def _own(name: Text) -> str:
    """Give a name in the reader's language where it has it, isolated in its own direction."""
    return f"{FIRST_STRONG}{name.in_language(words.language()).text}{POP}"


def _ids(names: Iterable[str]) -> list[UUID]:
    found = []
    for name in names:
        try:
            found.append(UUID(name))
        except ValueError:
            continue
    return found
