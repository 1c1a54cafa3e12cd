"""Real conversations, from the import to the chain of an adopted recommendation, and computed again."""

import html
import json
import re

import pytest
from django.test import Client

from majlis import cli
from majlis.cli import importing
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import recomputing
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.analyses import sentence_of
from majlis.workspace.commons.models import Finding, LedgerEntry, Role, Run, RunState
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations.models import Consultation, Statement, Vote
from majlis.workspace.rooms.consultations.queries import latest_map
from majlis.workspace.rooms.strategy import actions, basis
from tests.workspace.rooms.strategy import planted
from tests.workspace.rooms.strategy.test_outcome import words_of

NAMES = ["biodiversity", "austria-climate", "london-youth-policing"]


@pytest.fixture
def administrator(institution, join):
    return join(institution, Role.ADMINISTRATOR, email="first@example.org")


@pytest.fixture
def conversation(reference_data, administrator, monkeypatch, request):
    """Import a real conversation with its map; gives the consultation."""
    monkeypatch.setattr(importing, "open_workspace", lambda home: None)

    def come_in(name):
        assert cli.run(["import", "polis", str(reference_data / "polis" / name), "--public", "--language", "en"]) == 0
        return Consultation.objects.get()

    return come_in


def adopted_on(member, findings):
    with acting(member):
        strategy = actions.create_strategy(
            institution=member.institution, title=Text.write("Strategy", "en"), handling=Handling(tlp=Tlp.CLEAR)
        )
    return planted.adopted(member, planted.draft(member, strategy, rests_on=findings))


def shown(path, language="en", member=None):
    client = Client()
    if member is not None:
        client.force_login(member.user)
    answer = client.get(f"/{language}/{path}")
    assert answer.status_code == 200
    return re.sub("[\u2066-\u2069]", "", html.unescape(answer.content.decode()))


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_from_votes_to_an_adopted_recommendation_and_back(conversation, administrator, name):
    asked = conversation(name)
    run = Run.objects.get()
    findings = list(run.findings.filter(key="opinion-consensus")[:3]) or list(run.findings.all()[:3])
    decided = adopted_on(administrator, findings)
    voters = run.result["result"]["participants"]["voted"]
    for language in ("ar", "fr", "en"):
        chain = shown(f"strategy/recommendations/{decided.pk}/why/", language)
        assert all(one["sha256"] in chain for one in run.inputs)
        assert f"/consultations/{asked.pk}/" in chain
        assert f"/runs/{run.pk}/" in chain
    voters_said = f"{voters:,} voters"
    assert voters_said in shown(f"strategy/recommendations/{decided.pk}/why/")
    document = json.loads(shown(f"strategy/recommendations/{decided.pk}/why.jsonld"))
    assert {f"urn:uuid:{finding.pk}" for finding in findings} <= {node["@id"] for node in document["@graph"]}
    _document(administrator, decided, findings)
    kept = [(finding.pk, finding.digest) for finding in run.findings.all()]
    _compute_again(administrator, run)
    assert [(finding.pk, finding.digest) for finding in Finding.objects.order_by("position")] == kept
    assert basis.ambers([decided]) == frozenset()


def _document(member, decided, findings):
    """Release the strategy and take its outcome document: what was found stands in it, and the same bytes twice."""
    with acting(member):
        edition = actions.release(strategy=decided.strategy, office=Text.write("The plenary", "en"))
    place = f"strategy/{edition.strategy_id}/editions/{edition.number}/outcome"
    for form in ("pdf", "docx"):
        for language in ("ar", "fr", "en"):
            content = Client().get(f"/{language}/{place}/{form}/").content
            assert content == Client().get(f"/{language}/{place}/{form}/").content
            seen = joined(words_of(content, form))
            assert decided.code in seen
            # of Arabic lines in a PDF, pypdf gives the letters in the order in which they are seen
            if (form, language) == ("pdf", "ar"):
                continue
            assert decided.digest[:16] in seen
            for finding in findings:
                assert joined(finding.values["statement"]) in seen
                assert joined(sentence_of(finding, language)) in seen
    graph = json.loads(Client().get(f"/en/{place}/jsonld/").content)["@graph"]
    assert {f"urn:uuid:{finding.pk}" for finding in findings} <= {node["@id"] for node in graph}


def joined(words):
    """Words without the white space at which lines break, and without marks of direction and of breaks."""
    return re.sub(r"[\s\u200d-\u200f\u2060\u2066-\u2069\u00ad\u200b]", "", words)


def _compute_again(member, run):
    client = Client()
    client.force_login(member.user)
    assert client.post(f"/en/runs/{run.pk}/again/").status_code == 302
    [again] = run.recomputations.all()
    assert again.state == RunState.DONE
    assert LedgerEntry.objects.filter(leaf__contains="run.recompute").count() == 1
    compared = recomputing.comparison_of(run, again)
    assert compared.same
    assert (compared.version, compared.seed, compared.inputs, compared.parameters, compared.findings) == (
        *(None, None),
        *((), (), ()),
    )
    assert latest_map(Consultation.objects.get()).pk == run.pk
    assert "the same numbers, byte for byte" in shown(f"runs/{run.pk}/")
    assert "الأرقام نفسها حرفا بحرف" in shown(f"runs/{run.pk}/", "ar")
    assert "les mêmes nombres, à l’octet près" in shown(f"runs/{run.pk}/", "fr")


@pytest.mark.django_db
def test_votes_that_are_gone_are_named_and_new_numbers_kept_back(conversation, administrator):
    conversation("london-youth-policing")
    run = Run.objects.get()
    half = list(Statement.objects.filter(state="in"))[::2]
    Vote.objects.filter(statement__in=half).delete()
    with acting(administrator):
        again = recomputing.recompute(run=run)
    again.refresh_from_db()
    compared = recomputing.comparison_of(run, again)
    assert not compared.same
    assert [name for name, _, _ in compared.inputs] == ["votes"]
    assert compared.withheld
    assert compared.findings == ()
    assert (again.state, again.result["findings"], again.result["result"]) == (RunState.DONE, [], None)
    page = shown(f"runs/{run.pk}/")
    assert "The input “votes” has changed" in page
    assert "The new numbers are kept back" in page
