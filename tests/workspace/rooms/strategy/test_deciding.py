"""Circulating, grounding, adopting, revising and withdrawing, on their pages."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp, strictest
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Finding, Source
from majlis.workspace.commons.models.records import WITHDRAWN, find
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import actions, queries
from majlis.workspace.rooms.strategy.models import Recommendation, Stage
from majlis.workspace.rooms.strategy.pages import RecommendationPage
from tests.workspace.rooms.gatherings import planted as conferences
from tests.workspace.rooms.strategy import planted
from tests.workspace.rooms.strategy.test_views import SECRET, decision, form, read, reload, url, words

LONG, TURNED, SCRIPT = "x" * 10_000, "safe\u202egnihtemos", "<script>alert('planted')</script>"


def standing(organiser, strategy, said="Do it", **more):
    rests_on = more.pop("rests_on", None) or planted.findings(organiser)
    return planted.adopted(organiser, planted.draft(organiser, strategy, said, rests_on=rests_on, **more))


def why(name="reason", said="It is out of date"):
    return {"original": "en", f"{name}_en": said}


# Circulating


def test_circulating_says_first_who_will_see_it(organiser, stranger, sign_in, strategy):
    planted.draft(organiser, strategy, "Open")
    planted.draft(organiser, strategy, "Closed", rests_on=planted.findings(organiser, tlp=Tlp.AMBER))
    client = sign_in(organiser)
    told = words(read(client, "circulate", strategy.pk))
    assert "2 drafts will be seen" in told
    assert "Every signed-in member of every institution" in told
    assert "One draft is more closed than the strategy" in told
    assert reload(strategy).state == "draft"
    assert sign_in(organiser).post(url("circulate", strategy.pk)).status_code == 302
    assert reload(strategy).state == "circulated"
    seen = words(read(sign_in(stranger), "detail", strategy.pk))
    assert "Open" in seen
    assert "Closed" not in seen


# The basis


def test_other_grounds_are_found_in_any_language_and_added(organiser, sign_in, strategy):
    edition = conferences.edition(organiser)
    said = conferences.statement(organiser, edition, "Aftercare must last")
    other = standing(organiser, strategy, "An earlier measure")
    source = Source.objects.get()
    Source.objects.filter(pk=source.pk).update(title=Text.write("Étude du suivi", "fr").translated("en", "A study"))
    drafted = planted.draft(organiser, strategy)
    client = sign_in(organiser)
    assert "Aftercare must last" in words(read(client, "basis", drafted.pk, query="?q=AFTERCARE"))
    for query, found in {"étude": source, "study": source, "aftercare": said, "earlier": other}.items():
        page = read(client, "basis", drafted.pk, query=f"?q={query}").content.decode()
        assert f'value="{found.pk}"' in page, query
    read(client, "basis", drafted.pk, status=302, **{"from": [str(said.pk), str(source.pk), str(other.pk)]})
    told = words(read(client, "recommendation", drafted.pk))
    for kind in ("Statement of an office", "Source", "Adopted recommendation"):
        assert kind in told
    assert {link.to_id for link in queries.basis_links(drafted)} == {said.pk, source.pk, other.pk}
    assert "Nothing with these words" in words(read(client, "basis", drafted.pk, query="?q=nowhere"))


def test_what_the_drafter_may_not_see_is_neither_found_nor_added(organiser, stranger, sign_in, strategy):
    hidden = conferences.secret_world(stranger)
    theirs = planted.strategy(stranger, title=SECRET)
    draft = planted.draft(stranger, theirs, SECRET)
    amber = standing(stranger, theirs, SECRET, rests_on=planted.findings(stranger, tlp=Tlp.AMBER))
    drafted = planted.draft(organiser, strategy)
    client = sign_in(organiser)
    for query in ("", "?q=planted", "?q=secret"):
        page = read(client, "basis", drafted.pk, query=query)
        assert [ground.record for ground in page.context["found"]] == []
        assert SECRET not in words(page)
    wanted = [*hidden["statements"], draft, amber, *Source.objects.all(), *Finding.objects.all()]
    read(client, "basis", drafted.pk, status=302, **{"from": [str(record.pk) for record in wanted]})
    assert queries.basis_links(drafted) == []


def test_findings_are_added_to_a_draft_and_taken_out(organiser, sign_in, strategy):
    found = planted.findings(organiser, 2)
    drafted = planted.draft(organiser, strategy)
    client = sign_in(organiser)
    assert str(found[1].pk) in read(client, "more-findings", drafted.pk).content.decode()
    read(client, "basis", drafted.pk, status=302, **{"from": [str(one.pk) for one in found]})
    read(client, "basis", drafted.pk, status=302, remove=str(found[0].pk))
    assert [link.to_id for link in queries.basis_links(drafted)] == [found[1].pk]
    assert "One ground was taken out." in words(read(client, "basis", drafted.pk))


def test_a_ground_that_changed_says_so_and_is_kept_as_it_is_now(organiser, sign_in, strategy):
    found = planted.findings(organiser)[0]
    drafted = planted.draft(organiser, strategy, rests_on=[found])
    client = sign_in(organiser)
    found.values = {**found.values, "statement": "Reworded"}
    found.save()
    told = words(read(client, "adopt", drafted.pk))
    assert "cannot be adopted yet" in told
    assert "changed since" in told
    read(client, "adopt", drafted.pk, status=400, **decision(drafted))
    read(client, "basis", drafted.pk, status=302, **{"from": str(found.pk)})
    assert "Reworded" in words(read(client, "adopt", drafted.pk))
    read(client, "adopt", drafted.pk, status=302, **decision(drafted))
    assert reload(drafted).is_adopted


def test_a_withdrawn_ground_is_named_and_no_longer_quoted(organiser, sign_in, strategy):
    found = planted.findings(organiser, 2)
    Finding.objects.filter(pk=found[0].pk).update(values={"id": "s", "statement": SECRET, "share": 0.8, "groups": 2})
    found[0].refresh_from_db()
    found[0].save()
    decided = standing(organiser, strategy, rests_on=found)
    assert SECRET in words(read(sign_in(), "recommendation", decided.pk))
    Finding.objects.filter(pk=found[0].pk).update(state=WITHDRAWN)
    told = words(read(sign_in(), "recommendation", decided.pk))
    assert SECRET not in told
    assert "withdrawn since" in told
    assert "Statement 1" in told


# Adopting


def test_the_page_of_adoption_shows_what_will_stand_and_who_will_see_it(organiser, sign_in, strategy):
    amber = planted.findings(organiser, tlp=Tlp.AMBER)
    text = Text.write("Train the staff", "en").translated("fr", "Former le personnel").translated("ar", "تكوين الأطر")
    with acting(organiser):
        drafted = actions.draft(strategy=strategy, measure=actions.Measure(text=text), rests_on=amber)
    told = words(read(sign_in(organiser), "adopt", drafted.pk))
    for said in ("Train the staff", "Former le personnel", "تكوين الأطر", "Statement 0", "TLP:AMBER"):
        assert said in told
    assert "more closed than its strategy, because it rests on this" in told


def test_what_stands_against_adoption_leads_to_what_to_do(organiser, sign_in, strategy):
    drafted = planted.draft(organiser, strategy)
    client = sign_in(organiser)
    page = read(client, "adopt", drafted.pk)
    assert "It rests on nothing yet. Add what it rests on, or say why" in words(page)
    assert url("basis", drafted.pk) in page.content.decode()
    assert url("edit-recommendation", drafted.pk) in page.content.decode()
    refused = read(client, "adopt", drafted.pk, status=400, **decision(drafted, reason_en="Typed in vain"))
    assert "Typed in vain" in refused.content.decode()
    assert reload(drafted).is_draft


@pytest.mark.parametrize(
    "wrong", [{"office_en": ""}, {"reason_en": ""}, {"decided_on": ""}, {"decided_on": "2999-01-01"}, {"seen": "x"}]
)
def test_nothing_is_adopted_without_office_reason_and_day(wrong, organiser, sign_in, strategy):
    drafted = planted.draft(organiser, strategy, rests_on=planted.findings(organiser))
    data = decision(drafted, **wrong)
    read(sign_in(organiser), "adopt", drafted.pk, status=409 if "seen" in wrong else 400, **data)
    assert reload(drafted).is_draft


def test_the_adopted_page_shows_the_frozen_text(organiser, sign_in, strategy):
    found = planted.findings(organiser)[0]
    decided = standing(organiser, strategy, "As it was adopted", rests_on=[found], goal=planted.text("The goal"))
    Recommendation.objects.filter(pk=decided.pk).update(goal=planted.text(SECRET))
    found.values = {**found.values, "statement": "Reworded later"}
    found.save()
    told = words(read(sign_in(), "recommendation", decided.pk))
    assert "The goal" in told
    assert SECRET not in told
    assert "“Statement 0”" in told
    assert "Reworded later" not in told
    assert "changed since" in told
    for said in ("The plenary", "It was agreed"):
        assert said in told


@pytest.mark.parametrize("how", ["no actor", "no office", "no reason", "no frozen text", "no day"])
def test_the_database_refuses_every_adoption_that_lacks_a_part(how, organiser, strategy):
    drafted = planted.draft(organiser, strategy)
    whole = {
        "no actor": {"decided_by": organiser},
        "no office": {"office": planted.text("The plenary")},
        "no reason": {"reason": planted.text("It was agreed")},
        "no frozen text": {"frozen": {"content": {}, "basis": []}},
        "no day": {"decided_on": "2026-01-01"},
    }
    parts = {name: value for key, part in whole.items() if key != how for name, value in part.items()}
    rows = Recommendation.objects.filter(pk=drafted.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(stage=Stage.ADOPTED, **parts)
    assert reload(drafted).is_draft


# Versions


def test_a_new_version_says_what_it_changes_and_the_old_one_says_it_was_replaced(organiser, sign_in, strategy):
    first = standing(organiser, strategy, "Within two years", addressee=planted.text("The service"))
    client = sign_in(organiser)
    begun = read(client, "revise", first.pk, status=302, **why("change", "The deadline was wrong"), correction="on")
    second = Recommendation.objects.get(version=2)
    assert begun.url == url("edit-recommendation", second.pk)
    assert "Version 2 is being drafted." in words(read(client, "recommendation", first.pk))
    assert "being drafted" not in words(read(sign_in(), "recommendation", first.pk))
    seen = read(client, "edit-recommendation", second.pk).context["form"]["seen"].value()
    changed = form(text_en="Within one year", addressee_en="The service", seen=seen)
    read(client, "edit-recommendation", second.pk, status=302, **changed)
    read(client, "adopt", second.pk, status=302, **decision(reload(second)))
    old = words(read(sign_in(), "recommendation", first.pk))
    assert "This is version 1; version 2 replaced it. The newer version corrects an error." in old
    assert "Within two years" in old
    new = words(read(sign_in(), "recommendation", second.pk))
    assert "Erratum: version 2 corrects an error of the text. The deadline was wrong" in new
    assert "Measure: what shall be done Within two years Within one year" in new
    page = RecommendationPage(reload(second), None)
    assert [[difference.label for difference in step.differences] for step in page.history] == [
        ["Measure: what shall be done"],
        [],
    ]


def test_a_new_version_for_another_body_says_which(organiser, other_institution, strategy):
    first = standing(organiser, strategy, addressed_to=organiser.institution)
    with acting(organiser):
        second = actions.revise(recommendation=first, change=planted.text("Another body"))
    second.addressed_to = other_institution
    second.save()
    [step, _] = RecommendationPage(second, organiser).history
    named = [body.name.in_language("en").text for body in (organiser.institution, other_institution)]
    said = [(d.label, d.before, d.now) for d in step.differences]
    assert said == [("The addressee, where it works in this workspace", *named)]


def test_a_version_that_is_withdrawn_while_drafted_makes_room_for_another(organiser, sign_in, strategy):
    first = standing(organiser, strategy)
    client = sign_in(organiser)
    read(client, "revise", first.pk, status=302, **why("change"))
    assert "being drafted already" in words(read(client, "revise", first.pk, status=400, **why("change")))
    second = Recommendation.objects.get(version=2)
    read(client, "withdraw", second.pk, status=302, **why())
    read(client, "revise", first.pk, status=302, **why("change"))
    third = Recommendation.objects.get(version=3)
    assert len(queries.basis_links(third)) == 1
    read(client, "adopt", third.pk, status=302, **decision(third))
    assert [reload(one).stage for one in (first, second, third)] == ["superseded", "withdrawn", "adopted"]
    assert "version 3 replaced it" in words(read(sign_in(), "recommendation", first.pk))
    assert words(read(sign_in(), "recommendation", third.pk)).count("Version 2") == 0


def test_an_adopted_text_has_no_page_on_which_it_is_edited(organiser, sign_in, strategy):
    decided = standing(organiser, strategy)
    client = sign_in(organiser)
    for name in ("edit-recommendation", "basis", "more-findings"):
        read(client, name, decided.pk, status=403)
    read(client, "edit-recommendation", decided.pk, status=403, **form(text_en="Other"))
    assert "cannot be adopted yet" in words(read(client, "adopt", decided.pk))
    assert str(reload(decided).text) == "Do it"


# Withdrawing


def test_a_withdrawn_text_stays_readable_with_its_reason(organiser, sign_in, strategy):
    decided = standing(organiser, strategy, "It stood")
    client = sign_in(organiser)
    read(client, "withdraw", decided.pk, status=400, original="en", reason_en="")
    read(client, "withdraw", decided.pk, status=302, **why())
    told = words(read(sign_in(), "recommendation", decided.pk))
    assert "This recommendation was withdrawn. It no longer stands. It is out of date" in told
    assert "It stood" in told
    assert "It stood" not in words(read(sign_in(), "detail", strategy.pk))
    read(client, "withdraw", decided.pk, status=403)
    read(client, "revise", decided.pk, status=403)


# Hostile input


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("said", [SCRIPT, TURNED, "{{ settings.SECRET_KEY }}", "'; DROP TABLE strategy_strategy; --"])
def test_hostile_words_stay_words(said, language, organiser, sign_in, strategy):
    client = sign_in(organiser)
    parts = {f"{name}_en": said for name in ("text", "goal", "addressee", "indicator", "rights_note", "unfounded")}
    read(client, "draft", strategy.pk, status=302, original="en", **parts)
    drafted = Recommendation.objects.get()
    data = {**decision(drafted), "office_en": said, "reason_en": said}
    pages = [("detail", strategy.pk), ("adopt", drafted.pk), ("basis", drafted.pk)]
    shown = [read(client, name, pk, language=language).content.decode() for name, pk in pages]
    read(client, "adopt", drafted.pk, status=302, **data)
    read(client, "revise", drafted.pk, status=302, **why("change", said))
    read(client, "withdraw", drafted.pk, status=302, **why(said=said))
    shown += [read(client, "recommendation", drafted.pk, language=language).content.decode()]
    for page in shown:
        assert SCRIPT not in page
        assert "\u202e" not in page
    assert str(reload(drafted).text) == said


def test_what_is_too_long_or_cannot_be_seen_is_refused_and_kept(organiser, sign_in, strategy):
    client = sign_in(organiser)
    response = read(client, "draft", strategy.pk, status=400, **form(text_en=LONG, goal_en="Kept"))
    assert LONG in response.content.decode()
    assert "Kept" in response.content.decode()
    read(client, "draft", strategy.pk, status=400, **form(text_en="\u200f\u200b"))
    read(client, "draft", strategy.pk, status=400, **form(code="../../etc"))
    read(client, "draft", strategy.pk, status=400, **form(addressed_to="nobody"))
    read(client, "draft", strategy.pk, status=400, **form(due_on="2026-02-30"))
    read(client, "draft", strategy.pk, status=400, **form(dimensions=["unheard_of"]))
    assert Recommendation.objects.count() == 0


# Handling (charter C07)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("ground"), st.integers(0, 4)),
        st.tuples(st.just("unground"), st.integers(0, 4)),
        st.tuples(st.just("reword"), st.integers(0, 9)),
        st.tuples(st.just("strategy"), st.sampled_from([Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER])),
    ),
    max_size=12,
)
LEVELS = (Tlp.CLEAR, Tlp.GREEN, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_a_text_is_never_more_open_than_what_it_rests_on(steps, organiser):
    with transaction.atomic():
        strategy = planted.strategy(organiser)
        grounds = [planted.findings(organiser, tlp=tlp)[0] for tlp in LEVELS]
        drafted = planted.draft(organiser, strategy, unfounded=planted.text("Law"))
        for kind, which in steps:
            _step(organiser, strategy, drafted, grounds, kind, which)
            _insist_on_strictest(drafted)
        decided = planted.adopted(organiser, reload(drafted))
        _insist_on_strictest(decided)
        transaction.set_rollback(True)


def _step(organiser, strategy, drafted, grounds, kind, which):
    with acting(organiser):
        if kind == "ground":
            actions.ground(recommendation=reload(drafted), record=grounds[which])
        elif kind == "unground":
            actions.unground(recommendation=reload(drafted), record=grounds[which])
        elif kind == "reword":
            parts = actions.Measure(text=planted.text(f"Words {which}"), unfounded=planted.text("Law"))
            seen = queries.stamp(reload(drafted))
            actions.change_recommendation(recommendation=reload(drafted), seen=seen, measure=parts)
        else:
            now = reload(strategy)
            parts = {"title": now.text, "introduction": None, "handling": Handling(tlp=which)}
            actions.change_strategy(strategy=now, seen=queries.stamp(now), **parts)


def _insist_on_strictest(recommendation):
    now = reload(recommendation)
    grounds = [find(link.to_kind, link.to_id).handling for link in queries.basis_links(now)]
    assert now.handling >= strictest([now.strategy.handling, *grounds])
    assert all(link.handling >= now.handling for link in queries.basis_links(now))


def test_a_text_on_amber_findings_is_not_opened_with_its_strategy(organiser, sign_in, strategy):
    decided = standing(organiser, strategy, SECRET, rests_on=planted.findings(organiser, tlp=Tlp.AMBER))
    read(sign_in(), "recommendation", decided.pk, status=404)
    with acting(organiser), pytest.raises(Refused):
        actions.change_recommendation(
            recommendation=decided, seen=queries.stamp(decided), measure=actions.Measure(text=planted.text("x"))
        )
    told = words(read(sign_in(organiser), "recommendation", decided.pk))
    assert "more closed than its strategy, because it rests on this" in told
    assert reload(decided).handling.tlp == Tlp.AMBER
