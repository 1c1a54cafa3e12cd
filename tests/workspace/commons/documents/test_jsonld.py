"""JSON-LD: expanded by another implementation, without a network."""

import json

import pytest
from pyld import jsonld

from majlis.workspace.commons.documents import Paragraph, Run, render
from tests.workspace.commons.documents.sample import ADDRESS, outcome
from tests.workspace.commons.documents.test_forms import HOSTILE, hostile

SCHEMA = "https://schema.org/"


def expanded(document) -> list:
    def refused(address, _options):
        raise AssertionError(f"{address} would be fetched")

    return jsonld.expand(json.loads(render(document, "jsonld")), {"documentLoader": refused})


def report(document) -> dict:
    return next(node for node in expanded(document) if f"{SCHEMA}Report" in node["@type"])


def parts(node: dict) -> list:
    listed = node.get(f"{SCHEMA}hasPart", [{"@list": []}])[0]["@list"]
    return [part for found in listed for part in [found, *parts(found)]]


@pytest.mark.parametrize(("language", "tag", "direction"), [("ar", "ar-MA", "rtl"), ("fr", "fr", "ltr")])
def test_report_has_its_name_in_its_language(language, tag, direction):
    node = report(outcome(language))
    assert node["@id"] == ADDRESS
    name = node[f"{SCHEMA}name"][0]
    assert name["@value"] == outcome(language).title[0].text
    assert (name["@language"].lower(), name["@direction"]) == (tag.lower(), direction)
    assert node[f"{SCHEMA}inLanguage"][0]["@value"] == tag


def test_draft_is_created_and_an_adopted_document_published():
    draft, adopted = report(outcome("en")), report(outcome("en", draft=False))
    day = {"@type": "http://www.w3.org/2001/XMLSchema#date", "@value": "2026-06-10"}
    assert (draft[f"{SCHEMA}dateCreated"], draft.get(f"{SCHEMA}datePublished")) == ([day], None)
    assert (adopted[f"{SCHEMA}datePublished"], adopted.get(f"{SCHEMA}dateCreated")) == ([day], None)


def test_sections_hold_what_follows_their_heading():
    sections = report(outcome("en"))[f"{SCHEMA}hasPart"][0]["@list"]
    assert [section["@id"].partition("#")[2] for section in sections][:1] == ["basis"]
    assert len(sections) == 3
    assert f"{ADDRESS}#r1" in [part["@id"] for part in parts(sections[1])]


def test_every_part_has_a_name_of_its_own():
    identities = [part["@id"] for part in parts(report(outcome("fr")))]
    assert len(identities) == len(set(identities)) > 12


def test_unreviewed_translation_is_no_quotation():
    quotation = next(part for part in parts(report(outcome("en"))) if f"{SCHEMA}Quotation" in part["@type"])
    assert quotation[f"{SCHEMA}text"][0]["@language"] == "fr"
    beside = quotation[f"{SCHEMA}workTranslation"][0]
    assert beside["@type"] == [f"{SCHEMA}CreativeWork"]
    assert beside[f"{SCHEMA}creativeWorkStatus"][0]["@value"] == "translation not reviewed"


def test_table_is_there_as_csv_without_what_is_hidden():
    table = next(part for part in parts(report(outcome("en"))) if f"{SCHEMA}Table" in part["@type"])
    text = table[f"{SCHEMA}encoding"][0][f"{SCHEMA}text"][0]["@value"]
    assert text.splitlines()[2] == '"Publish evaluations, whatever they find",338,66 %,hidden: fewer than 5 voters,64 %'


def test_document_carries_further_nodes():
    node = {"@id": "urn:example:run", "@type": "prov:Activity", "prov:used": {"@id": ADDRESS}}
    found = expanded(outcome("en", nodes=(node,)))
    assert {"http://www.w3.org/ns/prov#Activity"} in [set(held["@type"]) for held in found]


def test_links_are_absolute():
    mentions = {held["@id"] for held in report(outcome("en"))[f"{SCHEMA}mentions"]}
    assert mentions == {f"{ADDRESS}#basis", "https://undocs.org/A/RES/60/288"}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_values(kind):
    clean, found = expanded(hostile("x")), expanded(hostile(HOSTILE[kind]))
    assert len(found) == len(clean)


def test_key_that_looks_like_a_keyword_stays_text():
    node = report(outcome("en", blocks=(Paragraph.of(Run("@id")),)))
    assert parts(node)[0][f"{SCHEMA}text"][0]["@value"] == "@id"
