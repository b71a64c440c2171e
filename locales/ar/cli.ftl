# سطر الأوامر: المساعدة، وسوء الاستعمال، وتمام العمل.

cli-about = يبني قاعدة معارف ثنائية اللغة من ملفات Markdown وYAML، ويدقّقها، ويُخرجها موقعًا ساكنًا بلغاته كلها.
cli-usage = الاستعمال
cli-commands = الأوامر
cli-arguments = المُدخلات
cli-options = الخيارات
cli-exit-codes = رموز الخروج: 0 تمّ العمل، 1 أخطاء في المحتوى أو الأنواع أو نصوص الواجهة أو القالب، 2 سوء استعمال أو عطل في الجهاز.

cli-command-build = يدقّق الموقع وينشره
cli-command-serve = يعرض الموقع أثناء تحريره، على هذا الجهاز وحده
cli-command-check = يدقّق الموقع ولا ينشره
cli-command-explain = يشرح رمزًا ورد في تقرير، أو يسرد الرموز كلها
cli-command-help = يعرض هذه المساعدة أو مساعدة أمر بعينه

cli-argument-code = الرمز كما يرد بين قوسين في التقرير: `link/no-target`
cli-argument-command = الأمر

cli-option-site = مجلد الموقع؛ وهو المجلد الحالي ما لم يُذكر
cli-option-out = مجلد الموقع المنشور؛ وهو `public` في مجلد الموقع ما لم يُذكر
cli-option-adopt = النشر في مجلد فيه ملفات أخرى
cli-option-cache = مجلد الذاكرة المؤقتة؛ وهو مجلد المستخدم ما لم يُذكر
cli-option-no-cache = إنشاء كل شيء من جديد
cli-option-base = العنوان الذي يُنشر الموقع تحته، بدلًا من `base` في `site.yaml`
cli-option-date = تاريخ اليوم، لقواعد المُهل
cli-option-drafts = نشر المسودات أيضًا
cli-option-strict = عدّ التحذيرات أخطاء
cli-option-jobs = عدد خيوط التنفيذ
cli-option-timings = عرض مدة كل مرحلة
cli-option-port = منفذ المعاينة؛ وهو 4747 ما لم يُذكر، أو أول منفذ متاح بعده
cli-option-host = العنوان الذي تُعرض عليه المعاينة: 127.0.0.1 أو ::1
cli-option-watch = إعادة التدقيق بعد كل تغيير
cli-option-format = صيغة التقرير
cli-option-lang = لغة الرسائل
cli-option-help = عرض المساعدة
cli-option-version = عرض رقم الإصدار

cli-unknown-command = لا يوجد أمر اسمه `{ $command }`
cli-unknown-argument = لا محل هنا للخيار `{ $option }`
cli-missing-value = يحتاج `{ $option }` إلى قيمة
cli-bad-value = لا يقبل `{ $option }` القيمة `{ $value }`؛ والمقبول: { $known }
cli-repeated = تكرر `{ $option }`
cli-conflict = لا يجتمع `{ $option }` و`{ $other }`
cli-wrong-use = تتعذر قراءة المُدخلات: { $option }
cli-bad-date = `{ $value }` ليس يومًا؛ اكتبه على هذه الصورة: 2014-09-07
cli-bad-epoch = `{ $value }` في SOURCE_DATE_EPOCH ليس عدد ثوانٍ منذ عام 1970
cli-bad-jobs = `{ $value }` ليس عدد خيوط؛ اكتب عددًا من 1 فصاعدًا
cli-bad-base = `{ $value }` ليس عنوانًا؛ اكتبه على هذه الصورة: https://example.org/kb/
cli-did-you-mean = لعلك تقصد `{ $near }`
cli-see-help = يعرض `{ $command }` ما هو متاح

cli-unknown-code = لا يوجد رمز اسمه `{ $code }`
cli-near-codes = رموز قريبة منه: { $known }
cli-all-codes = يسرد `tashawur explain` الرموز كلها

cli-pages = { $count ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}
cli-built = نُشر في `{ $out }`: { $pages }
cli-checked = لا شيء يمنع النشر
cli-internal = عطل في هذا البرنامج: { $reason }؛ لم يُنشر شيء وبقي الموقع السابق كما هو

cli-timings-stage = المرحلة
cli-timings-items = العدد
cli-timings-total = المجموع
cli-stage-load = القراءة
cli-stage-parse = التحليل
cli-stage-resolve = الربط
cli-stage-check = التدقيق
cli-stage-view = الإعداد
cli-stage-render = التصيير
cli-stage-outputs = المخرجات
cli-stage-write = الكتابة

cli-area-build = البناء
cli-area-file = الملفات
cli-area-kind = الأنواع
cli-area-link = الروابط
cli-area-locale = رسائل الموقع الخاصة
cli-area-markdown = نصوص Markdown
cli-area-page = الصفحات
cli-area-record = السجلات
cli-area-site = ملف site.yaml
cli-area-text = المحارف
cli-area-theme = القالب
cli-area-yaml = صياغة YAML

cli-waiting = يعمل بناء آخر على مجلد الإخراج نفسه، وننتظر انتهاءه
cli-working = العمل جارٍ
