# رسائل الموقع الخاصة.

locale-syntax = تعذّرت قراءة هذه الرسالة: { $reason }
locale-unknown-message = الرسالة `{ $message }` لا تحل محل شيء؛ فليس في الواجهة رسالة بهذا الاسم
    .hint-near = هل تقصد `{ $near }`؟
locale-unknown-variable = الرسالة `{ $message }` لا تتلقى المتغير `{ $variable }`؛ استعمل متغيرات الرسالة الأصلية وحدها
    .hint-known = المتغيرات المتاحة: { $known }
locale-unknown-language = ليس في الموقع لغة `{ $lang }`؛ عرّفها في `site.yaml` أو احذف المجلد
    .hint-near = هل تقصد `{ $near }`؟
locale-fallback =
    { $count ->
        [zero] لا واجهة باللغة `{ $lang }`، وتحل محلها اللغة `{ $fallback }`
        [one] لا واجهة باللغة `{ $lang }`: رسالة واحدة تُعرض باللغة `{ $fallback }`
        [two] لا واجهة باللغة `{ $lang }`: رسالتان تُعرضان باللغة `{ $fallback }`
        [few] لا واجهة باللغة `{ $lang }`: { $count } رسائل تُعرض باللغة `{ $fallback }`
        [many] لا واجهة باللغة `{ $lang }`: { $count } رسالة تُعرض باللغة `{ $fallback }`
       *[other] لا واجهة باللغة `{ $lang }`: { $count } رسالة تُعرض باللغة `{ $fallback }`
    }
    .hint-override = ترجم الرسائل في `locales/{ $lang }/ui.ftl`

## لماذا تعذّرت قراءة رسالة

locale-reason-twice = في الملف رسالة بهذا الاسم من قبل
locale-reason-equals = تنقص علامة المساواة بعد الاسم
locale-reason-brace = قوس الإغلاق ناقص أو لا يقابله قوس
locale-reason-value = لا نص للرسالة
locale-reason-default = لا خيار افتراضيًا موسومًا بنجمة
locale-reason-defaults = خياران افتراضيان بدل واحد
locale-reason-name = يبدأ الاسم بحرف لاتيني
locale-reason-quote = علامة تنصيص لم تُغلق
locale-reason-escape = لا وجود لرمز الإفلات هذا
locale-reason-expression = يُنتظر بين القوسين متغير أو نص بين علامتي تنصيص أو خيارات
