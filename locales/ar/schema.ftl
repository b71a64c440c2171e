# ما يعرضه برنامج التحرير بجانب مفاتيح ملفات YAML.

schema-site = إعدادات الموقع كله
schema-site-title = اسم الموقع بكل لغة
schema-site-description = جملة تعرّف بالموقع بكل لغة
schema-site-languages = لغات الموقع واتجاه كل منها؛ أولاها هي الأساسية
schema-site-base = عنوان جذر الموقع مع `https://`
schema-site-theme = اسم القالب؛ إن لم يُذكر فهو `default`
schema-site-digits = الأرقام في الصفحات: ‏`latin` ‏(0-9) أو `arabic` ‏(٠-٩)
schema-site-months = أسماء الشهور العربية بحسب المنطقة
schema-site-calendar = تقويم التواريخ في الصفحات
schema-site-navigation = مسارات صفحات، أو مجموعات منها لكل منها عنوان
schema-site-home = ما تقود إليه الصفحة الرئيسية: `doors` مسارات، و`lists` أصناف
schema-site-footer = مسارات تظهر روابطها في ذيل كل صفحة
schema-site-checks = درجة كل رمز: `error` أو `warn` أو `off`
schema-site-translations = هل يلزم أن تكون النصوص التي لا صنف لها بكل اللغات
schema-site-publisher = ناشر الموقع
schema-site-license = رخصة المحتوى
schema-site-copyright = صاحب الحقوق
schema-site-search = هل يجيب البحث أثناء الكتابة
schema-site-minify = هل تُصغَّر ملفات الصفحات

schema-kind = صنف: ما يجوز أن تحويه سجلاته
schema-kind-kind = اسم الصنف: حروف لاتينية وأرقام وشُرَط
schema-kind-label = اسم السجل الواحد بكل لغة
schema-kind-plural = اسم الجمع بكل لغة
schema-kind-description = ماهية هذه السجلات في جملة
schema-kind-path = مجلد صفحاته
schema-kind-sort = الحقول التي تُرتَّب القائمة بها؛ `-date` ترتيب تنازلي
schema-kind-list = شكل القائمة
schema-kind-card = ثلاثة حقول على الأكثر تظهر في القوائم
schema-kind-facets = حقول تُجمَّع القوائم بها؛ `date.year` تأخذ السنة
schema-kind-search = الحقول التي تضم أسماء أخرى، والتي تضم أخطاء إملائية معروفة
schema-kind-translations = ما يُطلب من اللغات الأخرى
schema-kind-jsonld = النوع في schema.org، والحقل الذي يعطي كل خاصية
schema-kind-fields = الحقول بترتيب ظهورها في الصفحات

schema-field-type = ما يحويه الحقل
schema-field-label = اسم الحقل في الصفحات
schema-field-required = حقل لا بد منه
schema-field-translated = قيمة لكل لغة
schema-field-dated = قيم تسري مدة، لها `from` و`until`
schema-field-sourced = قيم معها المصادر التي تذكرها
schema-field-list = عدة قيم
schema-field-of = الخيارات: قائمة، أو أسماء لكل منها تسمية بكل لغة
schema-field-to = الأصناف التي تجوز الإحالة إليها
schema-field-inverse = اسم العلاقة كما تُرى من السجل الآخر

schema-record = سجل واحد، أو عدة سجلات تحت `records`
schema-record-kind = الصنف يحدد الحقول
schema-record-key = اسم السجل في العناوين: حروف لاتينية وأرقام وشُرَط؛ لا يتغير أبدًا
schema-record-order = رتبته بين ما يجاوره، الأصغر أولًا
schema-record-updated = تاريخ آخر تغيير في مضمونه
schema-record-draft = ‏`true` تحجبه عن النشر
schema-record-aliases = عناوين سابقة تقود إليه
schema-record-sort_as = ما يُرتَّب به بدل عنوانه

schema-front = ما يقوله النص عن نفسه بين سطري `---`
schema-front-title = عنوان الصفحة؛ وإلا فأول عنوان في النص
schema-front-summary = جملة أو جملتان للقوائم والمعاينات
schema-front-date = التاريخ الذي يتناوله النص
schema-front-updated = تاريخ آخر تغيير في النص
schema-front-tags = وسوم
schema-front-order = رتبته بين ما يجاوره، الأصغر أولًا
schema-front-draft = ‏`true` تحجبه عن النشر
schema-front-aliases = عناوين سابقة تقود إليه
schema-front-sort_as = ما يُرتَّب به بدل عنوانه
