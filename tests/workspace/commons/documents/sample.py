"""A complete outcome document in three languages, as a strategy room would make it. All figures are simulated."""

from datetime import date

from majlis.engine.charts import Chart, DataTable, token
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.documents import (
    Column,
    Document,
    Fact,
    Figure,
    Heading,
    Hidden,
    List,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    emphasis,
    runs,
    strong,
    symbol,
    translated,
)
from majlis.workspace.commons.texts import Text

ADDRESS = "https://majlis.example/documents/7"
UNITED_NATIONS = "https://undocs.org/A/RES/60/288"

WORDS = {
    "en": {
        "tag": "en-GB",
        "kicker": "Outcome document · second edition",
        "title": "From prison to community: nine recommendations on preventing violent extremism",
        "lead": "What five institutions agreed, on what it rests, and where they disagree.",
        "institution": "Directorate of Reintegration (example)",
        "gathering": "Gathering",
        "gathering_words": "Regional conference on reintegration, simulated data",
        "basis": "What this rests on",
        "basis_1": "The document follows the Global Counter-Terrorism Strategy (",
        "basis_2": ") and the Secretary-General’s Plan of Action (",
        "basis_3": "). It counts votes by group; ",
        "basis_4": "no figure rests on fewer than five voters",
        "basis_5": ", and one group’s cell is therefore hidden. The change expected by the panel is −6 points (−13 to +1).",  # noqa: E501
        "recommendations": "Recommendations",
        "first": "Prepare release from the first day",
        "first_words": "Start preparing for release when a sentence begins, and accompany people for two years after it.",  # noqa: E501
        "steps": [
            "Name one office in charge in each region.",
            "Train mentors before the first release.",
            "Report every six months.",
        ],
        "addressed": "Addressed to",
        "addressed_words": ["prison services", "municipalities", "civil society organisations"],
        "votes": "Agreement by group",
        "columns": ["Statement", "Voters", "Group A", "Group B", "All"],
        "statements": [
            "Prepare release from the first day",
            "Publish evaluations, whatever they find",
            "Work with families",
        ],
        "reason": "fewer than 5 voters",
        "note": "Shares of those who voted on the statement.",
        "figure": "Agreement with each recommendation",
        "figure_caption": "Share of all voters who agree.",
        "alternative": "Bars: the first recommendation has 78 %, the second 64 %, the third 91 %.",
        "share": "Agree (%)",
        "method": "Votes were counted after the consultation closed. Groups come from the opinion map with seed 0.",
        "dissent": "One institution holds that two years are too short and asks for five.",
        "amber": "A study under recommendation 1 was corrected after adoption. See ",
        "amber_link": "what this rests on",
        "office": "Office of the Ombudsman",
        "source": "statement in session V",
        "annex": "Annex: how to read the figures",
        "annex_words": "An interval says how far the data carry a figure.",
    },
    "fr": {
        "tag": "fr",
        "kicker": "Document final · deuxième édition",
        "title": "De la prison à la cité : neuf recommandations pour prévenir l’extrémisme violent",
        "lead": "Ce dont cinq institutions sont convenues, sur quoi cela repose, et où elles divergent.",
        "institution": "Direction de la réinsertion (exemple)",
        "gathering": "Rencontre",
        "gathering_words": "Conférence régionale sur la réinsertion, données simulées",
        "basis": "Sur quoi repose ce document",
        "basis_1": "Le document suit la Stratégie antiterroriste mondiale (",
        "basis_2": ") et le Plan d’action du Secrétaire général (",
        "basis_3": "). Il compte les votes par groupe ; ",
        "basis_4": "aucun chiffre ne repose sur moins de cinq votants",
        "basis_5": ", et la cellule d’un groupe est donc masquée. Le panel attend une évolution de −6 points (−13 à +1).",  # noqa: E501
        "recommendations": "Recommandations",
        "first": "Préparer la sortie dès le premier jour",
        "first_words": "Commencer la préparation à la sortie dès l’entrée en détention, et accompagner pendant deux ans après la libération.",  # noqa: E501
        "steps": [
            "Désigner un service responsable dans chaque région.",
            "Former les mentors avant la première sortie.",
            "Rendre compte tous les six mois.",
        ],
        "addressed": "Destinataires",
        "addressed_words": ["services pénitentiaires", "communes", "organisations de la société civile"],
        "votes": "Accord par groupe",
        "columns": ["Énoncé", "Votants", "Groupe A", "Groupe B", "Tous"],
        "statements": [
            "Préparer la sortie dès le premier jour",
            "Publier les évaluations, quel qu’en soit le résultat",
            "Travailler avec les familles",
        ],
        "reason": "moins de 5 votants",
        "note": "Parts de celles et ceux qui ont voté sur l’énoncé.",
        "figure": "Accord avec chaque recommandation",
        "figure_caption": "Part de l’ensemble des votants qui sont d’accord.",
        "alternative": "Barres : la première recommandation réunit 78 %, la deuxième 64 %, la troisième 91 %.",
        "share": "D’accord (%)",
        "method": "Les votes ont été comptés après la clôture. Les groupes viennent de la carte d’opinion, graine 0.",
        "dissent": "Une institution estime que deux ans sont trop courts et en demande cinq.",
        "amber": "Une étude sous la recommandation 1 a été corrigée après l’adoption. Voir ",
        "amber_link": "sur quoi repose ce document",
        "office": "Bureau du Médiateur",
        "source": "déclaration en séance V",
        "annex": "Annexe : lire les chiffres",
        "annex_words": "Un intervalle dit jusqu’où les données portent un chiffre.",
    },
    "ar": {
        "tag": "ar-MA",
        "kicker": "الوثيقة الختامية · الدورة الثانية",
        "title": "من السجن إلى المجتمع: تسع توصيات للوقاية من التطرف العنيف",
        "lead": "ما اتفقت عليه خمس مؤسسات، وما يستند إليه، ومواضع اختلافها.",
        "institution": "مديرية إعادة الإدماج (مثال)",
        "gathering": "اللقاء",
        "gathering_words": "المؤتمر الإقليمي لإعادة الإدماج، بيانات محاكاة",
        "basis": "ما تستند إليه هذه الوثيقة",
        "basis_1": "تتبع الوثيقة استراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب (",
        "basis_2": ") وخطة عمل الأمين العام (",
        "basis_3": "). وتُحتسب الأصوات حسب المجموعات؛ ",
        "basis_4": "ولا يستند أي رقم إلى أقل من خمسة مصوتين",
        "basis_5": "، ولذلك حُجبت خانة إحدى المجموعات. ويتوقع الفريق تغيرًا قدره \u2066−6\u2069 نقاط، كما جاء في تقرير ",
        "recommendations": "التوصيات",
        "first": "الإعداد للإفراج منذ اليوم الأول",
        "first_words": "الشروع في الإعداد للإفراج منذ بداية تنفيذ العقوبة، ومواكبة المفرج عنهم لمدة سنتين بعد الإفراج.",
        "steps": ["تعيين مصلحة مسؤولة في كل جهة.", "تكوين المواكبين قبل أول إفراج.", "تقديم تقرير كل ستة أشهر."],
        "addressed": "الجهات المعنية",
        "addressed_words": ["المصالح السجنية", "الجماعات الترابية", "منظمات المجتمع المدني"],
        "votes": "الاتفاق حسب المجموعات",
        "columns": ["العبارة", "المصوتون", "المجموعة أ", "المجموعة ب", "الجميع"],
        "statements": ["الإعداد للإفراج منذ اليوم الأول", "نشر التقييمات أيًّا كانت نتائجها", "العمل مع الأسر"],
        "reason": "أقل من 5 مصوتين",
        "note": "النسب محسوبة على من صوتوا على العبارة.",
        "figure": "الاتفاق مع كل توصية",
        "figure_caption": "نسبة الموافقين من مجموع المصوتين.",
        "alternative": "أعمدة: حصلت التوصية الأولى على 78 %، والثانية على 64 %، والثالثة على 91 %.",
        "share": "نسبة الموافقة",
        "method": "احتُسبت الأصوات بعد إغلاق الاستشارة، والمجموعات مأخوذة من خريطة الآراء بالبذرة 0.",
        "dissent": "ترى إحدى المؤسسات أن سنتين مدة قصيرة، وتطلب خمس سنوات.",
        "amber": "صُححت دراسة تستند إليها التوصية 1 بعد اعتمادها. انظر ",
        "amber_link": "ما تستند إليه هذه الوثيقة",
        "office": "مكتب الوسيط",
        "source": "بيان في الجلسة الخامسة",
        "annex": "ملحق: كيف تُقرأ الأرقام",
        "annex_words": "يبيّن المجال إلى أي حد تسند البيانات رقمًا ما.",
    },
}

STATEMENT = (
    Text.write("La réinsertion ne se décrète pas : elle se prépare, elle s’accompagne et elle se mesure.", "fr")
    .translated("ar", "إعادة الإدماج لا تُفرض بقرار: بل يُعدّ لها وتُواكب وتُقاس.", reviewed=True)
    .translated("en", "Reintegration cannot be decreed: it is prepared, accompanied and measured.")
)
OFFER = Text.write("Des ateliers sont offerts par la Ligue de l’enseignement.", "fr").translated(
    "ar", "تُقدَّم ورشات من طرف رابطة التعليم."
)


def chart(language: str) -> Chart:
    words = WORDS[language]
    shares = (78, 64, 91)
    rows = [{"what": what, "share": share} for what, share in zip(words["statements"], shares, strict=True)]
    spec = {
        "width": 380,
        "height": 120,
        "data": {"values": rows},
        "mark": {"type": "bar", "color": token("accent"), "height": 16},
        "encoding": {
            "x": {
                "field": "share",
                "type": "quantitative",
                "title": words["share"],
                "scale": {"domain": [0, 100], "reverse": language == "ar"},
            },
            "y": {
                "field": "what",
                "type": "nominal",
                "title": None,
                "sort": None,
                "axis": {"labelLimit": 240, "orient": "right" if language == "ar" else "left"},
            },
        },
    }
    twin = DataTable(
        "agreement",
        words["figure"],
        (words["columns"][0], words["share"]),
        tuple(zip(words["statements"], shares, strict=True)),
    )
    return Chart("agreement", words["figure"], words["figure_caption"], spec, words["alternative"], twin)


def outcome(language: str, /, **changes) -> Document:
    """The outcome document in ar, fr or en."""
    words = WORDS[language]
    return Document(
        **{
            "title": runs(words["title"]),
            "kicker": runs(words["kicker"]),
            "lead": runs(words["lead"]),
            "language": words["tag"],
            "date": date(2026, 6, 10),
            "institution": runs(words["institution"]),
            "version": "2.1",
            "draft": True,
            "handling": Handling(tlp=Tlp.AMBER),
            "audience": words["institution"],
            "facts": (Fact.of(words["gathering"], words["gathering_words"]),),
            "address": ADDRESS,
            "blocks": blocks(language, words),
            **changes,
        }
    )


def blocks(language: str, words: dict) -> tuple:
    heads, *figures = words["columns"]
    first, second, third = words["statements"]
    tail = (Run("International IDEA (2024)", "en"), Run(".")) if language == "ar" else ()
    return (
        Heading.of(1, words["basis"], anchor="basis"),
        Paragraph.of(
            words["basis_1"],
            symbol("A/RES/60/288", UNITED_NATIONS),
            words["basis_2"],
            symbol("A/70/674"),
            words["basis_3"],
            strong(words["basis_4"]),
            words["basis_5"],
            tail,
        ),
        Note.of("method", words["method"]),
        Heading.of(1, words["recommendations"]),
        Heading.of(2, "1. ", words["first"], anchor="r1"),
        Paragraph.of(words["first_words"]),
        List.of(*words["steps"], ordered=True),
        List(((Paragraph.of(emphasis(words["addressed"])), List.of(*words["addressed_words"])),)),
        Note.of("amber", words["amber"], Run(words["amber_link"], link="#basis"), "."),
        Quote(STATEMENT, runs(words["office"]), date(2026, 6, 9), runs(words["source"])),
        Paragraph.of(translated(OFFER, language)),
        Note("dissent", (Paragraph.of(words["dissent"]),)),
        Heading.of(2, words["votes"]),
        Table(
            (Column.of(heads, heads=True), *(Column.figures(name) for name in figures)),
            (
                (runs(first), runs("340"), runs("84 %"), runs("71 %"), runs("78 %")),
                (runs(second), runs("338"), runs("66 %"), Hidden.because(words["reason"]), runs("64 %")),
                (runs(third), runs("331"), runs("93 %"), runs("88 %"), runs("91 %")),
            ),
            runs(words["votes"]),
            runs(words["note"]),
        ),
        Figure(chart(language)),
        PageBreak(),
        Heading.of(1, words["annex"]),
        Paragraph.of(words["annex_words"]),
    )
