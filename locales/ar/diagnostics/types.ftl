# أسماء أنواع القيم كما ترد في رسائل أخرى.

type-nothing = لا شيء
type-text = نص
type-name = اسم
type-list = قائمة
type-mapping = أزواج من الأسماء والقيم (`name: value`)
type-pair = نص لكل لغة
type-detailed = قيمة بتفاصيلها (`value` و`from` و`until` و`sources` و`note`)
type-boolean = `true` أو `false`
type-integer = عدد صحيح
type-number = عدد عشري
type-date = تاريخ
type-days = عدد من الأيام (`14 days`)
type-choice = أحد الخيارات
type-key = مفتاح سجل
type-identifier = معرّف في سطر واحد
type-symbol = رمز وثيقة في سطر واحد
type-url = عنوان على الشبكة يبدأ بـ `https://`
type-email = عنوان بريد إلكتروني
type-phone = رقم هاتف يبدأ بـ `+` ورمز البلد

limit-depth = مستويات القوائم والأزواج
limit-size = القيم في الملف الواحد

yaml-reason-tab = وردت علامة جدولة حيث لا تصح إلا المسافات
yaml-reason-quote = لم تُغلق علامة التنصيص
yaml-reason-escape = ما بعد الشرطة المائلة العكسية بين علامتي التنصيص المزدوجتين غير معروف
yaml-reason-bracket = قوس لم يُغلق، أو أُغلق بغيره
yaml-reason-colon = وردت نقطتان بعدهما مسافة داخل القيمة
yaml-reason-curly = وردت علامة تنصيص مقوسة، ولا تضم القيمةَ إلا العلامة المستقيمة
yaml-reason-indent = إزاحة هذا المدخل تخالف إزاحة ما يجاوره
yaml-reason-character = لا تبدأ قيمة بهذا المحرف
yaml-reason-trailing = جاء نص بعد نهاية القيمة
yaml-reason-key = لا نقطتين بعد المفتاح
yaml-reason-documents = يبدأ `---` وثيقة ثانية، والملف لا يحوي إلا واحدة
yaml-reason-directive = السطر الذي يبدأ بـ `%` تعليمة للبرامج لا محل لها هنا
yaml-reason-other = في هذا الموضع ما ليس من YAML
type-colour = لونًا مثل `#0b4f5c`
type-face = اسم خط بحروف وأرقام
type-weight = وزنًا مثل `400` أو وزنين مثل `100 900`
type-range = محارف مثل `U+0600-06FF`
scheme-light = الفاتح
scheme-dark = الداكن
