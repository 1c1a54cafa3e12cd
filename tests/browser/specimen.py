"""A page with every component, and rooms to walk through, so that the shell can be looked at before any room exists."""

from pathlib import Path

from django import forms
from django.conf.urls.i18n import i18n_patterns
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from majlis.engine.charts import Chart, DataTable, token
from majlis.engine.errors import Refused
from majlis.engine.finding import Estimate, Interval
from majlis.engine.handling import Handling, Tlp
from majlis.workspace import urls
from majlis.workspace.commons import words
from majlis.workspace.commons.rooms import Line, Room
from majlis.workspace.commons.texts import Text

TEMPLATES = Path(__file__).parent / "templates"
LANGUAGES = ("ar", "fr", "en")
ROOM_NAMES = {
    "specimen-gatherings": ("اللقاءات", "Rencontres", "Gatherings"),
    "specimen-consultations": ("الاستشارات", "Consultations", "Consultations"),
    "specimen-judgements": ("تقديرات الخبراء", "Avis d’experts", "Judgements"),
    "specimen-programmes": ("البرامج", "Programmes", "Programmes"),
    "specimen-coordination": ("التنسيق", "Coordination", "Coordination"),
    "specimen-strategy": ("الاستراتيجية", "Stratégie", "Strategy"),
}
WORDS = {
    "crumb": ("الرباط · الجلسة الخامسة", "Rabat · Séance V", "Rabat · Session V"),
    "title": (
        "أين تتفق القاعة حول ما بعد الإفراج",
        "Où la salle s’accorde sur l’après-libération",
        "Where the hall agrees on life after release",
    ),
    "lead": (
        "ثلاث مجموعات رأي، وما يجمعها أكثر مما يفرقها: <b>11 عبارة من أصل 38</b> تحظى بأغلبية داخل كل مجموعة.",
        "Trois groupes d’opinion, plus d’accords que de différends\u00a0: "
        "<b>11 énoncés sur 38</b> sont majoritaires dans chacun.",
        "Three groups of opinion, and they agree on more than they dispute: "
        "<b>11 of 38 statements</b> find a majority in every group.",
    ),
    "sure_title": ("ما مدى اليقين؟", "Quel degré de certitude\u202f?", "How sure is this?"),
    "sure": (
        "عادت المجموعات الثلاث في 94 من 100 إعادة معاينة. حُدد موقع 312 شخصاً من 340 صوّتوا.",
        "Les trois groupes reviennent dans 94 rééchantillonnages sur 100. 312 personnes placées sur 340 votants.",
        "The three groups came back in 94 of 100 resamples. 312 people placed of 340 who voted.",
    ),
    "voters": ("مصوّتاً", "votants", "voters"),
    "votes": ("صوتاً", "votes", "votes"),
    "chart": ("من الخلاف إلى التوافق", "De ce qui divise à ce qui rassemble", "From dividing to uniting"),
    "caption": (
        "38 عبارة؛ كلما ارتفعت النقطة اتفقت كل المجموعات.",
        "38 énoncés\u202f; plus haut, tous les groupes sont d’accord.",
        "38 statements; higher means every group agrees.",
    ),
    "supports": ("ما تسانده كل المجموعات", "Ce que soutient chaque groupe", "What every group supports"),
    "act": ("صياغة توصية", "Rédiger une recommandation", "Draft a recommendation"),
    "statement": ("العبارة", "Énoncé", "Statement"),
    "share": ("النسبة", "Part", "Share"),
    "people": ("الأشخاص", "Personnes", "People"),
    "hidden": ("محجوب: عدد الأشخاص قليل جداً", "Masqué\u00a0: effectif trop faible", "Hidden: too few persons"),
    "lost": ("انقطع الاتصال.", "La connexion a été interrompue.", "The connection was lost."),
    "stage": ("تحديد المجموعات", "Recherche des groupes", "Finding groups"),
}
SAID = [
    Text.write("La préparation à la sortie doit commencer dès le premier jour de la peine.", "fr")
    .translated("ar", "ينبغي أن يبدأ الإعداد للإفراج منذ اليوم الأول من العقوبة.", reviewed=True)
    .translated("en", "Preparation for release should begin on the first day of the sentence."),
    Text.write("تحتاج الأسر إلى دعم خاص بها، منفصل عن دعم النزيل.", "ar"),
    Text.write("Evaluation must be published, whatever it shows.", "en")
    .translated("ar", "يجب نشر التقييم مهما كانت نتيجته.")
    .translated("fr", "L’évaluation doit être publiée, quel que soit son résultat.", reviewed=True),
]
SHARES = [(0.78, 0.71, 0.84), (0.74, 0.66, 0.81), (0.31, 0.22, 0.41)]


class Sample(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Name")
    email = forms.EmailField(label="Email", help_text="Where the answer goes.", required=False)
    why = forms.CharField(label="Why", widget=forms.Textarea, required=False)
    door = forms.ChoiceField(label="Door", choices=[("open", "Open"), ("codes", "Codes")], widget=forms.RadioSelect)
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")])
    agreed = forms.BooleanField(label="I have read this")


def sentences(language: str) -> str:
    """Give the rooms' names as a catalogue."""
    place = LANGUAGES.index(language)
    return "".join(f"{key} = {names[place]}\n" for key, names in ROOM_NAMES.items())


def spoken() -> dict[str, str]:
    place = LANGUAGES.index(words.language())
    return {name: texts[place] for name, texts in WORDS.items()}


def chart(said: dict[str, str]) -> Chart:
    values = [{"x": (i * 37) % 100, "y": i % 4} for i in range(38)]
    spec = {
        "width": 480,
        "height": 160,
        "data": {"values": values},
        "mark": {"type": "point", "filled": True, "size": 120, "color": token("agree")},
        "encoding": {
            "x": {"field": "x", "type": "quantitative", "title": None, "axis": {"grid": False}},
            "y": {"field": "y", "type": "quantitative", "axis": None},
        },
    }
    rows = tuple(
        (text.in_language(words.language()).text, s[0], 40 * i or None)
        for i, (text, s) in enumerate(zip(SAID, SHARES, strict=True))
    )
    twin = DataTable("twin", said["chart"], (said["statement"], said["share"], said["people"]), rows, said["hidden"])
    return Chart("chart", said["chart"], said["caption"], spec, said["chart"], twin)


def specimen(request: HttpRequest) -> HttpResponse:
    said = spoken()
    supports = [
        (text, Estimate(value=value, interval=Interval(low=low, high=high, level=0.9)))
        for text, (value, low, high) in zip(SAID, SHARES, strict=True)
    ]
    context = {
        "said": said,
        "crumbs": [Line(said["crumb"], "/")],
        "supports": supports,
        "chart": chart(said),
        "markings": [Handling(tlp=level) for level in Tlp],
        "form": Sample({"name": "", "why": "written"}) if request.GET.get("wrong") else Sample(),
        "page": Paginator(range(90), 10).page(request.GET.get("page", 4)),
    }
    return render(request, "specimen.html", context)


def refused(request: HttpRequest) -> HttpResponse:
    raise Refused("may-administer")


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def slow(request: HttpRequest) -> HttpResponse:
    return render(request, "commons/progress.html", {"url": request.path, "share": 0.9, "stage": spoken()["stage"]})


def sample_rooms() -> dict[str, Room]:
    return {
        key: Room(
            key,
            order,
            "",
            f"{key}:first",
            key,
            "home-ask-text",
            awaiting if order == 1 else nobody,
            published,
        )
        for order, key in enumerate(ROOM_NAMES)
    }


def awaiting(member) -> list[Line]:
    return [Line(SAID[0], "/", "38"), Line(SAID[1], "/")]


def nobody(member) -> list[Line]:
    return []


def published() -> list[Line]:
    return [Line(SAID[2], "/", words.say("written-in-en"))]


def room_urls(key: str):
    return path(f"{key}/", include(([path("", specimen, name="first")], key)))


urlpatterns = [
    *i18n_patterns(
        path("specimen/", specimen, name="specimen"),
        path("specimen/refused/", refused),
        path("specimen/broken/", broken),
        path("specimen/slow/", slow, name="slow"),
        *map(room_urls, ROOM_NAMES),
    ),
    *urls.urlpatterns,
]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
