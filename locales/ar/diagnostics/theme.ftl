# القوالب.

theme-unknown = لا يوجد مظهر باسم `{ $theme }`
    .hint-near = هل تقصد `{ $near }`؟
    .hint-known = المظاهر المعروفة: { $known }
theme-unused-file = الملف `{ $file }` لا يحل محل ملف من المظهر؛ احذفه أو غيّر اسمه
    .hint-near = هل تقصد `{ $near }`؟
theme-unknown-name = في القالب { $what } `{ $name }`، ولا وجود له
    .hint-near = هل تقصد `{ $near }`؟
theme-syntax = تعذّرت قراءة هذا القالب: { $reason }
    .hint-engine = نص ما قاله محرك القوالب: { $detail }
theme-render = أخفق القالب في الصفحة `{ $page }`: { $reason }
theme-unknown-colour = ليس في المظهر لون اسمه `{ $colour }`
    .hint-near = هل تقصد `{ $near }`؟
    .hint-known = ألوانه هي { $known }
theme-bad-value = لا يصلح `{ $value }` هنا؛ اكتب { $expected }
theme-low-contrast = تباين `{ $colour }` على `{ $ground }` هو { $ratio } إلى 1 في النمط { $scheme }، ولا يُقرأ ما دون { $wanted } إلى 1

## ما تسميه القوالب

template-filter = المرشّح
template-test = الاختبار
template-function = الإجراء
template-component = المكوّن
template-template = القالب
template-variable = المتغير
template-field = الحقل
template-message = النص

## لماذا تعذّرت قراءة قالب

template-reason-end = انتهى الملف داخل وسم أو كتلة لم تُغلق
template-reason-tag = لا وسم بهذا الاسم
template-reason-expected = المنتظر في هذا الموضع شيء آخر
template-reason-other = في هذا الموضع ما ليس من لغة القوالب
