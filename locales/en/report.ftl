# Words around diagnostics: severities, counts, remarks.

report-error = error
report-warning = warning
report-note = note
report-hint = hint
report-text = text

report-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
report-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
report-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
report-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
# $counts: errors, warnings and notes as a list; $files: `report-files`.
report-summary = { $counts } in { $files }
