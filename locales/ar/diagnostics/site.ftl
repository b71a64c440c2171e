# ملف site.yaml.

site-missing = لا يوجد الملف `content/site.yaml`، وبه يبدأ كل موقع
    .hint-near = يوجد ملف باسم قريب منه؛ سمّه `site.yaml` بحروف صغيرة وضعه في المجلد `content`
    .hint-init = تكفي ثلاثة أسطر: `title` و`languages` و`base`
site-bad-language = الرمز `{ $lang }` ليس رمز لغة؛ اكتب رمزًا مثل `ar` أو `en`
    .hint-duplicate = عُرّفت هذه اللغة مرتين؛ أبق سطرًا واحدًا
    .hint-reserved = هذا المجلد للعناوين الدائمة للسجلات؛ اكتب الوسم مع منطقته، مثل `id-id`
site-bad-base = القيمة `{ $base }` ليست عنوان موقع؛ اكتب العنوان كاملًا
    .hint-form = صورته `https://example.org/kb/`
    .hint-near = هل تقصد `{ $near }`؟
site-unknown-code = لا يمكن ضبط الفحص `{ $code }` هنا
    .hint-near = هل تقصد `{ $near }`؟
    .hint-fixed = من دون هذا الفحص يكون الموقع معطوبًا أو غير آمن، فهو خطأ دائمًا
site-no-target = المدخل `{ $target }` في قائمة التنقل لا يؤدي إلى صفحة ولا مجلد ولا نوع
    .hint-near = هل تقصد `{ $near }`؟
site-missing-language = ينقص `{ $key }` باللغة `{ $lang }`؛ أضفه، فالموقع يعرّف هذه اللغة
site-bad-choice = القيمة `{ $value }` غير مقبولة هنا
    .hint-near = هل تقصد `{ $near }`؟
    .hint-known = القيم المقبولة: { $known }
site-no-file = لا يوجد في المجلد `{ $folder }` ملف من النوع المناسب اسمه `{ $file }`
    .hint-near = هل تقصد `{ $near }`؟
