# سجل الترجمات المعتمدة.

lock-damaged = تتعذر قراءة هذا السطر من سجل الترجمات: المتوقع هنا { $expected }؛ استرجع الملف، أو احذف السطر ونفّذ `tashawur translations accept`
lock-conflict = { $count ->
        [zero] في سجل الترجمات تعارض دمج لم تحسم النصوص شيئًا منه، وبقي معلّقًا: { $open }؛ يكتبه `tashawur translations accept` من جديد
        [one] في سجل الترجمات تعارض دمج حسمت النصوص مدخلًا واحدًا منه، وبقي معلّقًا: { $open }؛ يكتبه `tashawur translations accept` من جديد
        [two] في سجل الترجمات تعارض دمج حسمت النصوص مدخلين منه، وبقي معلّقًا: { $open }؛ يكتبه `tashawur translations accept` من جديد
        [few] في سجل الترجمات تعارض دمج حسمت النصوص { $count } مداخل منه، وبقي معلّقًا: { $open }؛ يكتبه `tashawur translations accept` من جديد
        [many] في سجل الترجمات تعارض دمج حسمت النصوص { $count } مدخلًا منه، وبقي معلّقًا: { $open }؛ يكتبه `tashawur translations accept` من جديد
       *[other] في سجل الترجمات تعارض دمج حسمت النصوص { $count } مدخل منه، وبقي معلّقًا: { $open }؛ يكتبه `tashawur translations accept` من جديد
    }
lock-undecided = اعتُمدت صيغتان للمقطع `{ $id }` في `{ $text }`، ولا توافق النصوص أيًّا منهما كاملة؛ قابل بين لغاته ثم اعتمده من جديد
lock-duplicate-id = تكرر المعرّف `{ $id }` في هذا القسم، كما يحدث عند دمج فرعين؛ والعبرة بالأول؛ نفّذ `tashawur translations accept`
    .label-first = الأول
lock-moved-block = هذا المقطع جديد، أو نُقل وأُعيدت صياغته معًا؛ فإن كان أحد هذه: { $known }، فأعطه معرّفه بين معقوفين، وإلا فاعتمد النص
lock-stale = { $count ->
        [zero] لم يتأخر في لغة `{ $lang }` شيء
        [one] عُدّل مقطع واحد في لغة أخرى ولم تواكبه لغة `{ $lang }`؛ يعرضه `tashawur translations diff`
        [two] عُدّل مقطعان في لغة أخرى ولم تواكبهما لغة `{ $lang }`؛ يعرضهما `tashawur translations diff`
        [few] عُدّلت { $count } مقاطع في لغة أخرى ولم تواكبها لغة `{ $lang }`؛ يعرضها `tashawur translations diff`
        [many] عُدّل { $count } مقطعًا في لغة أخرى ولم تواكبها لغة `{ $lang }`؛ يعرضها `tashawur translations diff`
       *[other] عُدّل { $count } مقطع في لغة أخرى ولم تواكبها لغة `{ $lang }`؛ يعرضها `tashawur translations diff`
    }

lock-line = سطر من سطور السجل
lock-version = الرقم `1`
lock-name = عنوان قسم مثل `[text about/names.ar]`
lock-id = معرّف
lock-shape = نوع المقطع
lock-hash = بصمة من ست عشرة خانة
