### التداول: من يطّلع على ماذا، ورفع القيود والتضييق والسحب

handling = التداول
handling-question = من يطّلع على ماذا، ومن يقرّر ذلك؟
handling-of = تداول عنصر
handling-what = موضوعه
handling-digest = البصمة
handling-not-shown = لا يُعرض عليك النص، لأنه يستند أيضاً إلى ما قدّمه غيركم أو لأنه سُحب.
handling-reason = السبب
handling-reason-help = ستقرؤه كل الجهات المعنية، فلا تقتبس من النص نفسه.
handling-named = المعيَّنون أيضاً
handling-named-help = المؤسسات والدوائر التي يمكنها الاطلاع عليه أيضاً أو التي يقتصر عليها.
handling-link = التداول
level-clear = CLEAR: الجميع.
level-green = GREEN: أعضاء المؤسسات الشريكة.
level-amber = AMBER: المؤسسات المعنية ومن عُيِّن.
level-amber-strict = AMBER+STRICT: المؤسسة المعنية وحدها.
level-red = RED: من عُيِّن وحده.
who-only = لن يطّلع عليه سوى: { $who }.
who-nobody = لن يطّلع عليه أحد.
who-expired = لم يعد أحد يطّلع عليه: انقضت مدته.
who-until = إلى غاية { $day }.
who-purposes = لا يُستعمل إلا من أجل: { $purposes }.
who-no-purpose = لا يُسمح بأي استعمال له.
who-circle = { $circle } ({ $inside })
release-awaits = طلب رفع قيود ينتظر جواب مؤسستكم.
releases-waiting = في انتظار جوابكم
releases-none = لا شيء ينتظر جوابكم.
releases-title = طلبات رفع القيود
release-title = رفع القيود عن عنصر
release-ask = طلب رفع القيود
release-ask-lead = ما يستند إلى مواد مقيّدة يبقى مقيّداً مثلها. ولا يمكن إلا للمؤسسات المصدرة أن تسمح بتوسيع الاطلاع على هذا العنصر كما هو الآن. وكل تغيير لاحق فيه ينهي رفع القيود.
release-ask-do = إرسال الطلب
release-wish = المطلوب
release-before = من يطّلع عليه الآن
release-wanted = من سيطّلع عليه
release-answers = أجوبة المؤسسات المصدرة
release-agrees = موافقة
release-declines = رافضة
release-unanswered = لم تجب بعد
release-agree-do = الموافقة على رفع القيود
release-decline-do = الرفض
release-asked = ينتظر الطلب أجوبة المؤسسات المصدرة.
release-granted = تمت الموافقة على رفع القيود.
release-declined = رُفض الطلب: لم يتغير شيء.
release-ended = انتهى رفع القيود: قيّدت إحدى المؤسسات المصدرة العنصر أو سحبته.
release-over = لم يعد سارياً: تغيّر العنصر منذ ذلك.
release-not-seen = لا يمكنك طلب رفع القيود إلا عمّا يمكنك الاطلاع عليه.
release-not-milder = لن يوسّع هذا دائرة المطّلعين: اختر مستوى آخر أو عيّن جهة أخرى.
release-waits = يوجد طلب سابق بشأن هذا العنصر ينتظر الأجوبة.
release-decided = بُتّ في هذا الطلب في هذه الأثناء.
release-outdated = تغيّر العنصر منذ تقديم الطلب: يجب تقديم طلب جديد.
release-answered = سبق لمؤسستكم أن أجابت.
narrow = تضييق دائرة المطّلعين
narrow-lead = من الآن سيطّلع عدد أقل على هذا العنصر وعلى كل ما يستند إليه في جميع القاعات، ويُخبَر من كان يمكنه الاطلاع عليه.
narrow-do = تضييق
narrow-not-stricter = ليس هذا أضيق مما هو عليه الآن.
handling-for-nobody = في أشد المستويات لا يراه إلا من عيّنته كل العناصر المعنية، ولا أحد هنا كذلك. لم يتغير شيء. عيّنوا غيرهم أو اسحبوا العنصر.
recall = سحب
recall-lead = لن يطّلع أحد بعد الآن على هذا العنصر ولا على ما يستند إليه، وتبقى بصمته وإشعار به. ولا يمكن استرجاع ما نُسخ أو طُبع. لا يمكن التراجع عن هذا.
recall-do = سحب نهائي
recalled-before = سبق سحب هذا العنصر.
recalled-happened = سحبت المؤسسة المصدرة هذا العنصر.
recalled-kept = حُجب محتواه، وبقيت بصمته والإشعار به.
notices-title = ما ضُيّق أو سُحب
notices-none = لم يُضيَّق ولم يُسحب شيء مما كان يمكن لمؤسستكم الاطلاع عليه.
notice-title = إشعار من مؤسسة مصدرة
notice-narrowed = ضيّقت مؤسسة مصدرة دائرة المطّلعين على ما كان يمكنكم الاطلاع عليه.
notice-recalled = سحبت مؤسسة مصدرة ما كان يمكنكم الاطلاع عليه.
notice-narrowed-lead = لا تنقلوا ما نسختموه إلا إلى من لا يزال يمكنه الاطلاع عليه.
notice-recalled-lead = أتلفوا ما نسختموه ولا تستعملوه بعد الآن.
notice-first = العنصر نفسه
notice-noted = أُخذ العلم به
notice-todo = أخذ العلم يزيله من مكتبك، ويبقى الإشعار في القائمة.
notice-do = أخذت العلم
may-link = المؤسسة التي تحوز العنصر وحدها تحدد ما هو مشتق منه.
may-restrict = لا يمكن إلا لمنظمي المؤسسة المصدرة ومديريها تضييقه أو سحبه.
may-ask-release = لا يمكن إلا لمنظمي المؤسسة الحائزة ومديريها طلب رفع القيود عنه.
may-answer-release = لا يمكن إلا لمنظمي المؤسسة المصدرة ومديريها الجواب.
may-note = هذا الإشعار ليس موجهاً إلى مؤسستكم.
kind-other = عنصر
kind-commons-question = سؤال
kind-commons-source = مصدر
kind-commons-claim = ما يقوله مصدر
kind-commons-run = تنفيذ تحليل
kind-commons-finding = خلاصة
kind-commons-link = رابط بين عناصر
kind-consultations-consultation = استشارة
kind-consultations-statement = عبارة معروضة للتصويت
kind-gatherings-series = سلسلة مؤتمرات
kind-gatherings-gathering = مؤتمر
kind-gatherings-session = جلسة
kind-gatherings-officestatement = ما صرّحت به جهة رسمية
kind-strategy-strategy = استراتيجية
kind-strategy-recommendation = توصية
kind-strategy-edition = إصدار استراتيجية
kind-strategy-report = تقرير متابعة
kind-strategy-pledge = تعهّد
who-people =
    { $count ->
        [zero] لا أحد من { $institution }
        [one] شخص واحد من { $institution }
        [two] شخصان من { $institution }
        [few] { $count } أشخاص من { $institution }
        [many] { $count } شخصاً من { $institution }
       *[other] { $count } شخص من { $institution }
    }
who-elsewhere =
    { $count ->
        [zero] لا جهة مجهولة
        [one] جهة واحدة غير معروفة هنا
        [two] جهتان غير معروفتين هنا
        [few] { $count } جهات غير معروفة هنا
        [many] { $count } جهة غير معروفة هنا
       *[other] { $count } جهة غير معروفة هنا
    }
restriction-reaches =
    { $count ->
        [zero] لا يستند إليه أي عنصر آخر.
        [one] يشمل عنصراً واحداً يستند إليه.
        [two] يشمل عنصرين يستندان إليه.
        [few] يشمل { $count } عناصر تستند إليه.
        [many] يشمل { $count } عنصراً يستند إليه.
       *[other] يشمل { $count } عنصر يستند إليه.
    }
notice-records =
    { $count ->
        [zero] لا عنصر معنيّ
        [one] عنصر واحد معنيّ
        [two] عنصران معنيّان
        [few] { $count } عناصر معنيّة
        [many] { $count } عنصراً معنيّاً
       *[other] { $count } عنصر معنيّ
    }
