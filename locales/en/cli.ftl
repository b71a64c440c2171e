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
cli-command-explain = Explains a code of a report, or lists all codes
cli-command-help = Shows this help, or that of a command

cli-argument-code = The code, as it stands in brackets in a report: `link/no-target`
cli-argument-command = The command

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
cli-area-markdown = Markdown texts
cli-area-page = Pages
cli-area-record = Records
cli-area-site = site.yaml
cli-area-text = Characters
cli-area-theme = Theme
cli-area-yaml = YAML

cli-waiting = Another build is at work on this output; waiting for it to end
cli-working = At work
