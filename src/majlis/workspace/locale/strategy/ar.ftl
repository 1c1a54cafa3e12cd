strategy = الاستراتيجية
strategy-question = ماذا سنفعل؟
strategy-none = لا توجد استراتيجية بعد.
strategy-none-todo = يبدأها هنا من يتولون الصياغة، انطلاقًا مما جرى التوصل إليه.
may-adopt = القرار لمنظمي المؤسسة صاحبة الاستراتيجية ومديريها وحدهم.
may-draft = هذا الإجراء متاح فقط لمن يتولون الصياغة في المؤسسة.
may-change-strategy = لا يغيّر الاستراتيجية إلا من يتولون الصياغة في المؤسسة صاحبتها.
may-write = لا يغيّر النص إلا من يتولون الصياغة في المؤسسة صاحبة الاستراتيجية.
may-release = إصدار نسخة من الاستراتيجية لمنظمي المؤسسة صاحبتها ومديريها وحدهم.
recommendation-code-taken = في الاستراتيجية توصية أخرى تحمل هذا الرمز.
recommendation-decided = اتُّخذ القرار بشأن هذا النص، ولا يُعدَّل أبدًا: ابدؤوا صيغة جديدة.
recommendation-ground-not-there = ما يُراد أن تستند إليه التوصية غير موجود أو سُحب أو لا يحق لكم الاطلاع عليه.
recommendation-not-adopted = لا تُغيَّر بصيغة جديدة ولا تُسحب إلا توصية معتمدة سارية.
recommendation-revised-already = تجري صياغة صيغة جديدة من هذه التوصية بالفعل.
recommendation-without-basis = لا تستند إلى شيء بعد. أضيفوا ما تستند إليه، أو بيّنوا سبب اتخاذ القرار دون أساس.
recommendation-basis-changed = تغيّر أو سُحب شيء مما تستند إليه. راجعوه أولًا.
edition-empty = لم يُعتمد شيء بعد، فلا شيء يُصدر.
strategy-title = العنوان
strategy-introduction = الغرض منها
strategy-create = البدء في إعداد استراتيجية
strategy-begun = بدأ إعداد الاستراتيجية. لا تراها إلا مؤسستها إلى أن تُعمَّم.
strategy-change = تعديل العنوان أو التقديم أو من يراها
strategy-changed = عُدِّلت الاستراتيجية.
strategy-counts = المعتمدة: { $adopted } · قيد الصياغة: { $drafted }
strategy-count-adopted = المعتمدة: { $adopted }
strategy-in-draft = المسودات لا تُرى إلا داخل مؤسستها
strategy-circulated = المسودات معمَّمة
strategy-circulate = تعميم المسودات
strategy-was-circulated = عُمِّمت المسودات.
strategy-narrow = تضييق القائمة
strategy-all = الكل
strategy-stage = الحالة
strategy-adopted = ما اعتُمد
strategy-drafted = ما يُصاغ الآن
strategy-missing = ما ينقص
strategy-none-fits = لا شيء منها يطابق ما طلبتموه.
strategy-none-adopted = لم يُعتمد شيء بعد.
strategy-none-drafted = لا شيء قيد الصياغة.
strategy-none-drafted-todo = اختاروا من النتائج، أو صوغوا توصية مع بيان سببها فقط.
strategy-without-basis = { $count ->
    [zero] لكل توصية ما تستند إليه.
    [one] توصية واحدة لا تستند إلى شيء.
    [two] توصيتان لا تستندان إلى شيء.
    [few] { $count } توصيات لا تستند إلى شيء.
    [many] { $count } توصية لا تستند إلى شيء.
   *[other] { $count } توصية لا تستند إلى شيء.
}
strategy-empty = { $count ->
    [zero] هذه الاستراتيجية تشمل كل الأبعاد: { $dimensions }.
    [one] ليس في هذه الاستراتيجية شيء في هذا البعد: { $dimensions }.
    [two] ليس في هذه الاستراتيجية شيء في هذين البعدين: { $dimensions }.
    [few] ليس في هذه الاستراتيجية شيء في هذه الأبعاد: { $dimensions }.
    [many] ليس في هذه الاستراتيجية شيء في هذه الأبعاد: { $dimensions }.
   *[other] ليس في هذه الاستراتيجية شيء في هذه الأبعاد: { $dimensions }.
}
strategy-empty-seen = { $count ->
    [zero] ما ترونه من هذه الاستراتيجية يشمل كل الأبعاد: { $dimensions }.
    [one] ليس فيما ترونه من هذه الاستراتيجية شيء في هذا البعد: { $dimensions }.
    [two] ليس فيما ترونه من هذه الاستراتيجية شيء في هذين البعدين: { $dimensions }.
    [few] ليس فيما ترونه من هذه الاستراتيجية شيء في هذه الأبعاد: { $dimensions }.
    [many] ليس فيما ترونه من هذه الاستراتيجية شيء في هذه الأبعاد: { $dimensions }.
   *[other] ليس فيما ترونه من هذه الاستراتيجية شيء في هذه الأبعاد: { $dimensions }.
}
circulate-lead = { $count ->
    [zero] لا شيء قيد الصياغة بعد، وما يُصاغ لاحقًا سيُعمَّم أيضًا.
    [one] ستُرى مسودة واحدة، وكل ما يليها.
    [two] ستُرى مسودتان، وكل ما يليهما.
    [few] ستُرى { $count } مسودات، وكل ما يليها.
    [many] ستُرى { $count } مسودة، وكل ما يليها.
   *[other] ستُرى { $count } مسودة، وكل ما يليها.
}
circulate-all = سيرى المسودات كل عضو مسجّل الدخول من أي مؤسسة هنا. ولا يرى العموم نصًّا إلا بعد اعتماده.
circulate-concerned = لن يرى المسودات إلا المؤسسات المعنية ومن ذُكر بالاسم، ولا أحد سواهم.
circulate-home = لن يرى المسودات إلا مؤسستكم: قواعد تداول الاستراتيجية تبقيها فيها.
circulate-named = لن يرى المسودات إلا من تسميهم قواعد تداول الاستراتيجية.
circulate-closed = { $count ->
    [zero] لا مسودة أكثر تقييدًا من الاستراتيجية.
    [one] مسودة واحدة أكثر تقييدًا من الاستراتيجية بسبب ما تستند إليه: سيراها عدد أقل.
    [two] مسودتان أكثر تقييدًا من الاستراتيجية بسبب ما تستندان إليه: سيراهما عدد أقل.
    [few] { $count } مسودات أكثر تقييدًا من الاستراتيجية بسبب ما تستند إليه: سيراها عدد أقل.
    [many] { $count } مسودة أكثر تقييدًا من الاستراتيجية بسبب ما تستند إليه: سيراها عدد أقل.
   *[other] { $count } مسودة أكثر تقييدًا من الاستراتيجية بسبب ما تستند إليه: سيراها عدد أقل.
}
circulate-no-return = لا يمكن التراجع عن هذا: ما قرأه الآخرون يبقى مقروءًا.
recommendation-measure = التدبير: ما ينبغي القيام به
recommendation-goal = الهدف
recommendation-addressee = الجهة الموجهة إليها
recommendation-addressed-to = الجهة الموجهة إليها، إن كانت تعمل في هذا الفضاء
recommendation-due-on = الأجل
recommendation-indicator = المؤشر
recommendation-dimensions = الأبعاد
recommendation-rights-note = أثرها في الحقوق
recommendation-unfounded = سبب اتخاذ القرار دون أساس
recommendation-code = الرمز (إن تُرك فارغًا أُعطي أول رمز متاح؛ ولا يتغير بعد ذلك)
recommendation-version = الصيغة { $number }
recommendation-no-addressee = لم تُذكر جهة موجهة إليها
recommendation-no-deadline = دون أجل
recommendation-no-dimension = لم يُذكر أي بعد
recommendation-no-rights-note = لم يُذكر شيء عن الحقوق.
recommendation-due = قبل { $day }
recommendation-basis-count = { $count ->
    [zero] لا تستند إلى شيء
    [one] تستند إلى أساس واحد
    [two] تستند إلى أساسين
    [few] تستند إلى { $count } أسس
    [many] تستند إلى { $count } أساسًا
   *[other] تستند إلى { $count } أساس
}
recommendation-draft = صياغة توصية
recommendation-drafted = صيغت التوصية.
recommendation-change = تعديل النص
recommendation-changed = عُدِّل النص.
recommendation-adopt = اعتماد
recommendation-was-adopted = اعتُمدت التوصية، وحُفظ نصها وأساسها كما هما.
recommendation-revise = بدء صيغة جديدة
recommendation-withdraw = سحب
recommendation-was-withdrawn = سُحبت التوصية.
recommendation-is-withdrawn = سُحبت هذه التوصية، ولم تعد سارية.
recommendation-says = مضمونها
recommendation-basis = ما تستند إليه
recommendation-rests-on-nothing = لا تستند إلى شيء بعد.
recommendation-rests-on-nothing-todo = أضيفوا ما تستند إليه، أو بيّنوا أدناه سبب اتخاذ القرار دون أساس.
recommendation-unfounded-tag = دون أساس
recommendation-unseen = { $count ->
    [zero] لا شيء مما تستند إليه محجوب عنكم.
    [one] تستند أيضًا إلى عنصر واحد لا يحق لكم الاطلاع عليه.
    [two] تستند أيضًا إلى عنصرين لا يحق لكم الاطلاع عليهما.
    [few] تستند أيضًا إلى { $count } عناصر لا يحق لكم الاطلاع عليها.
    [many] تستند أيضًا إلى { $count } عنصرًا لا يحق لكم الاطلاع عليها.
   *[other] تستند أيضًا إلى { $count } عنصر لا يحق لكم الاطلاع عليها.
}
recommendation-state-draft = مسودة
recommendation-state-adopted = معتمدة
recommendation-state-superseded = حلت محلها صيغة أخرى
recommendation-state-withdrawn = مسحوبة
more-closed = هي أكثر تقييدًا من استراتيجيتها، بسبب شيء تستند إليه أو بسبب قواعد تداول الاستراتيجية حين اتُّخذ القرار.
more-closed-because = هي أكثر تقييدًا من استراتيجيتها لأنها تستند إلى ما يلي:
decision-title = القرار
decision-office = باسم أي جهة
decision-reason = السبب
decision-day = تاريخ القرار
decision-day-to-come = لا يمكن أن يكون القرار قد اتُّخذ في يوم لم يأتِ بعد.
adopt-lead = ما ترونه هنا سيبقى كما هو في كل لغة. ولا يُعدَّل أبدًا: كل تغيير صيغة جديدة.
adopt-seen-by = من سيراها بعد اعتمادها
adopt-text = النص الذي سيُعتمد
adopt-text-note = بكل لغة كُتب بها.
adopt-not-yet = لا يمكن اعتمادها بعد.
adopt-see = الاطلاع على النص المقرَّر
adopt-say-why = بيان سبب غياب الأساس
adopt-outdated = تغيّر النص أو أساسه أو من يراه منذ أن فتحتم هذه الصفحة. لم يُعتمد شيء.
adopt-outdated-todo = اقرؤوه أدناه كما هو الآن، ثم اعتمدوه إن كان لا يزال صحيحًا.
revision-change = ما الذي تغيّره هذه الصيغة، ولماذا
revision-correction = تصحّح خطأ في النص (استدراك)
revise-lead = يبقى النص المعتمد ساريًا إلى أن تُعتمد الصيغة الجديدة، وهي تنطلق من النص والأساس نفسيهما.
revise-do = بدء الصيغة
version-begun = بدأت الصيغة الجديدة. عدّلوا نصها هنا.
version-replaced = هذه هي الصيغة { $number }، وقد حلت محلها الصيغة { $newer }.
version-replaced-erratum = الصيغة الأحدث تصحّح خطأ.
version-coming = الصيغة { $number } قيد الصياغة.
version-see = الاطلاع على الصيغة { $number }
version-erratum = استدراك: الصيغة { $number } تصحّح خطأ في النص.
version-is-erratum = استدراك
version-changes = ما تغيّره الصيغة { $number }
history-title = الصيغ
history-differences = ما غيّرته الصيغة { $number }
history-part = الجزء
history-before = قبل
history-now = في هذه الصيغة
history-same = كل أجزائها تقول الشيء نفسه.
withdraw-why = سبب السحب
withdraw-draft-lead = لن تُرى المسودة بعد ذلك، ويحتفظ السجل بأنها كانت موجودة.
withdraw-adopted-lead = يبقى النص مقروءًا مع السبب، ويُنبَّه كل ما يستند إليه.
ground-finding = نتيجة
ground-source = مصدر
ground-statement = تصريح جهة رسمية
ground-recommendation = توصية معتمدة
ground-record = عنصر
ground-withdrawn = سُحب بعد ذلك
ground-changed = تغيّر بعد ذلك
ground-withdrawn-text = سحبه مصدره، ولذلك لم يعد نصه معروضًا.
ground-see = الاطلاع عليه في موضعه
ground-keep = الإبقاء عليه كما هو الآن
ground-remove = إزالته
basis-change = تعديل الأساس
basis-add = إضافة إلى الأساس
basis-add-note = تأخذ التوصية أشد قواعد التداول بين كل ما تستند إليه.
basis-search = البحث في تصريحات الجهات والمصادر والتوصيات المعتمدة
basis-search-do = بحث
basis-found = ما يمكنكم إضافته
basis-more = { $count ->
    [zero] لا عناصر أخرى مطابقة.
    [one] هناك عنصر مطابق آخر؛ أضيفوا كلمات.
    [two] هناك عنصران مطابقان آخران؛ أضيفوا كلمات.
    [few] هناك { $count } عناصر مطابقة أخرى؛ أضيفوا كلمات.
    [many] هناك { $count } عنصرًا مطابقًا آخر؛ أضيفوا كلمات.
   *[other] هناك { $count } عنصر مطابق آخر؛ أضيفوا كلمات.
}
basis-none-found = لا شيء بهذه الكلمات يمكن إضافته.
basis-none-there = لا يوجد بعد تصريح أو مصدر أو توصية معتمدة يمكن إضافتها.
basis-done = العودة إلى التوصية
basis-added = { $count ->
    [zero] لم يُضف شيء.
    [one] أُضيف أساس واحد.
    [two] أُضيف أساسان.
    [few] أُضيفت { $count } أسس.
    [many] أُضيف { $count } أساسًا.
   *[other] أُضيف { $count } أساس.
}
basis-removed = { $count ->
    [zero] لم يُزل شيء.
    [one] أُزيل أساس واحد.
    [two] أُزيل أساسان.
    [few] أُزيلت { $count } أسس.
    [many] أُزيل { $count } أساسًا.
   *[other] أُزيل { $count } أساس.
}
basis-nothing = لم يُختر شيء، فلم يتغير شيء.
basis-lost = { $count ->
    [zero] كل ما اخترتموه موجود.
    [one] عنصر واحد مما اخترتموه غير موجود أو لا يحق لكم الاطلاع عليه، فتُرك.
    [two] عنصران مما اخترتموه غير موجودين أو لا يحق لكم الاطلاع عليهما، فتُركا.
    [few] { $count } عناصر مما اخترتموه غير موجودة أو لا يحق لكم الاطلاع عليها، فتُركت.
    [many] { $count } عنصرًا مما اخترتموه غير موجود أو لا يحق لكم الاطلاع عليه، فتُرك.
   *[other] { $count } عنصر مما اخترتموه غير موجود أو لا يحق لكم الاطلاع عليه، فتُرك.
}
basis-later = اختاروا ما تستند إليه قبل الكتابة، فما يُكتب هنا لا يُحفظ عند الانتقال إلى هناك.
sources-choose = اختيار تصريحات أو مصادر أو توصيات
sources-chosen = ما اختير
findings-elsewhere = { $count ->
    [zero] لا نتائج أخرى محددة في صفحات أخرى.
    [one] نتيجة أخرى محددة في صفحة أخرى.
    [two] نتيجتان أخريان محددتان في صفحات أخرى.
    [few] { $count } نتائج أخرى محددة في صفحات أخرى.
    [many] { $count } نتيجة أخرى محددة في صفحات أخرى.
   *[other] { $count } نتيجة أخرى محددة في صفحات أخرى.
}
findings-pages-keep = ما حُدِّد يبقى محددا من صفحة إلى أخرى.
findings-title = الصياغة انطلاقًا من النتائج
findings-lead = اختاروا نتيجة أو أكثر. ستستند التوصية إليها كما هي.
findings-no-question = نتائج دون سؤال
findings-question = الاطلاع على السؤال
findings-choose = الاختيار من النتائج
findings-add = إضافة ما حُدِّد
findings-draft = الصياغة انطلاقًا مما حُدِّد
findings-none = لا توجد بعد نتائج يحق لكم الاطلاع عليها.
findings-none-todo = تظهر عند انتهاء تحليل ما، مثلًا بعد إغلاق استشارة.
choose-strategy = في أي استراتيجية؟
choose-strategy-none = ليس لمؤسستكم استراتيجية بعد.
