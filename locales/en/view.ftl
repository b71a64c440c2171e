# Words that the views join with names and dates.

language-name = English
language-called = { $tag ->
        [ar] Arabic
        [en] English
       *[other] { $name }
    }
indexes = Indexes
published-by = Publisher: { $name }
license-label = Licence of the content:
mentioned-in = Mentioned in
cite-full = { $publisher }, “{ $title }”, { $site }, last updated { $date }, { $address }
cite-undated = { $publisher }, “{ $title }”, { $site }, { $address }
cite-anonymous = “{ $title }”, { $site }, last updated { $date }, { $address }
cite-anonymous-undated = “{ $title }”, { $site }, { $address }
cite-apa = { $publisher }. ({ $date }). { $title }. { $site }. { $address }
cite-apa-anonymous = { $title }. ({ $date }). { $site }. { $address }
cite-no-date = n.d.
cite-date-month = { $year }, { $month }
cite-date-day = { $year }, { $month } { $day }
cite-institutional = Institutional style
cite-academic = APA style
cite-as = Reference as { $form }
cite-version = Content digest
years-description = Dated pages and records by year
table-numbered = Table { $number }
term-definition = Definition of “{ $term }”
terms-tbx = All terms as TBX, for translation tools
terms-csv = All forms as a CSV table

read-both = Read in both languages
read-all = Read in all languages
read-alone = Read in { $language } only
not-translated = This part is not translated
passage-link = Link to passage { $number }
as-it-stood = As it stood on
today = Today
