"""What the hall reads from afar fits: the projector's screen without scrolling, the table tents on their paper."""

import pytest
from django.core.cache import cache

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.rooms.consultations import actions
from tests.browser.test_hall import database_tasks, institution, join, organiser, path, printed_pages, text

__all__ = ["database_tasks", "institution", "join", "organiser"]
TITLE = (
    "التأهيل وإعادة الإدماج والوقاية من العود: ما الذي ينفع داخل المؤسسات السجنية وبعد الإفراج، وما الذي ينقص؟",
    "Réinsertion et prévention de la récidive : ce qui aide en détention et après la libération, et ce qui manque",
    "Rehabilitation and prevention of reoffending: what helps in prison and after release, and what is missing?",
)
SAID = [
    (
        "ينبغي أن يبدأ الإعداد للإفراج منذ اليوم الأول، بمشاركة الأسرة والجماعة المحلية حيث أمكن ذلك",
        "La préparation de la sortie devrait commencer dès le premier jour, avec la famille et la commune si possible",
        "Preparation for release should begin on the first day, with the family and the municipality where possible",
    ),
    (
        "ينبغي نشر كل تقييم لبرنامج تموّله الدولة، حتى وإن لم يُثبت أثرا",
        "Toute évaluation d’un programme financé par l’État devrait être publiée, même si elle ne montre aucun effet",
        "Every evaluation of a programme that the state pays for should be published, even if it shows no effect",
    ),
    (
        "يكفي تكوين لمدة يوم واحد لمن يعمل يوميا مع الأشخاص العائدين إلى الحياة العامة",
        "Une formation d’un jour suffit à qui accompagne chaque jour des personnes qui reviennent à la vie libre",
        "One day of training is enough for those who work every day with people who return to life outside",
    ),
]


@pytest.fixture
def hall(organiser):
    with acting(organiser[0]):
        draft = actions.create_consultation(
            institution=organiser[0].institution, title=text(*TITLE), handling=Handling(tlp=Tlp.CLEAR)
        )
        said = [actions.add_statement(consultation=draft, text=text(*versions)) for versions in SAID]
        opened = actions.open_consultation(consultation=draft)
    for number in range(23):
        for statement, value in zip(said, (1, 1, -1), strict=True):
            actions.cast_vote(statement=statement, token=f"voter-{number}", value=value)
    cache.clear()
    return opened


def boxes(page, *selectors):
    return {selector: page.locator(selector).first.bounding_box() for selector in selectors}


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1366, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_screen_fits_the_projector(hall, organiser, open_page, language, size, screenshot):
    width, height = size
    page = open_page(language=language)
    page.set_viewport_size({"width": width, "height": height})
    page.context.add_cookies([organiser[1]])
    page.goto(path(hall, f"screen/?language={language}", language))
    assert page.locator(".screen .votes > li").count() == 3
    shown = boxes(
        page, "h1", ".join .qr", ".join .address", ".join .entrance", "section:last-child .votes", ".screen-rule"
    )
    for selector, box in shown.items():
        assert box["x"] >= 0, selector
        assert box["x"] + box["width"] <= width, selector
        assert box["y"] + box["height"] <= height, (selector, box)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".screen .votes .words").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 16
    screenshot(page, f"screen-{width}")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_code_on_a_table_tent_lies_beside_the_words_and_the_tent_on_its_half(hall, organiser, open_page, language):
    page = open_page(language=language)
    page.context.add_cookies([organiser[1]])
    page.goto(path(hall, "sheets/", language))
    assert printed_pages(page) == 2
    page.set_viewport_size({"width": 680, "height": 1000})
    page.emulate_media(media="print")
    for tent in page.locator(".tent").all():
        outer = tent.bounding_box()
        qr = tent.locator(".qr").bounding_box()
        assert qr["width"] == pytest.approx(qr["height"], abs=1)
        for part in [tent.locator(".qr"), *tent.locator("p").all()]:
            box = part.bounding_box()
            assert outer["y"] - 1 <= box["y"]
            assert box["y"] + box["height"] <= outer["y"] + outer["height"] + 1
        for words in tent.locator("p").all():
            box = words.bounding_box()
            beside = box["x"] + box["width"] <= qr["x"] + 1 or qr["x"] + qr["width"] <= box["x"] + 1
            above = box["y"] + box["height"] <= qr["y"] + 1 or qr["y"] + qr["height"] <= box["y"] + 1
            assert beside or above, words.inner_text()
