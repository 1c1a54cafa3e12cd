oversight = الرقابة
oversight-question = هل تُحترم القواعد؟
ledger-title = السجل
ledger-lead = { $count ->
    [zero] لم يُقيَّد أي فعل بعد.
    [one] قُيِّد فعل واحد، ولا يخفى أي تغيير لاحق فيه.
    [two] قُيِّد فعلان، ولا يخفى أي تغيير لاحق فيهما.
    [few] قُيِّدت { $count } أفعال، ولا يخفى أي تغيير لاحق فيها.
    [many] قُيِّد { $count } فعلاً، ولا يخفى أي تغيير لاحق فيها.
   *[other] قُيِّد { $count } فعل، ولا يخفى أي تغيير لاحق فيها.
}
ledger-head = آخر نقطة تحقق
ledger-head-covers = { $count ->
    [zero] لا تشمل أي قيد. وُقِّعت في:
    [one] تشمل قيداً واحداً. وُقِّعت في:
    [two] تشمل قيدين. وُقِّعت في:
    [few] تشمل { $count } قيود. وُقِّعت في:
    [many] تشمل { $count } قيداً. وُقِّعت في:
   *[other] تشمل { $count } قيد. وُقِّعت في:
}
ledger-key = المفتاح الذي يُتحقق به منها:
ledger-checkpoint-plain = نصاً مجرداً
ledger-for-witnesses = ملف للشهود
ledger-no-head = لم توقَّع أي نقطة تحقق بعد.
ledger-no-head-todo = يوقّع فضاء العمل نقطةً خلال ساعة من أول فعل.
ledger-checkpoint-make = وقّع نقطة تحقق الآن
ledger-checkpoint-made = وُقِّعت نقطة التحقق.
ledger-nothing-to-sign = لا يوجد أي قيد بعد، فلم يوقَّع شيء.
ledger-witnesses = من يحتفظ بحالات السجل
ledger-witnesses-why = من يتحكم في الخادم كله يستطيع أن يكتب ماضياً آخر، وحالةُ السجل المحفوظة لدى غيره تكشف ذلك.
ledger-no-witness = لا تحتفظ أي جهة خارجية بحالة من حالات السجل بعد.
ledger-no-witness-todo = تحتفظ مؤسسة أخرى بها باستعمال الأمر ⁦majlis ledger witness⁩، عبر الشبكة أو بملفات.
ledger-witness-holds = { $count ->
    [zero] يحتفظ بحالة السجل وهو فارغ
    [one] يحتفظ بحالة السجل عند قيد واحد
    [two] يحتفظ بحالة السجل عند قيدين
    [few] يحتفظ بحالة السجل عند { $count } قيود
    [many] يحتفظ بحالة السجل عند { $count } قيداً
   *[other] يحتفظ بحالة السجل عند { $count } قيد
}
ledger-witness-nothing = لم يسلّم أي حالة بعد
ledger-witness-gone = لم يعد شاهداً
ledger-witness-add = إضافة شاهد
ledger-witness-add-do = أضف الشاهد
ledger-witness-added = تُقبل توقيعات هذا الشاهد من الآن.
ledger-witness-retire = أوقف قبول توقيعاته
ledger-witness-retired = لم تعد توقيعاته تُقبل، وما قُدِّم منها باقٍ.
ledger-witness-key = مفتاح الشاهد
ledger-key-help = كما يعرضه الأمر: اسم، فعلامة زائد، فرقم، فعلامة زائد، فحروف.
ledger-witness-institution = المؤسسة المسؤولة عنه
witness-known = هذا المفتاح معروف من قبل.
witness-unknown = لم يوقّع أي شاهد معتمد في هذا الفضاء هذه الحالة. يضيف المدقق أو المدير مفتاح الشاهد أولاً.
may-audit = لا يجوز ذلك إلا للمدققين.
may-checkpoint = لا يجوز إلا للمدققين طلب توقيع نقطة تحقق.
may-name-witness = لا يعيّن الشهودَ إلا المدققون والمديرون.
ledger-head-bring = تسليم حالة موقّعة
ledger-head-bring-do = سلّم
ledger-head-text = نقطة التحقق الموقّعة، نصاً
ledger-head-file = أو ملفاً
ledger-head-none = قدّم نقطة التحقق نصاً أو ملفاً.
ledger-head-taken = التوقيع صحيح وهو معروض.
ledger-not-ours = لم يكن هذا السجل قط على هذه الحالة. لم يتغير شيء. احتفظ بالملف وأبلغ المدقق: أحد الاثنين ليس كما ينبغي.
ledger-unreadable = لا تمكن قراءة هذا النص كما هو، أو فيه خلل. لم يتغير شيء. انسخه كاملاً من جديد.
ledger-check = التحقق
ledger-check-do = تحقق من جميع القيود
ledger-check-never = لم يطلب أحد التحقق مؤخراً.
ledger-check-good = { $count ->
    [zero] لا قيود في السجل.
    [one] القيد الوحيد سليم.
    [two] القيدان سليمان.
    [few] القيود الـ{ $count } كلها سليمة.
    [many] القيود الـ{ $count } كلها سليمة.
   *[other] القيود الـ{ $count } كلها سليمة.
}
ledger-check-good-limits = قورنت بكل حالة وُقِّعت هنا. أما الحالات المحفوظة في مكان آخر فتُقارن حيث هي بالأمر ⁦majlis ledger verify⁩.
ledger-check-bad = القيد { $index } أو القيد المجاور له ليس كما كُتب.
ledger-check-bad-beside = ما يرافق القيود ليس كما كُتب.
ledger-check-bad-todo = اترك قاعدة البيانات على حالها، وأبلغ المدقق والمؤسسات التي تحتفظ بحالات السجل.
ledger-check-failed = تعذّر إجراء التحقق.
ledger-check-failed-todo = اطلبه من جديد، فإن تعذّر ثانيةً فالأمر ⁦majlis doctor⁩ يبيّن السبب.
ledger-fault-missing = قيد مفقود.
ledger-fault-altered = غُيِّر نصه أو وقته أو بصمته.
ledger-fault-rewritten = أُعيدت كتابته ببصمة مطابقة.
ledger-fault-cut = قُطع آخر السجل.
ledger-fault-added = أُضيفت قيود بعد نهاية السجل.
ledger-fault-head = غُيِّر السطر الذي يبيّن أين ينتهي السجل.
ledger-fault-nodes = غُيِّرت عقد الشجرة الداخلية المحفوظة.
ledger-fault-rebuilt = حالة موقّعة تناقض القيود: أُعيدت كتابتها من هنا أو مما بعده.
ledger-fault-persons = غُيِّرت القيم السرية التي تحمي الأشخاص في القيود.
ledger-fault-notes = غُيِّرت نقاط التحقق أو الشهود أو توقيعاتهم.
ledger-auditors = يقرأ المدققون القيود هنا دون محتواها.
ledger-entries = القيود
ledger-entries-lead = ما الذي فُعل ومتى ومن أي مؤسسة وعلى ماذا: أسماء أشياء وبصمات، لا محتوى ولا أشخاص.
ledger-entries-found = { $count ->
    [zero] لا قيود.
    [one] قيد واحد.
    [two] قيدان.
    [few] { $count } قيود.
    [many] { $count } قيداً.
   *[other] { $count } قيد.
}
ledger-entries-none = لا قيد يوافق ذلك.
ledger-export = تنزيل جميع القيود
ledger-filter-act = الفعل
ledger-filter-day = اليوم (بالتوقيت العالمي)
ledger-filter-institution = المؤسسة
ledger-filter-all = الكل
ledger-filter-do = اعرض
ledger-number = الرقم
ledger-when = متى (بالتوقيت العالمي)
ledger-act = الفعل
ledger-who = من
ledger-what = على ماذا، بالبصمة
ledger-nobody = لا أحد بعينه
ledger-entry = القيد { $number }
ledger-entry-text = نص القيد
ledger-entry-hash = بصمته:
ledger-proof = الإثبات
ledger-proven = { $count ->
    [zero] لا تشمله أي نقطة تحقق.
    [one] تشمله نقطة التحقق التي فيها قيد واحد.
    [two] تشمله نقطة التحقق التي فيها قيدان.
    [few] تشمله نقطة التحقق التي فيها { $count } قيود.
    [many] تشمله نقطة التحقق التي فيها { $count } قيداً.
   *[other] تشمله نقطة التحقق التي فيها { $count } قيد.
}
ledger-proof-how = في الملف القيد والمسار أدناه ونقطة التحقق، ويُتحقق منه في أي مكان بالأمر ⁦majlis ledger verify⁩.
ledger-proof-get = تنزيل الإثبات
ledger-not-covered = لا تشمله آخر نقطة تحقق بعد.
ledger-not-covered-todo = ستشمله النقطة التالية خلال ساعة.
ledger-path = المسار من القيد إلى الجذر
ledger-path-none = القيد وحده في شجرته، فهو جذرها.
