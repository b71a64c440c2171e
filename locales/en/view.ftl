# Words that the views join with names and dates.

language-name = English
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
