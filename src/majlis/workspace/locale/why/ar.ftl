# لماذا: على ماذا تستند التوصية
why-title = لماذا هذه التوصية؟
why-recommendation = التوصية { $code }
why-strategy-title = على ماذا تستند هذه الاستراتيجية
why-strategy-none = لا توجد توصية بعد.
why-adopted = اعتُمدت يوم { $date } من لدن
why-draft = مشروع لم يُتخذ فيه قرار بعد
why-addressee = موجهة إلى:
why-due = الأجل: { $date }
why-amber = تغيّر شيء مما تستند إليه: تنبغي مراجعتها
why-amber-count = { $count ->
    [zero] لا توصيات تنبغي مراجعتها
    [one] توصية واحدة تنبغي مراجعتها
    [two] توصيتان تنبغي مراجعتهما
    [few] { $count } توصيات تنبغي مراجعتها
    [many] { $count } توصية تنبغي مراجعتها
   *[other] { $count } توصية تنبغي مراجعتها
}
why-lead = تستند هذه التوصية { $grounds }.
why-lead-strategy = تستند هذه الاستراتيجية { $grounds }.
why-lead-nothing = لا تستند إلى شيء مدوَّن.
why-lead-hidden = تستند إلى عناصر لا يحق لكم الاطلاع عليها.
why-findings = { $count ->
    [zero] إلى لا نتيجة
    [one] إلى نتيجة واحدة
    [two] إلى نتيجتين
    [few] إلى { $count } نتائج
    [many] إلى { $count } نتيجة
   *[other] إلى { $count } نتيجة
}
why-consultations = { $count ->
    [zero] لا استشارة
    [one] استشارة واحدة
    [two] استشارتين
    [few] { $count } استشارات
    [many] { $count } استشارة
   *[other] { $count } استشارة
}
why-voters = { $count ->
    [zero] لا مصوّتين
    [one] مصوّت واحد
    [two] مصوّتين اثنين
    [few] { $count } مصوّتين
    [many] { $count } مصوّتا
   *[other] { $count } مصوّت
}
why-findings-from = { $findings } من { $consultations }
why-findings-voters = { $findings } من { $consultations } بمشاركة { $voters }
why-sources = { $count ->
    [zero] إلى لا مصدر
    [one] إلى مصدر واحد
    [two] إلى مصدرين
    [few] إلى { $count } مصادر
    [many] إلى { $count } مصدرا
   *[other] إلى { $count } مصدر
}
why-recommendations = { $count ->
    [zero] إلى لا توصية سابقة
    [one] إلى توصية سابقة واحدة
    [two] إلى توصيتين سابقتين
    [few] إلى { $count } توصيات سابقة
    [many] إلى { $count } توصية سابقة
   *[other] إلى { $count } توصية سابقة
}
why-others = { $count ->
    [zero] إلى لا عنصر آخر
    [one] إلى عنصر آخر
    [two] إلى عنصرين آخرين
    [few] إلى { $count } عناصر أخرى
    [many] إلى { $count } عنصرا آخر
   *[other] إلى { $count } عنصر آخر
}
why-hidden = { $count ->
    [zero] لا عناصر محجوبة عنكم
    [one] عنصر واحد لا يحق لكم الاطلاع عليه
    [two] عنصران لا يحق لكم الاطلاع عليهما
    [few] { $count } عناصر لا يحق لكم الاطلاع عليها
    [many] { $count } عنصرا لا يحق لكم الاطلاع عليها
   *[other] { $count } عنصر لا يحق لكم الاطلاع عليها
}
why-hidden-amber = تغيّر أو سُحب أو انتهت صلاحيته شيء لا يحق لكم الاطلاع عليه، أو شيء مما يستند إليه.
why-gone-count = { $count ->
    [zero] لا عنصر مفقود.
    [one] عنصر واحد لم يعد محفوظا هنا.
    [two] عنصران لم يعودا محفوظين هنا.
    [few] { $count } عناصر لم تعد محفوظة هنا.
    [many] { $count } عنصرا لم تعد محفوظة هنا.
   *[other] { $count } عنصر لم تعد محفوظة هنا.
}
why-unfounded = اتُّخذ القرار دون أساس، للسبب الآتي:
why-none = لا تستند إلى شيء بعد.
why-none-todo = يضيف من يتولون صياغتها ما تستند إليه، أو يبيّنون سبب اتخاذ القرار دون أساس.
why-chain = خطوة خطوة، حتى ما جرى عدّه
why-more = { $count ->
    [zero] ولا شيء غير ذلك
    [one] وعنصر آخر
    [two] وعنصران آخران
    [few] و{ $count } عناصر أخرى
    [many] و{ $count } عنصرا آخر
   *[other] و{ $count } عنصر آخر
}
why-rests-on = يستند إلى
why-digest = البصمة
why-counted = ما جرى عدّه: { $name }
why-see = الاطلاع عليه
why-see-run = الاطلاع على التحليل
why-see-source = الاطلاع على المصدر
why-kind-commons-finding = نتيجة
why-kind-commons-run = تحليل
why-kind-commons-question = سؤال
why-kind-commons-source = مصدر
why-kind-commons-claim = ما يقوله مصدر
why-kind-consultations-consultation = استشارة
why-kind-gatherings-officestatement = تصريح بصفة وظيفية
why-kind-gatherings-session = جلسة
why-kind-strategy-recommendation = توصية
why-kind-strategy-report = تقرير
why-kind-record = عنصر
why-run = { $analysis }، مجلس { $version }
why-run-date = حُسب يوم { $date }
why-run-seed = البذرة العشوائية { $seed }
why-n = { $count ->
    [zero] لم يُحتسب أحد
    [one] احتُسب شخص واحد
    [two] احتُسب شخصان
    [few] احتُسب { $count } أشخاص
    [many] احتُسب { $count } شخصا
   *[other] احتُسب { $count } شخص
}
why-interval = من { $low } إلى { $high }، بمستوى ثقة { NUMBER($level, style: "percent") }
why-verdict-shown = تُظهره المعطيات
why-verdict-not-shown = لا تُظهره المعطيات
why-verdict-cannot-tell = المعطيات لا تسمح بالاستنتاج
why-verdict-described = وصف لا مقارنة
why-changed = تغيّر بعد ذلك
why-withdrawn = سُحب
why-superseded = حلّت محله صيغة أحدث
why-expired = انتهت صلاحيته
why-gone = لم يعد موجودا
why-amber-beneath = تغيّر شيء مما يستند إليه
why-changes = ما تغيّر بعد ذلك
why-changes-note = ما اعتُمد يبقى معتمدا. وعلى من يتحمل مسؤوليته أن يراجعه ويقرر إن كان لا يزال قائما.
why-since = منذ { $date }
why-newer = الاطلاع على الصيغة { $version }
why-touches = ويمسّ هذا أيضا:
why-touches-only = ولا يمسّ هذا شيئا آخر مما يحق لكم الاطلاع عليه.
why-edition = الإصدار { $number } بتاريخ { $date }
why-document = الوثيقة الختامية للإصدار { $number }
why-picture = السلسلة في لمحة
why-picture-caption = كل خانة تستند إلى الخانات التي تقود إليها. ويدل الإطار السميك والمعيّن على ما تغيّر.
why-picture-alternative = { $count ->
    [zero] التوصية وحدها؛ ويقول الجدول أدناه الشيء نفسه.
    [one] التوصية وعنصر واحد تستند إليه؛ ويقول الجدول أدناه الشيء نفسه.
    [two] التوصية وعنصران تستند إليهما؛ ويقول الجدول أدناه الشيء نفسه.
    [few] التوصية و{ $count } عناصر تستند إليها؛ ويقول الجدول أدناه الشيء نفسه.
    [many] التوصية و{ $count } عنصرا تستند إليها؛ ويقول الجدول أدناه الشيء نفسه.
   *[other] التوصية و{ $count } عنصر تستند إليها؛ ويقول الجدول أدناه الشيء نفسه.
}
why-picture-top = التوصية { $code }
why-column-kind = النوع
why-column-words = ما يقوله
why-column-beneath = يستند إلى
why-column-became = ما آل إليه
why-download-svg = الصورة (SVG)
why-download-png = الصورة (PNG)
why-download-prov = المصدرية (W3C PROV، JSON-LD)
why-each = توصية توصية
why-grounds = { $count ->
    [zero] لا تستند إلى شيء
    [one] تستند إلى عنصر واحد
    [two] تستند إلى عنصرين
    [few] تستند إلى { $count } عناصر
    [many] تستند إلى { $count } عنصرا
   *[other] تستند إلى { $count } عنصر
}
why-grounds-none = لا تستند إلى شيء مدوَّن

# مصدر
source-about = عن هذا المصدر
source-grading = إلى أي حد يمكن التعويل عليه
source-published = نُشر يوم { $date }
source-noted-by = دوّنته
source-resting = ما يستند إليه
source-resting-none = لا يستند إليه شيء مما يحق لكم الاطلاع عليه.
source-is-retracted = مسحوب
source-retract = سحب هذا المصدر
source-retract-lead = يبقى المصدر مقروءا مع السبب الذي تذكرونه. ويُوسم كل ما يستند إليه كي يراجعه من يتحملون مسؤوليته، ولا يُتراجع عن شيء مما اعتُمد.
source-retracted-why = سبب السحب
source-retracted-done = سُحب المصدر، ووُسم ما يستند إليه.
source-retracted-before = سُحب هذا المصدر من قبل.
may-retract = لا يسحب المصدر إلا منظمو المؤسسة التي دوّنته ومشرفوها.

# تحليل أعيد حسابه
run-title = كيف حُسب هذا
run-analysis = التحليل
run-given = ما أُعطي له
run-inputs = ما جرى عدّه، ببصماته
run-again = إعادة الحساب
run-repetitions = إعادات الحساب
run-never-again = لم يُعد حساب هذا بعد.
run-never-again-todo = «إعادة الحساب» تكرره بالمعاملات نفسها وتبيّن هل تخرج الأرقام نفسها. وما جرى التوصل إليه يبقى كما هو.
run-same = أعيد الحساب يوم { $date }: الأرقام نفسها حرفا بحرف.
run-differs = أعيد الحساب يوم { $date }: خرجت أرقام أخرى، والسبب مبيَّن أدناه.
run-again-failed = تعذرت إعادة الحساب.
run-same-bytes = الأرقام نفسها حرفا بحرف.
run-other-numbers = خرجت أرقام أخرى.
run-old-stands = ما جرى التوصل إليه أولا يبقى قائما، ولم يُستبدل شيء.
run-other-version = إصدار آخر من مجلس: { $before } من قبل، و{ $now } الآن.
run-other-seed = بذرة أخرى: { $before } من قبل، و{ $now } الآن.
run-other-input = تغيّرت المعطيات «{ $name }»:
run-input-gone = لم تعد المعطيات «{ $name }» موجودة.
run-input-new = لم تكن المعطيات «{ $name }» موجودة من قبل.
run-other-parameter = كان المعامل { $name } يساوي { $before } وصار { $now }.
run-unexplained = المعطيات والمعاملات والإصدار واحدة: جهاز آخر أو مكتبة أخرى تقرّب الأرقام تقريبا مختلفا. أخبروا من يشغّل هذا الفضاء.
run-withheld-numbers = الأرقام الجديدة محجوبة: فإلى جانب القديمة قد تكشف ما قاله أشخاص قلائل.
run-findings = نتائج تختلف
run-before = من قبل
run-now = الآن
run-not-to-repeat = لا يُعاد إلا حساب تحليل مكتمل.
may-recompute = لا يطلب إعادة الحساب إلا من يحضّرون أو ينظمون أو يحللون في المؤسسة.
