# The file site.yaml.

site-missing = there is no `content/site.yaml`; a site begins with this file
    .hint-near = a file with a similar name is there; name it `site.yaml`, in lower case, in the folder `content`
    .hint-init = three lines are enough: `title`, `languages`, `base`
site-bad-language = `{ $lang }` is not a language tag; write one as in `ar` or `en`
    .hint-duplicate = this language is declared twice; keep one line
    .hint-reserved = this folder holds the permanent addresses of records; write the tag with its region, such as `id-id`
site-bad-base = `{ $base }` is not the address of a site; write it in full
    .hint-form = it looks like `https://example.org/kb/`
    .hint-near = did you mean `{ $near }`?
site-unknown-code = the check `{ $code }` cannot be set here
    .hint-near = did you mean `{ $near }`?
    .hint-fixed = without this check the site would be broken or unsafe; it always is an error
site-no-target = the navigation entry `{ $target }` leads to no page, folder or kind
    .hint-near = did you mean `{ $near }`?
site-missing-language = `{ $key }` is missing in `{ $lang }`; add it, the site declares this language
site-bad-choice = `{ $value }` is not possible here
    .hint-near = did you mean `{ $near }`?
    .hint-known = possible: { $known }
site-no-file = there is no file `{ $file }` of the right type in the folder `{ $folder }`
    .hint-near = did you mean `{ $near }`?
