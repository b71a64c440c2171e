## The default theme

page-open = Open the page in English
page-none = This record has no page in English
tags = Tags
neighbours = Before and after this page
search-indexes = Indexes
