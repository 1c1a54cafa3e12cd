# What rooms say in a document
account-agenda = جدول الأعمال
account-hours = التوقيت
account-session = الجلسة
account-room-and-chair = القاعة · الرئاسة
account-statement = العبارة
account-share = { $groups ->
    [zero] نسبة الموافقة
    [one] نسبة الموافقة
    [two] نسبة الموافقة في أقل المجموعتين موافقة
    [few] نسبة الموافقة في المجموعة الأقل موافقة
    [many] نسبة الموافقة في المجموعة الأقل موافقة
   *[other] نسبة الموافقة في المجموعة الأقل موافقة
}
account-interval = مجال الثقة { NUMBER(0.9, style: "percent") }
account-few-voters = أقل من خمسة مصوتين
account-counts = { $voters ->
    [zero] لم يصوّت أحد
    [one] صوّت شخص واحد
    [two] صوّت شخصان
    [few] صوّت { $voters } أشخاص
    [many] صوّت { $voters } شخصًا
   *[other] صوّت { $voters } شخص
} على { $statements ->
    [zero] لا شيء.
    [one] عبارة واحدة.
    [two] عبارتين.
    [few] { $statements } عبارات.
    [many] { $statements } عبارة.
   *[other] { $statements } عبارة.
}

# The outcome document
outcome-document = الوثيقة الختامية
outcome-lead = { $count ->
    [zero] لم يُعتمد شيء بعد.
    [one] توصية واحدة مع ما تستند إليه.
    [two] توصيتان، كل منهما مع ما تستند إليه.
    [few] { $count } توصيات، كل منها مع ما تستند إليه.
    [many] { $count } توصية، كل منها مع ما تستند إليه.
   *[other] { $count } توصية، كل منها مع ما تستند إليه.
}
outcome-released-by = صدرت عن
outcome-gathering = في إطار
outcome-agreed-and-divided = فيمَ اتفقت القاعة وفيمَ انقسمت
outcome-recommendations = التوصيات
outcome-nothing-adopted = لم يُعتمد شيء بعد.
outcome-part = العنصر
outcome-says = المضمون
outcome-goal = الهدف
outcome-addressee = الجهة الموجهة إليها
outcome-indicator = المؤشر
outcome-rights-note = ما تعنيه للحقوق
outcome-due-on = الأجل
outcome-dimensions = الأبعاد
outcome-dimensions-empty = لا شيء هنا يشمل هذه الأبعاد: { $dimensions }.
outcome-rests-on = { $count ->
    [zero] لا تستند إلى شيء.
    [one] تستند إلى:
    [two] تستند إلى أمرين:
    [few] تستند إلى { $count } أمور:
    [many] تستند إلى { $count } أمرًا:
   *[other] تستند إلى { $count } أمر:
}
outcome-unfounded = اتُّخذ القرار دون أساس. السبب المذكور:
outcome-erratum = تصويب. ما تصححه هذه الصيغة:
outcome-why = لماذا هذه التوصية؟
outcome-amber = تغيّر شيء مما تستند إليه هذه التوصية أو سُحب بعد اعتمادها. وما تغيّر مبيّن هنا:
outcome-round-dissent = { $count ->
    [zero] في الجولة { $number } قيّم { NUMBER($share, style: "percent") } من المقيّمين النص بصيغته آنذاك من 1 إلى 3 (1: لا يمكن قبوله، 9: موافقة تامة).
    [one] في الجولة { $number } قيّم { NUMBER($share, style: "percent") } من مقيّم واحد النص بصيغته آنذاك من 1 إلى 3 (1: لا يمكن قبوله، 9: موافقة تامة).
    [two] في الجولة { $number } قيّم { NUMBER($share, style: "percent") } من مقيّمين اثنين النص بصيغته آنذاك من 1 إلى 3 (1: لا يمكن قبوله، 9: موافقة تامة).
    [few] في الجولة { $number } قيّم { NUMBER($share, style: "percent") } من { $count } مقيّمين النص بصيغته آنذاك من 1 إلى 3 (1: لا يمكن قبوله، 9: موافقة تامة).
    [many] في الجولة { $number } قيّم { NUMBER($share, style: "percent") } من { $count } مقيّمًا النص بصيغته آنذاك من 1 إلى 3 (1: لا يمكن قبوله، 9: موافقة تامة).
   *[other] في الجولة { $number } قيّم { NUMBER($share, style: "percent") } من { $count } مقيّم النص بصيغته آنذاك من 1 إلى 3 (1: لا يمكن قبوله، 9: موافقة تامة).
}
outcome-dissent = المواقف المخالفة والملاحظات
outcome-method = كيف أُعدت هذه الوثيقة
outcome-method-votes = صوّت كل مشارك باسم مستعار مرة واحدة على كل عبارة: موافق أو غير موافق أو دون رأي. وعند إغلاق التصويت أُتلف المفتاح الذي كان يربط الأشخاص بالأصوات، فلا يمكن لأحد أن يعرف من صوّت وبماذا.
outcome-method-groups = يُجمع حسابيًّا من تتشابه أصواتهم. ولا تُعرض مجموعة إلا إذا عادت في معظم عمليات التكرار وضمّت خمسة أعضاء على الأقل، ولا يُعرض رقم عنها إلا إذا صوّت خمسة منهم على الأقل.
outcome-method-sure = ترد كل نسبة مع مجال الثقة { NUMBER(0.9, style: "percent") }: لو صوّت آخرون من الصنف نفسه لوقع الرقم فيه على الأرجح. وعبارة «نسبة الموافقة في المجموعة الأقل موافقة» تعني أن كل مجموعة توافق بهذا القدر على الأقل.
outcome-method-basis = تسمّي كل توصية ما تستند إليه، مثبتًا ببصمة رقمية. وإذا تغيّر شيء مما تحتها أو سُحب بيّنت صفحتها ذلك. ويمكن أن تُتخذ توصية دون أساس، فيُبيَّن ذلك هنا.
outcome-forms = الوثيقة الختامية
outcome-draft-forms = الوثيقة الختامية على حالها الآن
outcome-form-html = صفحة ويب
outcome-form-pdf = PDF
outcome-form-docx = Word
outcome-form-markdown = Markdown
outcome-form-jsonld = JSON-LD
