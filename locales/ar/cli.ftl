# سطر الأوامر: المساعدة، وسوء الاستعمال، وتمام العمل.

cli-about = يبني قاعدة معارف ثنائية اللغة من ملفات Markdown وYAML، ويدقّقها، ويُخرجها موقعًا ساكنًا بلغاته كلها.
cli-usage = الاستعمال
cli-commands = الأوامر
cli-arguments = المُدخلات
cli-options = الخيارات
cli-exit-codes = رموز الخروج: 0 تمّ العمل، 1 أخطاء في المحتوى أو الأنواع أو نصوص الواجهة أو القالب، 2 سوء استعمال أو عطل في الجهاز.

cli-command-init = ينشئ موقعًا جديدًا يُبنى فورًا
cli-command-build = يدقّق الموقع وينشره
cli-command-serve = يعرض الموقع أثناء تحريره، على هذا الجهاز وحده
cli-command-check = يدقّق الموقع ولا ينشره
cli-command-translations = يبيّن الترجمات الناقصة والمتأخرة، ويعتمدها، ويصدّرها بصيغة XLIFF ويستوردها
cli-command-explain = يشرح رمزًا ورد في تقرير، أو يسرد الرموز كلها
cli-command-new = ينشئ ملفات سجل جديد أو نص جديد، وفيها مواضع تُملأ
cli-command-rename = يغيّر اسم صفحة: تنتقل ملفاتها، وتتبعها الروابط والإحالات، ويقود عنوانها السابق إليها
cli-command-schema = يطبع مخطط JSON لبرامج التحرير، أو يسرد المخططات
cli-command-completions = يطبع نصًا برمجيًا لإكمال الأوامر والخيارات في سطر الأوامر
cli-command-man = يطبع صفحة دليل البرنامج أو دليل أمر
cli-command-help = يعرض هذه المساعدة أو مساعدة أمر بعينه

cli-argument-code = الرمز كما يرد بين قوسين في التقرير: `link/no-target`
cli-argument-command = الأمر
cli-argument-dir = مجلد الموقع الجديد؛ وهو المجلد الحالي ما لم يُذكر
cli-argument-kind = النوع كما يسمى في `content/kinds/`؛ و`text` لنص بلا نوع
cli-argument-key = المفتاح: حروف لاتينية صغيرة وأرقام وشُرَط؛ ويجوز أن يضم للنص مجلدات
cli-argument-old = مفتاح الصفحة أو مسارها
cli-argument-new = المفتاح الجديد؛ ويجوز للنص أن يكون مسارًا
cli-argument-schema = اسم المخطط: `site` أو `kind` أو `record` أو `front-matter`
cli-argument-shell = برنامج سطر الأوامر: `bash` أو `elvish` أو `fish` أو `powershell` أو `zsh`

cli-argument-action = العمل المطلوب: `status` أو `diff` أو `accept` أو `export` أو `import`
cli-argument-texts = نصوص أو سجلات أو مجلدات أو ملفات: `about/names` و`term/migration`؛ وهي كلها ما لم تُذكر. ومع `import` ملف XLIFF

cli-option-to = اللغة المترجَم إليها (`export`)؛ وهي اللغة الثانية ما لم تُذكر
cli-option-all = كل شيء، لا الناقص والمتأخر وحدهما (`export`)
cli-option-no-meaning-change = المعدَّل خطأ إملائي، فما زالت اللغات الأخرى تقابله (`accept`)
cli-option-site = مجلد الموقع؛ وهو المجلد الحالي ما لم يُذكر
cli-option-out = مجلد الموقع المنشور؛ وهو `public` في مجلد الموقع ما لم يُذكر
cli-option-schemas = مجلد تُكتب فيه المخططات ملفاتٍ
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
cli-option-fix = تطبيق الإصلاحات المأمونة على الملفات وعرض ما تغيّر
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

cli-init-taken = `{ $path }` موجود من قبل؛ لم يُكتب شيء
# $folder is the folder as it was given; what to type next follows.
cli-init-done = أُنشئ موقع جديد في `{ $folder }`. ومما يمكن فعله بعد ذلك:
cli-unknown-kind = لا نوع باسم `{ $kind }`؛ الأنواع هي { $known }
cli-bad-key = `{ $key }` لا يصلح مفتاحًا؛ المفتاح حروف لاتينية صغيرة وأرقام وشُرَط
cli-taken-key = المفتاح `{ $key }` للصفحة `{ $page }` من قبل؛ لم يُكتب شيء
cli-no-page = لا صفحة باسم `{ $name }`
cli-many-pages = عدة صفحات تسمى `{ $name }`: { $known }؛ اذكر مسارًا
cli-fixed-page = `{ $name }` قائمة أو فهرس، ولا يُغيَّر اسمه
cli-other-folder = يبقى السجل في مجلد نوعه `{ $folder }`
# $files lists paths.
cli-wrote = كُتب: { $files }
cli-removed = حُذف: { $files }
cli-followed = { $count ->
    [zero] لا روابط ولا إحالات
    [one] رابط أو إحالة واحدة
    [two] رابطان أو إحالتان
    [few] { $count } روابط وإحالات
    [many] { $count } رابطًا وإحالة
   *[other] { $count } رابط وإحالة
}
# $followed is `cli-followed`.
cli-renamed = صار `{ $from }` اسمه `{ $to }`؛ وما تبعه: { $followed }
# $count is a number of mistakes.
cli-fixed = { $count ->
    [zero] لا خطأ له إصلاح مأمون
    [one] أُصلح خطأ واحد
    [two] أُصلح خطآن
    [few] أُصلحت { $count } أخطاء
    [many] أُصلح { $count } خطأً
   *[other] أُصلح { $count } خطأ
}
cli-unknown-schema = لا مخطط باسم `{ $name }`؛ المخططات هي { $known }
cli-unknown-shell = `{ $name }` ليس برنامج سطر أوامر معروفًا هنا؛ المعروف { $known }
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
cli-area-lock = سجل الترجمات المعتمدة
cli-area-markdown = نصوص Markdown
cli-area-page = الصفحات
cli-area-record = السجلات
cli-area-site = ملف site.yaml
cli-area-text = المحارف
cli-area-theme = القالب
cli-area-yaml = صياغة YAML

cli-missing-action = اذكر العمل المطلوب: { $known }
cli-unknown-action = لا يوجد عمل اسمه `{ $action }`؛ والمتاح: { $known }
cli-unknown-text = ليس في الموقع نص ولا سجل ولا مجلد ولا ملف اسمه `{ $text }`
cli-not-written = لم يُكتب شيء؛ هذه الأخطاء أولًا
cli-no-lock = لا يوجد `content/translations.lock` بعد؛ يكتبه `tashawur translations accept`
cli-no-change = لم يتغير شيء بعد اعتماده
cli-state-waits = ينتظر الترجمة: { $known }
cli-state-open = تغيّر في اللغات كلها؛ يعتمده `tashawur translations accept`
cli-state-fresh = مواكب: { $count }
cli-state-stale = متأخر: { $count }
cli-state-missing = ناقص: { $count }
cli-state-unaccepted = غير معتمد: { $count }
cli-accepted = { $count ->
    [zero] لم يُعتمد شيء
    [one] اعتُمد نص أو سجل واحد
    [two] اعتُمد نصان أو سجلان
    [few] اعتُمدت { $count } نصوص وسجلات
    [many] اعتُمد { $count } نصًا وسجلًا
   *[other] اعتُمد { $count } نص وسجل
}
cli-stays-stale = { $count ->
    [zero] لا مقطع ينتظر ترجمته
    [one] ما زال مقطع واحد ينتظر ترجمته؛ فإن لم يتغير معناه فأضف `--no-meaning-change`
    [two] ما زال مقطعان ينتظران ترجمتهما؛ فإن لم يتغير معناهما فأضف `--no-meaning-change`
    [few] ما زالت { $count } مقاطع تنتظر ترجمتها؛ فإن لم يتغير معناها فأضف `--no-meaning-change`
    [many] ما زال { $count } مقطعًا ينتظر ترجمته؛ فإن لم يتغير معناه فأضف `--no-meaning-change`
   *[other] ما زال { $count } مقطع ينتظر ترجمته؛ فإن لم يتغير معناه فأضف `--no-meaning-change`
}

cli-exported = { $count ->
    [zero] لا شيء للتصدير
    [one] صُدّر مقطع واحد
    [two] صُدّر مقطعان
    [few] صُدّرت { $count } مقاطع
    [many] صُدّر { $count } مقطعًا
   *[other] صُدّر { $count } مقطع
}
cli-imported = { $count ->
    [zero] لم يتغير شيء
    [one] أُدخل مقطع واحد
    [two] أُدخل مقطعان
    [few] أُدخلت { $count } مقاطع
    [many] أُدخل { $count } مقطعًا
   *[other] أُدخل { $count } مقطع
}
cli-import-file = يحتاج `import` إلى ملف واحد: وثيقة XLIFF العائدة من الترجمة
cli-import-waits = نصوص لم تُنشأ لأن بعضها لم يُترجم بعد: { $known }
cli-import-outdated = تغيّر أصل هذه المقاطع بعد تصديرها، فراجعها: { $known }
cli-import-next = راجع التغييرات ثم نفّذ `tashawur translations accept`
cli-one-language = للموقع لغة واحدة، فلا لغة يُترجم إليها
cli-xliff-fault = { $place }: { $reason }؛ لم يُكتب شيء
cli-xliff-found = الموجود هناك: { $what }

xliff-no-xliff = ليست هذه وثيقة XLIFF
xliff-version = لا تُقرأ إلا وثائق XLIFF بالإصدارين 2.0 و2.1؛ اختر أحدهما في أداة الترجمة
xliff-doctype = لا يُقبل تعريف نوع الوثيقة
xliff-deep = تداخل عناصر الوثيقة أعمق من المسموح
xliff-malformed = صياغة XML غير سليمة
xliff-cut = تنتهي الوثيقة قبل تمامها
xliff-unknown = لا محل لهذا العنصر داخل نص
xliff-code = هذا الرمز لا يدل على شيء: ليس في الأصل ولا في `originalData`
xliff-language = يجب أن تكون الوثيقة من إحدى لغات الموقع إلى أخرى
xliff-no-text = ليس في الموقع نص أو سجل بهذا الاسم؛ لعله أُعيدت تسميته بعد التصدير
xliff-no-unit = ليس في النص مقطع بهذا المعرّف؛ لعله حُذف بعد التصدير
xliff-structure = تُفسد هذه الترجمة بناء النص: يجب أن تكون مقطعًا واحدًا من نوع الأصل

cli-waiting = يعمل بناء آخر على مجلد الإخراج نفسه، وننتظر انتهاءه
cli-working = العمل جارٍ
