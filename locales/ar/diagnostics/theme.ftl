# القوالب.

theme-unknown = لا يوجد مظهر باسم `{ $theme }`
    .hint-near = هل تقصد `{ $near }`؟
    .hint-known = المظاهر المعروفة: { $known }
theme-unused-file = الملف `{ $file }` لا يحل محل ملف من المظهر؛ احذفه أو غيّر اسمه
    .hint-near = هل تقصد `{ $near }`؟
theme-unknown-name = في القالب { $what } `{ $name }`، ولا وجود له
    .hint-near = هل تقصد `{ $near }`؟
theme-syntax = تعذّرت قراءة هذا القالب: { $reason }
theme-render = أخفق القالب في الصفحة `{ $page }`: { $reason }
theme-unknown-colour = ليس في السمة لون اسمه `{ $colour }`
    .hint-near = هل تقصد `{ $near }`؟
    .hint-known = ألوانها هي { $known }
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
