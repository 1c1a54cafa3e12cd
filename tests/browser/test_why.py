"""Why, as people meet it: the chain in twelve looks, by keyboard, on a narrow phone, and computed again."""

import pytest

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import claims, recomputing
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Finding, Run, RunState
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.rooms.strategy import actions, queries
from majlis.workspace.rooms.strategy.actions import Measure
from tests.browser.test_consultations import check, organiser, session  # noqa: F401
from tests.browser.test_shell import CONTROLS, FOCUS, overflow
from tests.workspace.rooms.consultations import planted as consultations

MEASURE = {
    "ar": "البدء في الإعداد للإفراج منذ دخول السجن، والمواكبة مدة سنتين بعد الإفراج.",
    "fr": "Commencer la préparation à la sortie dès l’entrée en détention, et accompagner pendant deux ans.",
    "en": "Begin to prepare release on the first day of custody, and accompany people for two years.",
}


def said(fr, ar, en):
    return Text.compose({"fr": fr, "ar": ar, "en": en}, "fr", reviewed=True)


@pytest.fixture
def world(organiser):  # noqa: F811
    """An adopted recommendation on three findings, two sources and an earlier text; one source is retracted since."""
    load_terms()
    asked = consultations.mapped(organiser, title="Where does the hall agree?")
    run = Run.objects.get(question=asked)
    public = Handling(tlp=Tlp.CLEAR)
    with acting(organiser):
        strategy = actions.create_strategy(
            institution=organiser.institution,
            title=said("Stratégie nationale", "الاستراتيجية الوطنية", "National strategy"),
            handling=public,
        )
        titles = [
            ("Rapport d’évaluation", "تقرير التقييم", "Evaluation report"),
            ("Revue d’études", "مراجعة الدراسات", "Review of studies"),
        ]
        sources = [
            claims.note_source(institution=organiser.institution, title=said(*title), handling=public)
            for title in titles
        ]
        findings = list(Finding.objects.filter(run=run, key="opinion-consensus")[:3])
        drafted = actions.draft(
            strategy=strategy,
            measure=Measure(
                text=Text.compose(MEASURE, "fr", reviewed=True),
                addressee=said("Administration pénitentiaire", "إدارة السجون", "Prison service"),
            ),
            rests_on=[*findings, *sources],
        )
        decided = actions.adopt(
            recommendation=drafted,
            seen=queries.decision_stamp(drafted),
            office=said("Plénière", "الجلسة العامة", "Plenary"),
            reason=said("Accord de la salle", "توافق القاعة", "The hall agreed"),
        )
        above = actions.draft(
            strategy=strategy, measure=Measure(text=said("Évaluer", "التقييم", "Evaluate")), rests_on=[decided]
        )
        actions.release(strategy=strategy, office=said("Plénière", "الجلسة العامة", "Plenary"))
        claims.retract_source(
            source=sources[0],
            reason=said("Les chiffres étaient faux.", "كانت الأرقام خاطئة.", "The figures were wrong."),
        )
        recomputing.recompute(run=run)
    assert run.recomputations.get().state == RunState.DONE
    return {"strategy": strategy, "decided": decided, "above": above, "sources": sources, "run": run}


def pages(world):
    return {
        "why": f"strategy/recommendations/{world['decided'].pk}/why/",
        "why-strategy": f"strategy/{world['strategy'].pk}/why/",
        "source-retracted": f"sources/{world['sources'][0].pk}/",
        "source-retract": f"sources/{world['sources'][1].pk}/retract/",
        "run": f"runs/{world['run'].pk}/",
    }


def test_pages_are_accessible_and_fit(world, session, every_page, browsing, inspect):  # noqa: F811
    every_page.context.add_cookies([session])
    for name, rest in pages(world).items():
        check(every_page, inspect, f"/{browsing.look(every_page).language}/{rest}", name)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_pages_fit_the_narrowest_phones(world, session, page, language):  # noqa: F811
    page.set_viewport_size({"width": 360, "height": 640})
    page.context.add_cookies([session])
    for rest in pages(world).values():
        page.goto(f"/{language}/{rest}")
        assert overflow(page) == 0, rest


def test_two_clicks_lead_from_the_recommendation_to_what_was_counted(world, page):
    page.goto(f"/en/strategy/recommendations/{world['decided'].pk}/")
    page.get_by_role("link", name="Why this recommendation?").click()
    page.get_by_role("link", name="See the analysis").first.click()
    page.wait_for_url(f"**/runs/{world['run'].pk}/")
    assert world["run"].inputs[0]["sha256"] in page.inner_text("main")


def test_the_picture_runs_in_the_reading_direction(world, open_page):
    tops = {}
    for language in ("ar", "en"):
        page = open_page(language=language)
        page.goto(f"/{language}/strategy/recommendations/{world['decided'].pk}/why/")
        boxes = page.locator(".plot rect").evaluate_all("all => all.map(one => one.getBBox().x)")
        tops[language] = boxes[0]
        assert boxes[0] == (max(boxes) if language == "ar" else min(boxes))
    assert tops["ar"] > tops["en"]


def test_keyboard_reaches_everything_with_a_visible_focus(world, session, page):  # noqa: F811
    page.context.add_cookies([session])
    page.goto(f"/en/strategy/recommendations/{world['decided'].pk}/why/")
    count = page.locator(f":is({CONTROLS}):visible").count()
    reached = {}
    for _ in range(count + 3):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        reached[focus["key"]] = focus
    stops = [focus for focus in reached.values() if focus["tag"] != "BODY"]
    assert [stop for stop in stops if not stop["visible"]] == []
    assert len(stops) >= count


def test_a_source_is_retracted_by_keyboard_and_the_chain_says_so(world, session, page):  # noqa: F811
    page.context.add_cookies([session])
    page.goto(f"/fr/sources/{world['sources'][1].pk}/")
    page.get_by_role("link", name="Retirer cette source").focus()
    page.keyboard.press("Enter")
    page.get_by_role("textbox").fill("Une erreur de calcul")
    page.keyboard.press("Enter")
    page.get_by_text("Ce qui repose sur elle est signalé").wait_for()
    page.goto(f"/fr/strategy/recommendations/{world['decided'].pk}/why/")
    assert "Une erreur de calcul" in page.inner_text(".why-changes")


def test_computing_again_from_the_why_page(world, session, page):  # noqa: F811
    page.context.add_cookies([session])
    page.goto(f"/en/strategy/recommendations/{world['decided'].pk}/why/")
    page.get_by_role("button", name="Compute again").click()
    page.get_by_text("the same numbers, byte for byte").first.wait_for()
    assert world["run"].recomputations.count() == 2
