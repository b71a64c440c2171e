# Links between texts and records.

link-no-target = nothing is found at `{ $target }`; correct the link or add what it leads to
    .hint-near = did you mean `{ $near }`?
link-no-fragment = the page `{ $target }` has no place `{ $fragment }`; give the heading this id or correct the link
    .hint-near = did you mean `{ $near }`?
link-ambiguous = several pages answer `{ $target }`: { $known }
    .hint-path = write the path before the key, as in `[[mandates/resolution-7833]]`
link-draft-target = `{ $target }` is a draft and will not be published; remove the link or publish the draft
link-outside = `{ $target }` leaves the folder of the site; move the file into it
link-no-translation = `{ $target }` has no page in `{ $lang }`; the link leads to another language
link-remote-image = the image `{ $target }` lies on another host, which readers would have to ask; copy it beside the text
link-output-address = `{ $target }` is an address of the finished site; link to the source file
    .hint-near = write `{ $near }`
