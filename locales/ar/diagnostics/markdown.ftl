# نصوص ماركداون.

markdown-raw-html = لا تُنقل وسوم HTML مثل `{ $html }` إلى الصفحة؛ استعمل ماركداون بدلًا منها
    .hint-escape = لإظهارها كما كُتبت ضع شرطة مائلة عكسية قبل `<`
    .hint-comment = سيظهر التعليق للقراء؛ احذفه أو احفظ ملاحظتك خارج النص
markdown-unsafe-scheme = لا يُسمح بروابط `{ $scheme }:`؛ اربط بصفحة من الموقع أو بعنوان على الشبكة
    .hint-allowed = المسموح به `http` و`https` و`mailto` و`tel`؛ والمسار الذي فيه نقطتان يُكتب قبله `./`
markdown-duplicate-id = أُعطي المعرّف `{ $id }` مرتين في هذا النص؛ سمّ الثاني باسم آخر
    .label-first = أُعطي هنا أولًا
markdown-bad-id = لا يصلح `{ $id }` معرّفًا؛ استعمل حروفًا لاتينية صغيرة وأرقامًا وواصلات بينها
    .hint-near = اكتب `{ $near }`
markdown-no-footnote = لا حاشية باسم `{ $name }`؛ أضف `[^{ $name }]: …` أو صحّح الاسم
    .hint-near = هل تقصد `{ $near }`؟
markdown-unused-footnote = لا يشير شيء في النص إلى الحاشية `{ $name }` فلن تظهر؛ أشر إليها أو احذفها
markdown-missing-alt = ليس للصورة نص بديل؛ اكتب بين القوسين المعقوفين ما تُظهره
    .hint-decorative = الصورة التي لا تقول شيئًا تُتبع بعلامة `{"{"}.decorative{"}"}` من غير مسافة
markdown-empty-target = لا يؤدي الرابط إلى شيء؛ اكتب عنوانه بين القوسين
markdown-no-reference = يحيل الرابط إلى `{ $name }` وهو غير معرّف؛ أضف `[{ $name }]: العنوان` أو صحّح الاسم
    .hint-near = هل تقصد `{ $near }`؟
markdown-empty-link = ليس للرابط كلام؛ اكتب بين القوسين المعقوفين إلى أين يؤدي
markdown-skipped-level = عنوان من المستوى { $level } في موضع يلي فيه المستوى { $expected }؛ فتسلسل المستويات يعين من يستمع إلى الصفحة
markdown-empty-heading = ليس للعنوان كلام؛ اكتبه أو احذف العنوان
markdown-limit = يتجاوز النص الحد { $limit }؛ قسّمه أو قلّل تداخله
markdown-bad-attribute = لا معنى هنا لـ `{ $attribute }`
    .hint-allowed = المسموح به `#id` و`.class` و`lang=tag`
    .hint-block = أعط كل فقرة معرّفًا واحدًا في آخرها، أو في سطر وحده تحت الجدول أو الشيفرة أو الاقتباس
    .hint-span = الكلام بين القوسين المعقوفين يقبل `.class` و`lang=tag`؛ أما المعرّف فللعنوان أو الفقرة
    .hint-image = لا تقبل الصورة إلا `.decorative`
    .hint-place = لا يقبل الرابط صفات؛ ضع مسافة قبل القوس إن كانت للفقرة
