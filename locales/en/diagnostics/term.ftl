# Names of things in texts.

term-deprecated = `{ $form }` is a form that is not used any more; write the preferred one
    .hint-near = write `{ $near }`
term-misspelt = `{ $form }` is a known misspelling; correct it
    .hint-near = write `{ $near }`
term-one-sided = `{ $form }` has no counterpart in the same block of the `{ $lang }` text; use the term there too, or reword one of the two
    .hint-near = the preferred form there is `{ $near }`
    .label-other = the block that lacks it
