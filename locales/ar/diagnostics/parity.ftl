# نصفا النص أو السجل حين يختلفان في المضمون.

parity-block-missing =
    { $count ->
        [zero] لكل كتلة مقابل باللغة `{ $lang }`
        [one] { $what } هنا بلا مقابل باللغة `{ $lang }`؛ أضف المقابل هناك أو احذف الأصل هنا
        [two] من هنا كتلتان بلا مقابل باللغة `{ $lang }`؛ ترجمهما هناك أو احذفهما هنا
        [few] من هنا { $count } كتل بلا مقابل باللغة `{ $lang }`؛ ترجمها هناك أو احذفها هنا
        [many] من هنا { $count } كتلة بلا مقابل باللغة `{ $lang }`؛ ترجمها هناك أو احذفها هنا
       *[other] من هنا { $count } كتلة بلا مقابل باللغة `{ $lang }`؛ ترجمها هناك أو احذفها هنا
    }
    .label-after = مكان المقابل بعد هذه الكتلة
    .label-start = مكان المقابل في أول هذا النص
parity-structure = يختلف النصفان في { $what }: هنا { $here }، وباللغة `{ $lang }` { $there }
    .label-there = المقابل
parity-order = { $what } هنا في موضع غير موضع مقابله باللغة `{ $lang }`؛ اجعل ترتيب النصفين واحدًا
    .label-there = المقابل
parity-numbers = يختلف النصفان في الأرقام: هنا وحده { $here }، وباللغة `{ $lang }` وحدها { $there }
    .label-there = المقابل
parity-dates = يختلف النصفان في التواريخ: هنا وحده { $here }، وباللغة `{ $lang }` وحدها { $there }
    .label-there = المقابل
parity-symbols = يختلف النصفان في الرموز: هنا وحده { $here }، وباللغة `{ $lang }` وحدها { $there }
    .label-there = المقابل
parity-links = يختلف النصفان في مقاصد الروابط: هنا وحده { $here }، وباللغة `{ $lang }` وحدها { $there }
    .label-there = المقابل
parity-images = يختلف النصفان في الصور: هنا { $here }، وباللغة `{ $lang }` { $there }
    .hint-alt = الصورة التي لها وصف بلغة يكون لها وصف بالأخرى
    .label-there = المقابل
parity-metadata = يختلف النصفان في `{ $key }`: هنا { $here }، وباللغة `{ $lang }` { $there }
    .label-there = المقابل
parity-waiver-expired = انتهى العمل بهذا الاستثناء في { $date }؛ وحّد مضمون النصفين، أو جدّده لسبب جديد
    .label-difference = الاختلاف الذي كان يجيزه
parity-waiver-unused = لا حاجة إلى هذا الاستثناء؛ احذفه
    .hint-near = هل تقصد `{ $near }`؟
    .hint-place = ليس في أي من النصفين كتلة أو حقل أو مفتاح باسم `{ $place }`

parity-nothing = لا شيء
parity-there = مذكور
parity-alt = لها وصف
parity-no-alt = بلا وصف
parity-kind = نوع الكتلة
parity-level = مستوى العنوان
parity-depth = مستوى القائمة
parity-list = نوع القائمة
parity-list-numbered = مرقمة
parity-list-plain = منقّطة
parity-task = حال المهمة
parity-task-none = ليس بمهمة
parity-task-done = منجزة
parity-task-open = لم تُنجز
parity-columns = عدد الأعمدة
parity-notes = عدد الإحالات إلى الحواشي
parity-id = معرّف الكتلة

block-heading = عنوان
block-paragraph = فقرة
block-item = بند من قائمة
block-quote = اقتباس
block-code = مقطع شيفرة
block-table = جدول
block-row = صف من جدول
block-cell = خانة من جدول
block-term = مصطلح
block-definition = تعريف
block-note = حاشية
