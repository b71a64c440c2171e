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

## ما تسميه القوالب

template-filter = المرشّح
template-test = الاختبار
template-function = الإجراء
template-component = المكوّن
template-template = القالب
template-variable = المتغير
template-field = الحقل
template-message = النص
