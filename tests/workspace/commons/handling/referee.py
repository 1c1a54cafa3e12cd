"""An outside referee: the policy of handling in Cedar, written from TLP 2.0 and our documentation alone."""

import json
import random
from datetime import UTC, datetime, timedelta

import cedarpy

from majlis.engine.handling import Code, Handling, Pap, Tlp, Viewer

POLICY = """
// Anybody reads what is clear and names nobody.
permit (principal, action, resource) when { context.tlp == "CLEAR" && !context.closed };
// Members of the workspace read what is green and names nobody.
permit (principal, action, resource) when { context.tlp == "GREEN" && !context.closed && context.signed_in };
// Those who are named read what is clear, amber or red; what is green only as members.
permit (principal, action, resource)
when { context.closed && context.audience.containsAny(context.names) }
unless { context.tlp == "AMBER+STRICT" || (context.tlp == "GREEN" && !context.signed_in) };
// The institution that holds an item reads it, unless it is for named readers alone.
permit (principal, action, resource)
when { context has institution && context.holder == context.institution && context.tlp != "RED" }
unless { context.tlp == "GREEN" && !context.signed_in };
// So does the institution from which alone it comes.
permit (principal, action, resource)
when { context has institution && context.originators == [context.institution] && context.tlp != "RED" }
unless { context.tlp == "GREEN" && !context.signed_in };
// What is over is over.
forbid (principal, action, resource) when { context has expires && context.expires <= context.now };
// What may not be used for the reader's purpose is not read for it.
forbid (principal, action, resource)
when { context has purpose && context has purposes && !context.purposes.contains(context.purpose) };
"""

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
MOMENTS = [NOW + timedelta(microseconds=step) for step in (-1_000_000, -1, 0, 1, 500_000, 1_000_000)]
PURPOSES = ["prevention", "evaluation", "training"]


def moment(at):
    return (at - datetime(2026, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def decide(cases):
    """Ask Cedar about many cases of (handling, holder, viewer, moment)."""
    requests = [_request(*case) for case in cases]
    results = cedarpy.is_authorized_batch(requests, POLICY, [])
    assert not any(result.diagnostics.errors for result in results)
    return [result.allowed for result in results]


def _request(handling, holder, viewer, at):
    context = {
        "tlp": str(handling.tlp),
        "closed": handling.audience is not None,
        "audience": sorted(handling.audience or ()),
        "originators": sorted(handling.originators),
        "names": sorted(viewer.names),
        "signed_in": viewer.member is not None,
        "holder": holder,
        "now": moment(at),
    }
    given = {
        "institution": viewer.institution,
        "expires": handling.expires and moment(handling.expires),
        "purpose": viewer.purpose,
        "purposes": None if handling.purposes is None else sorted(handling.purposes),
    }
    context |= {name: value for name, value in given.items() if value is not None}
    return {
        "principal": 'Reader::"r"',
        "action": 'Action::"see"',
        "resource": 'Item::"i"',
        "context": json.dumps(context),
    }


class Draw:
    """Markings, viewers and moments at random, from few names so that they meet often."""

    def __init__(self, seed, institutions):
        self.random = random.Random(seed)
        self.institutions = institutions
        self.circles = ["circle-1", "circle-2"]
        self.members = ["member-1", "member-2", "member-3"]

    def some(self, names, most=3):
        return frozenset(self.random.sample(names, self.random.randint(0, min(most, len(names)))))

    def maybe(self, value, chance=0.6):
        return value if self.random.random() < chance else None

    def handling(self):
        tlp = self.random.choice(list(Tlp))
        everybody = [*self.institutions, *self.circles, *self.members]
        return Handling(
            tlp=tlp,
            pap=self.random.choice(list(Pap)),
            codes=self.some(list(Code)),
            purposes=self.maybe(self.some(PURPOSES)),
            audience=None if tlp is Tlp.AMBER_STRICT else self.maybe(self.some(everybody, 4)),
            legal_basis=self.some(["law-1", "law-2"]),
            originators=self.some(self.institutions, 2),
            expires=self.maybe(self.random.choice(MOMENTS), 0.4),
        )

    def viewer(self):
        member = self.maybe(self.random.choice(self.members), 0.9)
        inside = member is not None
        return Viewer(
            member=member,
            institution=self.random.choice(self.institutions) if inside else None,
            circles=self.some(self.circles) if inside else frozenset(),
            purpose=self.maybe(self.random.choice(PURPOSES), 0.3),
        )
