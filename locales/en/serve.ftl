# The preview: in the terminal, over a page with mistakes, in the list of all pages.

serve-listening = Preview:
serve-list-at = All pages and findings:
serve-stop = Ctrl-C ends it
serve-port-instead = Port { $port } is taken; using the next that is free
serve-port-taken = port { $port } is taken by another program
serve-port-free = port { $port } is free: `--port { $port }`
serve-port-closed = no port can be opened: { $reason }
serve-bad-port = `{ $value }` is not a port; write a number from 0 to 65535
serve-bad-host = `{ $value }` is not this machine alone; a preview is shown on 127.0.0.1 or ::1 only
serve-not-watched = the folder cannot be watched: { $reason }
# $pages and $kept are `cli-pages`.
serve-rendered = { $pages } made, { $kept } kept, { $ms } ms
serve-mended = nothing stops publication any more
serve-watching = Waiting for changes; Ctrl-C ends it

serve-errors = { $count ->
    [one] 1 error keeps the site from being published
   *[other] { $count } errors keep the site from being published
}
serve-last-good = The page shows the last state without errors.
serve-close = Hide
serve-all-pages = All pages and all findings
serve-nothing-yet = There is no site to show yet. It appears here when the errors are mended.

serve-title = Preview
serve-site = To the site
serve-found = Findings
serve-found-nothing = Nothing was found.
serve-pages = Pages
serve-path = Path
serve-present = published
serve-draft = draft
serve-missing = missing
