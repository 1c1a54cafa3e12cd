strategy-around = حول هذه الاستراتيجية
remarks = الملاحظات
remarks-title = { $count ->
    [zero] الملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
}
remarks-members = يقرأ الملاحظات ويكتبها أعضاء المؤسسات بعد تسجيل الدخول.
remarks-none = لا ملاحظة على هذا النص بعد.
remarks-none-todo = قولوا بلغتكم ما ترونه في النص؛ ويجيب من يتولون الصياغة.
remarks-closed = لم يعد هذا النص قائمًا، فلا تُقبل عليه ملاحظات جديدة.
remark-make = إبداء ملاحظة
remark-made = حُفظت ملاحظتكم.
remark-withdrawn = سُحبت ملاحظتكم.
remark-answer = الرد على الملاحظة
remark-answer-change = تغيير الرد
remark-answer-saved = حُفظ الرد.
remark-answered = الرد من
remark-answered-meanwhile = رُدّ على هذه الملاحظة أو سُحبت أثناء كتابتكم.
remark-answer-now = الرد المحفوظ في هذه الأثناء
remark-withdraw = سحب ملاحظتي
remark-text = ما تودون قوله
remark-language = لغة الكتابة
remark-about = النص { $code }، الصيغة { $version }
remark-said = الملاحظة
remark-shown = تظهر مؤسستكم ودوركم، ولا يظهر اسمكم.
remark-kept = لم يُحفظ شيء، وما كتبتموه ما زال في الاستمارة.
remark-text-gone = لم يعد هذا النص قائمًا أو لم يعد متاحًا لكم.
remark-gone = سُحبت هذه الملاحظة أو لم تعد متاحة لكم.
may-remark = الملاحظات لأعضاء المؤسسات.
may-answer-remark = لا يرد على الملاحظات إلا من يتولون الصياغة في المؤسسة صاحبة الاستراتيجية.
may-withdraw-remark = لا يسحب الملاحظة إلا صاحبها.
rounds = جولات دلفي
rounds-lead = يقيّم كل عضو نص المسودات وحده، ثم يرى الجميع ما خرجت به المجموعة.
rounds-none = لم تُعقد أي جولة بعد.
rounds-none-drafter = افتحوا جولة حين تكون المسودات جاهزة ليقرأها الآخرون.
rounds-none-todo = تظهر الجولات هنا حين يفتحها من يتولون الصياغة.
rounds-held = { $count ->
    [zero] لا جولات
    [one] جولة واحدة
    [two] جولتان
    [few] { $count } جولات
    [many] { $count } جولة
   *[other] { $count } جولة
}
rounds-none-to-end = لا جولة بقي إنهاؤها.
rounds-end = إنهاء الجولات
rounds-end-sure = إنهاء الجولات نهائيًا؟
rounds-end-what = يُتلف المفتاح الذي يصل العضو بإجاباته، وتُخلط الصفوف، وتُحذف الأسباب والصياغات من صفوفها، وما لم يُعرض منها لقلة المقيّمين يضيع. تبقى النتائج. ولا يمكن بعد ذلك مقارنة جولة جديدة بإجابات هذه الجولات.
rounds-ended-now = انتهت الجولات: لا شيء يصل بعد الآن بين إجابة وعضو.
round-number = الجولة { $number }
round-texts = { $count ->
    [zero] لا نصوص
    [one] نص واحد
    [two] نصان
    [few] { $count } نصوص
    [many] { $count } نصًا
   *[other] { $count } نص
}
round-state-open = مفتوحة
round-state-closed = مغلقة
round-state-ended = منتهية
round-open-now = الجولة { $number } مفتوحة
round-open = فتح جولة
round-open-act = فتح الجولة
round-open-lead = تُسأل المؤسسات عن النص كما هو الآن. ولا يرى أحد إجابة قبل الإغلاق، ولا حتى من فتح الجولة.
round-open-handling = يرى الجولة من يحق له الاطلاع على كل ما اخترتم؛ فنص واحد أكثر تقييدًا يقيّد الجولة كلها. ومسودات استراتيجية لم تُعمَّم لا تراها إلا مؤسستكم.
round-opened = الجولة { $number } مفتوحة.
round-open-already = للاستراتيجية جولة مفتوحة: أغلقوها أولًا.
round-drafts = المسودات المطروحة
round-closes-on = آخر يوم للإجابة
round-closes-help = تُغلق الجولة عند نهاية هذا اليوم بتوقيت مؤسستكم. وبدونه تغلقونها بأنفسكم.
round-closes-in-the-past = هذا اليوم مضى.
round-closes = تُغلق عند
round-closes-by-hand = تُغلق حين يغلقها من يتولون الصياغة.
round-day-move = تغيير آخر يوم للجواب
round-day-moved = غُيِّر آخر يوم للجواب. وتبقى الأجوبة المحفوظة.
round-without-drafts = لا مسودة يُسأل عنها.
round-without-drafts-todo = اكتبوا توصية أولًا.
round-takes-no-answers = أُغلقت الجولة قبل أن تصل إجابتكم.
round-text-not-asked = هذا النص غير مطروح أو لم يعد متاحًا لكم.
round-nothing-answered = لا إجابة فيما أرسلتم.
round-key-gone = مفتاح الجولة غير موجود على هذا الخادم، فلا يمكن حفظ إجابة جديدة. أخبروا مدير فضاء العمل.
round-closed-already = أُغلقت الجولة من قبل.
round-not-closed = لم تُغلق الجولة بعد.
round-kept = لم يُحفظ شيء من هذه الصفحة، وكل ما كتبتموه ما زال فيها.
round-kept-todo = ما حفظتموه قبل الإغلاق محسوب. انسخوا كلماتكم وأرسلوها ملاحظةً على التوصية.
round-wrong = لم تُحفظ الإجابة بعد: صححوا ما هو مبيّن أسفله.
round-saved = { $count ->
    [zero] لم يتغير شيء منذ آخر حفظ.
    [one] حُفظت إجابة واحدة. ويمكنكم تغييرها إلى أن تُغلق الجولة.
    [two] حُفظت إجابتان. ويمكنكم تغييرهما إلى أن تُغلق الجولة.
    [few] حُفظت { $count } إجابات. ويمكنكم تغييرها إلى أن تُغلق الجولة.
    [many] حُفظت { $count } إجابة. ويمكنكم تغييرها إلى أن تُغلق الجولة.
   *[other] حُفظت { $count } إجابة. ويمكنكم تغييرها إلى أن تُغلق الجولة.
}
round-answer-lead = قيّموا كل نص من 1 إلى 9. يمكنكم التغيير إلى أن تُغلق الجولة.
round-over-lead = لم تعد هذه الجولة تقبل إجابات. وتظهر النتائج هنا حين تُحسب.
round-over = انتهى وقت الإجابة
round-secret = تُحفظ إجابتكم باسم مستعار مفتاحه خارج قاعدة البيانات. وما دامت الجولات جارية، لا يصل إليكم إلا من يملك القاعدة والمفتاح معًا؛ وبعد إنهائها لا أحد.
round-ways = النصوص واحدًا واحدًا
round-all = كل النصوص في استمارة واحدة
round-answered = أُجيب
round-whole-text = التوصية كاملة
round-text-changed = تغيّرت المسودة منذ فتح الجولة. السؤال عن النص المعروض هنا.
round-before = في الجولة { $number }:
round-own-before = إجابتكم { $value }.
round-own-before-none = لم تجيبوا عن هذا النص.
round-group-before = المجموعة ({ $n } من المقيّمين): الوسيط { $median }، والنصف الأوسط من { $low } إلى { $high }.
round-few = أقل من خمسة مقيّمين: لا يُعرض شيء.
round-value = تقييمكم
round-value-none = دون إجابة
round-value-help = 1: لا يمكن قبوله. 9: موافقة تامة.
round-value-missing = اختاروا تقييمًا من 1 إلى 9: لا تُحفظ الكلمات من دونه.
round-words = السبب وصياغة بديلة (اختياري)
round-words-help = تُعرض دون اسم إذا قيّم النص خمسة على الأقل. لا تذكروا أشخاصًا؛ وقد يعرفكم الآخرون من أسلوبكم.
round-reason = السبب
round-wording = صياغة بديلة
round-save = حفظ الإجابات
round-nothing-asked = لا نص من هذه الجولة متاح لكم.
round-nothing-asked-todo = سُحبت المسودات أو تغيّر من يراها.
round-drafters = لمن يتولون الصياغة
round-close = إغلاق الجولة
round-close-sure = إغلاق الجولة؟
round-close-what = لن تُقبل إجابات بعد ذلك، وتُعرض النتائج على كل من يرى الجولة. ويبقى المفتاح إلى أن تُنهوا الجولات، لتقارن جولة تالية بهذه.
round-closed-now = أُغلقت الجولة.
round-closed-note = لا يُعرض شيء عن نص قيّمه أقل من خمسة.
round-ended-note = أُتلف المفتاح وخُلطت الصفوف: لا شيء يصل بين إجابة وعضو.
round-outcome-lead = { $count ->
    [zero] لا نصوص في هذه الجولة.
    [one] ما خرجت به المجموعة عن نص واحد.
    [two] ما خرجت به المجموعة عن نصين.
    [few] ما خرجت به المجموعة عن { $count } نصوص.
    [many] ما خرجت به المجموعة عن { $count } نصًا.
   *[other] ما خرجت به المجموعة عن { $count } نص.
}
round-outcome-table = نتائج الجولة
round-outcome-caption = من 1 (لا يمكن قبوله) إلى 9 (موافقة تامة)
round-outcome-note = الخلاف كما تعرّفه طريقة راند/جامعة كاليفورنيا (فيتش وآخرون، 2001) لثمانية مقيّمين فأكثر. ولا يُعرض أدنى تقييم ولا أعلاه ولا عدد كل تقييم.
round-text = النص
round-n = المقيّمون
round-median = الوسيط
round-quartiles = النصف الأوسط
round-agree = 7 إلى 9
round-reject = 1 إلى 3
round-meaning = الحصيلة
round-own = إجابتكم
round-zone-accepted = مقبول
round-zone-uncertain = غير محسوم
round-zone-rejected = غير مقبول
round-disagreement = خلاف
round-disagreement-no = دون خلاف
round-disagreement-few = أقل من ثمانية: لا يُحكم بالخلاف
round-said = ما كُتب
round-reasons = { $count ->
    [zero] لا أسباب
    [one] سبب واحد
    [two] سببان
    [few] { $count } أسباب
    [many] { $count } سببًا
   *[other] { $count } سبب
}
round-wordings = { $count ->
    [zero] لا صياغات بديلة
    [one] صياغة بديلة واحدة
    [two] صياغتان بديلتان
    [few] { $count } صياغات بديلة
    [many] { $count } صياغة بديلة
   *[other] { $count } صياغة بديلة
}
round-unread = { $count ->
    [zero] لا نصوص تنتظر القراءة.
    [one] كُتب نص واحد، ويُقرأ أولًا قبل أن يراه الآخرون.
    [two] كُتب نصان، ويُقرآن أولًا قبل أن يراهما الآخرون.
    [few] كُتبت { $count } نصوص، وتُقرأ أولًا قبل أن يراها الآخرون.
    [many] كُتب { $count } نصًا، وتُقرأ أولًا قبل أن يراها الآخرون.
   *[other] كُتب { $count } نص، وتُقرأ أولًا قبل أن يراها الآخرون.
}
round-unread-todo = اقرؤوها، واحجبوا ما يذكر أشخاصًا أو يحرّض، واعرضوا الباقي.
round-read = قراءة ما كُتب
round-read-act = عرض الباقي
round-read-lead = لا أسماء هنا، والترتيب لا يقول شيئًا. احجبوا ما لا يجوز أن يراه الآخرون، ولا شيء سواه.
round-read-now = يرى الآخرون الآن ما لم يُحجب.
round-read-none = لم يُكتب شيء يمكن عرضه.
round-read-none-todo = تُعرض الأسباب والصياغات إذا قيّم النص خمسة على الأقل.
round-held-label = ما يُفعل بهذا النص
round-held-not = يُعرض
round-held-person = يُحجب: يذكر شخصًا
round-held-incites = يُحجب: يحرّض
round-held-insults = يُحجب: يسيء
round-held-private = يُحجب: معلومة خاصة
round-held-count = { $count ->
    [zero] لم يُحجب شيء.
    [one] حُجب نص واحد عند القراءة.
    [two] حُجب نصان عند القراءة.
    [few] حُجبت { $count } نصوص عند القراءة.
    [many] حُجب { $count } نصًا عند القراءة.
   *[other] حُجب { $count } نص عند القراءة.
}
may-rate = التقييم لأعضاء المؤسسات.
may-close-round = لا يغلق الجولة إلا من يتولون الصياغة في المؤسسة صاحبة الاستراتيجية.
table-import = استيراد جدول التوصيات
table-import-short = ترون ما سيتغير قبل أي حفظ
table-download = التوصيات في جدول CSV
table-download-short = يمكن استيراده من جديد
table-lead = الصقوا جدولًا أو اختاروا ملفًا. ترون ما سيتغير قبل أي حفظ.
table-preview-lead = لم يُحفظ شيء بعد. انظروا ما سيتغير ثم احفظوا.
table-paste = الجدول، بسطر أول لأسماء الأعمدة
table-file = أو ملف (CSV أو جدولة، كما تحفظه برامج الجداول)
table-preview = عرض ما سيتغير
table-preview-again = التحقق من جديد
table-save = حفظ هذه التغييرات
table-saved = { $count ->
    [zero] لم يتغير شيء.
    [one] حُفظ الجدول: تغيرت توصية واحدة أو أضيفت.
    [two] حُفظ الجدول: تغيرت توصيتان أو أضيفتا.
    [few] حُفظ الجدول: تغيرت { $count } توصيات أو أضيفت.
    [many] حُفظ الجدول: تغيرت { $count } توصية أو أضيفت.
   *[other] حُفظ الجدول: تغيرت { $count } توصية أو أضيفت.
}
table-counted = جديد: { $new }، متغيّر: { $changed }، كما هو: { $same }
table-changes = ما سيتغير
table-code-title = الرمز
table-what = ما يحدث
table-new = جديدة
table-changed = تتغير:
table-same = تبقى كما هي
table-staying = ما لا يذكره الجدول يبقى كما هو.
table-outdated = تغيّرت الاستراتيجية أو جدولكم منذ أن نظرتم.
table-outdated-todo = لم يُحفظ شيء. انظروا التغييرات أسفله من جديد ثم احفظوا.
table-troubles = { $count ->
    [zero] لا شيء يحتاج إلى تصحيح.
    [one] يجب تصحيح أمر واحد قبل استيراد الجدول.
    [two] يجب تصحيح أمرين قبل استيراد الجدول.
    [few] يجب تصحيح { $count } أمور قبل استيراد الجدول.
    [many] يجب تصحيح { $count } أمرًا قبل استيراد الجدول.
   *[other] يجب تصحيح { $count } أمر قبل استيراد الجدول.
}
table-troubles-title = ما يجب تصحيحه
table-nothing-imported = لم يُستورد شيء. جدولكم محفوظ في الاستمارة أسفله.
table-nothing-read = لم يُستورد شيء. تعذرت قراءة الملف، فاختاروه من جديد بعد تصحيحه.
table-unimportable = لا يتوافق الجدول مع ما هو قائم.
table-code = يتكون { $column } من حروف لاتينية وأرقام ونقاط وواصلات؛ وُجد «{ $found }».
table-version = يجب أن يكون { $column } رقمًا مثل 1 أو أن يبقى فارغًا؛ وُجد «{ $found }».
table-original = يجب أن يكون { $column } هو ar أو fr أو en، تليه عند الحاجة أعمدة مثل goal_ar؛ وُجد «{ $found }».
table-reviewed = يجب أن يكون { $column } نعم أو لا أو أسماء أعمدة؛ وُجد «{ $found }».
table-institution = يجب أن يكون { $column } معرّف مؤسسة تعمل هنا أو أن يبقى فارغًا؛ وُجد «{ $found }».
table-day = يجب أن يكون { $column } يومًا مثل 2027-06-30 أو أن يبقى فارغًا؛ وُجد «{ $found }».
table-dimension = البعد «{ $found }» ليس من الأبعاد؛ انظروا القائمة أسفله.
table-measure-missing = لا تدبير بأي لغة.
table-code-twice = ورد الرمز { $code } بالصيغة نفسها في السطر { $first }.
table-adopted = اعتُمدت { $code } ولا يُعدَّل نصها: ابدؤوا صيغة جديدة في صفحتها، ثم استوردوا هذه الصيغة.
table-version-gone = هذه الصيغة من { $code } لم تعد قائمة أو لا توجد: صدّروا الجدول من جديد وغيّروه.
table-version-new = { $code } جديدة، فصيغتها 1 أو تبقى فارغة.
table-columns = الأعمدة
table-columns-text = تفصل بينها فواصل أو فواصل منقوطة أو علامات جدولة، بأي ترتيب. وأفضل نموذج هو الجدول كما هو:
table-column-code = الرمز مطلوب: الاسم الثابت للتوصية. واستيراده من جديد يغيّر مسودتها. والصيغة اختيارية.
table-column-read-only = للقراءة فقط: ما يُكتب هنا لا يُستورد.
table-column-measure = التدبير، بلغة واحدة على الأقل.
table-column-original = لغة الأصل (ar أو fr أو en)، وهل روجعت الترجمات (نعم أو لا). وعند الاختلاف بين الأجزاء تُذكر أعمدتها.
table-column-texts = الغاية والمؤشر وملاحظة الحقوق، اختيارية.
table-column-addressee = الجهة المخاطَبة بالكلمات، ومعرّفها إن كانت مؤسسة تعمل هنا.
table-column-due = يوم مثل 2027-06-30.
table-column-dimensions = رموز تفصل بينها مسافات:
table-column-unfounded = لماذا يُتخذ القرار دون أساس، إن كان كذلك.
editions = الإصدارات
editions-lead = الإصدار هو الاستراتيجية كما كانت حين أصدرها مكتب: يُستشهد به ويُقارَن، ولا يتغير.
editions-none = لا إصدار بعد.
editions-none-organiser = أصدروا الأول حين تُعتمد التوصيات.
editions-none-todo = تظهر الإصدارات هنا حين تُصدرها المؤسسة.
editions-count = { $count ->
    [zero] لا إصدارات
    [one] إصدار واحد
    [two] إصداران
    [few] { $count } إصدارات
    [many] { $count } إصدارًا
   *[other] { $count } إصدار
}
edition-measures = { $count ->
    [zero] لا توصيات
    [one] توصية واحدة
    [two] توصيتان
    [few] { $count } توصيات
    [many] { $count } توصية
   *[other] { $count } توصية
}
edition-number = الإصدار { $number }
edition-now = ما هو قائم الآن
edition-release = إصدار نسخة
edition-release-lead = { $count ->
    [zero] لا توصية معتمدة.
    [one] تدخل فيه توصية معتمدة واحدة كما هي الآن.
    [two] تدخل فيه توصيتان معتمدتان كما هما الآن.
    [few] تدخل فيه { $count } توصيات معتمدة كما هي الآن.
    [many] تدخل فيه { $count } توصية معتمدة كما هي الآن.
   *[other] تدخل فيه { $count } توصية معتمدة كما هي الآن.
}
edition-released = صدر الإصدار { $number }.
edition-released-by = أصدره:
edition-released-on = يوم الإصدار
edition-office = المكتب المُصدِر (منصب، لا اسم شخص)
edition-note = الجديد في هذا الإصدار
edition-handling = إن كانت توصية أكثر تقييدًا فالإصدار كله مثلها.
edition-empty-todo = اعتمدوا توصية أولًا.
edition-frozen = النصوص كما اعتُمدت.
edition-version = الصيغة { $version }
edition-since-superseded = حلت محلها صيغة أحدث منذ ذلك الحين
edition-since-withdrawn = سُحبت منذ ذلك الحين
edition-hidden = { $count ->
    [zero] لا شيء محجوب.
    [one] في الإصدار توصية واحدة غير متاحة لكم.
    [two] في الإصدار توصيتان غير متاحتين لكم.
    [few] في الإصدار { $count } توصيات غير متاحة لكم.
    [many] في الإصدار { $count } توصية غير متاحة لكم.
   *[other] في الإصدار { $count } توصية غير متاحة لكم.
}
edition-compare-now = المقارنة بما هو قائم الآن
edition-compare-before = المقارنة بالإصدار { $number }
compare = مقارنة الإصدارات
compare-short = تدبيرًا تدبيرًا
compare-two = { $before } – { $after }
compare-before = الأقدم
compare-after = الأحدث
compare-act = مقارنة
compare-old = قبل
compare-new = بعد
compare-nothing = لا شيء
compare-elsewhere = لم يتغير بهذه اللغة، بل بلغات أخرى:
compare-versions = من الصيغة { $old } إلى { $new }
compare-none-todo = تصبح المقارنة ممكنة حين يصدر الأول.
compared-added = { $count ->
    [zero] مضافة
    [one] مضافة
    [two] مضافتان
    [few] مضافة
    [many] مضافة
   *[other] مضافة
}
compared-dropped = { $count ->
    [zero] محذوفة
    [one] محذوفة
    [two] محذوفتان
    [few] محذوفة
    [many] محذوفة
   *[other] محذوفة
}
compared-changed = { $count ->
    [zero] متغيّرة
    [one] متغيّرة
    [two] متغيّرتان
    [few] متغيّرة
    [many] متغيّرة
   *[other] متغيّرة
}
compared-same = { $count ->
    [zero] كما هي
    [one] كما هي
    [two] كما هما
    [few] كما هي
    [many] كما هي
   *[other] كما هي
}
compared-basis-hidden = أساس غير متاح لكم
compared-part-text = التدبير
compared-part-goal = الغاية
compared-part-addressee = الجهة المخاطَبة
compared-part-addressed-to = المؤسسة المخاطَبة
compared-part-due-on = الأجل
compared-part-indicator = المؤشر
compared-part-dimensions = الأبعاد
compared-part-rights-note = ملاحظة الحقوق
compared-part-unfounded = سبب القرار دون أساس
compared-part-basis = الأساس
profile = ملامح الاستراتيجية
profile-caption = وصف لا علامة: كم توصية لها ماذا.
profile-what = ما لها
profile-of = { $count } من { $all }
profile-none = لا شيء
profile-participation = مشاركة: تستند إلى ما خرجت به استشارة أو حكم خبراء
profile-basis = أدلة: لها أساس
profile-measurable = قابلية القياس: لها مؤشر وأجل
profile-indicator = منها ما له مؤشر
profile-deadline = منها ما له أجل
profile-rights = حقوق: لها ملاحظة حقوق
profile-dimensions = أبعاد مشمولة
profile-dimensions-empty = أبعاد خالية
