# The lock of translations.

lock-damaged = this line of the lock cannot be read: { $expected } is expected here; restore the file, or remove the line and run `tashawur translations accept`
lock-conflict = { $count ->
        [one] the lock holds a merge conflict; the texts decided { $count } entry and { $open } stay open; `tashawur translations accept` writes it anew
       *[other] the lock holds a merge conflict; the texts decided { $count } entries and { $open } stay open; `tashawur translations accept` writes it anew
    }
lock-undecided = two versions of `{ $id }` in `{ $text }` were accepted and the texts hold neither as a whole; compare its languages and accept it again
lock-duplicate-id = `{ $id }` stands twice in this section, as after the merge of two branches; the first one counts; run `tashawur translations accept`
    .label-first = the first one
lock-moved-block = this block is new, or was moved and reworded at once; if it is one of { $known }, give it that id in braces, else accept the text
lock-stale = { $count ->
        [one] a block of another language was changed since and `{ $lang }` did not follow; `tashawur translations diff` shows it
       *[other] { $count } blocks of another language were changed since and `{ $lang }` did not follow; `tashawur translations diff` shows them
    }

lock-line = a line of the lock
lock-version = `1`
lock-name = a section such as `[text about/names.ar]`
lock-id = an id
lock-shape = the shape of a block
lock-hash = a hash of sixteen digits
