# اقتراح عبارة
offer-link = اقتراح عبارة من عندكم
offer-title = عبارة من عندكم
offer-lead = { $most ->
    [zero] لا يمكن اقتراح عبارات.
    [one] يمكنكم اقتراح عبارة واحدة. يقرؤها المشرفون على المحتوى أولا، فإن قبلوها أجاب عنها الجميع.
    [two] يمكنكم اقتراح عبارتين. يقرأ المشرفون على المحتوى كل عبارة أولا، فإن قبلوها أجاب عنها الجميع.
    [few] يمكنكم اقتراح { $most } عبارات على الأكثر. يقرأ المشرفون على المحتوى كل عبارة أولا، فإن قبلوها أجاب عنها الجميع.
    [many] يمكنكم اقتراح { $most } عبارة على الأكثر. يقرأ المشرفون على المحتوى كل عبارة أولا، فإن قبلوها أجاب عنها الجميع.
   *[other] يمكنكم اقتراح { $most } عبارة على الأكثر. يقرأ المشرفون على المحتوى كل عبارة أولا، فإن قبلوها أجاب عنها الجميع.
}
offer-statement = عبارتكم
offer-statement-help = فكرة واحدة يمكن الموافقة عليها أو رفضها، في 500 حرف على الأكثر. لا تذكروا اسم أحد ولا رقم هاتف ولا عنوانا.
offer-privacy = يُحفظ ما تكتبونه بمعزل عن أصواتكم ودون أي حساب. وإلى أن يُبتّ فيه لا يقرؤه سوى المشرفين على المحتوى في المؤسسة.
offer-send = إرسالها إلى المشرفين على المحتوى
offer-back = العودة إلى التصويت
offer-own = ما اقترحتموه من هذا الجهاز
offer-repeated = هذه العبارة موجودة. يمكنكم الإجابة عنها، أو صياغة عبارتكم صياغة أخرى.
offer-vote-on-it = الإجابة عن تلك العبارة
offer-come-in = ادخلوا إلى التصويت أولا، ثم يمكنكم اقتراح عبارة.
offer-come-in-todo = يكفي الدخول مرة واحدة على هذا الجهاز.
offer-come-in-kept = ما كتبتموه هنا: انسخوه ثم ادخلوا وألصقوه.
offer-kept = لم يُرسل شيء. ما كتبتموه هنا؛ انسخوه إن احتجتم إليه.
text-too-long = عدد أحرف النص { $found }، والحد الأقصى { $most }. اختصروه أو اجعلوه عبارتين: فكرة واحدة في كل عبارة.
consultation-takes-no-statements = لا تتلقى هذه الاستشارة عبارات من المشاركين الآن.
offers-used-up = اقترحتم أقصى ما يمكن لمصوّت واحد. عباراتكم السابقة محفوظة كلها، ولم تُرسل هذه.

offered-title = مآل عبارتكم
offered-receipt = احتفظوا بهذا العنوان
offered-receipt-text = هو وصلكم: من ملكه قرأ هذه الصفحة. ويحتفظ به هذا الجهاز أيضا، ولا يُحفظ منه في الفضاء سوى بصمة.
offered-became = الآن
offer-waiting = تنتظر المشرفين على المحتوى.
offer-left = أُغلق التصويت قبل البت فيها، ولم تُعرض على المصوّتين.
offer-taken = قُبلت: يمكن للجميع الإجابة عنها.
offer-refused = لم تُقبل، أو سُحبت.
offer-replaced = حلّت محلها عبارة أخرى:
offered-notes = يقول المشرفون على المحتوى
offered-appeal = طلب إعادة النظر
offered-result = ما أسفرت عنه
offered-result-note = نسبة الموافقين، في أقل المجموعات موافقة إن تعددت.

appeal-title = طلب إعادة النظر
appeal-lead = يمكنكم الطلب مرة واحدة، ويجيب عضو غير الذي قرر.
appeal-why = لماذا ينبغي قبولها
appeal-send = طلب إعادة النظر
appeal-not-possible = تُطلب إعادة النظر مرة واحدة ما دام التصويت مفتوحا، في عبارة سُحبت.
appeal-kept = لم يُرسل شيء. ما كتبتموه أعلاه؛ انسخوه إن احتجتم إليه.
appeal-waits = سينظر فيها عضو آخر.
appeal-moot = اتُّخذ في هذه العبارة قرار جديد في الأثناء.
appeal-granted = قُبلت العبارة بعد إعادة النظر.
appeal-rejected = بقي القرار على حاله بعد إعادة النظر.
appeal-nobody = لا أحد غير من سحب العبارة يحق له إعادة النظر فيها في المؤسسة.
appeal-nobody-todo = يسند أحد المديرين دور المشرف على المحتوى إلى عضو آخر؛ ولا يجيب من سحب العبارة.
appeal-of-author = يطلب صاحب العبارة إعادة النظر
appeal-note-help = لازمة إن بقيت العبارة مسحوبة؛ سيقرؤها صاحبها.
appeal-read = إعادة النظر
appeal-answer = الجواب عن الطلب
appeal-grant = قبول العبارة
appeal-reject = إبقاؤها مسحوبة
appeal-note-missing = قولوا بإيجاز لماذا تبقى مسحوبة؛ سيقرأ صاحبها ذلك.

# الإشراف على المحتوى
moderation-title = الإشراف على المحتوى
moderation-link = { $waiting ->
    [zero] الإشراف على المحتوى
    [one] الإشراف على المحتوى: عبارة واحدة تنتظر
    [two] الإشراف على المحتوى: عبارتان تنتظران
    [few] الإشراف على المحتوى: { $waiting } عبارات تنتظر
    [many] الإشراف على المحتوى: { $waiting } عبارة تنتظر
   *[other] الإشراف على المحتوى: { $waiting } عبارة تنتظر
}
moderation-appeals-count = { $appeals ->
    [zero] لا طلبات لإعادة النظر.
    [one] طلب واحد لإعادة النظر.
    [two] طلبان لإعادة النظر.
    [few] { $appeals } طلبات لإعادة النظر.
    [many] { $appeals } طلبا لإعادة النظر.
   *[other] { $appeals } طلب لإعادة النظر.
}
moderation-lead = { $waiting ->
    [zero] لا عبارة تنتظركم.
    [one] عبارة واحدة تنتظر قرارا.
    [two] عبارتان تنتظران قرارا، الأقدم أولا.
    [few] { $waiting } عبارات تنتظر قرارا، الأقدم أولا.
    [many] { $waiting } عبارة تنتظر قرارا، الأقدم أولا.
   *[other] { $waiting } عبارة تنتظر قرارا، الأقدم أولا.
}
moderation-who-sees = من يرى هذه الصفحة
moderation-who-sees-text = المشرفون على المحتوى والمنظمون والمديرون في المؤسسة وحدهم. والعلامات مثل «عنوان بريد» تُستخرج من شكل الأحرف فقط؛ والقرار لكم.
moderation-appeals = طلبات إعادة النظر
moderation-waiting = في الانتظار
moderation-none = لا شيء في الانتظار.
moderation-others = العبارات المبتوت فيها وعبارات المؤسسة
moderation-accept = قبولها
moderation-take-out-how = سحبها مع ذكر السبب…
moderation-take-out = سحبها
moderation-statement = عبارة وما قُرر فيها
moderation-decide = القرار
moderation-reason = سبب السحب
moderation-reason-missing = اختاروا سببا: يقرؤه صاحب العبارة ويدخل في العدّ.
moderation-note = ملاحظة إلى صاحب العبارة
moderation-history = ما قُرر
moderation-history-none = لم يُقرر فيها شيء بعد.
moderation-undo = التراجع عن القرار الأخير
moderation-done = سُجل القرار، ويمكن التراجع عنه.
moderation-conflict-kept = لم يُمح أي شيء، وما كتبتموه لا يزال في هذه الصفحة.
moderation-conflict-todo = اقرؤوا أدناه ما آلت إليه العبارة، ولا تواصلوا إلا إن رأيتم حاجة إلى ذلك.
moderation-kept = ما كتبتموه
moderation-refused-title = العبارات المسحوبة بحسب السبب
moderation-refused-note = هذه أعداد عبارات.
moderation-reason-person = تسمي شخصا
moderation-reason-incites = تحرض على الكراهية أو العنف
moderation-reason-insults = تسبّ أو تحطّ من الكرامة
moderation-reason-private = تكشف معطيات خاصة
moderation-reason-subject = خارجة عن الموضوع
moderation-reason-repeats = تكرر عبارة أخرى
moderation-reason-several = تجمع عدة أفكار
moderation-reason-unclear = غير مفهومة
moderation-reason-accepted = قُبلت
moderation-reason-undo = تراجع عن القرار الأخير
moderation-reason-replaced = حلّت محلها عبارة أخرى
moderation-reason-granted = قُبلت بعد إعادة النظر
moderation-reason-rejected = بقيت مسحوبة بعد إعادة النظر
standing-pending = تنتظر الإشراف على المحتوى
standing-in = معروضة على المصوّتين
standing-out = مسحوبة
hint-email = عنوان بريد إلكتروني؟
hint-address = عنوان موقع؟
hint-phone = رقم هاتف؟
hint-digits = رقم طويل؟
statement-decided-already = قرر عضو آخر في هذه العبارة في الأثناء.
statement-appeal-first = ينتظر صاحب العبارة إعادة النظر: أجيبوه أولا.
statement-nothing-to-undo = لا قرار للتراجع عنه.
statement-replaced = حلّت محلها عبارة أخرى؛ قرروا في تلك.
statement-not-in = لا تُستبدل عبارة مشارك إلا وهي معروضة على المصوّتين، وإلا فقد صاحبها حقه في إعادة النظر.
statement-voted-meanwhile = صوّت أحدهم عليها في الأثناء: لا يُصحح الآن سوى خطأ مطبعي.
may-decide = يقرر المشرفون على المحتوى والمنظمون والمديرون في المؤسسة إلى أن تُغلق الاستشارة. ومن سحب عبارة لا يقرر فيها من جديد متى طلب صاحبها إعادة النظر.
may-read-moderated = لا يرى هذه الصفحة سوى المشرفين على المحتوى والمنظمين والمديرين في المؤسسة.

# كلمات العبارة
revise-title = تغيير الكلمات
revise-free = لم يصوّت عليها أحد بعد: يمكنكم تعديلها كما تشاؤون.
revise-bound = لا يُصحح سوى خطأ مطبعي: حرف واحد على الأكثر في الكلمة، دون نفي ولا رقم. ويوافق عضو ثان أولا؛ ويُحفظ النصان ويُعرضان، ولا يُسأل المصوّتون من جديد.
revise-text = العبارة
revise-edit = حفظ
revise-mend = اقتراح تصحيح الخطأ المطبعي
revise-replace = وضع هذا النص مكانها عبارةً جديدة
revise-replace-what = تُعرض عبارة جديدة على الجميع، وتُسحب القديمة وتُحفظ أصواتها دون أن تُحلَّل.
revise-mended = تغيرت الكلمات، ويجب أن تُراجع الترجمات من جديد.
revise-replaced = حلّت العبارة الجديدة محلها.
revise-mended-on = صُحح خطأ مطبعي في { $date }
revise-before = قبل
revise-after = بعد
revise-now = العبارة كما هي الآن
revise-conflict-todo = قارنوا ما كتبتموه بما هو قائم الآن، ثم قرروا من جديد.
mending-title = خطأ مطبعي للتصحيح
mending-waiting = أخطاء مطبعية تنتظر موافقة عضو ثان
mending-by = اقتُرح في { $date } من طرف
mending-proposed = سُجل الاقتراح. تتغير الكلمات متى وافق عضو ثان.
mending-ask = لا توافقوا إلا إن كان النصان يقولان الشيء نفسه لكل مصوّت.
mending-somebody = يلزم أن يوافق مشرف على المحتوى أو منظم أو مدير آخر.
mending-who = يلزم أن يوافق عضو آخر:
mending-nobody = لا أحد غيركم في المؤسسة يحق له أن يوافق.
mending-nobody-todo = يسند أحد المديرين إلى عضو آخر دور المشرف على المحتوى أو المنظم أو المدير.
mending-agree = للنصين المعنى نفسه: تصحيح
mending-leave = ترك الكلمات كما هي
mending-left = بقيت الكلمات كما هي.
mending-read = مقارنة النصين
mending-waits-already = ينتظر اقتراح آخر لهذه العبارة: وافقوا عليه أو اتركوه أولا.
mending-decided-already = بُتّ في هذا الاقتراح في الأثناء.
may-agree = يوافق مشرف على المحتوى أو منظم أو مدير غير صاحب الاقتراح، إلى أن تُغلق الاستشارة.
may-leave = لا يترك الكلمات كما هي سوى المشرفين على المحتوى والمنظمين والمديرين في المؤسسة، إلى أن تُغلق الاستشارة.
revise-replaces = محلّ العبارة { $code }
statement-more-than-a-typo = ليس هذا خطأ مطبعيا بمعيار مجلس: حرف واحد على الأكثر في كلمة من أربعة أحرف فأكثر، دون كلمة زائدة أو ناقصة ولا رقم ولا نفي. ضعوا مكانها عبارة جديدة.
statement-changed-meanwhile = غيّر عضو آخر هذه الكلمات في الأثناء.

# الترجمات
translations-title = الترجمات
translations-lead = ما لم يراجع عضو آخر الترجمة فإنها تُوسم حيثما ظهرت.
translations-lists = القوائم
translations-mine = ما يخصني
translations-overdue = المتأخرة
translations-open = غير المسندة
translations-all = الكل
translations-none = لا شيء في هذه القائمة.
translations-as-file = في ملف
translations-file = ملف CSV
translations-file-help = املؤوا العمود «translation» واتركوا غيره على حاله. تدخل كل السطور أو لا يدخل منها شيء.
translations-import = إدخال الملف
translations-imported = { $count ->
    [zero] لم يغير الملف شيئا.
    [one] دخلت ترجمة واحدة، وهي تنتظر مراجعتها.
    [two] دخلت ترجمتان، وهما تنتظران مراجعتهما.
    [few] دخلت { $count } ترجمات، وهي تنتظر مراجعتها.
    [many] دخلت { $count } ترجمة، وهي تنتظر مراجعتها.
   *[other] دخلت { $count } ترجمة، وهي تنتظر مراجعتها.
}
translations-file-large = الملف كبير: الحد الأقصى ميغابايتان. لم يدخل شيء.
translations-file-encoding = ليس الملف CSV بترميز UTF-8. احفظوه بصيغة «CSV UTF-8» وأعيدوا المحاولة؛ لم يدخل شيء.
translations-file-columns = يجب أن يسمي السطر الأول هذه الأعمدة: { $columns }. لم يدخل شيء.
translations-line-unknown = السطر { $line }: لا تحتاج العبارة «{ $statement }» إلى ترجمة إلى «{ $into }».
translations-line-empty = السطر { $line }: ليس في الترجمة ما يُقرأ.
translations-line-long = عدد الأحرف في السطر { $line } هو { $found }، والحد الأقصى { $most }.
translations-line-twice = السطر { $line }: وردت العبارة نفسها باللغة نفسها مرتين في الملف.
translation-title = ترجمة
translation-original = كلمات صاحب العبارة
translation-text = الترجمة
translation-propose = حفظها مقترحا
translation-review = تقول ما يقوله الأصل
translation-assign = من يتكفل بها
translation-assign-save = حفظ
translation-translator = يترجم:
translation-reviewer = يراجع:
translation-due = قبل
translation-saved = تم الحفظ.
translation-state-wanted = مطلوبة
translation-state-proposed = مقترحة لم تُراجع
translation-state-reviewed = تمت مراجعتها
translation-two-people = من يترجم لا يراجع: اختاروا عضوين.
translation-changed = تغيرت الترجمة منذ فتحتم هذه الصفحة. اقرؤوها من جديد قبل المصادقة عليها.
translation-not-wanted = لا تحتاج هذه العبارة إلى ترجمة إلى تلك اللغة.
language-ar = العربية
language-fr = الفرنسية
language-en = الإنجليزية
texts-title = نصوص الاستشارة
texts-lead = العنوان والتقديم وما يقرؤه المصوّتون قبل الدخول. ويراجع منظم آخر ما تترجمونه.
texts-headline = عنوان الخريطة
texts-consent = ما يوافق عليه المصوّتون
texts-help-line = أين تُطلب المساعدة
may-see-translations = لا يرى هذه الصفحة سوى أعضاء المؤسسة.
may-assign = لا يسند الترجمات سوى المنظمين والمديرين في المؤسسة، إلى أن تُغلق الاستشارة.
may-translate = لا يقوم بهذا سوى من أُسندت إليه الترجمة والمشرفين على المحتوى والمنظمين والمديرين، إلى أن تُغلق الاستشارة.
may-review = يراجع غير المترجم: مشرف على المحتوى أو منظم أو مدير أو العضو المكلف، إلى أن تُغلق الاستشارة.
may-import-translations = لا يُدخل الترجمات سوى المشرفين على المحتوى والمنظمين والمديرين في المؤسسة، إلى أن تُغلق الاستشارة.

# على المكتب
moderation-desk = { $waiting ->
    [zero] لا عبارة تنتظر قراركم
    [one] عبارة واحدة تنتظر قراركم
    [two] عبارتان تنتظران قراركم
    [few] { $waiting } عبارات تنتظر قراركم
    [many] { $waiting } عبارة تنتظر قراركم
   *[other] { $waiting } عبارة تنتظر قراركم
}
translations-desk = { $count ->
    [zero] لا ترجمة تنتظركم
    [one] ترجمة واحدة تنتظركم
    [two] ترجمتان تنتظرانكم
    [few] { $count } ترجمات تنتظركم
    [many] { $count } ترجمة تنتظركم
   *[other] { $count } ترجمة تنتظركم
}
