"""Nothing personal and nothing with an expiry lasts for ever (C11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import ledger, persons, queries, traces
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter.guards.planted import NAME, heard, institution, member, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.models import Erasure, Member, Role, SearchAudience, SearchEntry, Source, User
from majlis.workspace.commons.models.people import GONE
from majlis.workspace.commons.models.records import PUBLISHED
from majlis.workspace.commons.retention import accounts, records, restoring
from majlis.workspace.commons.retention.carrying_out import carry_out, erase_expired
from majlis.workspace.commons.retention.policies import policies
from majlis.workspace.commons.search.asking import Query
from majlis.workspace.commons.search.stores import TIERS, store

# So long ago that nothing but what is planted was over then.
LONG_AGO = datetime(1990, 1, 1, tzinfo=UTC)
LONGEST_SESSION, LONGEST_LINK = timedelta(days=31), timedelta(days=7)
PLEDGED = {
    *("accounts-unused", "accounts-left", "sessions", "background", "digests", "backups", "marked-records"),
    *("consultation-codes", "statement-receipts"),
}
# Freed of whom they came from when a consultation or a series of rounds ends, with its key (C12).
FREED = {"consultations.consultation", "consultations.vote", "consultations.sent", "strategy.rating"}


@check("C11")
def everything_personal_expires() -> None:
    """Sessions, links and every policy come to an end, and every table about people has a policy."""
    if timedelta(seconds=settings.SESSION_COOKIE_AGE) > LONGEST_SESSION:
        raise Broken("a session lasts longer than a month")
    if timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT) > LONGEST_LINK:
        raise Broken("a link that sets a password lasts longer than a week")
    known = {policy.key: policy for policy in policies()}
    if lacking := (PLEDGED | set(settings.KEEP)) - set(known):
        raise Broken(f"there is no policy {' '.join(sorted(lacking))}")
    if longer := [policy.key for policy in known.values() if policy.kept > policy.most]:
        raise Broken(f"kept for too long: {' '.join(longer)}")
    covered = {table for policy in known.values() for table in policy.covers}
    if bare := sorted(set(_personal()) - covered - FREED):
        raise Broken(f"tables about people that nothing takes away: {' '.join(bare)}")


@check("C11")
def expired_words_go() -> None:
    """A planted record whose time is over loses its words, in the search too, and the ledger knows."""
    now = timezone.now()
    with undone():
        home, day = institution(), timedelta(days=1)
        over = Source.objects.create(institution=home, title=NAME, handling=Handling(expires=now - day))
        lasting = Source.objects.create(institution=home, title=NAME, handling=Handling(expires=now + day))
        entry = _index(over)
        policy = next((policy for policy in policies() if policy.key == "marked-records"), None)
        if policy is None:
            raise Broken("nothing empties records whose time is over")
        erase_expired(policy=policy, before=policy.cutoff(now))
        if not _is_empty(over) or not Erasure.objects.exists():
            raise Broken("a record whose time is over still has its words")
        if _is_empty(lasting):
            raise Broken("a record lost its words before its time")
        _insist_on_search(entry)


@check("C11", thorough=True)  # which of the backups is good, only reading it tells
def files_forget() -> None:
    """Whatever a round of erasing takes away goes from the files of the database too."""
    with undone():
        gone = member(institution())
        over = Source.objects.create(institution=gone.institution, title=NAME, handling=Handling(expires=LONG_AGO))
        ledger.append("planted.act", actor=gone)
        accounts.erase(gone.user)
        _insist_on_files(lambda: carry_out(LONG_AGO + timedelta(days=1)))
        if persons.entries_of(gone):
            raise Broken("the ledger still leads to a person whose account was erased")
        if not _is_empty(over):
            raise Broken("a round of erasing leaves a record whose time is over")
    with heard() as said:
        traces.erase(Source)
    if not any("VACUUM" in statement for statement in said):
        raise Broken("the files of the database keep what was deleted")


@check("C11", thorough=True)  # as long as there are recalls
def restored_is_erased_again() -> None:
    """What was erased, left or taken back since a backup is so again after it was put back."""
    with undone():
        giver, gone, left = (member(institution(), Role.ORGANISER) for _ in range(3))
        held = {"institution": giver.institution, "title": NAME, "state": PUBLISHED}
        recalled, over, marked = (Source.objects.create(**held, handling=Handling(tlp=Tlp.GREEN)) for _ in range(3))
        with undone():  # what happened since the backup: putting it back undoes that
            with acting(giver):
                acts.recall(record=recalled, reason=NAME)
            accounts.erase(gone.user)
            User.objects.filter(pk=left.user_id).update(is_active=False, left_at=timezone.now())
            records.empty(over)
            marked.handling = Handling(tlp=Tlp.AMBER)
            marked.save()
            before = restoring.remember()
        _insist_on_files(lambda: restoring.do_again(before))
        _insist_on_absence(gone, left)
        again = Source.objects.get(pk=recalled.pk)
        if queries.may_see(giver, again) or not acts.is_recalled(again) or not _is_empty(over):
            raise Broken("a backup brings back what was taken back, or what was over")
        if Source.objects.get(pk=marked.pk).handling.tlp != Tlp.AMBER:
            raise Broken("a backup opens what was marked as stricter since")


def _insist_on_absence(gone: Member, left: Member) -> None:
    if User.objects.filter(pk__in=[gone.user_id, left.user_id], is_active=True).exists():
        raise Broken("a backup lets somebody in again who had left")
    if not User.objects.filter(pk=gone.user_id, email__endswith=GONE).exists():
        raise Broken("a backup brings back an account that was erased")


def _is_empty(source: Source) -> bool:
    return str(NAME) not in str(Source.objects.get(pk=source.pk).title)


def _index(source: Source) -> SearchEntry:
    """Plant the source in the search's index, whether or not its kind is found there."""
    held = {"owner": source.institution_id, "handling": source.handling, "draft": False}
    audience = SearchAudience.objects.create(digest="planted", **held)
    said = {"kind": source.kind, "languages": "", "written_at": source.created_at}
    entry = SearchEntry.objects.create(record=source.pk, audience=audience, **said)
    store().write(entry.pk, ["plantedword"], [])
    return entry


def _insist_on_search(entry: SearchEntry) -> None:
    if SearchEntry.objects.filter(pk=entry.pk).exists():
        raise Broken("a record whose time is over is still in the search's index")
    entry.save(force_insert=True)  # words that were left behind are its own again
    if SearchEntry.objects.filter(store().condition(Query.read("plantedword"), TIERS[0]), pk=entry.pk).exists():
        raise Broken("the search's index keeps the words of a record whose time is over")


def _insist_on_files(act: Callable[[], object]) -> None:
    """Insist that the act has the database's files rid of what it deleted: before a commit that is an error."""
    try:
        act()
    except RuntimeError:
        return
    raise Broken("what was deleted stays in the files of the database")


def _personal() -> Iterator[str]:
    """Name the tables with an address, a reference to an account, or bytes that stand for somebody."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            names = isinstance(field, models.EmailField | models.BinaryField)
            if names or (field.is_relation and field.related_model is User):
                yield model._meta.label_lower
