# Report
language-name = العربية
choose-language = اللغة
show-as-table = عرض على شكل جدول
hidden-cell = محجوب
basis = ما تستند إليه هذه النتيجة
basis-analysis = التحليل
basis-seed = بذرة العشوائية
more-rows = { $count ->
    [zero] ولا أسطر أخرى في ملف JSON أو في التقرير
    [one] وسطر واحد آخر في ملف JSON أو في التقرير
    [two] وسطران آخران في ملف JSON أو في التقرير
    [few] و{ $count } أسطر أخرى في ملف JSON أو في التقرير
    [many] و{ $count } سطرا آخر في ملف JSON أو في التقرير
   *[other] و{ $count } سطر آخر في ملف JSON أو في التقرير
}
more-findings = { $count ->
    [zero] لا نتائج أخرى
    [one] نتيجة واحدة أخرى
    [two] نتيجتان أخريان
    [few] { $count } نتائج أخرى
    [many] { $count } نتيجة أخرى
   *[other] { $count } نتيجة أخرى
}
stage-read = قراءة الملفات
