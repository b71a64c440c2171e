# The command line: help, wrong use, success.

cli-about = Builds a bilingual knowledge base from Markdown and YAML: checked, static, in every language of the site.
cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-exit-codes = Exit codes: 0 done, 1 mistakes in content, kinds, locales or theme, 2 wrong use or a fault of the machine.

cli-command-build = Checks the site and publishes it
cli-command-serve = Shows the site while it is written, on this machine only
cli-command-check = Checks the site without publishing it
cli-command-translations = Shows which translations are missing or stale, accepts them, exports and imports XLIFF
cli-command-explain = Explains a code of a report, or lists all codes
cli-command-help = Shows this help, or that of a command

cli-argument-code = The code, as it stands in brackets in a report: `link/no-target`
cli-argument-command = The command

cli-argument-action = What to do: `status`, `diff`, `accept`, `export` or `import`
cli-argument-texts = Texts, records, folders or files: `about/names`, `term/migration`; all unless given. For `import` the XLIFF file

cli-option-to = Language to translate into (`export`); the second one unless given
cli-option-all = Everything, not only what is missing or stale (`export`)
cli-option-no-meaning-change = What changed was a misspelling: the other languages still answer (`accept`)
cli-option-site = Folder of the site; the current one unless given
cli-option-out = Folder of the finished site; `public` in the site's folder unless given
cli-option-adopt = Publish into a folder that already holds other files
cli-option-cache = Folder of the cache; the user's own unless given
cli-option-no-cache = Make everything anew
cli-option-base = Address under which the site is published, in place of `base` in `site.yaml`
cli-option-date = Today's date, for rules about deadlines
cli-option-drafts = Publish drafts too
cli-option-strict = Let warnings fail
cli-option-jobs = Number of threads
cli-option-timings = Show how long each stage took
cli-option-port = Port of the preview; 4747 unless given, or the next that is free
cli-option-host = Address to listen on: 127.0.0.1 or ::1
cli-option-watch = Check again after every change
cli-option-format = Form of the report
cli-option-lang = Language of messages
cli-option-help = Shows help
cli-option-version = Shows the version

cli-unknown-command = there is no command `{ $command }`
cli-unknown-argument = `{ $option }` is not known here
cli-missing-value = `{ $option }` needs a value
cli-bad-value = `{ $value }` is no value of `{ $option }`; it takes { $known }
cli-repeated = `{ $option }` stands twice
cli-conflict = `{ $option }` and `{ $other }` exclude each other
cli-wrong-use = the arguments cannot be read: { $option }
cli-bad-date = `{ $value }` is not a day; write it as 2014-09-07
cli-bad-epoch = `{ $value }` in SOURCE_DATE_EPOCH is not a number of seconds since 1970
cli-bad-jobs = `{ $value }` is not a number of threads; write a number from 1
cli-bad-base = `{ $value }` is not an address; write it as https://example.org/kb/
cli-did-you-mean = did you mean `{ $near }`?
cli-see-help = `{ $command }` shows what is possible

cli-unknown-code = there is no code `{ $code }`
cli-near-codes = codes that come near: { $known }
cli-all-codes = `tashawur explain` lists all codes

cli-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
# $pages is `cli-pages`; $out is the folder.
cli-built = published { $pages } into `{ $out }`
cli-checked = nothing stops publication
cli-internal = a fault of this program: { $reason }; nothing was published, the earlier site is as it was

cli-timings-stage = stage
cli-timings-items = items
cli-timings-total = total
cli-stage-load = load
cli-stage-parse = parse
cli-stage-resolve = resolve
cli-stage-check = check
cli-stage-view = view
cli-stage-render = render
cli-stage-outputs = outputs
cli-stage-write = write

cli-area-build = Build
cli-area-file = Files
cli-area-kind = Kinds
cli-area-link = Links
cli-area-locale = Messages of a site's own
cli-area-lock = Lock of translations
cli-area-markdown = Markdown texts
cli-area-page = Pages
cli-area-record = Records
cli-area-site = site.yaml
cli-area-text = Characters
cli-area-theme = Theme
cli-area-yaml = YAML

cli-missing-action = say what to do: { $known }
cli-unknown-action = there is no action `{ $action }`; there are { $known }
cli-unknown-text = no text, record, folder or file of the site is called `{ $text }`
cli-not-written = nothing was written: these mistakes come first
cli-no-lock = there is no `content/translations.lock` yet; `tashawur translations accept` writes it
cli-no-change = nothing was changed since it was accepted
cli-state-waits = waits for a translation: { $known }
cli-state-open = changed in every language; `tashawur translations accept` accepts it
cli-state-fresh = fresh { $count }
cli-state-stale = stale { $count }
cli-state-missing = missing { $count }
cli-state-unaccepted = not accepted { $count }
cli-accepted = { $count ->
    [one] accepted 1 text or record
   *[other] accepted { $count } texts and records
}
cli-stays-stale = { $count ->
    [one] 1 block still waits for its translation; if its change has no meaning, add `--no-meaning-change`
   *[other] { $count } blocks still wait for their translation; if their change has no meaning, add `--no-meaning-change`
}

cli-exported = { $count ->
    [one] exported 1 block or value
   *[other] exported { $count } blocks and values
}
cli-imported = { $count ->
    [one] brought in 1 block or value
   *[other] brought in { $count } blocks and values
}
cli-import-file = `import` takes one file: the XLIFF document that came back
cli-import-waits = not begun, because not everything in them is translated: { $known }
cli-import-outdated = their source was changed since it was exported; read them again: { $known }
cli-import-next = read the changes, then run `tashawur translations accept`
cli-one-language = the site has one language only; there is nothing to translate into
cli-xliff-fault = { $place }: { $reason }; nothing was written
cli-xliff-found = found there: { $what }

xliff-no-xliff = this is no XLIFF document
xliff-version = only XLIFF 2.0 and 2.1 can be read; choose this form in the translation tool
xliff-doctype = a document type declaration is refused
xliff-deep = the document nests too deep
xliff-malformed = the XML is broken
xliff-cut = the document ends too early
xliff-unknown = this element cannot stand inside of a text
xliff-code = this code stands for nothing: it is neither in the source nor in `originalData`
xliff-language = the document must be from one language of the site into another
xliff-no-text = the site has no such text or record; it may have been renamed since the export
xliff-no-unit = the text has no such block; it may be gone since the export
xliff-structure = this translation would break the structure of its text: it must be one block of the same kind as its source

cli-waiting = Another build is at work on this output; waiting for it to end
cli-working = At work
