# كلمات تصلها العروض بالأسماء والتواريخ.

language-name = العربية
language-called = { $tag ->
        [ar] العربية
        [en] الإنجليزية
       *[other] { $name }
    }
indexes = الفهارس
published-by = الناشر: { $name }
license-label = ترخيص المحتوى:
mentioned-in = ورد ذكره في
cite-full = { $publisher }، «{ $title }»، { $site }، آخر تحديث: { $date }، { $address }
cite-undated = { $publisher }، «{ $title }»، { $site }، { $address }
cite-anonymous = «{ $title }»، { $site }، آخر تحديث: { $date }، { $address }
cite-anonymous-undated = «{ $title }»، { $site }، { $address }
cite-apa = { $publisher }. ({ $date }). { $title }. { $site }. { $address }
cite-apa-anonymous = { $title }. ({ $date }). { $site }. { $address }
cite-no-date = د.ت.
cite-date-month = { $year }، { $month }
cite-date-day = { $year }، { $day } { $month }
cite-institutional = صيغة مؤسسية
cite-academic = صيغة APA
cite-as = مرجع بصيغة { $form }
cite-version = بصمة المحتوى
years-description = الصفحات والسجلات المؤرخة مرتبة بحسب السنة
table-numbered = الجدول { $number }
term-definition = تعريف «{ $term }»
terms-tbx = المصطلحات كلها بصيغة TBX لأدوات الترجمة
terms-csv = الصيغ كلها في جدول بصيغة CSV

read-both = قراءة باللغتين
read-all = قراءة بجميع اللغات
read-alone = اقرأها باللغة { $language } وحدها
not-translated = هذا الجزء غير مترجم
passage-link = رابط المقطع { $number }
as-it-stood = كما كانت في
today = اليوم
