"""Acts: who does them, whether they may, and their one entry in the ledger.

An act is declared with `@action("consultation.open", rule=may_change)` and done with
`with acting(member): open_consultation(consultation=consultation)`.
"""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from majlis.engine.errors import Refused
from majlis.engine.ledger import leaf_hash, root
from majlis.workspace.commons import ledger
from majlis.workspace.commons.charter import refusals
from majlis.workspace.commons.fields import canonical, digest
from majlis.workspace.commons.models import Member

P = ParamSpec("P")
R = TypeVar("R")
Rule = Callable[..., bool]
Reference = Mapping[str, object]

_actor: ContextVar[Member | None] = ContextVar("actor", default=None)
_inner_acts: ContextVar[Counter[str] | None] = ContextVar("inner_acts", default=None)


@contextmanager
def acting(member: Member | None) -> Iterator[None]:
    """Let `member` be the actor of every act in the block; None is nobody in particular."""
    token = _actor.set(member)
    try:
        yield
    finally:
        _actor.reset(token)


def current_actor() -> Member | None:
    """Say who acts."""
    return _actor.get()


def action(
    name: str, rule: Rule | None = None, *, anonymous: bool = False
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a keyword-only function an act named `name`.

    The rule is called with the actor and those of the act's arguments that it names; where it says no, Refused carries
    the rule's key. Then everything is one transaction with one ledger entry at its end. An act inside an act joins it:
    its own rule is asked, its entry is counted in the outer one's, so a bulk import is one act and one entry.
    A `reason` among the arguments stands in the entry as a hash. The entry of an anonymous act names neither the actor
    nor what the arguments are, only what the result says of itself.
    """

    def declare(function: Callable[P, R]) -> Callable[P, R]:
        _insist_on_keywords(function)

        @wraps(function)
        def act(*args: P.args, **kwargs: P.kwargs) -> R:
            outer = _inner_acts.get()
            if outer is None:
                with refusals.counted():
                    _ask(rule, kwargs)
                    return _recorded(name, function, anonymous, kwargs)
            _ask(rule, kwargs)
            outer[name] += 1
            with transaction.atomic():
                return function(*args, **kwargs)

        return act

    return declare


def key_of(rule: Rule) -> str:
    """Give the rule's key in the catalogues: its own `key`, else its name with hyphens."""
    return getattr(rule, "key", rule.__name__.replace("_", "-"))


def _recorded(name: str, function: Callable[..., R], anonymous: bool, kwargs: dict[str, Any]) -> R:
    inner: Counter[str] = Counter()
    token = _inner_acts.set(inner)
    try:
        with transaction.atomic():
            result = function(**kwargs)
            subjects = _subjects([result] if anonymous else [*kwargs.values(), result])
            actor = None if anonymous else current_actor()
            ledger.append(name, actor=actor, subjects=subjects, **_detail(inner, kwargs))
    finally:
        _inner_acts.reset(token)
    return result


def _ask(rule: Rule | None, arguments: Mapping[str, Any]) -> None:
    if rule is None:
        return
    wanted = inspect.signature(rule).parameters.values()
    takes_all = any(parameter.kind is parameter.VAR_KEYWORD for parameter in wanted)
    names = set(arguments) if takes_all else {parameter.name for parameter in wanted} & set(arguments)
    if not rule(current_actor(), **{name: arguments[name] for name in names}):
        raise Refused(key_of(rule))


def _detail(inner: Counter[str], arguments: Mapping[str, Any]) -> dict[str, object]:
    detail: dict[str, object] = {}
    if inner:
        detail["within"] = dict(sorted(inner.items()))
    if reason := arguments.get("reason"):
        detail["reason"] = digest(reason)
    return detail


def _subjects(values: Iterable[object]) -> list[Reference]:
    """Collect what the values refer to, each thing once and as it stands after the act."""
    found: dict[str, Reference] = {}
    for value in values:
        for reference in _references(value):
            found[str(reference.get("id", canonical(reference)))] = reference
    return list(found.values())


def _references(value: object) -> list[Reference]:
    if hasattr(value, "ledger_reference"):
        return [value.ledger_reference()]
    if isinstance(value, list | tuple) and value and all(hasattr(item, "ledger_reference") for item in value):
        found = [item.ledger_reference() for item in value]
        # People stand one by one, each with a salt of their own: a root over them could not be salted away.
        return found if any(isinstance(item, Member) for item in value) else [_many(found)]
    return []


def _many(references: list[Reference]) -> Reference:
    """Stand for many things by their number and the root of the tree over their references."""
    top = root(leaf_hash(canonical(reference).encode()) for reference in references)
    kinds = sorted({str(reference.get("kind")) for reference in references})
    return {"kind": "+".join(kinds), "count": len(references), "digest": top.hex()}


def _insist_on_keywords(function: Callable[..., object]) -> None:
    parameters = inspect.signature(function).parameters.values()
    if any(parameter.kind is not parameter.KEYWORD_ONLY for parameter in parameters):
        raise TypeError(f"{function.__qualname__} is an action: all its arguments must be keyword-only")
