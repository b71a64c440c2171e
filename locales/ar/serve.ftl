# المعاينة: في سطر الأوامر، وفوق صفحة فيها أخطاء، وفي قائمة الصفحات.

serve-listening = المعاينة:
serve-list-at = جميع الصفحات والملاحظات:
serve-stop = للإنهاء اضغط Ctrl-C
serve-port-instead = المنفذ { $port } مشغول، وسيُستعمل أول منفذ متاح بعده
serve-port-taken = المنفذ { $port } يشغله برنامج آخر
serve-port-free = المنفذ { $port } متاح: `--port { $port }`
serve-port-closed = يتعذر فتح أي منفذ: { $reason }
serve-bad-port = `{ $value }` ليس رقم منفذ؛ اكتب عددًا من 0 إلى 65535
serve-bad-host = `{ $value }` ليس عنوانًا خاصًا بهذا الجهاز؛ ولا تُعرض المعاينة إلا على 127.0.0.1 أو ::1
serve-not-watched = تتعذر متابعة ما يتغير في المجلد: { $reason }
serve-rendered = أُعدّ من جديد: { $pages }؛ وبقي على حاله: { $kept }؛ المدة: { $ms } ملي ثانية
serve-mended = لم يعد شيء يمنع النشر
serve-watching = في انتظار ما يتغير؛ للإنهاء اضغط Ctrl-C

serve-errors = { $count ->
    [zero] لا أخطاء تمنع نشر الموقع
    [one] خطأ واحد يمنع نشر الموقع
    [two] خطآن يمنعان نشر الموقع
    [few] { $count } أخطاء تمنع نشر الموقع
    [many] { $count } خطأً تمنع نشر الموقع
   *[other] { $count } خطأ تمنع نشر الموقع
}
serve-last-good = والمعروض في الصفحة آخر نسخة خالية من الأخطاء.
serve-close = إخفاء
serve-all-pages = جميع الصفحات والملاحظات
serve-nothing-yet = لا يوجد موقع لعرضه بعد، وسيظهر هنا حالما تُصحَّح الأخطاء.

serve-title = المعاينة
serve-site = إلى الموقع
serve-found = الملاحظات
serve-found-nothing = لا ملاحظات.
serve-pages = الصفحات
serve-path = المسار
serve-present = منشورة
serve-draft = مسودة
serve-missing = غير موجودة
