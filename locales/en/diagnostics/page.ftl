# Pages, their addresses and translations.

page-address-taken = the address `{ $address }` is already taken; rename one of the two files
    .label-first = taken here
page-several-records = several records of this folder are called `{ $key }`, so that nobody can say whose text this is: { $known }; move one of them with its text to a folder of its own
    .label-first = one of them
page-unused-key = `{ $key }` in the text of a record has no effect; say it in the record itself
page-bad-key = `{ $key }` cannot be a part of an address; use lower-case letters a-z, digits and inner hyphens
    .hint-near = did you mean `{ $near }`?
page-unknown-language = the file name says `{ $lang }` for its language, which the site does not have
    .hint-near = did you mean `{ $near }`?
    .hint-known = the site has { $known }
    .hint-missing = a text is named `name.language.md`, as in `about.ar.md`
page-missing-title = the page has no title; add `title:` to its front matter or a first heading
page-missing-translation = the counterpart in `{ $lang }` is missing; write it or make translation optional
    .hint-near = is `{ $near }` meant to be it?
page-untranslated = the page has no counterpart in `{ $lang }`
page-bad-alias = the alias `{ $alias }` cannot be an address that redirects here
    .hint-form = write the old address below the language, as in `mandates/old-name`
    .hint-taken = a page has this address; remove the alias or rename the page
    .label-first = that page
