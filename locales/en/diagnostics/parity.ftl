# Halves of a text or record that do not say the same.

parity-block-missing =
    { $count ->
        [one] { $what } here has no counterpart in `{ $lang }`; translate it there or remove it here
       *[other] { $count } blocks from here on have no counterpart in `{ $lang }`; translate them there or remove them here
    }
    .label-after = the counterpart would stand after this block
    .label-start = the counterpart would stand at the start of this text
parity-structure = the halves differ in { $what }: here { $here }, in `{ $lang }` { $there }
    .label-there = the counterpart
parity-order = { $what } here stands at another place than its counterpart in `{ $lang }`; give both halves one order
    .label-there = the counterpart
parity-numbers = the halves differ in their numbers: only here { $here }, only in `{ $lang }` { $there }
    .label-there = the counterpart
parity-dates = the halves differ in their dates: only here { $here }, only in `{ $lang }` { $there }
    .label-there = the counterpart
parity-symbols = the halves differ in their symbols: only here { $here }, only in `{ $lang }` { $there }
    .label-there = the counterpart
parity-links = the halves link to different places: only here { $here }, only in `{ $lang }` { $there }
    .label-there = the counterpart
parity-images = the halves differ in their images: here { $here }, in `{ $lang }` { $there }
    .hint-alt = an image that is described in one language is described in the other
    .label-there = the counterpart
parity-metadata = the halves differ in `{ $key }`: here { $here }, in `{ $lang }` { $there }
    .label-there = the counterpart
parity-waiver-expired = the waiver ended on { $date }; make the halves say the same, or renew it with a new reason
    .label-difference = the difference that it allowed
parity-waiver-unused = nothing needs this waiver; remove it
    .hint-near = did you mean `{ $near }`?
    .hint-place = neither half has a block, field or key `{ $place }`

parity-nothing = nothing
parity-there = given
parity-alt = described
parity-no-alt = not described
parity-kind = the kind of block
parity-level = the level of a heading
parity-depth = the level of a list
parity-list = the kind of list
parity-list-numbered = numbered
parity-list-plain = with bullets
parity-task = the state of a task
parity-task-none = no task
parity-task-done = done
parity-task-open = open
parity-columns = the number of columns
parity-notes = the number of footnotes mentioned
parity-id = the id of a block

block-heading = a heading
block-paragraph = a paragraph
block-item = an item of a list
block-quote = a quotation
block-code = a block of code
block-table = a table
block-row = a row of a table
block-cell = a cell of a table
block-term = a term
block-definition = a definition
block-note = a footnote
