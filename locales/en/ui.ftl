# Words of the interface. Every message has its Arabic counterpart with the same variables;
# the compile fails otherwise. Grouped by where they appear.

## Every page: landmarks and navigation

skip-to-content = Skip to content
main-navigation = Main navigation
menu = Menu
home = Home
breadcrumbs = You are here
on-this-page = On this page
language-switch = Language
other-language = Other languages
translation-missing = This page is not available in { $language }
read-in = Read in { $language }
back-to-top = Back to top
previous = Previous
next = Next
previous-page = Previous: { $title }
next-page = Next: { $title }
pagination = Pages
page-number = Page { $number } of { $total }
section-pages = In this section
print = Print this page
feed = Feed of changes
close = Close
show-more = Show more
external-link = external link
opens-file = file, { $type }

## Search

search = Search
search-label = Search this site
search-placeholder = Word or number
search-button = Search
search-title = Search
search-no-script = Search needs JavaScript. The index leads to every page without it.
search-empty = Type one or more words
search-none = Nothing found for “{ $query }”
search-suggestion = Did you mean { $query }?
search-results =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
search-all-kinds = All
search-loading = Searching
search-failed = The search data could not be loaded

## Indexes and lists

index = A–Z index
index-description = Every page and record by letter
by-year = By year
by-kind = By kind
all-of-kind = All: { $kind }
sections = Sections
letters = Letters
years = Years
undated = Undated
filter = Filter
filter-clear = Clear filters
list-empty = Nothing here yet
count-pages =
    { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
count-records =
    { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
count-entries =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
count-sources =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
latest = Latest
overview = Overview

## Record pages

facts = Facts
relations = Relations
sources = Sources
source = Source
# A number behind a fact that leads to its source.
source-mark = Source { $number }: { $title }
evidence = Evidence
note = Note
details = Details
field = Field
value = Value
valid-from = from { $date }
valid-until = until { $date }
valid-between = from { $from } until { $until }
valid-at-date = At the date of this page
called-today = Called { $name } today
formerly = Formerly: { $name }
no-longer-in-use = No longer in use
current = Current
yes = Yes
no = No
unknown = Unknown
not-stated = Not stated
cited-by = Cited by
see-also = See also
permanent-address = Permanent address
copy-address = Copy the address
copied = Copied
text-quoted = Quoted as found
sources-disagree = Sources disagree
according-to = according to { $source }

## Texts

heading-link = Link to “{ $title }”
footnotes = Footnotes
footnote = Footnote { $number }
footnote-back = Back to the text
footnote-back-nth = Back to the text, reference { $number }
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
task-done = Done
task-open = Open
table-region = Table, scrolls sideways
table-named = Table: { $title }
code-region = Code, scrolls sideways
figure = Figure
draft = Draft
draft-notice = This page is a draft and may change
fallback-notice = This part is not available in English. It is shown in { $language }.
fallback-page = This page is not available in English. Its text is shown here in { $language }.
read-here = Read it in English
stale-notice = What follows may not reflect the latest change to its counterpart.
stale-link = Read it in { $language }

## Status of the translations

parity-title = Status of translations
parity-about = The pages of this site are published in all its languages. This table shows which of them say the same, which were changed in one language while the other has not followed yet, and which are not wholly translated.
parity-section = Section
parity-pages = Pages
parity-complete = Complete
parity-stale = Behind
parity-missing = Missing
parity-unaccepted = Under review
parity-total = Whole site
parity-open = Pages that are not complete
parity-all-complete = The languages of the site agree on every page.
parity-stale-in = behind in { $language }
parity-missing-in = missing in { $language }
parity-unaccepted-in = under review in { $language }


## Footer

updated = Last updated
published = Published
version = Version
version-of = Version { $version }
licence = Licence
cite = How to cite this page
contact = Contact
about-site = About this site
data = Data
data-json = This record as JSON
accessibility = Accessibility
source-of-site = Source of this site
report-mistake = Report a mistake
made-with = Made with { $program }
contents = Contents

## Not found, root and redirect pages

not-found-title = Page not found
not-found-text = There is no page at this address. It may have moved, or the address may be mistyped.
not-found-home = Go to the home page
not-found-index = Look it up in the index
choose-language = Choose a language
moved-title = This page has moved
moved-text = It is now at { $address }
neutral-title = { $title }
neutral-text = This address names the record in every language

## Dates

date-year = { $year }
date-quarter =
    { $quarter ->
        [1] the first quarter of { $year }
        [2] the second quarter of { $year }
        [3] the third quarter of { $year }
       *[other] the fourth quarter of { $year }
    }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-day-of-month = { $day } { $month }
date-days-next = { $first }–{ $last }
date-days = { $first }–{ $last }
date-years = { $first }–{ $last }
date-span = { $start } – { $end }
date-approximate = about { $date }
date-uncertain = { $date } (uncertain)
# The same day in the Hijri calendar, after the Gregorian one.
date-hijri = ({ $date } AH)
