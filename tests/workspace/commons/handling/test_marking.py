"""How forms ask for a marking: who sees it first, the rest folded, and nothing of what stands is lost on the way."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.http import QueryDict
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import majlis
from majlis.engine.errors import Refused
from majlis.engine.handling import Code, Handling, Pap, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling.marking import Marked, initial_marking, suggested_marking
from majlis.workspace.commons.handling.who import who_will_see
from majlis.workspace.commons.models import Circle, Role, User
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms, vocabularies
from majlis.workspace.rooms.consultations.models import Consultation
from majlis.workspace.rooms.gatherings.models import Series
from majlis.workspace.rooms.strategy import actions as strategies
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy
from tests.workspace.rooms.strategy import planted

pytestmark = pytest.mark.django_db
LANGUAGES = ["ar", "fr", "en"]
SENT = {"seen_by": "AMBER", "pap": "CLEAR", "legal_basis": "", "expires_on": ""}


def sent(**data):
    return QueryDict.fromkeys([], mutable=True) if not data else _query({**SENT, **data})


def _query(data):
    query = QueryDict(mutable=True)
    for name, value in data.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    return query


def filled(form):
    """What a browser sends back for the form as it was shown: of what is chosen from, only what is offered."""
    values = {name: form[name].value() for name in form.fields}
    texts = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}
    chosen = [name for name in ("named", "people", "purposes", "codes") if name in form.fields]
    offered = {name: {value for value, _ in form.fields[name].choices} for name in chosen}
    ticked = {name: [value for value in texts[name] or () if value in offered[name]] for name in offered}
    return _query({name: value or "" for name, value in {**texts, **ticked}.items() if value or name not in ticked})


@pytest.fixture
def circle(organiser, other_institution, third_institution):
    circle = Circle.objects.create(name=Text.write("Working circle", "en"))
    circle.institutions.set([other_institution, third_institution])
    return circle


@pytest.fixture
def terms(db):
    load_terms()


def names(others):
    return st.none() | st.frozensets(st.sampled_from([str(one.pk) for one in others]), min_size=1)


@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_a_form_shows_and_gets_back_unchanged_changes_nothing(data, terms, organiser, other, circle, reader):
    tlp = data.draw(st.sampled_from(Tlp))
    audience = (
        None if tlp == Tlp.AMBER_STRICT else data.draw(names([other.institution, circle, other, organiser, reader]))
    )
    standing = Handling(
        tlp=tlp,
        audience=audience,
        pap=data.draw(st.sampled_from(Pap)),
        codes=data.draw(st.frozensets(st.sampled_from(Code))),
        purposes=data.draw(st.none() | st.frozensets(st.sampled_from(["oversight", "scientific_research", "of old"]))),
        legal_basis=data.draw(st.frozensets(st.sampled_from(["Article 12", "اتفاقية 2019", "art. 3 – b"]))),
        originators=data.draw(names([organiser.institution, other.institution])) or frozenset(),
        expires=data.draw(
            st.none() | st.just(timezone.now() + timedelta(days=9)) | st.just(datetime(2020, 1, 1, tzinfo=UTC))
        ),
    )
    with acting(organiser):
        shown = Marked(initial=initial_marking(standing))
        form = Marked(filled(shown), initial=initial_marking(standing))
        assert form.is_valid(), form.errors
        assert form.marking() == standing


def test_everything_that_is_asked_is_kept(terms, organiser, other):
    day = timezone.now().date() + timedelta(days=30)
    with acting(organiser):
        form = Marked(
            sent(
                named=[str(other.institution_id)],
                purposes=["oversight"],
                legal_basis=" Article 12 \r\n\r\nArticle 12\nAn agreement",
                pap="AMBER",
                codes=["H1", "H3"],
                expires_on=str(day),
            )
        )
        assert form.is_valid(), form.errors
    assert form.marking() == Handling(
        tlp=Tlp.AMBER,
        audience=frozenset({str(other.institution_id)}),
        purposes=frozenset({"oversight"}),
        legal_basis=frozenset({"Article 12", "An agreement"}),
        pap=Pap.AMBER,
        codes=frozenset({Code.H1, Code.H3}),
        expires=datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("seen_by", ""),
        ("seen_by", "PURPLE"),
        ("named", ["nobody"]),
        ("people", ["somebody"]),
        ("purposes", ["surveillance"]),
        ("pap", "ULTRA"),
        ("codes", ["H9"]),
        ("expires_on", "2001-01-01"),
        ("expires_on", "soon"),
        ("legal_basis", "x" * 2001),
    ],
)
def test_hostile_answers_are_refused_in_their_field(field, value, terms, organiser, other, reader):
    with acting(organiser):
        form = Marked(sent(**{field: value}))
        assert not form.is_valid()
    assert list(form.errors) == [field]
    assert form.is_unfolded == (field not in ("seen_by", "named"))


def test_the_strictest_level_is_for_who_writes_and_those_named_alone(organiser, other, reader, join, sign_in):
    colleague, elsewhere = join(organiser.institution, Role.RAPPORTEUR), join(other.institution, Role.READER)
    gone = join(organiser.institution, Role.READER)
    User.objects.filter(pk=gone.user_id).update(is_active=False)
    with acting(organiser):
        offered = {pk for pk, _ in Marked().fields["people"].choices}
        assert offered == {str(reader.pk), str(colleague.pk)}
        alone = Marked(sent(seen_by="RED"))
        assert alone.is_valid()
        assert alone.marking().audience == {str(organiser.pk)}
    data = {**SENT, "title_en": "quincunxword", "original": "en", "seen_by": "RED"}
    named = {"people": [str(reader.pk)], "named": [str(other.institution_id)]}
    assert sign_in(organiser).post("/en/strategy/new/", {**data, **named}).status_code == 302
    made = Strategy.objects.get()
    seen = [member for member in (None, organiser, reader, colleague, other, elsewhere) if may_see(member, made)]
    assert seen == [organiser, reader, other, elsewhere]
    for member, there in ((reader, True), (colleague, False)):
        assert ("quincunxword" in sign_in(member).get(f"/en/strategy/{made.pk}/").content.decode()) is there


def test_what_is_for_named_people_does_not_vanish_by_resting_on_what_is_for_an_institution(organiser, reader):
    strategy = planted.strategy(organiser, tlp=Tlp.CLEAR)
    Strategy.objects.update(handling=Handling(tlp=Tlp.RED, audience=frozenset({str(organiser.pk)})))
    draft = planted.draft(organiser, Strategy.objects.get(pk=strategy.pk))
    finding = planted.findings(organiser, tlp=Tlp.AMBER)[0]
    with acting(organiser), pytest.raises(Refused, match="handling-for-nobody"):
        strategies.ground(recommendation=draft, record=finding)
    assert may_see(organiser, Recommendation.objects.get(pk=draft.pk))
    with acting(organiser):
        strategies.ground(recommendation=draft, record=planted.findings(organiser, tlp=Tlp.GREEN)[0])
    assert may_see(organiser, Recommendation.objects.get(pk=draft.pk))
    assert not may_see(reader, Recommendation.objects.get(pk=draft.pk))


@pytest.mark.parametrize("language", LANGUAGES)
def test_narrowing_to_named_people_alone_is_offered_and_leaves_somebody(language, organiser, other, third, sign_in):
    strategy = planted.strategy(organiser, tlp=Tlp.GREEN)
    address = f"/{language}/handling/of/{strategy.kind}/{strategy.pk}/narrow/"
    browser = sign_in(organiser)
    assert 'value="RED"' in browser.get(address).content.decode()
    nobody = browser.post(address, {"tlp": "RED", "reason": "quincunxword"})
    assert nobody.status_code == 400
    assert "quincunxword" in nobody.content.decode()
    assert may_see(other, Strategy.objects.get())
    sent_on = {"tlp": "RED", "named": [str(other.institution_id)], "reason": "It is for them"}
    assert browser.post(address, sent_on).status_code == 302
    narrowed = Strategy.objects.get()
    assert [member for member in (None, organiser, other, third) if may_see(member, narrowed)] == [other]


def test_strict_names_nobody(organiser, other):
    standing = initial_marking(Handling(tlp=Tlp.AMBER_STRICT))
    with acting(organiser):
        form = Marked(sent(seen_by="AMBER+STRICT", named=[str(other.institution_id)]), initial=standing)
        assert list(form.errors) == ["named"]


def test_what_others_gave_can_be_narrowed_by_a_form_and_never_opened(organiser, other):
    both = frozenset({str(organiser.institution_id), str(other.institution_id)})
    standing = initial_marking(Handling(tlp=Tlp.GREEN, originators=both))
    with acting(organiser):
        assert list(Marked(sent(seen_by="CLEAR"), initial=standing).errors) == ["seen_by"]
        narrower = Marked(sent(seen_by="AMBER"), initial=standing)
        assert narrower.is_valid()
        assert narrower.marking().originators == both
        assert Marked(sent(seen_by="CLEAR"), initial=suggested_marking(standing["marking"])).is_valid()


def test_the_form_says_by_name_who_will_see(organiser, other, circle):
    with acting(organiser):
        assert "Institution one" in str(dict(Marked().fields["seen_by"].choices)["AMBER"])
        named = Marked(sent(named=[str(circle.pk)]))
        labels = dict(named.fields["seen_by"].choices)
    for part in ("Institution one", "Working circle", "Institution two", "Institution three"):
        assert part in labels["AMBER"]
        assert part in labels["CLEAR"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_will_see_says_what_it_may_be_used_for_in_words(language, terms, institution):
    marking = Handling(
        purposes=frozenset({"oversight"}),
        legal_basis=frozenset({"Article 12"}),
        pap=Pap.RED,
        codes=frozenset({Code.H2}),
    )
    with translation.override(language):
        said = " ".join(who_will_see(marking, institution))
    assert "Article 12" in said
    assert "H2 -" in said
    purposes = next(each["terms"] for each in vocabularies() if each["id"] == "processing_purpose")
    assert next(term[language] for term in purposes if term["id"] == "oversight") in said
    assert "oversight" not in said


FORMS = {
    "/en/gatherings/series/new/": ({"title_en": "A series", "original": "en"}, Series),
    "/en/strategy/new/": ({"title_en": "A strategy", "original": "en"}, Strategy),
    "/en/consultations/new/": ({"title": "A consultation", "language": "en", "door": "open"}, Consultation),
}


@pytest.mark.parametrize("address", FORMS)
def test_every_form_that_makes_something_shared_asks_for_the_whole_marking(
    address, terms, organiser, other, sign_in, client
):
    data, model = FORMS[address]
    browser = sign_in(organiser)
    page = browser.get(address).content.decode()
    assert "<details" in page
    assert "<details open" not in page.replace('class="twin" ', "")
    for name in ("seen_by", "named", "purposes", "legal_basis", "pap", "codes", "expires_on"):
        assert f'name="{name}"' in page, name
    wrong = browser.post(address, {**SENT, **data, "legal_basis": "Article 12", "expires_on": "2001-01-01"})
    assert wrong.status_code == 400
    assert "Article 12" in wrong.content.decode()
    assert 'class="twin" open' in wrong.content.decode()
    chosen = {"purposes": ["oversight"], "codes": ["H1"], "pap": "GREEN", "named": [str(other.institution_id)]}
    assert browser.post(address, {**SENT, **data, **chosen}).status_code == 302
    kept = model.objects.get().handling
    assert (kept.purposes, kept.codes, kept.pap) == (frozenset({"oversight"}), frozenset({Code.H1}), Pap.GREEN)
    assert kept.audience == {str(other.institution_id)}


# Lists of many records say their level alone: who sees each by name stands on its page.
LISTS = {"commons/search.html", "strategy/findings.html"}


def test_every_page_that_shows_a_handling_says_by_name_who_sees_it():
    folder = Path(majlis.__file__).parent / "workspace" / "templates"
    found = {
        path.relative_to(folder).as_posix(): re.findall(r"{% handling (.+?) %}", path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.html")
    }
    bare = {name for name, tags in found.items() for tag in tags if "holder=" not in tag}
    assert bare == LISTS
    for page in ("consultations/map.html", "consultations/report.html", "strategy/closed.html"):
        assert found[page]


def test_a_recommendation_names_those_who_see_it(organiser, other, sign_in):
    text = planted.draft(organiser, planted.strategy(organiser, tlp=Tlp.AMBER))
    page = sign_in(organiser).get(f"/en/strategy/recommendations/{text.pk}/").content.decode()
    assert re.search("Only \u2068+Institution one\u2069+ will see this", page)
    assert "Institution two" not in page
