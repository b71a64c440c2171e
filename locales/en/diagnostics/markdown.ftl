# Markdown texts.

markdown-raw-html = HTML such as `{ $html }` is not passed through; use Markdown instead
    .hint-escape = to show it as it is written, put a backslash before `<`
    .hint-comment = a comment would be visible to readers; remove it, or keep the remark outside of the text
markdown-unsafe-scheme = links with `{ $scheme }:` are not allowed; link to a page of the site or to a web address
    .hint-allowed = allowed are `http`, `https`, `mailto` and `tel`; a path with a colon needs `./` before it
markdown-duplicate-id = the id `{ $id }` is given twice in this text; give the second one another name
    .label-first = given here first
markdown-bad-id = `{ $id }` is not an id; use small Latin letters, digits and inner hyphens
    .hint-near = write `{ $near }`
markdown-no-footnote = no footnote is called `{ $name }`; add `[^{ $name }]: …` or correct the name
    .hint-near = did you mean `{ $near }`?
markdown-unused-footnote = nothing in the text refers to the footnote `{ $name }`, so it is not shown; refer to it or remove it
markdown-missing-alt = the image has no alternative text; say between the brackets what it shows
    .hint-decorative = an image that says nothing is marked `{"{"}.decorative{"}"}` directly behind it
    .hint-name = between the brackets stands the name of the file; say what the image shows
markdown-empty-target = the link leads nowhere; write its address between the parentheses
    .hint-key = between the double brackets goes the key of a page: `[[names]]`
markdown-no-reference = the link refers to `{ $name }`, which is not defined; add `[{ $name }]: address` or correct the name
    .hint-near = did you mean `{ $near }`?
markdown-empty-link = the link has no words; write between the brackets where it leads
markdown-skipped-level = a heading of level { $level } stands where level { $expected } is the next; lower levels help readers who listen to the page
markdown-empty-heading = the heading has no words; write them or remove it
markdown-limit = the text goes beyond the limit of { $limit }; divide it or nest less
markdown-bad-attribute = `{ $attribute }` has no meaning here
    .hint-allowed = allowed are `#id`, `.class` and `lang=tag`
    .hint-block = give one id to each block, at its end or on a line of its own under a table, code or quotation
    .hint-span = words in brackets take `.class` and `lang=tag`; an id belongs to a heading or paragraph
    .hint-image = an image takes `.decorative` only
    .hint-place = a link takes no attributes; put a space before the brace if they are the paragraph's
