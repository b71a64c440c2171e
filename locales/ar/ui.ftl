# كلمات الواجهة. لكل رسالة مقابل إنجليزي بالمتغيرات نفسها، وإلا لم يُبنَ البرنامج.
# مرتبة بحسب مواضع ظهورها.

## كل صفحة: المعالم والتنقل

skip-to-content = انتقل إلى المحتوى
main-navigation = التنقل الرئيسي
menu = القائمة
home = الرئيسية
breadcrumbs = موقعك الآن
on-this-page = في هذه الصفحة
language-switch = اللغة
other-language = لغات أخرى
translation-missing = هذه الصفحة غير متاحة باللغة { $language }
read-in = اقرأها باللغة { $language }
back-to-top = العودة إلى الأعلى
previous = السابق
next = التالي
previous-page = السابق: { $title }
next-page = التالي: { $title }
pagination = الصفحات
page-number = الصفحة { $number } من { $total }
section-pages = في هذا القسم
print = اطبع هذه الصفحة
feed = خلاصة المستجدات
close = إغلاق
show-more = عرض المزيد
external-link = رابط خارجي
opens-file = ملف، { $type }

## البحث

search = البحث
search-label = ابحث في هذا الموقع
search-placeholder = كلمة أو رقم
search-button = ابحث
search-title = البحث
search-no-script = يحتاج البحث إلى تشغيل جافا سكريبت، ويمكن الوصول إلى كل الصفحات من الفهرس من دونه.
search-empty = اكتب كلمة أو أكثر
search-none = لا نتائج للبحث عن «{ $query }»
search-suggestion = هل تقصد { $query }؟
search-results =
    { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
search-all-kinds = الكل
search-loading = جارٍ البحث
search-failed = تعذّر تحميل بيانات البحث

## الفهارس والقوائم

index = الفهرس الألفبائي
index-description = جميع الصفحات والسجلات مرتبة بحسب الحروف
by-year = بحسب السنة
by-kind = بحسب النوع
all-of-kind = الكل: { $kind }
sections = الأقسام
letters = الحروف
years = السنوات
undated = بلا تاريخ
filter = تصفية
filter-clear = إلغاء التصفية
list-empty = لا شيء هنا بعد
count-pages =
    { $count ->
        [zero] لا صفحات
        [one] صفحة واحدة
        [two] صفحتان
        [few] { $count } صفحات
        [many] { $count } صفحة
       *[other] { $count } صفحة
    }
count-records =
    { $count ->
        [zero] لا سجلات
        [one] سجل واحد
        [two] سجلان
        [few] { $count } سجلات
        [many] { $count } سجلًا
       *[other] { $count } سجل
    }
count-entries =
    { $count ->
        [zero] لا مداخل
        [one] مدخل واحد
        [two] مدخلان
        [few] { $count } مداخل
        [many] { $count } مدخلًا
       *[other] { $count } مدخل
    }
count-sources =
    { $count ->
        [zero] لا مصادر
        [one] مصدر واحد
        [two] مصدران
        [few] { $count } مصادر
        [many] { $count } مصدرًا
       *[other] { $count } مصدر
    }
latest = أحدث المستجدات
overview = نظرة عامة

## صفحات السجلات

facts = بيانات أساسية
relations = الصلات
sources = المصادر
source = المصدر
# رقم يلي معلومة ويقود إلى مصدرها.
source-mark = المصدر { $number }: { $title }
evidence = درجة الإثبات
note = ملاحظة
details = التفاصيل
field = البيان
value = القيمة
valid-from = منذ { $date }
valid-until = حتى { $date }
valid-between = من { $from } حتى { $until }
valid-at-date = في تاريخ هذه الصفحة
called-today = يُسمى اليوم { $name }
formerly = سابقًا: { $name }
no-longer-in-use = لم يعد مستعملًا
current = الحالي
yes = نعم
no = لا
unknown = غير معروف
not-stated = غير مذكور
cited-by = ورد ذكره في
see-also = انظر أيضًا
permanent-address = العنوان الدائم
copy-address = انسخ العنوان
copied = نُسخ
text-quoted = منقول كما ورد
sources-disagree = تختلف المصادر
according-to = بحسب { $source }

## النصوص

heading-link = رابط إلى «{ $title }»
footnotes = الحواشي
footnote = الحاشية { $number }
footnote-back = العودة إلى النص
footnote-back-nth = العودة إلى النص، الإحالة { $number }
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تنبيه
alert-caution = تحذير
task-done = منجز
task-open = غير منجز
table-region = جدول يُمرَّر أفقيًا
table-named = جدول: { $title }
code-region = شيفرة تُمرَّر أفقيًا
figure = شكل
draft = مسودة
draft-notice = هذه الصفحة مسودة وقد تتغير
fallback-notice = هذا الجزء غير متاح بالعربية، وهو معروض هنا باللغة { $language }.
fallback-page = هذه الصفحة غير متاحة بالعربية، ونصها معروض هنا باللغة { $language }.
read-here = اقرأها في صفحتها بالعربية
stale-notice = قد لا يواكب ما يلي آخر تعديل للنص المقابل.
stale-link = اقرأه باللغة { $language }

## حالة الترجمات

parity-title = حالة الترجمات
parity-about = تُنشر صفحات هذا الموقع بلغاته كلها. ويبيّن هذا الجدول ما تتطابق لغاته، وما عُدّل في لغة ولم تواكبه الأخرى بعد، وما لم يُترجم كله.
parity-section = القسم
parity-pages = الصفحات
parity-complete = مكتملة
parity-stale = متأخرة
parity-missing = ناقصة
parity-unaccepted = قيد المراجعة
parity-total = الموقع كله
parity-open = صفحات لم تكتمل
parity-all-complete = لغات الموقع متطابقة في صفحاته كلها.
parity-stale-in = متأخرة باللغة { $language }
parity-missing-in = ناقصة باللغة { $language }
parity-unaccepted-in = قيد المراجعة باللغة { $language }


## التذييل

updated = آخر تحديث
published = تاريخ النشر
version = الإصدار
version-of = الإصدار { $version }
licence = الترخيص
cite = كيفية الاستشهاد بهذه الصفحة
contact = للتواصل
about-site = عن الموقع
data = البيانات
data-json = هذا السجل بصيغة JSON
accessibility = إتاحة الوصول
source-of-site = الملفات المصدرية للموقع
report-mistake = الإبلاغ عن خطأ
made-with = أُنشئ باستخدام { $program }
contents = المحتويات

## الصفحة غير الموجودة وصفحة الجذر وصفحات التحويل

not-found-title = الصفحة غير موجودة
not-found-text = لا توجد صفحة في هذا العنوان. لعلها نُقلت، أو لعل في كتابة العنوان خطأ.
not-found-home = إلى الصفحة الرئيسية
not-found-index = ابحث عنها في الفهرس
choose-language = اختر اللغة
moved-title = انتقلت هذه الصفحة
moved-text = عنوانها الآن { $address }
neutral-title = { $title }
neutral-text = هذا العنوان يدل على السجل في جميع اللغات

## التواريخ

date-year = { $year }
date-quarter =
    { $quarter ->
        [1] الربع الأول من عام { $year }
        [2] الربع الثاني من عام { $year }
        [3] الربع الثالث من عام { $year }
       *[other] الربع الرابع من عام { $year }
    }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-day-of-month = { $day } { $month }
date-days-next = { $first } و{ $last }
date-days = { $first }–{ $last }
date-years = { $first }–{ $last }
date-span = { $start } – { $end }
date-approximate = نحو { $date }
date-uncertain = { $date } (غير مؤكد)
# اليوم نفسه بالتقويم الهجري، بعد الميلادي.
date-hijri = الموافق { $date } هـ
