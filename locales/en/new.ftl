# What stands in new files until an author writes something better.

new-title = Title of the text
new-summary = One or two sentences on it
new-heading = First heading
new-body = Write the text here.
new-text = to be written
new-draft = This record is not published until the next line is removed.
