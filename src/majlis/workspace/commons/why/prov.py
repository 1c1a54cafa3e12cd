"""The chain as W3C PROV-O in JSON-LD: entities, the activities that made them, and bodies that answer for them.

Agents are institutions and offices, never persons. The context stands in the document, so that nothing is fetched.
Source: W3C Recommendation PROV-O, 30 April 2013.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from majlis.workspace.commons.analyses import sentence_of
from majlis.workspace.commons.models import Finding, Institution, Record, Run, RunState
from majlis.workspace.commons.queries import visible
from majlis.workspace.commons.texts import State, Text
from majlis.workspace.commons.why.grounds import Pin, id_of
from majlis.workspace.commons.why.reading import Reading
from majlis.workspace.commons.why.steps import RUN, steps_of

TERMS = "urn:majlis:terms#"
CONTEXT: dict[str, Any] = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "majlis": TERMS,
    "label": {"@id": "rdfs:label"},
    "digest": {"@id": "majlis:sha256"},
    "pinned": {"@id": "majlis:pinnedSha256"},
    "kind": {"@id": "majlis:kind"},
    "standing": {"@id": "majlis:standing"},
    "amber": {"@id": "majlis:amber", "@type": "xsd:boolean"},
    "hidden": {"@id": "majlis:hidden", "@type": "xsd:integer"},
    "version": {"@id": "majlis:version"},
    "seed": {"@id": "majlis:seed"},
    "parameters": {"@id": "majlis:parameters", "@type": "@json"},
    **{
        name: {"@id": f"prov:{name}", "@type": "@id"}
        for name in (
            *("wasDerivedFrom", "wasGeneratedBy", "used", "wasAttributedTo", "wasAssociatedWith", "wasInformedBy"),
            *("entity", "actedOnBehalfOf"),
        )
    },
    "qualifiedDerivation": {"@id": "prov:qualifiedDerivation"},
    **{
        name: {"@id": f"prov:{name}", "@type": "xsd:dateTime"}
        for name in ("generatedAtTime", "startedAtTime", "endedAtTime")
    },
}


@dataclass(frozen=True)
class Decision:
    """An office's act by which a record was adopted."""

    record: Record
    office: Text
    on: datetime


def provenance(reading: Reading, tops: Iterable[Record], decisions: Iterable[Decision] = ()) -> dict[str, Any]:
    """Give what a reader sees of the tops' basis as one JSON-LD document."""
    records = {id_of(top.pk): top for top in tops}
    records |= {step.id: step.record for step in steps_of(reading, reading.nodes) if step.record}
    bodies = {record.institution_id: record.institution for record in records.values()}
    graph = [_thing(reading, pk, record) for pk, record in records.items()]
    _connect(reading, {node["@id"]: node for node in graph})
    for decision in decisions:
        graph += _adoption(decision, {node["@id"]: node for node in graph})
    graph += [repetition for record in records.values() for repetition in _repetitions(reading, record)]
    graph += _counted(records.values())
    graph += [_body(institution) for institution in bodies.values()]
    return {"@context": CONTEXT, "@graph": graph}


def name_of(pk: object) -> str:
    """The name of a record in the document."""
    return f"urn:uuid:{UUID(str(pk))}"


def _thing(reading: Reading, pk: str, record: Record) -> dict[str, Any]:
    is_run = isinstance(record, Run)
    thing: dict[str, Any] = {
        "@id": name_of(record.pk),
        "@type": "prov:Activity" if is_run else "prov:Entity",
        "kind": record.kind,
        "digest": record.digest,
        "amber": pk in reading.basis.ambers,
        "label": _labels(record),
    }
    thing["wasAssociatedWith" if is_run else "wasAttributedTo"] = [name_of(record.institution_id)]
    if pk in reading.breaks:
        thing["standing"] = str(reading.breaks[pk])
    if reading.hidden and reading.basis.tops == {pk}:
        thing["hidden"] = len(reading.hidden)
    return thing | (_of_run(record) if is_run else {"generatedAtTime": record.created_at.isoformat()})


def _of_run(run: Run) -> dict[str, Any]:
    times = {"startedAtTime": run.started_at, "endedAtTime": run.finished_at}
    return {
        "version": run.version,
        "seed": str(run.seed),
        "parameters": (run.result or {}).get("parameters", run.parameters),
        "used": [_input_name(run, one) for one in run.inputs],
        **{name: at.isoformat() for name, at in times.items() if at},
    }


def _connect(reading: Reading, things: dict[str, dict[str, Any]]) -> None:
    """Write every edge: what a run used, what it generated, and what an entity was derived from."""
    for child, pin in reading.edges():
        upper, lower = things.get(name_of(child)), things.get(name_of(pin.id))
        if upper is None or lower is None:
            continue
        if upper["@type"] == "prov:Activity":
            name = "wasInformedBy" if lower["@type"] == "prov:Activity" else "used"
        else:
            name = "wasGeneratedBy" if lower["@type"] == "prov:Activity" else "wasDerivedFrom"
        upper[name] = [*dict.fromkeys([*upper.get(name, []), lower["@id"]])]
        if name == "wasDerivedFrom" and pin.digest:
            upper.setdefault("qualifiedDerivation", []).append(_pinned(pin))


def _pinned(pin: Pin) -> dict[str, Any]:
    return {"@type": "prov:Derivation", "entity": name_of(pin.id), "pinned": pin.digest}


def _counted(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """What runs counted, by name and digest alone."""
    for run in records:
        if run.kind == RUN:
            for one in run.inputs:
                yield {
                    "@id": _input_name(run, one),
                    "@type": "prov:Entity",
                    "label": one["name"],
                    "digest": one["sha256"],
                }


def _input_name(run: Run, one: dict[str, str]) -> str:
    return f"{name_of(run.pk)}#{one['name']}"


def _adoption(decision: Decision, things: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    thing = things[name_of(decision.record.pk)]
    act, office = f"{thing['@id']}#adoption", f"{thing['@id']}#office"
    thing["wasGeneratedBy"] = [*thing.get("wasGeneratedBy", []), act]
    return [
        {
            "@id": act,
            "@type": "prov:Activity",
            "kind": "recommendation.adopt",
            "endedAtTime": decision.on.isoformat(),
            "used": list(thing.get("wasDerivedFrom", [])),
            "wasAssociatedWith": [office],
        },
        {
            "@id": office,
            "@type": "prov:Agent",
            "label": _versions(decision.office),
            "actedOnBehalfOf": name_of(decision.record.institution_id),
        },
    ]


def _repetitions(reading: Reading, record: Record) -> Iterator[dict[str, Any]]:
    """The runs that computed a run again, as far as the reader may see them."""
    if isinstance(record, Run):
        for run in visible(record.recomputations.filter(state=RunState.DONE), reading.member):
            used = [_input_name(run, one) for one in run.inputs]
            yield {
                "@id": name_of(run.pk),
                "@type": "prov:Activity",
                "kind": "run.recompute",
                "digest": run.digest,
                **_of_run(run),
                "used": used,
                "wasInformedBy": [name_of(record.pk)],
                "wasAssociatedWith": [name_of(run.institution_id)],
            }
            yield from _counted([run])


def _body(institution: Institution) -> dict[str, Any]:
    kinds = ["prov:Agent", "prov:Organization"]
    return {"@id": name_of(institution.pk), "@type": kinds, "label": _versions(institution.name)}


def _labels(record: Record) -> list[dict[str, str]] | str:
    """What the record says; one that was withdrawn is named and no longer quoted."""
    if not record.is_quotable:
        return str(record.kind)
    if isinstance(record, Finding):
        return [{"@value": sentence_of(record, code), "@language": code} for code, _ in settings.LANGUAGES]
    said = getattr(record, "text", None) or getattr(record, "title", None) or getattr(record, "value", None)
    return _versions(said) if isinstance(said, Text) else str(record.kind)


def _versions(text: Text) -> list[dict[str, str]]:
    """The author's words and reviewed translations; others are not quoted as the author's (charter C22)."""
    faithful = {State.ORIGINAL, State.REVIEWED}
    return [
        {"@value": version.text, **({"@language": tag} if tag != "und" else {})}
        for tag, version in sorted(text.versions.items())
        if version.state in faithful
    ]
