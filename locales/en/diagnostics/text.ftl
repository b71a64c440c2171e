# Characters in texts of any kind.

text-bidi-override = { $character } turns the text after it round; remove it, directions are set by themselves
text-unbalanced-isolate = { $character } has no counterpart in this paragraph; remove it, directions are set by themselves
text-zero-width = the invisible character { $character } has no use here and hinders search; remove it
text-direction-mark = the invisible direction mark { $character } is not needed; remove it
text-presentation-form = `{ $character }` is a letter form for display; write the plain letters
    .hint-near = write `{ $near }`
text-tatweel = tatweel stretches a word and hinders search; remove it
    .hint-join = before a word of another script or in quotation marks, write the prefix without tatweel
text-other-language = a text in `{ $lang }` is expected here, and this is written in another language; translate it, or correct the language in the name of the file
    .hint-found = it seems to be written in `{ $found }`
    .hint-value = perhaps the values of two languages were exchanged, or one waits for its translation
    .hint-paragraph = this paragraph alone; if it is quoted, put it into a quotation (`>`) or mark it: `[…]{"{"}lang=tag{"}"}`
text-mixed-digits = the number `{ $number }` mixes two families of digits; write it with one
    .hint-near = write `{ $near }`
text-digit-families = this text writes numbers in two families of digits, and `{ $number }` is of the rarer one; write them all in one
    .hint-near = write `{ $near }`
text-iso-date = the date `{ $date }` is written as machines do among words from right to left; write it in words
    .hint-near = write `{ $near }`
