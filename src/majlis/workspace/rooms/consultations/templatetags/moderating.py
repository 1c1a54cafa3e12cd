"""Keys of the catalogue for what moderation and translation keep as codes."""

from __future__ import annotations

from django import template

from majlis.workspace.commons.texts import Text

register = template.Library()


@register.filter
def moderation_reason(code: str) -> str:
    """Name why a decision was taken."""
    return f"moderation-reason-{code}"


@register.filter
def translation_state(code: str) -> str:
    """Name how far a translation is."""
    return f"translation-state-{code}"


@register.filter
def language_name(code: str) -> str:
    """Name one of the workspace's languages."""
    return f"language-{code}"


@register.filter
def as_written(text: Text) -> Text:
    """Give the author's words without any translation."""
    return Text.write(str(text), text.original)
