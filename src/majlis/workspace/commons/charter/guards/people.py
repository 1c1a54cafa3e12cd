"""Nothing about persons, by its name: no score (C01), identity (C02), rows that leave (C03), belief (C05, C13).

What stands behind names is tried in `results` and in the rooms.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.conf import settings
from django.forms.forms import BaseForm

from majlis.engine.analysis import Subjects, declared_analyses
from majlis.engine.tables import Column
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.vocabulary import vocabularies, vocabularies_of_rooms

DANGER = r"risk|threat|radicali|propens|danger|vulnerab"
VALUE = r"score|level|index|flag|rank|rating|probab|predict"
SCORE = re.compile(rf"({DANGER}).*({VALUE})|({VALUE}).*({DANGER})|radicali[sz]|propensity")
BELIEF = re.compile(
    r"(^|_)(religion|religious|faith|ethnic\w*|race|racial|nationality|tribe|sect|ideolog\w*|political_\w+)(_|$)"
)
IDENTITY = re.compile(
    r"(^|_)(passport|biometr\w*|fingerprint|dna|birth\w*|born|surname|first_name|last_name|maiden_name|alias|national_id|"
    r"identity_(card|number)|number_plate|vehicle|phone|mobile|imei|iban|home_address|travel_document|suspect|wanted_person)"
    r"(_|$)"
)
# Words that no label may hold, at the beginning of a word, in the three languages.
NAMED = re.compile(
    r"(?<!\w)(muslim|islam|christian|jewish|jew(?!el)|sunni|shi'?a|shiite|salafi|wahhab|arab(?!ic)|berber|amazigh|kurd|moroccan|"
    r"musulman|chrétien|juif|sunnite|chiite|salafiste|arabe(?!s? classique)|berbère|kurde|marocain|"
    r"ال?مسلم|ال?إسلام|ال?مسيحي|ال?يهود|ال?سني(?!ة)|ال?شيع|ال?سلفي|ال?أمازيغ|ال?كرد|ال?مغربي)",
    re.IGNORECASE,
)
INVITES = re.compile(r"quota|invit|sampl|strat(um|a)s?(_|$)", re.IGNORECASE)
INVITED_BY = {"institution", "institutions", "institution_kind", "kind", "region", "language", "role", "roles"}
# What may stand beside the pseudonym of somebody who answered: what was answered to what, how, and when.
ANSWERED = {
    *("id", "statement", "recommendation", "round", "consultation", "pseudonym", "value", "first_value", "first_at"),
    *("cast_at", "at", "identifier", "reason", "wording"),
}
CARRIERS = {"id", "consultation", "size", "count", "share", "text", "question", "state", "created_at"}


@check("C01")
def no_score_for_a_person() -> None:
    """Walk the names of all fields, functions and parameters."""
    if hits := sorted({name for name in _names() if SCORE.search(name.lower())}):
        raise Broken(f"names of a value about persons: {' '.join(hits)}")
    if rows := [name for name, kind in _classes() if hasattr(kind, "predict") or hasattr(kind, "predict_proba")]:
        raise Broken(f"a prediction for a row: {' '.join(rows)}")


@check("C02")
def no_named_persons() -> None:
    """Walk the fields of tables, forms and inputs: none is for a person's identity, papers, numbers or whereabouts."""
    asked = {*_fields(), *_columns()}
    if hits := sorted(name for name in asked if IDENTITY.search(name.lower())):
        raise Broken(f"fields for the identity of persons: {' '.join(hits)}")


@check("C03")
def rows_stay() -> None:
    """No analysis that reads rows about people is open to requests, and every analysis says what it reads."""
    for name, declared in declared_analyses().items():
        if declared.subjects not in set(Subjects):
            raise Broken(f"{name} does not say whether its rows are about people")
    if taking := [name for name in _addresses() if re.search(r"rows|cohort|upload-people", name)]:
        raise Broken(f"addresses that take rows: {' '.join(taking)}")


@check("C05")
def no_beliefs() -> None:
    """Walk the fields of tables and forms, and the words of the vocabularies."""
    if hits := sorted({name for name in _fields() if BELIEF.search(name.lower())}):
        raise Broken(f"fields about beliefs: {' '.join(hits)}")
    terms = [term for each in (*vocabularies(), *vocabularies_of_rooms()) for term in each["terms"]]
    if named := [term["id"] for term in terms if any(NAMED.search(str(word)) for word in term.values())]:
        raise Broken(f"terms that name a religion or a people: {' '.join(named)}")


@check("C05")
def votes_carry_nothing_more() -> None:
    """Beside a pseudonym stands what was answered, and nothing of whoever answered, such as a group."""
    for model in _models():
        columns = {field.name for field in model._meta.concrete_fields}
        if "pseudonym" in columns and (more := columns - ANSWERED):
            raise Broken(f"{model.__name__} also knows of voters: {' '.join(sorted(more))}")


@check("C13")
def no_invitation_by_belief() -> None:
    """Whatever invites or samples, does so by the allowed fields only."""
    for name, fields in _described():
        wrong = set(fields) - INVITED_BY - CARRIERS
        if INVITES.search(name) and wrong:
            raise Broken(f"{name} invites by {' '.join(sorted(wrong))}")


def _described() -> Iterator[tuple[str, Iterable[str]]]:
    yield from ((model.__name__, [field.name for field in model._meta.get_fields()]) for model in _models())
    yield from ((kind.__name__, kind.base_fields) for _, kind in _classes() if issubclass(kind, BaseForm))


def _columns() -> Iterator[str]:
    """Name the columns that files may have, with their other names."""
    for module in _modules():
        for value in vars(module).values():
            for found in value if isinstance(value, tuple) else (value,):
                if isinstance(found, Column):
                    yield from (found.name, *found.also_called)


def _fields() -> Iterator[str]:
    yield from (name for _, names in _described() for name in names)


def _models() -> Iterator[type]:
    yield from (model for model in apps.get_models() if model.__module__.startswith("majlis."))


def _names() -> Iterator[str]:
    yield from _fields()
    for function in _functions():
        code = function.__code__
        count = code.co_argcount + code.co_kwonlyargcount
        yield from (function.__name__, *(f"{function.__name__}:{name}" for name in code.co_varnames[:count]))
    for _, kind in _classes():
        yield kind.__name__
        yield from getattr(kind, "__annotations__", ())


def _functions() -> Iterator[object]:
    for module in _modules():
        for found in list(vars(module).values()):
            if inspect.isfunction(found) and found.__module__ == module.__name__:
                yield inspect.unwrap(found)
    for _, kind in _classes():
        yield from (found for found in vars(kind).values() if inspect.isfunction(found))


def _classes() -> Iterator[tuple[str, type]]:
    for module in _modules():
        for name, found in list(vars(module).items()):
            if inspect.isclass(found) and found.__module__ == module.__name__:
                yield f"{module.__name__}.{name}", found


def _modules() -> list[ModuleType]:
    """Every module of ours that pages can reach: the addresses bring them all in."""
    import_module(settings.ROOT_URLCONF)
    here = __name__.rpartition(".")[0]
    return [m for name, m in list(sys.modules.items()) if name.startswith("majlis.") and not name.startswith(here)]


def _addresses() -> Iterator[str]:
    from django.urls import get_resolver

    def walk(patterns: Iterable[object]) -> Iterator[str]:
        for one in patterns:
            yield str(getattr(one, "name", "") or "")
            yield from walk(getattr(one, "url_patterns", ()))

    yield from walk(get_resolver().url_patterns)
