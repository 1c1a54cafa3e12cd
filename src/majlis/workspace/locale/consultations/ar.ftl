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
written-in = اللغة التي تكتبون بها
cancel = إلغاء

consultation-state-draft = مسودة
consultation-state-open = التصويت مفتوح
consultation-state-closed = التصويت مغلق
consultation-simulated = جمهور محاكى
consultation-draft-text = لا يرى هذه المسودة سوى مؤسستكم.
consultation-draft-then = عند فتح التصويت:
consultation-open-text = تُحفظ الأصوات بأسماء مستعارة. وما دام التصويت مفتوحا فإن معرفة من صوّت بماذا تتطلب قاعدة البيانات ومفتاحا محفوظا بمعزل عنها معا؛ والإغلاق يتلف هذا المفتاح.
consultation-closed-text = { $voters ->
    [zero] لم يصوّت أحد.
    [one] صوّت شخص واحد.
    [two] صوّت شخصان.
    [few] صوّت { $voters } أشخاص.
    [many] صوّت { $voters } شخصا.
   *[other] صوّت { $voters } شخص.
} ولا يمكن لأحد، ولو كان من المشرفين، أن يعرف من صوّت بماذا.
consultation-closed-few = صوّت أقل من خمسة أشخاص. ولا يمكن لأحد، ولو كان من المشرفين، أن يعرف من صوّت بماذا.
consultation-closed-soon = لا يمكن لأحد، ولو كان من المشرفين، أن يعرف من صوّت بماذا. ويرد عدد المصوتين في الخريطة.
consultation-opened = فُتح التصويت. ولا يزال بالإمكان إضافة عبارات.
consultation-open-already = سبق فتح هذه الاستشارة، ولم يتغير شيء.
consultation-closed-before = سبق إغلاق التصويت، ولم يتغير شيء.
statements-after-closing = أُغلق التصويت فلم يُضف شيء. وما كتبتموه باق أدناه، فاحتفظوا به لاستشارة أخرى.
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
statement-too-long = عدد الأحرف في السطر { $line } هو { $found }، والحد الأقصى للعبارة { $most }. قسّموها: فكرة واحدة في كل عبارة.
nothing-to-read = ليس فيه ما يُقرأ.

map-see = عرض الخريطة
map-title = خريطة الآراء
map-simulated = جمهور محاكى: هذه الأصوات سحبها حاسوب ولا تمثل أحدا
map-how-sure = ما مدى اليقين؟
map-voters = { $count ->
    [zero] لا مصوتين
    [one] <b>مصوّت واحد</b>
    [two] <b>مصوّتان</b>
    [few] <b>{ $count }</b> مصوّتين
    [many] <b>{ $count }</b> مصوّتا
   *[other] <b>{ $count }</b> مصوّت
}
map-votes = { $count ->
    [zero] لا أصوات
    [one] <b>صوت واحد</b>
    [two] <b>صوتان</b>
    [few] <b>{ $count }</b> أصوات
    [many] <b>{ $count }</b> صوتا
   *[other] <b>{ $count }</b> صوت
}
map-few-voters = صوّت أقل من خمسة أشخاص: تبقى أجوبتهم وعددها محجوبة.
map-statements = { $count ->
    [zero] لا عبارات
    [one] <b>عبارة واحدة</b>
    [two] <b>عبارتان</b>
    [few] <b>{ $count }</b> عبارات
    [many] <b>{ $count }</b> عبارة
   *[other] <b>{ $count }</b> عبارة
}
map-groups = { $count ->
    [zero] لا مجموعات
    [one] <b>مجموعة واحدة</b>
    [two] <b>مجموعتان</b>
    [few] <b>{ $count }</b> مجموعات
    [many] <b>{ $count }</b> مجموعة
   *[other] <b>{ $count }</b> مجموعة
}
map-consensus-title = { $groups ->
    [zero] ما يسانده أغلب الناس
    [one] ما يسانده أغلب الناس
    [two] ما تسانده المجموعتان
    [few] ما تسانده كل المجموعات
    [many] ما تسانده كل المجموعات
   *[other] ما تسانده كل المجموعات
}
map-consensus-note = { $groups ->
    [zero] نسبة الموافقين، مع مجال الثقة { NUMBER(0.9, style: "percent") }. والأكثر يقينا أولا.
    [one] نسبة الموافقين، مع مجال الثقة { NUMBER(0.9, style: "percent") }. والأكثر يقينا أولا.
    [two] نسبة الموافقين في أقل المجموعتين موافقة، مع مجال الثقة { NUMBER(0.9, style: "percent") }. والأكثر يقينا أولا.
    [few] نسبة الموافقين في أقل المجموعات موافقة، مع مجال الثقة { NUMBER(0.9, style: "percent") }. والأكثر يقينا أولا.
    [many] نسبة الموافقين في أقل المجموعات موافقة، مع مجال الثقة { NUMBER(0.9, style: "percent") }. والأكثر يقينا أولا.
   *[other] نسبة الموافقين في أقل المجموعات موافقة، مع مجال الثقة { NUMBER(0.9, style: "percent") }. والأكثر يقينا أولا.
}
map-consensus-none = { $groups ->
    [zero] لا تحظى أي عبارة بأغلبية مؤكدة.
    [one] لا تحظى أي عبارة بأغلبية مؤكدة.
    [two] لا تحظى أي عبارة بأغلبية مؤكدة داخل كلتا المجموعتين.
    [few] لا تحظى أي عبارة بأغلبية مؤكدة داخل كل مجموعة.
    [many] لا تحظى أي عبارة بأغلبية مؤكدة داخل كل مجموعة.
   *[other] لا تحظى أي عبارة بأغلبية مؤكدة داخل كل مجموعة.
}
map-dividing-title = أين تفترق المجموعات
map-dividing-note = نسبة الموافقين في كل مجموعة، مع مجال الثقة { NUMBER(0.9, style: "percent") }؛ والفروق الأكثر يقينا أولا.
map-dividing-none = لا توجد عبارة تفرّق المجموعات على نحو مؤكد.
map-all-statements = كل الأرقام في جداول
map-basis = ما تستند إليه هذه الخريطة
map-basis-text = حُسبت يوم { $date } بواسطة مجلس { $version } ببذرة عشوائية { $seed }. والأصوات نفسها والبذرة نفسها تعطي الخريطة نفسها حرفا بحرف. وتحدد البصمات أدناه بدقة أي أصوات وعبارات قُرئت.
map-after-closing = تُعد الخريطة عند إغلاق التصويت.
map-after-closing-todo = ولا خريطة قبل ذلك: فخريطتان لا تفصل بينهما إلا أصوات قليلة تكشفان ما قاله أصحابها.
map-none = لا توجد خريطة بعد.
map-none-todo = ستظهر هنا حين يطلب المنظمون حسابها.
map-compute = حساب الخريطة
map-failed = تعذر حساب الخريطة.
map-failed-kept = كل الأصوات والعبارات محفوظة، وكذلك آخر خريطة إن وُجدت.
map-failed-todo = أعيدوا المحاولة؛ وإن تكرر الإخفاق فأخبروا المشرف.
download-csv = تنزيل بصيغة CSV
download-json = تنزيل بصيغة JSON

may-organise = هذا متاح لمنظمي المؤسسة ومشرفيها فقط.
may-change = لا يغيّر الاستشارة سوى منظمو المؤسسة ومشرفوها، وقبل إغلاقها فقط.
may-compute-map = لا يطلب حساب الخريطة إلا من ينظم أو يقرر أو يحلل في المؤسسة، وبعد إغلاق التصويت فقط.
may-change-statement = هذا متاح لمشرفي المحتوى والمنظمين والمشرفين في المؤسسة، وقبل إغلاق الاستشارة فقط.
consultation-not-a-draft = سبق فتح هذه الاستشارة.
consultation-without-statements = تحتاج الاستشارة إلى عبارة واحدة على الأقل قبل فتحها.
consultation-takes-no-votes = هذه الاستشارة لا تتلقى أصواتا لأنها غير مفتوحة.
statement-taken-out = سحب الإشراف هذه العبارة؛ فهي لا تتلقى أصواتا.

vote-go = صوّتوا
vote-agree = موافق
vote-disagree = غير موافق
vote-pass = بدون رأي
vote-progress = أجبتم عن { $done } من { $of }
vote-change = تغيير جوابي الأخير
vote-privacy = تُحفظ أصواتكم باسم مستعار؛ وبعد إغلاق الاستشارة لا يمكن لأحد أن يعرف من صوّت بماذا.
vote-open-door = يمكن لكل من لديه هذه الصفحة أن يصوّت: فالجهاز الواحد ليس شخصا واحدا.
vote-thanks = شكرا: أجبتم عن كل العبارات
vote-thanks-text = يمكنكم تغيير جواب إلى حين إغلاق التصويت. وقد تأتي عبارات جديدة.
vote-not-open = التصويت غير مفتوح
vote-not-open-text = الأجوبة السابقة محفوظة. وبعد إغلاق التصويت تعرض الخريطة ما أسفر عنه.
vote-back = إلى الاستشارة
map-draft = صياغة توصية
map-draft-about = صياغة توصية: { $statement }
map-draft-from-findings = الصياغة انطلاقًا من نتائج هذه الخريطة

unseen-happened = لا يرى هذه الاستشارة إلا من سجّل دخوله: أما غيرهم فلا توصلهم الرموز المطبوعة ولا رموز QR ولا العنوان القصير إلى أي صفحة.
unseen-todo = قبل فتح التصويت، اختاروا في صفحة «تعديل الاستشارة» أن يراها الجميع، أو اقصروا الدخول على الأعضاء.
unseen-todo-open = اطلبوا من المصوّتين تسجيل الدخول أولا؛ أو أغلقوا هذه الاستشارة وابدؤوا أخرى يمكن للجميع رؤيتها.
unseen-sure = أتفتحونها مع أن لا أحد يراها من الخارج؟
unseen-open = فتحها رغم ذلك
