# YAML as text.

yaml-syntax = this file cannot be read: { $reason }
    .hint-tab = replace the tab with spaces
    .hint-quote = put the whole value in quotes: `title: "…"`
    .hint-escape = write `\\` for a backslash, or use single quotes
    .hint-bracket = give every `[` its `]` and every `{"{"}` its `{"}"}`, separate the values with commas, or put the value in quotes
    .hint-colon = put the value in quotes: `title: "…: …"`
    .hint-indent = let entries of one level begin in the same column
    .hint-character = put the value in quotes
    .hint-key = write `key: value`, or indent the line if it continues the one before
yaml-curly-quotes = the curly quotation marks of `{ $value }` will be shown as a part of the value; write straight ones (`"`) around it, or none
yaml-duplicate-key = `{ $key }` stands here twice; keep one
    .label-first = it stands here first
yaml-unknown-key = nothing is called `{ $key }` here
    .hint-near = did you mean `{ $near }`?
    .hint-known = these names are known here: { $known }
yaml-wrong-type = { $expected } is expected here, not { $found }
    .hint-quote = put the value in quotes if the brackets belong to the text
    .hint-boolean = write `true` or `false`, without quotes
    .hint-list = write a list: `[a, b]`, or one `- …` per line
    .hint-pair = write the text once per language, as in `title: {"{"}ar: …, en: …{"}"}`
yaml-missing-key = `{ $key }` is missing here
yaml-empty-value = `{ $key }` has no value; give it one or delete the line
yaml-limit = too many { $what }: the limit is { $limit }
yaml-unclosed-front-matter = the lines between `---` at the start of the file are not closed; end them with a line `---`
yaml-alias = `&`, `*` and `!` at the start of a value have a meaning of their own; put the value in quotes if the sign belongs to the text, else write the value out
