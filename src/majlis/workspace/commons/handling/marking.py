"""The marking of what is written, asked for in one way by every form: who sees it first, all the rest folded away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from majlis.engine.handling import Code, Handling, Pap, Tlp
from majlis.workspace.commons.actions import current_actor
from majlis.workspace.commons.handling.queries import can_be_named, can_be_named_people, purposes
from majlis.workspace.commons.handling.who import code_named, who_will_see
from majlis.workspace.commons.words import language, say, say_later

LEVELS = (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.RED)
SEEN_BY = {
    Tlp.CLEAR: "handling-clear",
    Tlp.GREEN: "handling-green",
    Tlp.AMBER: "handling-amber",
    Tlp.AMBER_STRICT: "handling-amber-strict",
    Tlp.RED: "handling-red",
}
PAPS = {
    Pap.CLEAR: "pap-clear",
    Pap.GREEN: "pap-green",
    Pap.AMBER: "pap-amber",
    Pap.RED: "pap-red",
}
FIRST = ("seen_by", "named")
MORE = ("people", "purposes", "legal_basis", "pap", "codes", "expires_on")
MOST_BASES = 20


class Marked(forms.Form):
    """A form that asks how what is written is to be handled.

    Its initial values hold besides the fields `marking`, the handling that stands: what the form cannot say of it
    (originators, members who are named) is kept.
    """

    folded = MORE
    fold_label = "marking-more"

    seen_by = forms.ChoiceField(label=say_later("seen-by"), initial=Tlp.AMBER.value, widget=forms.RadioSelect)
    named = forms.MultipleChoiceField(
        label=say_later("handling-named"),
        help_text=say_later("marking-named-help"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    people = forms.MultipleChoiceField(
        label=say_later("marking-people"),
        help_text=say_later("marking-people-help"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    purposes = forms.MultipleChoiceField(
        label=say_later("marking-purposes"),
        help_text=say_later("marking-purposes-help"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    legal_basis = forms.CharField(
        label=say_later("marking-basis"),
        help_text=say_later("marking-basis-help"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
    )
    pap = forms.ChoiceField(
        label=say_later("marking-pap"),
        choices=[(pap.value, say_later(key)) for pap, key in PAPS.items()],
        initial=Pap.CLEAR.value,
        required=False,
    )
    codes = forms.MultipleChoiceField(
        label=say_later("marking-codes"), required=False, widget=forms.CheckboxSelectMultiple
    )
    expires_on = forms.DateField(
        label=say_later("marking-expires"),
        help_text=say_later("marking-expires-help"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = _others(self.standing.audience)
        self.fields["named"].choices = others
        self.fields["people"].choices = colleagues = can_be_named_people(current_actor())
        self.fields["purposes"].choices = purposes(language())
        self.fields["codes"].choices = [(code.value, code_named(code)) for code in Code]
        self.fields["seen_by"].choices = self._levels()
        for name in (*FIRST, *MORE):
            self.fields[name] = self.fields.pop(name)
        for name, offered in (("named", others), ("people", colleagues)):
            if not offered:
                del self.fields[name]

    @property
    def standing(self) -> Handling:
        """The handling with which the form began."""
        given = self.initial.get("marking")
        return given if isinstance(given, Handling) else Handling()

    @property
    def is_unfolded(self) -> bool:
        """Whether what is folded away has something to show: an error, or more than the mildest."""
        return any(name in self.fields and (self.errors.get(name) or self._says(name)) for name in MORE)

    def clean(self) -> dict[str, Any]:
        """Refuse a marking that none can be, and one that only those from whom it comes can give."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if "seen_by" in data and not self.errors.keys() & {*FIRST, *MORE}:
            self._insist_on_originators(self.marking())
        return data

    def clean_named(self) -> list[str]:
        """Refuse names at the level that names nobody."""
        return self._insist_on_level(self.cleaned_data["named"])

    def clean_people(self) -> list[str]:
        """Refuse names at the level that names nobody."""
        return self._insist_on_level(self.cleaned_data["people"])

    def clean_expires_on(self) -> date | None:
        """Refuse a day that is over."""
        day: date | None = self.cleaned_data["expires_on"]
        if day and day < timezone.now().date() and day != _day(self.standing):
            raise forms.ValidationError(say("marking-expires-over"))
        return day

    def clean_legal_basis(self) -> list[str]:
        """Read one basis a line."""
        return list(dict.fromkeys(filter(None, map(str.strip, self.cleaned_data["legal_basis"].splitlines()))))[
            :MOST_BASES
        ]

    def marking(self) -> Handling:
        """Give the handling that was asked for."""
        data, standing = self.cleaned_data, self.standing
        tlp = Tlp(data["seen_by"])
        offered = self._offered("named") | self._offered("people")
        named = {*data.get("named", ()), *data.get("people", ()), *_beyond(standing.audience, offered)}
        named |= self._own_name(tlp)
        used = {*data["purposes"], *_beyond(standing.purposes, self._offered("purposes"))}
        return Handling(
            tlp=tlp,
            pap=Pap(data["pap"] or Pap.CLEAR),
            codes=frozenset(map(Code, data["codes"])),
            purposes=frozenset(used) or (standing.purposes if standing.purposes == frozenset() else None),
            audience=frozenset(named) or None if tlp != Tlp.AMBER_STRICT else None,
            legal_basis=frozenset(data["legal_basis"]),
            originators=standing.originators,
            expires=standing.expires if data["expires_on"] == _day(standing) else _end_of(data["expires_on"]),
        )

    def leave_marking_out(self) -> None:
        """Ask nothing of it."""
        for name in (*FIRST, *MORE):
            self.fields.pop(name, None)

    def _insist_on_level(self, named: list[str]) -> list[str]:
        if named and self.cleaned_data.get("seen_by") == Tlp.AMBER_STRICT:
            raise forms.ValidationError(say("marking-strict"))
        return named

    def _own_name(self, tlp: Tlp) -> set[str]:
        """Name who marks something for named people alone, so that it does not vanish from before their eyes."""
        actor = current_actor()
        return {str(actor.pk)} if actor and tlp == Tlp.RED != self.standing.tlp else set()

    def _insist_on_originators(self, wanted: Handling) -> None:
        actor = current_actor()
        own = {str(actor.institution_id)} if actor else set()
        if self.standing.originators - own and not self.standing <= wanted:
            self.add_error("seen_by", say("marking-of-others"))

    def _offered(self, name: str) -> set[str]:
        return {str(value) for value, _ in self.fields[name].choices} if name in self.fields else set()

    def _levels(self) -> list[tuple[str, str]]:
        """The levels, each with who would see what is written, given those who are named."""
        actor = current_actor()
        named = frozenset(name for field in ("named", "people") for name in self._given(field))
        levels = [*LEVELS, *({self.standing.tlp} - set(LEVELS))]
        if actor is None:
            return [(tlp.value, say(SEEN_BY[tlp])) for tlp in levels]
        audiences = {tlp: None if tlp == Tlp.AMBER_STRICT else (named | self._own_name(tlp)) or None for tlp in levels}
        markings = {tlp: Handling(tlp=tlp, audience=audience) for tlp, audience in audiences.items()}
        return [(tlp.value, " ".join(who_will_see(markings[tlp], actor.institution))) for tlp in levels]

    def _given(self, name: str) -> list[str]:
        if name not in self.fields:
            return []
        field = self.fields[name]
        if self.is_bound:
            found = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            known = {value for value, _ in field.choices}
            return [value for value in found or () if value in known]
        return list(self.initial.get(name) or ())

    def _says(self, name: str) -> bool:
        value = self[name].value()
        return bool(value) and value != Pap.CLEAR


def initial_marking(handling: Handling) -> dict[str, Any]:
    """Give what a form starts with for something that was marked before."""
    return {
        "marking": handling,
        "seen_by": handling.tlp.value,
        "named": sorted(handling.audience or ()),
        "people": sorted(handling.audience or ()),
        "pap": handling.pap.value,
        "codes": sorted(handling.codes),
        "purposes": sorted(handling.purposes or ()),
        "legal_basis": "\n".join(sorted(handling.legal_basis)),
        "expires_on": _day(handling),
    }


def suggested_marking(handling: Handling) -> dict[str, Any]:
    """Give what a form starts with for something new beside what is so marked; it comes from whoever writes it."""
    return initial_marking(handling) | {"marking": Handling()}


def _others(audience: Iterable[str] | None) -> list[tuple[str, str]]:
    """Those who can be named: every institution and circle but the actor's own institution, which sees it anyway."""
    actor = current_actor()
    own = str(actor.institution_id) if actor and str(actor.institution_id) not in (audience or ()) else ""
    return [(pk, each.name.in_language(language()).text) for pk, each in can_be_named() if pk != own]


def _beyond(names: Iterable[str] | None, offered: set[str]) -> set[str]:
    return set(names or ()) - offered


def _day(handling: Handling) -> date | None:
    return handling.expires and handling.expires.date()


def _end_of(day: date | None) -> datetime | None:
    return datetime.combine(day, time(23, 59, 59), tzinfo=UTC) if day else None
