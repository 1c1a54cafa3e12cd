# الوثائق: ما تقوله الوثيقة عن نفسها
document-institution = المؤسسة
document-date = التاريخ
document-version = النسخة
document-handling = التداول
document-draft = مشروع
document-draft-notice = هذا مشروع وثيقة لم يُعتمد بعد، ولا يطلع عليه إلا أعضاء المؤسسة التي أعدته.
document-hidden = محجوب: { $reason }
document-note-method = المنهجية
document-note-warning = تنبيه
document-note-dissent = رأي مخالف
document-note-amber = تغيّر أحد المصادر منذ ذلك الحين
document-twin = الأرقام نفسها في جدول
