"""What the pages of a strategy and of a recommendation show of remarks, rounds, the table and editions."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from majlis.engine.text import shown
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import editions, remarks, rules
from majlis.workspace.rooms.strategy import rounds as reading
from majlis.workspace.rooms.strategy.comparing import Held
from majlis.workspace.rooms.strategy.models import Recommendation, RoundState, Strategy
from majlis.workspace.rooms.strategy.round_forms import RemarkForm

register = template.Library()


@register.inclusion_tag("strategy/parts/remarks.html", takes_context=True)
def remarks_on(context: Context, recommendation: Recommendation) -> dict[str, Any]:
    """Show the remarks on a text, and the form for another."""
    member = getattr(context.get("request"), "member", None)
    found = remarks.remarks_on(recommendation, member)
    return {
        "csrf_token": context.get("csrf_token"),
        "recommendation": recommendation,
        "member": member,
        "takes": remarks.takes_remarks(recommendation),
        "form": RemarkForm(),
        "remarks": [
            {
                "remark": remark,
                "roles": [f"role-{role}" for role in sorted(remark.author.roles)],
                "may_answer": rules.may_answer_remark(member, remark),
                "may_withdraw": rules.may_withdraw_remark(member, remark),
            }
            for remark in found
        ],
    }


@register.inclusion_tag("strategy/parts/tools.html", takes_context=True)
def strategy_tools(context: Context, strategy: Strategy) -> dict[str, Any]:
    """Lead to the rounds, the editions and the table of a strategy."""
    member = getattr(context.get("request"), "member", None)
    rounds = reading.rounds_of(strategy, member)
    return {
        "strategy": strategy,
        "member": member,
        "open": next((one for one in rounds if one.state == RoundState.OPEN), None),
        "rounds": rounds,
        "editions": editions.editions_of(strategy, member),
        "may_change": rules.may_change_strategy(member, strategy),
    }


@register.filter
def named(kind: str) -> str:
    """Name what became of a measure."""
    return f"compared-{kind}"


@register.filter
def part_named(name: str) -> str:
    """Name a part of a recommendation."""
    return f"compared-part-{name.replace('_', '-')}"


@register.filter
def round_state(state: str) -> str:
    """Name how far a round is."""
    return f"round-state-{state}"


@register.filter
def zone_named(zone: str) -> str:
    """Name where a median lies."""
    return f"round-zone-{zone}"


@register.filter
def measure(held: Held) -> Text:
    """Give the measure of a recommendation as it stood."""
    return held.text("text")


@register.filter
def piece_shown(words: str) -> str:
    """Show some words of a text with the white space around them, so that the pieces join to the text."""
    bare = words.strip()
    if not bare:
        return words
    start = words.index(bare)
    return words[:start] + shown(bare) + words[start + len(bare) :]
