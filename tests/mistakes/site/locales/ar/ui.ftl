home = الرئيسية
hoome = الرئيسية
menu = { $count } قائمة
next
