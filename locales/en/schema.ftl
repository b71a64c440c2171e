# What an editor's program shows beside the keys of YAML files.

schema-site = The site as a whole
schema-site-title = Name of the site in each language
schema-site-description = One sentence on the site in each language
schema-site-languages = The languages of the site with their direction; the first is the default one
schema-site-base = Address of the site's root, with `https://`
schema-site-theme = Name of the theme; `default` unless given
schema-site-digits = Digits on pages: `latin` (0-9) or `arabic` (٠-٩)
schema-site-months = How months are named in Arabic, by region
schema-site-calendar = Calendar of the dates on pages
schema-site-navigation = Paths of pages, or groups of them with a label
schema-site-home = What the home page leads to: `doors` are paths, `lists` are kinds
schema-site-footer = Paths that are linked at the foot of every page
schema-site-checks = How grave a code is: `error`, `warn` or `off`
schema-site-translations = Whether texts without a kind need all languages
schema-site-publisher = Who publishes the site
schema-site-license = The licence of the content
schema-site-copyright = Who holds the rights
schema-site-search = Whether the search answers while the reader types
schema-site-minify = Whether pages are made small

schema-kind = A kind: what its records may hold
schema-kind-kind = Name of the kind: Latin letters, digits, hyphens
schema-kind-label = Name of one such record in each language
schema-kind-plural = Name of several in each language
schema-kind-description = What such records are, in one sentence
schema-kind-path = Folder of its pages
schema-kind-sort = Fields by which its list is sorted; `-date` sorts downwards
schema-kind-list = How its list looks
schema-kind-card = Up to three fields that lists show
schema-kind-facets = Fields by which lists are grouped; `date.year` takes the year
schema-kind-search = Which fields hold other names and known misspellings
schema-kind-translations = What is asked of the other languages
schema-kind-jsonld = The schema.org type, and which field gives which property
schema-kind-fields = The fields, in the order in which pages show them

schema-field-type = What the field holds
schema-field-label = Name of the field on pages
schema-field-required = The field must be there
schema-field-translated = A value for each language
schema-field-dated = Values that hold for a time, with `from` and `until`
schema-field-sourced = Values with the sources that say so
schema-field-list = Several values
schema-field-of = The choices: a list, or names with a label for each language
schema-field-to = The kinds that may be referred to
schema-field-inverse = Name of the relation as seen from the other record

schema-record = One record, or several under `records`
schema-record-kind = The kind decides which fields there are
schema-record-key = Name of the record in addresses: Latin letters, digits, hyphens; it never changes
schema-record-order = Rank among its neighbours, smaller first
schema-record-updated = When what it says last changed
schema-record-draft = `true` holds it back from publication
schema-record-aliases = Earlier addresses, which lead here
schema-record-sort_as = What it is sorted by in place of its title

schema-front = What a text says of itself, between the lines of `---`
schema-front-title = Title of the page; else the first heading
schema-front-summary = A sentence or two for lists and previews
schema-front-date = The date that the text is about
schema-front-updated = When the text last changed
schema-front-tags = Labels
schema-front-order = Rank among its neighbours, smaller first
schema-front-draft = `true` holds it back from publication
schema-front-aliases = Earlier addresses, which lead here
schema-front-sort_as = What it is sorted by in place of its title
