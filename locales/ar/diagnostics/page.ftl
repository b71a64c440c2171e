# الصفحات وعناوينها وترجماتها.

page-address-taken = العنوان `{ $address }` مستعمل؛ غيّر اسم أحد الملفين
    .label-first = استُعمل هنا أولًا
page-several-records = في هذا المجلد أكثر من سجل بالاسم `{ $key }`، فلا يُعرف لأيها هذا النص: { $known }؛ انقل أحدها مع نصه إلى مجلد آخر
    .label-first = أحدها
page-unused-key = لا أثر للمفتاح `{ $key }` في نص السجل؛ اكتبه في السجل نفسه
page-bad-key = لا يصلح `{ $key }` جزءًا من عنوان؛ استعمل الحروف اللاتينية الصغيرة والأرقام والشرطات بينها
    .hint-near = هل تقصد `{ $near }`؟
page-unknown-language = اسم الملف يذكر اللغة `{ $lang }`، وليست من لغات الموقع
    .hint-near = هل تقصد `{ $near }`؟
    .hint-known = لغات الموقع: { $known }
    .hint-missing = يُسمى النص `name.language.md`، مثل `about.ar.md`
page-missing-title = لا عنوان للصفحة؛ أضف `title:` في مقدمتها أو عنوانًا في أول النص
page-missing-translation = ينقص المقابل باللغة `{ $lang }`؛ اكتبه أو اجعل الترجمة اختيارية
    .hint-near = هل المقصود به `{ $near }`؟
page-untranslated = لا مقابل لهذه الصفحة باللغة `{ $lang }`
page-bad-alias = الاسم البديل `{ $alias }` لا يصلح عنوانًا يحوّل إلى هذه الصفحة
    .hint-form = اكتب العنوان القديم من دون اللغة، مثل `mandates/old-name`
    .hint-taken = لصفحة أخرى هذا العنوان؛ احذف الاسم البديل أو غيّر اسم الصفحة
    .label-first = تلك الصفحة
