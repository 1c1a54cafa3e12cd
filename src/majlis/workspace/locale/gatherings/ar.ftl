gatherings = اللقاءات
gatherings-question = لماذا نجتمع؟ سلاسل المؤتمرات ودوراتها، والبرنامج يوما بيوم، وما تقوله المصادر عنها، جنبا إلى جنب حيثما اختلفت.
gatherings-none = لا يوجد لقاء للعرض بعد.
gatherings-none-organiser = أنشئوا سلسلة أولا؛ وكل مؤتمر دورة من دوراتها.
gatherings-none-todo = تظهر اللقاءات هنا متى شاركتها مؤسسة.
gatherings-no-edition = ليست لهذه السلسلة دورة بعد.
gatherings-no-edition-todo = أضيفوا الدورة الأولى بأيامها ومنطقتها الزمنية ومكانها.
series-create = سلسلة جديدة
series-change = تعديل السلسلة
series-introduction = الغاية من السلسلة

gathering-create = دورة جديدة
gathering-change = تعديل الدورة
gathering-title = العنوان
gathering-theme = الشعار
gathering-introduction = التقديم
gathering-subjects = المواضيع، مفصولة لاختلاف الاختصاصات والقوانين
gathering-place = المكان
gathering-place-unknown = المكان غير محدد
gathering-code = رمز الدورة
gathering-code-taken = توجد في السلسلة دورة بهذا الرمز.
gathering-starts-on = اليوم الأول
gathering-ends-on = اليوم الأخير
gathering-ends-before = اليوم الأخير يسبق اليوم الأول.
gathering-too-long = لا تتجاوز الدورة ستين يوما.
gathering-timezone = المنطقة الزمنية لساعاتها
gathering-clocks = الأوقات بتوقيت { $zone }.
gathering-form = كيفية المشاركة
gathering-form-unknown = غير محددة
gathering-in-person = حضوريا
gathering-hybrid = حضوريا وعن بعد
gathering-online = عن بعد
gathering-asked = ما يُسأل في هذه الدورة
code-help = حروف لاتينية وأرقام ونقط وعارضات، مثل 2022 أو session-1. ويبقى نفسه في الملفات.
code-wrong = استعملوا حروفا لاتينية وأرقاما ونقطا وعارضات، على أن يكون أولها حرفا أو رقما.

session-add = إضافة جلسة
session-change = تعديل الجلسة
session-withdraw = سحب الجلسة من البرنامج
session-title = ما تسأل عنه الجلسة
session-code = رمز الجلسة
session-code-taken = توجد في الدورة جلسة بهذا الرمز.
session-day = اليوم
session-start = البداية
session-end = النهاية
session-room = القاعة
session-themes = المحاور
session-chair = الرئاسة (صفة وظيفية)
session-chair-is = الرئاسة:
session-room-is = القاعة:
session-chaired-by = الرئاسة: { $office }
session-hours = من { $start } إلى { $end }
session-hours-title = اليوم والتوقيت
session-when = { $day }، من { $start } إلى { $end }
session-parallel = بالتوازي
session-asked = ما يُسأل في هذه الجلسة
session-asked-none = لا يُسأل شيء في هذه الجلسة بعد.
session-asked-todo = ابدؤوا استشارة يقول فيها المشاركون أين يتفقون.
session-new-consultation = استشارة جديدة لهذه الجلسة
session-outside = يقع { $day } خارج الدورة الممتدة من { $first } إلى { $last }.
session-ends-before = تنتهي على الساعة { $end }، وليس بعد بدايتها على الساعة { $start }.
session-no-such-time = لا تشير الساعات يوم { $day } إلى { $time } أبدا: ففيه يتغير التوقيت.
session-overlaps = القاعة { $room } مشغولة من { $start } إلى { $end } بالجلسة { $other }.
programme-unfit = لا تتسع الدورة لهذه الجلسات.
misfit = { $code }: { $problem }

programme = البرنامج
programme-title = { $count ->
    [zero] البرنامج
    [one] البرنامج: جلسة واحدة
    [two] البرنامج: جلستان
    [few] البرنامج: { $count } جلسات
    [many] البرنامج: { $count } جلسة
   *[other] البرنامج: { $count } جلسة
}
programme-none = لا توجد جلسة في البرنامج بعد.
programme-none-organiser = استوردوا جدول الأعمال من جدول بيانات، أو أضيفوا الجلسات واحدة واحدة.
programme-none-todo = تظهر الجلسات هنا متى أضافها المنظمون.
programme-day-none = لا جلسة في هذا اليوم.
programme-print = البرنامج للطباعة
programme-ics = ملف التقويم
programme-back = العودة إلى الدورة
programme-how = اطبعوا هذه الصفحة بالمتصفح: فهي مهيأة لورق A4.

claims-title = ما تقوله المصادر
claims-disputed = { $count ->
    [zero] لا تختلف المصادر.
    [one] تختلف المصادر في نقطة واحدة؛ وتُعرض كلها دون ترجيح.
    [two] تختلف المصادر في نقطتين؛ وتُعرض كلها دون ترجيح.
    [few] تختلف المصادر في { $count } نقط؛ وتُعرض كلها دون ترجيح.
    [many] تختلف المصادر في { $count } نقطة؛ وتُعرض كلها دون ترجيح.
   *[other] تختلف المصادر في { $count } نقطة؛ وتُعرض كلها دون ترجيح.
}
claims-disagree = المصادر تختلف
claims-none = لم يُدوَّن شيء هنا بعد.
claims-none-todo = دوّنوا من ينظم مع المصدر الذي يقول ذلك. وإن قال مصدر آخر غير ذلك فأضيفوه أيضا: يبقى كلاهما.
claim-make = إضافة ما يقوله مصدر
claim-change = تصحيح
claim-withdraw = سحب
claim-aspect = الموضوع
claim-value = ما يقوله المصدر بإيجاز
claim-said-on = تاريخ القول إن اختلف عن يوم النشر
claim-organisers = الجهة المنظمة
claim-partners = الشركاء
claim-speaker = المتدخل، بصفته
claim-dates = التواريخ
claim-place = المكان
claim-figures = الأرقام
claim-aim = الهدف المعلن
claim-outcome = النتائج
source = المصدر:
said-on = قيل يوم { $date }
source-title = عنوان المصدر
source-address = عنوان المصدر على الشبكة
source-published-on = تاريخ النشر

statements-of-offices = ما قاله المسؤولون بصفاتهم
statements-of-offices-none = لم يُدوَّن أي تصريح بعد.
statements-of-offices-todo = دوّنوا ما صرّح به مسؤول بصفته، ومتى، وأين، والمصدر.
statement-add = إضافة تصريح
statement-change = تصحيح التصريح
statement-withdraw = سحب التصريح
statement-text = ما قيل
statement-office = الصفة (لا اسم شخص أبدا)
statement-body = المؤسسة
statement-place = أين
statement-said-on = متى
statement-is-paraphrase = هذه إعادة صياغة، وليست كلمات المسؤول نفسها
statement-paraphrase = إعادة صياغة: ليست الكلمات نفسها
withdraw = سحب
withdraw-lead = لن يُعرض بعد ذلك: { $what }. ويبقى الفعل وبصمة سببه في السجل.
withdraw-reason = لماذا

conflict-happened = حفظ شخص آخر تعديلا بينما كنتم تكتبون.
conflict-kept = حُفظت صيغته، وما كتبتموه لا يزال في الاستمارة؛ ولم يُمح شيء.
conflict-todo = قارنوا الصيغتين، وخذوا ما تريدون الإبقاء عليه، ثم احفظوا.
conflict-both = الصيغتان
conflict-field = الخانة
conflict-now = ما حُفظ في الأثناء
conflict-yours = صيغتكم، في الاستمارة أسفله
conflict-save = حفظ صيغتي

agenda-import = استيراد جدول الأعمال
agenda-lead = الصقوا جدولا أو اختاروا ملفا. سترون ما سيتغير قبل أي حفظ.
agenda-preview-lead = لم يُحفظ شيء بعد. انظروا ما سيتغير ثم احفظوا.
agenda-paste = جدول الأعمال، مع سطر لأسماء الأعمدة
agenda-file = أو ملف (CSV أو بعلامات جدولة، كما يحفظه برنامج الجداول)
agenda-preview = عرض ما سيتغير
agenda-preview-again = التحقق من جديد
agenda-save = حفظ هذه التغييرات
agenda-saved = { $count ->
    [zero] حُفظ جدول الأعمال دون جلسات.
    [one] حُفظ جدول الأعمال: جلسة واحدة.
    [two] حُفظ جدول الأعمال: جلستان.
    [few] حُفظ جدول الأعمال: { $count } جلسات.
    [many] حُفظ جدول الأعمال: { $count } جلسة.
   *[other] حُفظ جدول الأعمال: { $count } جلسة.
}
agenda-changes = { $count ->
    [zero] لا جلسة في الجدول
    [one] جلسة واحدة في الجدول
    [two] جلستان في الجدول
    [few] { $count } جلسات في الجدول
    [many] { $count } جلسة في الجدول
   *[other] { $count } جلسة في الجدول
}
agenda-changes-table = ما سيتغير
agenda-what = ما يحدث
agenda-new = جديدة
agenda-changed = يتغير:
agenda-same = تبقى كما هي
agenda-staying = { $count ->
    [zero] كل جلسات البرنامج في الجدول.
    [one] جلسة واحدة من البرنامج ليست في الجدول، وتبقى كما هي.
    [two] جلستان من البرنامج ليستا في الجدول، وتبقيان كما هما.
    [few] { $count } جلسات من البرنامج ليست في الجدول، وتبقى كما هي.
    [many] { $count } جلسة من البرنامج ليست في الجدول، وتبقى كما هي.
   *[other] { $count } جلسة من البرنامج ليست في الجدول، وتبقى كما هي.
}
agenda-outdated = تغيّر البرنامج أو جدولكم منذ آخر عرض.
agenda-outdated-todo = لم يُحفظ شيء. انظروا التغييرات أسفله من جديد ثم احفظوا.
agenda-troubles = { $count ->
    [zero] لا شيء يحتاج إلى تصحيح.
    [one] يجب تصحيح أمر واحد قبل الاستيراد.
    [two] يجب تصحيح أمرين قبل الاستيراد.
    [few] يجب تصحيح { $count } أمور قبل الاستيراد.
    [many] يجب تصحيح { $count } أمرا قبل الاستيراد.
   *[other] يجب تصحيح { $count } أمر قبل الاستيراد.
}
agenda-troubles-title = ما يجب تصحيحه
agenda-nothing-imported = لم يُستورد شيء. وجدولكم محفوظ في الاستمارة أسفله.
agenda-code = يجب أن يتكون { $column } من حروف لاتينية وأرقام ونقط وعارضات؛ والموجود «{ $found }».
agenda-day = يجب أن يكون { $column } يوما مثل 2022-06-08 أو 08/06/2022؛ والموجود «{ $found }».
agenda-hour = يجب أن يكون { $column } وقتا بين 00:00 و23:59 مثل 09:30؛ والموجود «{ $found }».
agenda-original = يجب أن يكون { $column } ar أو fr أو en؛ والموجود «{ $found }».
agenda-reviewed = يجب أن يكون { $column } نعم أو لا؛ والموجود «{ $found }».
agenda-theme = المحور «{ $found }» ليس في المعجم؛ انظروا القائمة أسفله.
agenda-title-missing = ليس للجلسة عنوان بأي لغة.
agenda-code-twice = الرمز { $code } موجود في السطر { $first }.
agenda-columns = الأعمدة
agenda-columns-text = مفصولة بفواصل أو فواصل منقوطة أو علامات جدولة، بأي ترتيب. وجدول الأعمال الحالي خير نموذج:
agenda-template = جدول الأعمال بصيغة CSV
agenda-column-code = ضروري. اسم الجلسة الثابت؛ وإعادة استيراده تعدّل تلك الجلسة.
agenda-column-when = ضرورية. اليوم والساعات بتوقيت { $zone }.
agenda-column-room = القاعة كما كُتبت على بابها. جلسة واحدة في كل وقت.
agenda-column-titles = عنوان واحد على الأقل ضروري.
agenda-column-original = لغة النص الأصلي (ar أو fr أو en)، وهل رُوجعت الترجمات (نعم، لا). والترجمة التي لم تُراجع يُشار إليها.
agenda-column-theme = رموز تفصل بينها فراغات:
agenda-column-chairs = الصفة التي ترأس الجلسة، لا اسم شخص أبدا.

hijri-date = { $day } { $month } { $year } هـ
hijri-1 = محرم
hijri-2 = صفر
hijri-3 = ربيع الأول
hijri-4 = ربيع الثاني
hijri-5 = جمادى الأولى
hijri-6 = جمادى الآخرة
hijri-7 = رجب
hijri-8 = شعبان
hijri-9 = رمضان
hijri-10 = شوال
hijri-11 = ذو القعدة
hijri-12 = ذو الحجة

may-convene = لا يدعو إلى اللقاءات إلا منظمو المؤسسة ومشرفوها.
may-change-series = لا يعدّل السلسلةَ إلا منظمو المؤسسة ومشرفوها.
may-change-gathering = لا يعدّل الدورةَ إلا منظمو المؤسسة ومشرفوها.
may-change-session = لا يعدّل الجلسةَ إلا منظمو المؤسسة ومشرفوها.
may-put-down = لا يدوّن التصريحاتِ إلا منظمو المؤسسة ومشرفوها.
may-change-office-statement = لا يصحح التصريحَ إلا منظمو المؤسسة ومشرفوها.
session-new-strategy = البدء في إعداد استراتيجية
