"""The pages of the room, for every reader, and what must not be on them."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Finding, Link
from majlis.workspace.commons.texts import State, Text
from majlis.workspace.rooms.strategy import actions, queries
from majlis.workspace.rooms.strategy.models import Recommendation, Stage, Strategy
from tests.workspace.rooms.gatherings import planted as conferences
from tests.workspace.rooms.strategy import planted

SECRET = planted.SECRET
TAGS, MARKS = re.compile(r"<[^>]*>"), re.compile("[\u2066-\u2069]")


def url(name, *args, language="en"):
    with translation.override(language):
        return reverse(f"strategy:{name}", args=args)


def conference(edition):
    with translation.override("en"):
        return reverse("gatherings:detail", args=[edition.pk])


def read(client, name, *args, language="en", status=200, query="", **data):
    address = url(name, *args, language=language) + query
    response = client.post(address, data) if data else client.get(address)
    assert response.status_code == status, (address, response.status_code)
    return response


def words(response):
    return " ".join(MARKS.sub("", TAGS.sub(" ", response.content.decode())).split())


def texts(name, said, language="en"):
    return {f"{name}_{language}": said}


def form(**more):
    return {"original": "en", "text_en": "Train the staff", **more}


def decision(recommendation, **more):
    shown = queries.decision_stamp(recommendation)
    typed = {"original": "en", "office_en": "The plenary", "reason_en": "It was agreed", "decided_on": "2026-01-05"}
    return {**typed, "seen": shown, **more}


def reload(record):
    return type(record).objects.get(pk=record.pk)


def circulated(organiser, **more):
    found = planted.strategy(organiser, **more)
    with acting(organiser):
        return actions.circulate(strategy=found)


# What each reader sees


@pytest.fixture
def world(organiser):
    """An edition with strategies in every standing; what each of them hides is planted."""
    edition = conferences.edition(organiser, title="The open edition")
    draft = planted.strategy(organiser, title=f"{SECRET} title of a draft", within=edition)
    planted.draft(organiser, draft, f"{SECRET} draft", goal=planted.text(f"{SECRET} goal"))
    shared = circulated(organiser, title=f"{SECRET} title of drafts that circulate", within=edition)
    planted.draft(organiser, shared, f"{SECRET} circulated draft")
    decided = planted.strategy(organiser, title="An open title", within=edition)
    standing = planted.draft(organiser, decided, "An open measure", rests_on=planted.findings(organiser))
    planted.adopted(organiser, standing)
    planted.draft(organiser, decided, f"{SECRET} second draft")
    amber = planted.findings(organiser, tlp=Tlp.AMBER)
    closed = planted.draft(organiser, decided, f"{SECRET} amber measure", rests_on=amber)
    planted.adopted(organiser, closed)
    gone = planted.draft(organiser, decided, f"{SECRET} draft that was withdrawn")
    with acting(organiser):
        actions.withdraw(recommendation=gone, reason=planted.text(f"{SECRET} reason"))
    only_amber = planted.strategy(organiser, title=f"{SECRET} title of a strategy with nothing to see", within=edition)
    planted.adopted(organiser, planted.draft(organiser, only_amber, SECRET, rests_on=amber))
    return {"edition": edition, "draft": draft, "shared": shared, "decided": decided, "only_amber": only_amber}


def addresses(edition):
    every = [url("index"), conference(edition), "/en/"]
    every += [url("detail", strategy.pk) for strategy in Strategy.objects.all()]
    for strategy in Strategy.objects.all():
        every += [url(name, strategy.pk) for name in ("edit", "circulate", "draft", "strategy-findings")]
    for recommendation in Recommendation.objects.all():
        names = ("recommendation", "edit-recommendation", "basis", "more-findings", "adopt", "revise", "withdraw")
        every += [url(name, recommendation.pk) for name in names]
    return every


def test_the_public_sees_nothing_that_was_not_decided_for_all(world, sign_in):
    told = {address: sign_in().get(address) for address in addresses(world["edition"])}
    assert [address for address, response in told.items() if SECRET in response.content.decode()] == []
    assert "An open measure" in words(told[url("detail", world["decided"].pk)])
    edition = words(told[conference(world["edition"])])
    assert "An open title" in edition
    hidden = [url("detail", world[name].pk) for name in ("draft", "shared", "only_amber")]
    assert {told[address].status_code for address in hidden} == {404}


def test_another_institution_sees_circulated_drafts_and_no_other(world, stranger, sign_in):
    client = sign_in(stranger)
    told = {address: client.get(address) for address in addresses(world["edition"])}
    shared = [url("index"), url("detail", world["shared"].pk)]
    shared += [url("recommendation", r.pk) for r in world["shared"].recommendations.all()]
    edition = conference(world["edition"])
    with_secret = {address for address, response in told.items() if SECRET in response.content.decode()}
    assert with_secret == {*shared, edition}
    for address in with_secret:
        said = set(re.findall(rf"{SECRET} [\w ]+", words(told[address])))
        assert all("circulate" in one for one in said), (address, said)


def test_at_home_a_withdrawn_draft_is_seen_no_more(world, organiser, sign_in):
    client = sign_in(organiser)
    gone = Recommendation.objects.get(stage=Stage.WITHDRAWN)
    read(client, "recommendation", gone.pk, status=404)
    assert "was withdrawn" not in words(read(client, "detail", world["decided"].pk))
    assert f"{SECRET} second draft" in words(read(client, "detail", world["decided"].pk))


def test_strategies_of_amber_handling_stay_closed_when_they_circulate(organiser, stranger, sign_in):
    found = circulated(organiser, title=SECRET, tlp=Tlp.AMBER)
    decided = planted.adopted(organiser, planted.draft(organiser, found, SECRET, unfounded=planted.text("Law")))
    for client in (sign_in(), sign_in(stranger)):
        read(client, "detail", found.pk, status=404)
        read(client, "recommendation", decided.pk, status=404)
        assert SECRET not in words(read(client, "index"))
    assert SECRET in words(read(sign_in(organiser), "index"))


def test_a_ground_that_the_reader_may_not_see_is_counted_and_not_told(organiser, stranger, sign_in, strategy):
    theirs = planted.findings(stranger, tlp=Tlp.GREEN)
    drafted = planted.draft(organiser, strategy, rests_on=theirs)
    Finding.objects.filter(pk=theirs[0].pk).update(
        handling=Handling(tlp=Tlp.AMBER, originators=frozenset({str(stranger.institution_id)})),
        values={"id": "s0", "statement": SECRET, "share": 0.8, "groups": 2},
    )
    told = words(read(sign_in(organiser), "recommendation", drafted.pk))
    assert SECRET not in told
    assert "It also rests on one thing that you may not see." in told


# The strategy's page


def test_the_page_says_what_stands_what_is_drafted_and_what_is_missing(organiser, sign_in, strategy):
    standing = planted.draft(
        organiser, strategy, "It stands", rests_on=planted.findings(organiser, 2), dimensions=["social", "legal"]
    )
    planted.adopted(organiser, standing)
    planted.draft(organiser, strategy, "It is drafted", dimensions=["security"], due_on=date(2027, 3, 1))
    told = words(read(sign_in(organiser), "detail", strategy.pk))
    assert told.index("It stands") < told.index("It is drafted") < told.index("What is missing")
    assert "has nothing in these dimensions: Educational, Cultural, Economic." in told
    assert "One recommendation rests on nothing." in told
    assert "rests on 2 grounds" in told
    assert "by 1 March 2027" in told or "by 1 Mar 2027" in told or "by 01/03/2027" in told
    assert "Adopted: 1 · in draft: 1" in told


def test_a_long_list_is_narrowed_and_a_short_one_is_not(organiser, sign_in, strategy):
    client = sign_in(organiser)
    for n in range(20):
        planted.draft(organiser, strategy, f"Measure {n}.", addressee=planted.text(f"Office {n % 2}"))
    assert 'name="dimension"' not in read(client, "detail", strategy.pk).content.decode()
    planted.draft(organiser, strategy, "The legal one", dimensions=["legal"], addressee=planted.text("Office 7"))
    page = read(client, "detail", strategy.pk).content.decode()
    assert 'name="dimension"' in page
    narrowed = words(read(client, "detail", strategy.pk, query="?dimension=legal"))
    assert "The legal one" in narrowed
    assert "Measure 3." not in narrowed
    narrowed = words(read(client, "detail", strategy.pk, query="?addressee=Office 1"))
    assert "Measure 3." in narrowed
    assert "Measure 4." not in narrowed
    assert "None of them fits" in words(read(client, "detail", strategy.pk, query="?dimension=' OR 1=1 --"))


def test_codes_sort_as_people_count(organiser, sign_in, strategy):
    for code in ("R10", "R2", "R1"):
        planted.draft(organiser, strategy, f"Measure of {code}", code=code)
    told = words(read(sign_in(organiser), "detail", strategy.pk))
    assert told.index("of R1 ") < told.index("of R2 ") < told.index("of R10 ")


# Who may


WRITING = [("create", None), ("edit", "strategy"), ("draft", "strategy"), ("circulate", "strategy")]
WRITING += [("strategy-findings", "strategy"), ("findings", None), ("draft-from", None)]
WRITING += [(name, "recommendation") for name in ("edit-recommendation", "basis", "more-findings")]
DECIDING = [("adopt", "recommendation"), ("withdraw", "recommendation")]


@pytest.mark.parametrize(("name", "about"), [*WRITING, *DECIDING])
def test_only_those_with_the_role_open_the_page(name, about, organiser, rapporteur, reader, stranger, sign_in):
    found = circulated(organiser)
    drafted = planted.draft(organiser, found)
    args = {"strategy": [found.pk], "recommendation": [drafted.pk], None: []}[about]
    for member in (organiser, rapporteur):
        refused = member == rapporteur and (name, about) in DECIDING
        expected = {403} if refused else {200, 302}
        assert sign_in(member).get(url(name, *args)).status_code in expected, member.roles
    assert sign_in(reader).get(url(name, *args)).status_code == 403
    expected = 200 if about is None else 403
    assert sign_in(stranger).get(url(name, *args)).status_code == expected
    assert sign_in().get(url(name, *args)).status_code in {302, 404}


def test_nothing_is_adopted_by_an_address_or_without_the_role(organiser, rapporteur, stranger, sign_in, strategy):
    drafted = planted.draft(organiser, strategy, rests_on=planted.findings(organiser))
    assert sign_in(organiser).get(url("adopt", drafted.pk)).status_code == 200
    for member in (rapporteur, stranger, None):
        assert sign_in(member).post(url("adopt", drafted.pk), decision(drafted)).status_code in {403, 404}
    assert reload(drafted).is_draft


# Beginning and drafting


def test_a_strategy_is_begun_within_an_edition_and_stands_on_its_page(organiser, sign_in):
    edition = conferences.edition(organiser, title="The edition")
    client = sign_in(organiser)
    page = client.get(conference(edition)).content.decode()
    assert f"{url('create')}?within={edition.pk}" in page
    data = {"original": "en", "title_en": "After the edition", "seen_by": "CLEAR"}
    response = read(client, "create", query=f"?within={edition.pk}", status=302, **data)
    found = Strategy.objects.get()
    assert response.url == url("detail", found.pk)
    assert found.within_id == edition.pk
    assert "After the edition" in words(client.get(conference(edition)))
    assert "The edition" in words(read(client, "detail", found.pk))


def test_a_strategy_cannot_be_begun_within_what_its_author_may_not_know(organiser, stranger, sign_in):
    hidden = conferences.edition(stranger, title=SECRET, tlp=Tlp.AMBER)
    client, address = sign_in(organiser), f"?within={hidden.pk}"
    assert SECRET not in words(read(client, "create", query=address))
    read(client, "create", query=address, status=302, original="en", title_en="Mine", seen_by="CLEAR")
    assert Strategy.objects.get().within is None


def test_a_recommendation_is_drafted_from_several_findings(organiser, sign_in, strategy):
    found = planted.findings(organiser, 3)
    client = sign_in(organiser)
    listed = words(read(client, "strategy-findings", strategy.pk))
    assert listed.count("agree in the least agreeing group") == 3
    query = f"?from={found[0].pk}&from={found[2].pk}"
    shown = words(read(client, "draft", strategy.pk, query=query))
    assert "“Statement 0”: 80% agree in the least agreeing group." in shown
    assert "Statement 1" not in shown
    assert "Why it is decided without a basis" not in shown
    data = form(goal_en="Fewer returns", addressee_en="The prison service", due_on="2027-01-01", dimensions=["social"])
    read(client, "draft", strategy.pk, query=query, status=302, **data)
    drafted = Recommendation.objects.get()
    assert {link.to_id for link in queries.basis_links(drafted)} == {found[0].pk, found[2].pk}
    assert (drafted.code, str(drafted.goal), drafted.dimensions) == ("R1", "Fewer returns", ["social"])


def test_a_draft_without_basis_is_asked_why(organiser, sign_in, strategy):
    client = sign_in(organiser)
    shown = words(read(client, "draft", strategy.pk))
    assert "It rests on nothing yet." in shown
    assert "Why it is decided without a basis" in shown
    read(client, "draft", strategy.pk, status=302, **form(unfounded_en="The law asks for it", code="LAW-1"))
    drafted = Recommendation.objects.get()
    told = words(read(client, "recommendation", drafted.pk))
    assert "Without a basis" in told
    assert "The law asks for it" in told
    assert drafted.code == "LAW-1"


def test_a_taken_code_is_refused_and_nothing_typed_is_lost(organiser, sign_in, strategy):
    planted.draft(organiser, strategy, code="R7")
    response = read(sign_in(organiser), "draft", strategy.pk, status=400, **form(code="R7", goal_en="Kept words"))
    assert "already has a recommendation with this code" in words(response)
    assert "Kept words" in response.content.decode()
    assert Recommendation.objects.count() == 1


def test_findings_that_are_not_there_are_said_to_be_left_out(organiser, stranger, sign_in, strategy):
    hidden = planted.findings(stranger, tlp=Tlp.AMBER)
    Finding.objects.filter(pk=hidden[0].pk).update(values={"id": "s", "statement": SECRET, "share": 0.8, "groups": 2})
    query = f"?from={hidden[0].pk}&from=nonsense&from={strategy.pk}"
    told = words(read(sign_in(organiser), "draft", strategy.pk, query=query))
    assert "2 things that you chose are not there" in told
    assert SECRET not in told
    read(sign_in(organiser), "draft", strategy.pk, query=query, status=302, **form())
    assert Link.objects.count() == 0


def test_drafting_from_a_map_asks_for_the_strategy_only_where_there_are_several(organiser, sign_in):
    finding = planted.findings(organiser)[0]
    client, query = sign_in(organiser), f"?from={finding.pk}"
    assert f"{url('create')}{query}" in read(client, "draft-from", query=query).content.decode()
    begun = read(client, "create", query=query, status=302, original="en", title_en="One", seen_by="CLEAR")
    first = Strategy.objects.get()
    assert begun.url == f"{url('draft', first.pk)}{query}"
    assert read(client, "draft-from", query=query, status=302).url == begun.url
    planted.strategy(organiser, title="Two")
    page = read(client, "draft-from", query=query)
    assert "Statement 0" in words(page)
    assert begun.url in page.content.decode()


def test_only_the_newest_run_of_a_question_is_drafted_from(organiser, sign_in):
    old = planted.findings(organiser)[0]
    new = planted.findings(organiser)[0]
    type(new.run).objects.filter(pk=new.run_id).update(question=old.run.question_id)
    page = read(sign_in(organiser), "findings").content.decode()
    assert str(new.pk) in page
    assert str(old.pk) not in page


# Translations


def test_translations_keep_their_standing_through_the_form(organiser, sign_in, strategy):
    text = Text.write("Measure", "en").translated("fr", "Mesure", reviewed=True).translated("ar", "تدبير")
    with acting(organiser):
        drafted = actions.draft(strategy=strategy, measure=actions.Measure(text=text))
    client = sign_in(organiser)
    page = read(client, "edit-recommendation", drafted.pk)
    assert not page.context["form"]["reviewed"].value()
    data = {"original": "en", "text_en": "Measure", "text_fr": "Mesure", "text_ar": "تدبير آخر"}
    seen = page.context["form"]["seen"].value()
    read(client, "edit-recommendation", drafted.pk, status=302, **data, seen=seen)
    states = {held: version.state for held, version in reload(drafted).text.versions.items()}
    assert states == {"en": State.ORIGINAL, "fr": State.REVIEWED, "ar": State.UNREVIEWED}
    seen = read(client, "edit-recommendation", drafted.pk).context["form"]["seen"].value()
    changed = {**data, "text_en": "Another measure", "seen": seen}
    read(client, "edit-recommendation", drafted.pk, status=302, **changed)
    states = {held: version.state for held, version in reload(drafted).text.versions.items()}
    assert states == {"en": State.ORIGINAL, "fr": State.UNREVIEWED, "ar": State.UNREVIEWED}


# Two at once


def test_the_second_of_two_editors_sees_both_and_loses_nothing(organiser, rapporteur, sign_in, strategy):
    drafted = planted.draft(organiser, strategy, "As it was")
    one, two = sign_in(organiser), sign_in(rapporteur)
    seen = read(one, "edit-recommendation", drafted.pk).context["form"]["seen"].value()
    here = str(organiser.institution_id)
    first = form(text_en="The first", seen=seen, addressed_to=here)
    read(one, "edit-recommendation", drafted.pk, status=302, **first)
    second = form(text_en="The second", seen=seen, dimensions=["legal"])
    response = read(two, "edit-recommendation", drafted.pk, status=409, **second)
    told = words(response)
    assert "The first" in told
    assert "The second" in told
    assert "Institution one" in told
    assert here not in TAGS.sub(" ", response.content.decode())
    assert str(reload(drafted).text) == "The first"
    again = response.context["form"]["seen"].value()
    read(two, "edit-recommendation", drafted.pk, status=302, **{**second, "seen": again})
    assert (str(reload(drafted).text), reload(drafted).dimensions) == ("The second", ["legal"])


@pytest.mark.parametrize("what", ["text", "basis", "handling", "ground"])
def test_nobody_adopts_what_they_did_not_see(what, organiser, sign_in, strategy):
    found = planted.findings(organiser, 2)
    drafted = planted.draft(organiser, strategy, rests_on=found[:1])
    client = sign_in(organiser)
    data = decision(drafted)
    with acting(organiser):
        if what == "text":
            parts = actions.Measure(text=planted.text("Other words"))
            seen = queries.stamp(reload(drafted))
            actions.change_recommendation(recommendation=drafted, seen=seen, measure=parts)
        elif what == "basis":
            actions.ground(recommendation=drafted, record=found[1])
        elif what == "handling":
            Finding.objects.filter(pk=found[0].pk).update(handling=Handling(tlp=Tlp.AMBER))
        else:
            Finding.objects.filter(pk=found[0].pk).update(digest="0" * 64)
    response = read(client, "adopt", drafted.pk, status=409, **data)
    assert "Nothing was adopted." in words(response)
    assert "It was agreed" in response.content.decode()
    assert reload(drafted).is_draft
    if what != "ground":
        again = {**data, "seen": response.context["form"]["seen"].value()}
        read(client, "adopt", drafted.pk, status=302, **again)
        assert reload(drafted).is_adopted
        assert reload(drafted).handling.tlp == (Tlp.AMBER if what == "handling" else Tlp.CLEAR)
