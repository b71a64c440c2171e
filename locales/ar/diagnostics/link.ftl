# الروابط بين النصوص والسجلات.

link-no-target = لا شيء في `{ $target }`؛ صحّح الرابط أو أضف ما يؤدي إليه
    .hint-near = هل تقصد `{ $near }`؟
link-no-fragment = ليس في الصفحة `{ $target }` موضع باسم `{ $fragment }`؛ أعط العنوان هذا المعرّف أو صحّح الرابط
    .hint-near = هل تقصد `{ $near }`؟
link-ambiguous = عدة صفحات تقابل `{ $target }`: { $known }
    .hint-path = اكتب المسار قبل المفتاح، مثل `[[mandates/resolution-7833]]`
link-draft-target = الصفحة `{ $target }` مسودة لن تُنشر؛ احذف الرابط أو انشر المسودة
link-outside = الرابط `{ $target }` يخرج من مجلد الموقع؛ انقل الملف إليه
link-no-translation = لا صفحة باللغة `{ $lang }` لما يشير إليه `{ $target }`؛ فالرابط يؤدي إلى لغة أخرى
link-remote-image = الصورة `{ $target }` في موقع آخر سيتصل به جهاز القارئ؛ انسخها إلى جانب النص
link-output-address = العنوان `{ $target }` من عناوين الموقع المنشور؛ اربط بالملف المصدري
    .hint-near = اكتب `{ $near }`
