addressee = الجهة الموجهة إليها

# What became of it
became-title = مآل التوصيات
became-lead = { $count ->
    [zero] لم يُعتمد شيء هنا بعد.
    [one] توصية واحدة معتمدة. هذا ما تفيد به الجهات المسؤولة عنها.
    [two] توصيتان معتمدتان. هذا ما تفيد به الجهات المسؤولة عنهما.
    [few] { $count } توصيات معتمدة. هذا ما تفيد به الجهات المسؤولة عنها.
    [many] { $count } توصية معتمدة. هذا ما تفيد به الجهات المسؤولة عنها.
   *[other] { $count } توصية معتمدة. هذا ما تفيد به الجهات المسؤولة عنها.
}
became-how-known = كيف عُرف ذلك
became-known-by-reports = كل حالة هي آخر ما أفادت به مؤسسة، مع الإثبات إن وُجد. وحيث تختلف المؤسسات تُعرض الإفادتان معًا.
became-done = منجزة مع الإثبات
became-in-progress = قيد التنفيذ
became-stalled = متوقفة
became-rejected = مرفوضة مع التعليل
became-disputed = إفادات متعارضة
became-silent = دون إفادة حتى الآن
became-count = { $what }: { $count }
became-overdue = تجاوزت أجلها
became-overdue-since = تجاوزت أجلها، { $date }
became-due = في أجل أقصاه { $date }
became-by-addressee = حسب الجهة الموجهة إليها
became-nobody-addressed = دون جهة موجهة إليها
became-none = لم يُعتمد شيء هنا بعد، فلا شيء يُتابع.
became-none-todo = حين تعتمد هيئة توصية ما، تُعرض هنا التعهدات والإفادات المتعلقة بها.
gathering-became = مآل توصيات الدورات السابقة
following-none = لم يتعهد أحد ولم يُفد بشيء بعد.
following-none-todo = بيّنوا ما ستفعله مؤسستكم، أو ما آل إليه الأمر.

# Pledges
pledges = التعهدات
pledge-make = تقديم تعهد
pledge-text = ما ستفعله مؤسستكم
pledge-office = باسم أي هيئة
pledge-due-on = الأجل
pledge-withdraw = سحب التعهد
pledge-withdraw-reason = سبب السحب
pledge-withdrawn = سُحب
pledge-overdue = تجاوز أجله
pledge-withdrawn-already = سبق سحب هذا التعهد.
may-pledge = لا يقدّم التعهدات إلا المنظمون والمديرون، باسم مؤسستهم، ولتوصية معتمدة سارية.
may-take-back = لا تسحب التعهد إلا المؤسسة التي قدّمته.

# Reports
report-make = الإفادة بما آل إليه الأمر
report-text = ما أُنجز، أو سبب عدم الإنجاز
report-status = الحالة
report-pledge = بشأن
report-on-the-recommendation = التوصية نفسها
report-on-pledge = بشأن التعهد:
report-as-of = حتى تاريخ
report-proof-help = الوثيقة التي تثبت ذلك. ودون وثيقة تبقى الإفادة كلام مؤسستكم وحدها، وتُبيّن الصفحة ذلك.
report-done-needs-proof = «منجزة مع الإثبات» تستلزم إثباتًا: اذكروا الوثيقة.
report-of-tomorrow = لا يجوز أن يكون تاريخ الإفادة لاحقًا لليوم.
report-of-another-pledge = الإفادة بشأن تعهد تصدر عن المؤسسة التي قدّمته.
report-status-unknown = تفيد المؤسسة بأن التوصية قيد التنفيذ أو منجزة أو متوقفة أو مرفوضة.
report-without-proof = كلام المؤسسة؛ لم تُذكر أي وثيقة.
report-earlier = { $count ->
    [zero] لا إفادات سابقة
    [one] إفادة سابقة واحدة
    [two] إفادتان سابقتان
    [few] { $count } إفادات سابقة
    [many] { $count } إفادة سابقة
   *[other] { $count } إفادة سابقة
}
report-withdraw = سحب الإفادة
may-report = تفيد بما آل إليه الأمر الجهةُ الموجهة إليها التوصية، ومن قدّم تعهدًا بشأنها، والمؤسسة التي اعتمدتها.
may-correct = لا تسحب الإفادة إلا المؤسسة التي قدّمتها.

# Taking over
carry-over = نقل التوصيات المفتوحة
carry-over-lead = اختاروا الاستراتيجية السابقة التي تُنقل منها التوصيات.
carry-over-from = من:
carry-over-which = التوصيات المراد نقلها بوصفها مشاريع
carry-over-do = نقلها بوصفها مشاريع
carry-over-none = لا توجد استراتيجية أخرى يحق لكم الاطلاع عليها وفيها توصيات معتمدة.
carry-over-none-todo = حين توجد، يمكن نقل توصياتها المفتوحة من هنا.

# On the desk and in the daily digest
pledge-due = تعهدكم، أجله { $date }
pledge-open = تعهدكم

# What was done
pledge-made = حُفظ تعهدكم.
pledge-taken-back = سُحب تعهدكم، ويبقى مقروءا مع السبب.
report-made = حُفظت إفادتكم.
report-taken-back = سُحبت إفادتكم.
taken-over = { $count ->
    [zero] لم تُنقل أي توصية.
    [one] نُقلت توصية واحدة كمسودة.
    [two] نُقلت توصيتان كمسودتين.
    [few] نُقلت { $count } توصيات كمسودات.
    [many] نُقلت { $count } توصية كمسودات.
   *[other] نُقلت { $count } توصية كمسودات.
}
