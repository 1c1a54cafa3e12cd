consultations = الاستشارات
consultations-question = أين نتفق؟ تُعرض عبارات على عدد كبير من الناس، فتُظهر أجوبتهم ما تسانده كل مجموعة وأين تفترق المجموعات.
consultations-none = لا توجد استشارة للعرض بعد.
consultations-none-organiser = أنشئوا أول استشارة، أو استوردوا محادثة منتهية بالأمر «majlis import polis».
consultations-none-todo = تظهر الاستشارات هنا متى فتحتها مؤسسة أو نشرتها.

consultation-create = استشارة جديدة
consultation-create-lead = تبدأ مسودةً لا تراها إلا مؤسستكم. ويبدأ التصويت حين تفتحونها.
consultation-create-draft = إنشاء المسودة
consultation-title = العنوان كما سيقرؤه المصوّتون
consultation-introduction = التقديم
consultation-seen-by = من سيراها
written-in = اللغة التي تكتبون بها
cancel = إلغاء

consultation-state-draft = مسودة
consultation-state-open = التصويت مفتوح
consultation-state-closed = التصويت مغلق
consultation-simulated = جمهور محاكى
consultation-draft-text = لا يرى هذه المسودة سوى مؤسستكم.
consultation-open-text = تُحفظ الأصوات بأسماء مستعارة. وما دام التصويت مفتوحا فإن معرفة من صوّت بماذا تتطلب قاعدة البيانات ومفتاحا محفوظا بمعزل عنها معا؛ والإغلاق يتلف هذا المفتاح.
consultation-closed-text = { $voters ->
    [zero] لم يشارك أي مصوّت
    [one] مصوّت واحد
    [two] مصوّتان
    [few] { $voters } مصوّتين
    [many] { $voters } مصوّتا
   *[other] { $voters } مصوّت
}، { $votes ->
    [zero] بلا أي صوت
    [one] بصوت واحد
    [two] بصوتين
    [few] بـ{ $votes } أصوات
    [many] بـ{ $votes } صوتا
   *[other] بـ{ $votes } صوت
}. ولا يمكن لأحد، ولو كان من المشرفين، أن يعرف من صوّت بماذا.
consultation-opened = فُتح التصويت. ولا يزال بالإمكان إضافة عبارات.
consultation-open = فتح التصويت
consultation-close = إغلاق التصويت
consultation-close-sure = إغلاق التصويت نهائيا؟
consultation-close-what = تُخلط الأصوات وتُمحى أوقاتها ويُتلف المفتاح الذي يربط المصوّتين بأصواتهم. لا رجعة في ذلك: لن يُقبل أي صوت بعده. ثم تُحسب الخريطة النهائية.
consultation-close-for-good = إغلاق نهائي

statements-title = { $count ->
    [zero] العبارات
    [one] عبارة واحدة
    [two] عبارتان
    [few] { $count } عبارات
    [many] { $count } عبارة
   *[other] { $count } عبارة
}
statements-none = لا توجد عبارات بعد.
statements-none-todo = أضيفوا عبارة واحدة على الأقل؛ والعبارة الجيدة تحمل فكرة واحدة يمكن الموافقة عليها أو رفضها.
statements-add = إضافة عبارات
statements-new = عبارات جديدة، عبارة في كل سطر
statements-added = { $count ->
    [zero] لم تُضف أي عبارة.
    [one] أُضيفت عبارة واحدة.
    [two] أُضيفت عبارتان.
    [few] أُضيفت { $count } عبارات.
    [many] أُضيفت { $count } عبارة.
   *[other] أُضيفت { $count } عبارة.
}
statements-too-many = { $most ->
    [zero] لا يمكن إضافة عبارات.
    [one] أضيفوا عبارة واحدة على الأكثر في كل مرة.
    [two] أضيفوا عبارتين على الأكثر في كل مرة.
    [few] أضيفوا { $most } عبارات على الأكثر في كل مرة.
    [many] أضيفوا { $most } عبارة على الأكثر في كل مرة.
   *[other] أضيفوا { $most } عبارة على الأكثر في كل مرة.
}
statement-out = سحبها الإشراف على المحتوى؛ ولا تُحلَّل أصواتها

map-see = عرض الخريطة
map-title = خريطة الآراء
map-simulated = جمهور محاكى: هذه الأصوات سحبها حاسوب ولا تمثل أحدا
map-provisional = مؤقتة: التصويت لا يزال مفتوحا، فلا يجوز الاستشهاد بها
map-how-sure = ما مدى اليقين؟
map-voters = مصوّتون
map-votes = أصوات
map-statements = عبارات
map-groups = مجموعات
map-consensus-title = ما تسانده كل المجموعات
map-consensus-note = نسبة الموافقين في أقل المجموعات موافقة، مع مجال الثقة 90 ٪. والأكثر يقينا أولا.
map-consensus-none = لا تحظى أي عبارة بأغلبية مؤكدة في كل مجموعة.
map-dividing-title = أين تفترق المجموعات
map-dividing-note = فرق نسبة الموافقة بين أبعد مجموعتين، مع مجال الثقة 90 ٪.
map-dividing-none = لا توجد عبارة تفرّق المجموعات على نحو مؤكد.
map-all-statements = كل الأرقام في جداول
map-basis = ما تستند إليه هذه الخريطة
map-basis-text = حُسبت يوم { $date } بواسطة مجلس { $version } ببذرة عشوائية { $seed }. والأصوات نفسها والبذرة نفسها تعطي الخريطة نفسها حرفا بحرف. وتحدد البصمات أدناه بدقة أي أصوات وعبارات قُرئت.
map-none = لا توجد خريطة بعد.
map-none-todo = ستظهر هنا حين يطلب المنظمون حسابها.
map-compute = حساب الخريطة
map-compute-again = إعادة الحساب
map-failed = تعذر حساب الخريطة.
map-failed-kept = كل الأصوات والعبارات محفوظة، وكذلك آخر خريطة إن وُجدت.
map-failed-todo = أعيدوا المحاولة؛ وإن تكرر الإخفاق فأخبروا المشرف.
map-needs-new-voters = تتطلب خريطة جديدة خمسة مصوّتين جدد على الأقل منذ آخر خريطة، حتى لا يكشف الفرق أصوات أحد. وآخر خريطة محفوظة.
download-csv = تنزيل بصيغة CSV
download-json = تنزيل بصيغة JSON

may-organise = هذا متاح لمنظمي المؤسسة ومشرفيها فقط.
may-change = لا يغيّر الاستشارة سوى منظمو المؤسسة ومشرفوها، وقبل إغلاقها فقط.
may-change-statement = هذا متاح لمشرفي المحتوى والمنظمين والمشرفين في المؤسسة، وقبل إغلاق الاستشارة فقط.
consultation-not-a-draft = سبق فتح هذه الاستشارة.
consultation-without-statements = تحتاج الاستشارة إلى عبارة واحدة على الأقل قبل فتحها.
consultation-takes-no-votes = هذه الاستشارة لا تتلقى أصواتا لأنها غير مفتوحة.
statement-taken-out = سحب الإشراف هذه العبارة؛ فهي لا تتلقى أصواتا.
