# البناء كله.

build-path-taken = يُنشأ `{ $path }` مرتين، من { $first } ومن { $second }؛ غيّر أحد العنوانين
build-internal = تعذّر إنشاء الصفحة `{ $page }` لعلة في هذا البرنامج: { $reason }
build-foreign-file = الملف `{ $path }` في مجلد النشر لم ينشئه بناء سابق، وقد أُبقي عليه
build-foreign-collision = الملف `{ $path }` في مجلد النشر لم ينشئه بناء سابق، وهو في موضع صفحة
    .hint-adopt = انقله، أو أعد البناء مع `--adopt` ليُستبدل
build-not-atomic = تُستبدل الملفات في `{ $path }` واحدًا واحدًا: { $reason }
build-minify = كان التصغير سيغيّر كلمات الصفحة `{ $page }`؛ فنُشرت كما هي
build-output-protected = النشر في `{ $path }` يمحو `{ $other }`؛ اختر مجلدًا آخر
build-output-not-empty = في مجلد النشر `{ $path }` ملفات لا يُعرف أن بناءً سابقًا أنشأها؛ اختر مجلدًا آخر أو أفرغه
    .hint-adopt = أعد البناء مع `--adopt` للإبقاء على هذه الملفات والنشر بينها
build-output-no-folder = مجلد النشر `{ $path }` ليس مجلدًا؛ اختر اسمًا آخر
build-output-busy = بناء آخر يكتب الآن في `{ $path }`؛ انتظر حتى ينتهي
build-bad-path = أنشأ `{ $origin }` الملف `{ $path }` خارج مجلد النشر؛ وهذه علة في هذا البرنامج
build-unwritable = تعذّرت كتابة `{ $path }`: { $reason }

## لماذا تعذّر استبدال مجلد النشر دفعة واحدة

not-atomic-mount = المجلد نقطة وصل لنظام ملفات
not-atomic-link = المجلد رابط رمزي
not-atomic-parent = لا يمكن الكتابة في المجلد الذي يعلوه
not-atomic-unsupported = نظام الملفات لا يتيح تبادل المجلدات

## ما أبلغ به الجهاز

fault-missing = لا ملف ولا مجلد بهذا الاسم
fault-permission = لا إذن بذلك
fault-read-only = نظام الملفات للقراءة فقط
fault-full = القرص ممتلئ
fault-no-folder = جزء من المسار ليس مجلدًا
fault-no-file = لا يصح هذا الاسم هنا
build-threads = لم يتح الجهاز خيوط عمل لتنفيذ البناء: { $reason }
build-no-cards = لا يستطيع هذا البرنامج رسم البطاقات المطلوبة في `card` تحت `design`، فلن تظهر صورة عند مشاركة الروابط
    .hint-feature = ثبّته بالأمر `cargo install tashawur --features cards`
