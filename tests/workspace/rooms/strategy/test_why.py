"""The why page: what it says, what it hides from whom, and the same as a picture and as PROV."""

import html
import json
import re

import pytest
from pyld import jsonld

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import claims, why
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.models import Finding, LedgerEntry, Run, Source
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import actions, basis
from majlis.workspace.rooms.strategy.models import Recommendation, Stage, Strategy
from tests.workspace.rooms.gatherings import planted as gatherings
from tests.workspace.rooms.strategy import planted

SECRET = "Planted secret"
PROV = "http://www.w3.org/ns/prov#"
FORMS = ("why/", "why.svg", "why.jsonld")


def source(member, title="A report", tlp=Tlp.CLEAR):
    with acting(member):
        return claims.note_source(
            institution=member.institution, title=Text.write(title, "en"), handling=Handling(tlp=tlp)
        )


def told(client, path, language="en"):
    answer = client.get(f"/{language}/{path}")
    assert answer.status_code == 200, path
    return re.sub("[\u2066-\u2069]", "", html.unescape(answer.content.decode()))


def page(client, recommendation, form="why/", language="en"):
    return told(client, f"strategy/recommendations/{recommendation.pk}/{form}", language)


@pytest.fixture
def grounds(organiser):
    return [*planted.findings(organiser, 3), source(organiser)]


@pytest.fixture
def decided(organiser, strategy, grounds):
    return planted.adopted(organiser, planted.draft(organiser, strategy, rests_on=grounds))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "This recommendation rests on 3 findings and on 1 source."),
        ("fr", "Cette recommandation repose sur 3 constats et sur 1 source."),
        ("ar", "تستند هذه التوصية إلى 3 نتائج وإلى مصدر واحد."),
    ],
)
def test_the_page_says_first_on_what_it_rests(decided, sign_in, language, sentence):
    said = page(sign_in(), decided, language=language)
    assert sentence in said
    assert said.index(sentence) < said.index('<dl class="chain why">')
    assert "Statement 2" in said


def test_the_first_sentence_counts_consultations_and_voters(organiser, strategy, sign_in):
    from majlis.workspace.rooms.consultations.models import Consultation

    found = []
    for voters in (340, 240):
        asked = Consultation.objects.create(
            institution=organiser.institution,
            handling=Handling(tlp=Tlp.CLEAR),
            text=planted.text("Asked"),
            state="closed",
        )
        finding = planted.findings(organiser)[0]
        Run.objects.filter(pk=finding.run_id).update(
            question=asked, result={"result": {"participants": {"voted": voters}}}
        )
        found.append(finding)
    drafted = planted.adopted(organiser, planted.draft(organiser, strategy, rests_on=[*found, source(organiser)]))
    said = page(sign_in(), drafted)
    assert "This recommendation rests on 2 findings from 2 consultations with 580 voters and on 1 source." in said


def test_a_recommendation_leads_there_in_one_click_and_on_to_run_and_source(decided, grounds, sign_in):
    client = sign_in()
    assert f"/en/strategy/recommendations/{decided.pk}/why/" in page(client, decided, "")
    said = page(client, decided)
    for path in (f"runs/{grounds[0].run_id}/", f"sources/{grounds[-1].pk}/"):
        assert f'href="/en/{path}"' in said
        told(client, path)


def test_retracting_a_source_turns_exactly_what_rests_on_it_amber(organiser, strategy, grounds, decided, sign_in):
    other = planted.adopted(organiser, planted.draft(organiser, strategy, "Other", rests_on=grounds[:3]))
    carried = planted.adopted(organiser, planted.draft(organiser, strategy, "Above", rests_on=[decided]))
    with acting(organiser):
        edition = actions.release(strategy=strategy, office=planted.text("The plenary"))
    assert basis.ambers([decided, other, carried]) == frozenset()
    client = sign_in(organiser)
    answer = client.post(f"/en/sources/{grounds[-1].pk}/retract/", {"reason": "The figures were wrong"})
    assert answer.status_code == 302
    assert basis.ambers([decided, other, carried]) == {decided.pk, carried.pk}
    assert Recommendation.objects.get(pk=decided.pk).is_adopted
    said = page(sign_in(), decided)
    assert "Something beneath has changed" in said
    assert "The figures were wrong" in said
    assert f'<a href="/en/strategy/recommendations/{carried.pk}/why/">' in said
    assert f"Edition {edition.number} of" in said
    assert f'href="/en/strategy/editions/{edition.pk}/"' in said
    assert f'href="/en/strategy/{strategy.pk}/editions/{edition.number}/outcome/"' in said
    assert "Something beneath has changed" not in page(sign_in(), other)
    listed = told(sign_in(), f"strategy/{strategy.pk}/why/")
    assert "2 recommendations are to be read again" in listed


def test_an_outcome_document_that_quotes_a_statement_is_touched_by_its_source(organiser, sign_in):
    conference = gatherings.edition(organiser)
    session = gatherings.session(organiser, conference)
    said = gatherings.statement(organiser, session, "The office said so")
    for within in (conference, gatherings.edition(organiser)):
        held = planted.strategy(organiser, title=f"Of {within.pk}", within=within)
        rests_on = [said] if within == conference else planted.findings(organiser)
        decided = planted.adopted(organiser, planted.draft(organiser, held, rests_on=rests_on))
        with acting(organiser):
            actions.release(strategy=held, office=planted.text("The plenary"))
    unrelated = held
    quoting = strategy_of(conference)
    decided = quoting.recommendations.get()
    closed = planted.strategy(organiser, title=SECRET, tlp=Tlp.AMBER, within=conference)
    planted.adopted(organiser, planted.draft(organiser, closed, unfounded=planted.text("Because")))
    with acting(organiser):
        actions.release(strategy=closed, office=planted.text("The plenary"))
        claims.retract_source(source=said.source, reason=Text.write("Wrong", "en"))
    page_said = page(sign_in(), decided)
    assert f"/en/strategy/{quoting.pk}/editions/1/outcome/" in page_said
    assert f"/en/strategy/{unrelated.pk}/editions/1/outcome/" not in page_said
    assert SECRET not in page_said
    assert f"/en/strategy/{closed.pk}/editions/1/outcome/" in page(sign_in(organiser), decided)


def test_a_strategy_that_was_closed_takes_what_was_adopted_in_it_along(organiser, reader, stranger, grounds, sign_in):
    closing = planted.strategy(organiser, title=f"{SECRET} title")
    gone = planted.adopted(organiser, planted.draft(organiser, closing, f"{SECRET} zebra", rests_on=grounds[-1:]))
    open_one = planted.strategy(organiser, title="Open")
    seen = planted.adopted(organiser, planted.draft(organiser, open_one, "Seen", rests_on=grounds[-1:]))
    with acting(organiser):
        actions.release(strategy=closing, office=planted.text("The plenary"))
        claims.retract_source(source=grounds[-1], reason=Text.write("Wrong", "en"))
        changed = {"title": closing.text, "introduction": None, "handling": Handling(tlp=Tlp.AMBER)}
        actions.change_strategy(strategy=closing, seen=stamp(closing), **changed)
    paths = [
        f"strategy/recommendations/{seen.pk}/why/",
        f"sources/{grounds[-1].pk}/",
        "search/?q=zebra",
        "strategy/",
        "",
    ]
    for member in (None, stranger):
        assert sign_in(member).get(f"/en/strategy/recommendations/{gone.pk}/").status_code == 404
        for path in paths:
            assert SECRET not in told(sign_in(member), path), path
            assert str(closing.pk) not in told(sign_in(member), path), path
    assert SECRET in told(sign_in(organiser), "search/?q=zebra")


def strategy_of(conference):
    return Strategy.objects.get(within=conference)


def test_the_page_says_since_when(organiser, grounds, decided, sign_in):
    with acting(organiser):
        claims.retract_source(source=grounds[-1], reason=Text.write("Wrong", "en"))
    retracted = LedgerEntry.objects.get(leaf__contains="source.retract").at
    from majlis.workspace.commons import words

    assert f"since {words.plain(words.say('why-since', date=retracted)).removeprefix('since ')}" in page(
        sign_in(), decided
    )


def test_a_changed_finding_turns_amber_though_nothing_was_withdrawn(grounds, decided, sign_in):
    finding = Finding.objects.get(pk=grounds[0].pk)
    finding.values = {**finding.values, "statement": "Changed words"}
    finding.save()
    said = page(sign_in(), decided)
    assert "Changed since" in said
    assert basis.ambers([decided]) == {decided.pk}


def test_a_new_version_is_not_amber_and_what_rested_on_the_old_one_is(organiser, strategy, decided, sign_in):
    above = planted.adopted(organiser, planted.draft(organiser, strategy, "Above", rests_on=[decided]))
    with acting(organiser):
        second = actions.revise(recommendation=decided, change=planted.text("Later"))
    second = planted.adopted(organiser, second)
    assert Recommendation.objects.get(pk=decided.pk).stage == Stage.SUPERSEDED
    assert basis.ambers([second, above]) == {above.pk}
    said = page(sign_in(), above)
    assert "Replaced by a newer version" in said
    assert f'href="/en/strategy/recommendations/{second.pk}/"' in said


def test_a_newer_version_that_the_reader_may_not_see_is_not_named(organiser, strategy, decided, sign_in):
    above = planted.adopted(organiser, planted.draft(organiser, strategy, "Above", rests_on=[decided]))
    with acting(organiser):
        second = actions.revise(recommendation=decided, change=planted.text("Later"))
        actions.ground(recommendation=second, record=source(organiser, "Closed", Tlp.AMBER))
    second = planted.adopted(organiser, Recommendation.objects.get(pk=second.pk))
    for path in (f"strategy/recommendations/{above.pk}/why/", f"strategy/{strategy.pk}/why/"):
        assert str(second.pk) in told(sign_in(organiser), path)
        said = told(sign_in(), path)
        assert "Replaced by a newer version" in said
        assert str(second.pk) not in said
        assert "version 2" not in said


def test_only_the_institution_that_noted_a_source_retracts_it(stranger, reader, grounds, sign_in):
    for member in (stranger, reader):
        answer = sign_in(member).post(f"/en/sources/{grounds[-1].pk}/retract/", {"reason": "No"})
        assert answer.status_code == 403
        assert f"/en/sources/{grounds[-1].pk}/retract/" not in told(sign_in(member), f"sources/{grounds[-1].pk}/")
    assert not Source.objects.get(pk=grounds[-1].pk).is_retracted


def test_a_source_is_not_retracted_without_a_reason_and_not_twice(organiser, grounds, sign_in):
    client = sign_in(organiser)
    path = f"/en/sources/{grounds[-1].pk}/retract/"
    assert client.post(path, {"reason": ""}).status_code == 400
    assert client.post(path, {"reason": "First"}).status_code == 302
    assert client.post(path, {"reason": "Second"}).status_code == 403
    assert str(Source.objects.get(pk=grounds[-1].pk).retraction) == "First"


def test_noting_a_retracted_source_again_makes_a_new_one(organiser, grounds):
    with acting(organiser):
        claims.retract_source(source=grounds[-1], reason=Text.write("Wrong", "en"))
    assert source(organiser).pk != grounds[-1].pk


# What a reader may not see


@pytest.fixture
def mixed(organiser, strategy):
    """A recommendation that everybody sees, on something of each kind that only its institution may see.

    Nobody can make one by the acts, which take the strictest handling: an originator released the text later.
    """
    findings = planted.findings(organiser, 2, tlp=Tlp.AMBER)
    for finding in findings:
        Finding.objects.filter(pk=finding.pk).update(values={**finding.values, "statement": SECRET})
    hidden = source(organiser, SECRET, Tlp.AMBER)
    findings = list(Finding.objects.filter(run=findings[0].run_id))
    seen = source(organiser, "An open report")
    drafted = planted.draft(organiser, strategy, rests_on=[seen])
    for ground in [*findings, hidden]:
        from majlis.workspace.commons.links import make_link

        with acting(organiser):
            make_link(relation="derives", source=drafted, target=ground)
    decided = planted.adopted(organiser, drafted)
    Recommendation.objects.filter(pk=decided.pk).update(handling=Handling(tlp=Tlp.CLEAR))
    decided.refresh_from_db()
    return decided, hidden, findings


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_hidden_grounds_are_counted_and_nothing_more(mixed, organiser, stranger, sign_in, form, language):
    decided, hidden, findings = mixed
    assert SECRET in page(sign_in(organiser), decided, form, language)
    for member in (None, stranger):
        said = page(sign_in(member), decided, form, language)
        assert SECRET not in said
        assert "An open report" in said
        for ground in (hidden, *findings, findings[0].run):
            assert ground.digest not in said
            assert ground.pk.hex not in said.replace("-", "")


def test_the_number_of_hidden_items_is_said_without_their_kind(mixed, sign_in):
    decided, *_ = mixed
    said = page(sign_in(), decided)
    assert "This recommendation rests on 1 source." in said
    assert "3 items that you may not see" in said
    assert "Finding" not in said
    document = json.loads(page(sign_in(), decided, "why.jsonld"))
    [top] = [node for node in document["@graph"] if node["@id"] == f"urn:uuid:{decided.pk}"]
    assert top["hidden"] == 3
    assert "commons.finding" not in json.dumps(document["@graph"])


def test_a_hidden_change_is_said_without_saying_what(mixed, organiser, sign_in):
    decided, hidden, _ = mixed
    with acting(organiser):
        claims.retract_source(source=hidden, reason=Text.write(SECRET, "en"))
    said = page(sign_in(), decided)
    assert "Something that you may not see" in said
    assert SECRET not in said
    assert "Withdrawn" not in said


def test_a_finding_is_hidden_with_its_question(organiser, strategy, sign_in):
    finding = planted.findings(organiser)[0]
    decided = planted.adopted(organiser, planted.draft(organiser, strategy, rests_on=[finding]))
    assert "Statement 0" in page(sign_in(), decided)
    question = finding.run.question
    question.handling = Handling(tlp=Tlp.RED)
    question.save()
    for form in FORMS:
        assert "Statement 0" not in page(sign_in(), decided, form)
    assert sign_in().get(f"/en/runs/{finding.run_id}/").status_code == 404


def test_pages_of_what_may_not_be_seen_do_not_exist(mixed, strategy, organiser, sign_in):
    _, hidden, findings = mixed
    drafted = planted.draft(organiser, strategy, SECRET)
    for path in (
        f"sources/{hidden.pk}/",
        f"sources/{hidden.pk}/retract/",
        f"runs/{findings[0].run_id}/",
        f"strategy/recommendations/{drafted.pk}/why/",
        f"strategy/recommendations/{drafted.pk}/why.svg",
        f"strategy/recommendations/{drafted.pk}/why.png",
        f"strategy/recommendations/{drafted.pk}/why.jsonld",
    ):
        assert sign_in().get(f"/en/{path}").status_code == 404, path


def test_the_page_of_a_source_names_no_draft_of_another_institution(organiser, stranger, strategy, sign_in):
    seen = source(organiser)
    planted.draft(organiser, strategy, SECRET, rests_on=[seen])
    assert SECRET in told(sign_in(organiser), f"sources/{seen.pk}/")
    for member in (None, stranger):
        said = told(sign_in(member), f"sources/{seen.pk}/")
        assert SECRET not in said
        assert "1 item that you may not see" in said


def test_no_person_is_named_anywhere(decided, organiser, sign_in):
    for form in FORMS:
        said = page(sign_in(organiser), decided, form)
        assert str(organiser.pk) not in said
        assert organiser.user.email not in said


# The picture


def test_the_picture_holds_the_chain_and_its_table_says_the_same(decided, grounds, sign_in):
    drawn = page(sign_in(), decided, "why.svg")
    assert drawn.startswith("<svg ")
    assert "var(--" not in drawn
    assert drawn.count("<rect") == 1 + 7
    said = page(sign_in(), decided)
    table = said[said.index('<table class="data">') :]
    assert all(f"Statement {number}" in table for number in range(3))
    assert sign_in().get(f"/en/strategy/recommendations/{decided.pk}/why.png").content.startswith(b"\x89PNG")


def test_many_are_folded_in_picture_and_page(organiser, strategy, sign_in):
    decided = planted.adopted(organiser, planted.draft(organiser, strategy, rests_on=planted.findings(organiser, 54)))
    assert "and 42 more" in page(sign_in(), decided, "why.svg")
    said = page(sign_in(), decided)
    assert "and 42 more" in said
    assert "Statement 53" in said


def test_a_marked_item_is_never_the_one_that_is_folded(organiser, strategy, sign_in):
    findings = planted.findings(organiser, 30)
    decided = planted.adopted(organiser, planted.draft(organiser, strategy, rests_on=findings))
    last = Finding.objects.get(pk=findings[-1].pk)
    last.values = {**last.values, "statement": "The changed one"}
    last.save()
    assert "changed one" in page(sign_in(), decided, "why.svg")


# PROV


def expanded(document):
    """Read with a JSON-LD library that may fetch nothing: node id to node."""

    def refuse(url, options):
        raise AssertionError(f"the document asks for {url}")

    jsonld.set_document_loader(refuse)
    return {node["@id"]: node for node in jsonld.flatten(document)}


def targets(node, name):
    return {value["@id"] for value in node.get(PROV + name, [])}


def test_every_edge_of_the_chain_stands_in_prov(organiser, strategy, decided, grounds, sign_in):
    with acting(organiser):
        claims.retract_source(source=grounds[-1], reason=Text.write("Wrong", "en"))
    nodes = expanded(json.loads(page(sign_in(), decided, "why.jsonld")))
    name = "urn:uuid:{}".format
    top = nodes[name(decided.pk)]
    assert targets(top, "wasDerivedFrom") == {name(ground.pk) for ground in grounds}
    for finding in grounds[:3]:
        assert targets(nodes[name(finding.pk)], "wasGeneratedBy") == {name(finding.run_id)}
    run = grounds[0].run
    assert targets(nodes[name(run.pk)], "used") == {name(run.question_id)}
    pins = [nodes[value["@id"]] for value in top[f"{PROV}qualifiedDerivation"]]
    assert {
        (next(iter(targets(pin, "entity"))), pin["urn:majlis:terms#pinnedSha256"][0]["@value"]) for pin in pins
    } == {(name(ground.pk), ground.digest) for ground in grounds}
    assert top["urn:majlis:terms#amber"][0]["@value"] is True
    assert nodes[name(grounds[-1].pk)]["urn:majlis:terms#standing"][0]["@value"] == "withdrawn"
    types = {kind for node in nodes.values() for kind in node.get("@type", [])}
    assert types == {PROV + kind for kind in ("Entity", "Activity", "Agent", "Organization", "Derivation")}


def test_adoption_is_an_act_of_an_office_for_its_institution(decided, institution, sign_in):
    nodes = expanded(json.loads(page(sign_in(), decided, "why.jsonld")))
    [act] = [nodes[pk] for pk in targets(nodes[f"urn:uuid:{decided.pk}"], "wasGeneratedBy")]
    [office] = [nodes[pk] for pk in targets(act, "wasAssociatedWith")]
    assert office["http://www.w3.org/2000/01/rdf-schema#label"][0]["@value"] == "The plenary"
    assert targets(office, "actedOnBehalfOf") == {f"urn:uuid:{institution.pk}"}
    assert nodes[f"urn:uuid:{institution.pk}"]["@type"] == [f"{PROV}Agent", f"{PROV}Organization"]


def test_reading_again_gives_the_same_bytes(decided, sign_in):
    for form in FORMS[1:]:
        assert page(sign_in(), decided, form) == page(sign_in(), decided, form)


def test_a_strategy_without_grounds_says_what_to_do(organiser, strategy, sign_in):
    drafted = planted.draft(organiser, strategy)
    said = page(sign_in(organiser), drafted)
    assert "It rests on nothing yet." in said
    assert told(sign_in(organiser), f"strategy/{strategy.pk}/why/")


def test_queries_do_not_grow_with_the_number_of_links(organiser, strategy, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for size in (2, 20):
        drafts = [planted.draft(organiser, strategy, rests_on=planted.findings(organiser, size)) for _ in range(size)]
        with CaptureQueriesContext(connection) as queries:
            why.ambers(drafts)
        counts.append(len(queries))
    assert counts[0] == counts[1]
