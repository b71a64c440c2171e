# محارف في النصوص أيًّا كان نوعها.

text-bidi-override = المحرف { $character } يقلب اتجاه ما بعده؛ احذفه، فالاتجاهات تُضبط تلقائيًا
text-unbalanced-isolate = المحرف { $character } لا نظير له في هذه الفقرة؛ احذفه، فالاتجاهات تُضبط تلقائيًا
text-zero-width = المحرف الخفي { $character } يقطع كلمة؛ احذفه
text-direction-mark = علامة الاتجاه الخفية { $character } لا حاجة إليها؛ احذفها
text-presentation-form = الحرف `{ $character }` شكل مخصص للعرض؛ اكتب الحروف المعتادة
    .hint-near = اكتب `{ $near }`
text-tatweel = التطويل يمدّ الكلمة ويعوق البحث؛ احذفه
    .hint-join = قبل كلمة من كتابة أخرى أو بين علامتي تنصيص تُكتب الأداة من دون تطويل
text-mixed-digits = العدد `{ $number }` يخلط بين نوعين من الأرقام؛ اكتبه بنوع واحد
    .hint-near = اكتب `{ $near }`
text-digit-families = في هذا النص نوعان من الأرقام، والعدد `{ $number }` من أقلهما؛ اكتب الأعداد كلها بنوع واحد
    .hint-near = اكتب `{ $near }`
text-iso-date = التاريخ `{ $date }` مكتوب بصيغة الحاسوب داخل نص عربي؛ اكتبه بالكلمات
    .hint-near = اكتب `{ $near }`
