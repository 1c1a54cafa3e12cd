analysis-opinion-map = خريطة الآراء

stage-order = ترتيب الأصوات
stage-factors = تحديد مواقع الأشخاص بحسب تقارب أصواتهم
stage-null = هل هناك أكثر من مجموعة؟
stage-stability = سحب المشاركين من جديد لمعرفة هل تعود المجموعات
stage-places = تحديد موقع كل شخص والعدّ
stage-polis = حساب المجموعات على طريقة Polis
stage-agreement = حساب الموافقة

group-name = المجموعة { $id ->
    [zero] -
    [one] أ
    [two] ب
    [3] ج
    [4] د
    [5] هـ
    [6] و
    [7] ز
    [few] ح
    [many] ح
   *[other] ح
}
group-size = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصا
   *[other] { $count } شخص
}

finding-opinion-nothing = عدد المصوّتين أقل من أن يُعرض أي شيء عنهم.
finding-opinion-groups = { $groups ->
    [zero] لا تتمايز أي مجموعة رأي.
    [one] تتمايز مجموعة رأي واحدة.
    [two] تتمايز مجموعتا رأي.
    [few] تتمايز { $groups } مجموعات رأي.
    [many] تتمايز { $groups } مجموعة رأي.
   *[other] تتمايز { $groups } مجموعة رأي.
}
finding-opinion-polis = { $groups ->
    [zero] لا تجد طريقة Polis في الحساب أي مجموعة.
    [one] تجد طريقة Polis في الحساب مجموعة واحدة.
    [two] تجد طريقة Polis في الحساب مجموعتين.
    [few] تجد طريقة Polis في الحساب { $groups } مجموعات.
    [many] تجد طريقة Polis في الحساب { $groups } مجموعة.
   *[other] تجد طريقة Polis في الحساب { $groups } مجموعة.
} وهي تجد مجموعات في أي أصوات كانت؛ ولم يُتحقق من أنها ليست وليدة المصادفة، ولا من أنها ستعود لو سُحب المشاركون من جديد.
finding-opinion-no-groups = { $reason ->
    [one_population] لا تتمايز مجموعات رأي منفصلة: فتوزيع واحد للآراء يفسر الأصوات بالقدر نفسه. والموافقة معروضة للجميع معا.
    [unstable] لم تُوجد مجموعات رأي مستقرة: فسحب المشاركين من جديد يعطي مجموعات أخرى. والموافقة معروضة للجميع معا.
    [alike] صوّت الجميع بالطريقة نفسها، فلا مجموعات رأي.
    [small] المجموعات التي تظهر أصغر من أن تُعرض. والموافقة معروضة للجميع معا.
   *[other] عدد من صوّتوا بما يكفي أقل من أن يُبحث عن مجموعات. والموافقة معروضة للجميع معا.
}
finding-opinion-majorities = { $majorities ->
    [zero] لا تحظى أي عبارة
    [one] تحظى عبارة واحدة من أصل { $statements }
    [two] تحظى عبارتان من أصل { $statements }
    [few] تحظى { $majorities } عبارات من أصل { $statements }
    [many] تحظى { $majorities } عبارة من أصل { $statements }
   *[other] تحظى { $majorities } عبارة من أصل { $statements }
} { $groups ->
    [zero] بأغلبية مؤكدة.
    [one] بأغلبية مؤكدة.
    [two] بأغلبية مؤكدة داخل كلتا المجموعتين.
    [few] بأغلبية مؤكدة داخل كل مجموعة.
    [many] بأغلبية مؤكدة داخل كل مجموعة.
   *[other] بأغلبية مؤكدة داخل كل مجموعة.
}
finding-opinion-consensus = { $groups ->
    [zero] «{ $statement }»: نسبة الموافقين { NUMBER($share, style: "percent", maximumFractionDigits: 0) }.
    [one] «{ $statement }»: نسبة الموافقين { NUMBER($share, style: "percent", maximumFractionDigits: 0) }.
    [two] «{ $statement }»: نسبة الموافقين { NUMBER($share, style: "percent", maximumFractionDigits: 0) } في أقل المجموعتين موافقة.
    [few] «{ $statement }»: نسبة الموافقين { NUMBER($share, style: "percent", maximumFractionDigits: 0) } في أقل المجموعات موافقة.
    [many] «{ $statement }»: نسبة الموافقين { NUMBER($share, style: "percent", maximumFractionDigits: 0) } في أقل المجموعات موافقة.
   *[other] «{ $statement }»: نسبة الموافقين { NUMBER($share, style: "percent", maximumFractionDigits: 0) } في أقل المجموعات موافقة.
}
finding-opinion-dividing = «{ $statement }» عبارة خلافية: نسبة الموافقين { NUMBER($more, style: "percent", maximumFractionDigits: 0) } في المجموعة { $first ->
    [zero] -
    [one] أ
    [two] ب
    [3] ج
    [4] د
    [5] هـ
    [6] و
    [7] ز
    [few] ح
    [many] ح
   *[other] ح
} و{ NUMBER($less, style: "percent", maximumFractionDigits: 0) } في المجموعة { $second ->
    [zero] -
    [one] أ
    [two] ب
    [3] ج
    [4] د
    [5] هـ
    [6] و
    [7] ز
    [few] ح
    [many] ح
   *[other] ح
}.
finding-opinion-sure = { $groups ->
    [zero] لا مجموعات لإعادتها،
    [one] عادت المجموعة
    [two] عادت المجموعتان معا
    [few] عادت المجموعات { $groups } كلها
    [many] عادت المجموعات { $groups } كلها
   *[other] عادت المجموعات { $groups } كلها
} في { $back } من { $resamples } من عمليات إعادة السحب. { $whole ->
    [yes] وكل سحب من جميع من حُدد موقعهم.
   *[other] وكل سحب من { $people } ممن حُدد موقعهم، اختيروا عشوائيا.
}
finding-opinion-number = في تسعة من كل عشرة سحوبات جديدة يتراوح عدد المجموعات بين { $low } و{ $high }.
finding-opinion-placed = { $people ->
    [zero] حُدد موقع كل من صوّتوا، وعددهم { $voted }.
    [one] حُدد موقع { $placed } من أصل { $voted } صوّتوا؛ وشخص واحد خارج المجموعات.
    [two] حُدد موقع { $placed } من أصل { $voted } صوّتوا؛ وشخصان خارج المجموعات.
    [few] حُدد موقع { $placed } من أصل { $voted } صوّتوا؛ و{ $people } أشخاص خارج المجموعات، ومعظمهم لأنهم صوّتوا على أقل من { $least } من هذه العبارات.
    [many] حُدد موقع { $placed } من أصل { $voted } صوّتوا؛ و{ $people } شخصا خارج المجموعات، ومعظمهم لأنهم صوّتوا على أقل من { $least } من هذه العبارات.
   *[other] حُدد موقع { $placed } من أصل { $voted } صوّتوا؛ و{ $people } شخص خارج المجموعات، ومعظمهم لأنهم صوّتوا على أقل من { $least } من هذه العبارات.
}
finding-opinion-hidden = { $statements ->
    [zero] تكفي الأصوات لمقارنة المجموعات في كل العبارات.
    [one] عبارة واحدة أصواتها في إحدى المجموعات أقل من أن تُقارن المجموعات فيها.
    [two] عبارتان أصواتهما في إحدى المجموعات أقل من أن تُقارن المجموعات فيهما.
    [few] { $statements } عبارات أصواتها في إحدى المجموعات أقل من أن تُقارن المجموعات فيها.
    [many] { $statements } عبارة أصواتها في إحدى المجموعات أقل من أن تُقارن المجموعات فيها.
   *[other] { $statements } عبارة أصواتها في إحدى المجموعات أقل من أن تُقارن المجموعات فيها.
}
finding-opinion-moderated = { $statements ->
    [zero] لم يسحب الإشراف أي عبارة.
    [one] سحب الإشراف عبارة واحدة.
    [two] سحب الإشراف عبارتين.
    [few] سحب الإشراف { $statements } عبارات.
    [many] سحب الإشراف { $statements } عبارة.
   *[other] سحب الإشراف { $statements } عبارة.
}
finding-opinion-same-text = { $statements ->
    [zero] لا تتطابق نصوص أي عبارات.
    [one] عبارة واحدة يطابق نصها نص غيرها.
    [two] عبارتان متطابقتا النص؛ وتُحسب كل منهما على حدة.
    [few] { $statements } عبارات تتطابق نصوصها مع غيرها؛ وتُحسب كل منها على حدة.
    [many] { $statements } عبارة تتطابق نصوصها مع غيرها؛ وتُحسب كل منها على حدة.
   *[other] { $statements } عبارة تتطابق نصوصها مع غيرها؛ وتُحسب كل منها على حدة.
}

chart-groups = الأشخاص بحسب تقارب أصواتهم
chart-groups-caption = نقطة لكل شخص تقريبا، مسحوبة من { $groups ->
    [zero] انتشار الجميع
    [one] انتشار الجميع
    [two] انتشار كل مجموعة
    [few] انتشار كل مجموعة
    [many] انتشار كل مجموعة
   *[other] انتشار كل مجموعة
}، فلا تمثل أي نقطة شخصا بعينه. والحلقة تضم { $groups ->
    [zero] المركز
    [one] المركز
    [two] مركز المجموعة
    [few] مركز المجموعة
    [many] مركز المجموعة
   *[other] مركز المجموعة
} باحتمال 90 ٪.
chart-groups-alternative = { $count ->
    [zero] لا توجد نقط.
    [one] سحابة نقط واحدة.
    [two] سحابتا نقط، سحابة لكل مجموعة؛ والجدول أدناه يعطي حجميهما.
    [few] { $count } سحب من النقط، سحابة لكل مجموعة؛ والجدول أدناه يعطي أحجامها.
    [many] { $count } سحابة من النقط، سحابة لكل مجموعة؛ والجدول أدناه يعطي أحجامها.
   *[other] { $count } سحابة من النقط، سحابة لكل مجموعة؛ والجدول أدناه يعطي أحجامها.
}
chart-statements = { $groups ->
    [zero] من الاعتراض إلى الموافقة
    [one] من الاعتراض إلى الموافقة
    [two] من الخلاف إلى التوافق
    [few] من الخلاف إلى التوافق
    [many] من الخلاف إلى التوافق
   *[other] من الخلاف إلى التوافق
}
chart-statements-caption = { $count ->
    [zero] لا عبارات
    [one] عبارة واحدة
    [two] عبارتان
    [few] { $count } عبارات
    [many] { $count } عبارة
   *[other] { $count } عبارة
}، بحسب نسبة الموافقين { $groups ->
    [zero] جميعا
    [one] جميعا
    [two] في أقل المجموعتين موافقة
    [few] في أقل المجموعات موافقة
    [many] في أقل المجموعات موافقة
   *[other] في أقل المجموعات موافقة
}. الدوائر: أكثر من النصف على نحو مؤكد. المربعات: أقل من النصف على نحو مؤكد. المعيّنات: غير مؤكد.
chart-statements-alternative = { $count ->
    [zero] لا نقط
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $count } نقط
    [many] { $count } نقطة
   *[other] { $count } نقطة
}، نقطة لكل عبارة، من 0 إلى 100 ٪ موافقة في أقل المجموعات موافقة؛ والجدول أدناه يسردها.
axis-agreement = { $groups ->
    [zero] نسبة الموافقة، ٪
    [one] نسبة الموافقة، ٪
    [two] نسبة الموافقة في أقل المجموعتين موافقة، ٪
    [few] نسبة الموافقة في أقل المجموعات موافقة، ٪
    [many] نسبة الموافقة في أقل المجموعات موافقة، ٪
   *[other] نسبة الموافقة في أقل المجموعات موافقة، ٪
}

table-groups = المجموعات
table-ranking = { $groups ->
    [zero] العبارات بحسب نسبة الموافقة
    [one] العبارات بحسب نسبة الموافقة
    [two] العبارات بحسب الموافقة في أقل المجموعتين موافقة
    [few] العبارات بحسب الموافقة في أقل المجموعات موافقة
    [many] العبارات بحسب الموافقة في أقل المجموعات موافقة
   *[other] العبارات بحسب الموافقة في أقل المجموعات موافقة
}
everybody = كل من حُدد موقعهم
column-estimate = موافق، تقدير، ٪
table-statements = كل العبارات
column-group = المجموعة
column-people = الأشخاص
column-came-back = عادت، ٪
column-number = الرقم
column-statement = العبارة
column-votes = الأصوات
column-agree = موافق، ٪
column-disagree = غير موافق، ٪
column-pass = بدون رأي، ٪
column-expected = لو صوّت الجميع، ٪
column-least = أقل المجموعات موافقة، ٪
column-low = من
column-high = إلى
column-difference = أكبر فرق، نقط
column-bridging = درجة الجمع بين الآراء
hidden-note = { $least ->
    [zero] الخانات المحجوبة تستند إلى عدد قليل من الأشخاص.
    [one] الخانات المحجوبة تستند إلى أقل من شخص واحد.
    [two] الخانات المحجوبة تستند إلى أقل من شخصين في إحدى المجموعات، أو تكشف مثل هذا العدد بالطرح.
    [few] الخانات المحجوبة تستند إلى أقل من { $least } أشخاص في إحدى المجموعات، أو تكشف مثل هذا العدد بالطرح.
    [many] الخانات المحجوبة تستند إلى أقل من { $least } شخصا في إحدى المجموعات، أو تكشف مثل هذا العدد بالطرح.
   *[other] الخانات المحجوبة تستند إلى أقل من { $least } شخص في إحدى المجموعات، أو تكشف مثل هذا العدد بالطرح.
}
