# Files as bytes and names.

file-not-utf8 = the file is not UTF-8 text; save it as UTF-8
    .hint-encoding = it looks like { $encoding }
file-byte-order-mark = the text begins with an invisible byte order mark, which is read as if absent; save it as UTF-8 without one
file-line-ends = lines of this text do not end as they should; save it with the line ends of one system
    .hint-mixed = some end as on Windows (CR LF), others with LF
    .hint-return = they end with a carriage return alone, as on old Macs: choose LF, or CRLF as on Windows
file-null-character = the text holds a NUL character; remove it
file-too-large =
    { $limit ->
        [one] the file is larger than { $limit } MiB; split it or make it smaller
       *[other] the file is larger than { $limit } MiB; split it or make it smaller
    }
file-not-regular = this is not a regular file inside the site; put a copy of the file here
file-name-clash = some file systems cannot tell this name from `{ $other }`; rename one of them
file-bad-name = the name `{ $name }` cannot be a part of an address; use letters a-z, digits, hyphens and dots
    .hint-near = did you mean `{ $near }`?
file-unknown-type = files of type `{ $extension }` are not known here; the file is not published
file-conflict = marks of a merge conflict were left here; keep one version and remove the marks
file-bad-image = the image cannot be read as { $format }; save it anew
    .hint-found = the file is { $found } in truth; give it that extension, or save it as { $format }
    .hint-cut = the file ends before the image does: it was not copied or loaded in full
file-large-image = the image is larger than pages can use; make it smaller
    .hint-pixels = it measures { $width } × { $height } pixels; { $limit } on the longer side are enough for every screen
    .hint-bytes = it takes { $size } MiB; keep it below { $limit } MiB, for readers who pay for what they load
file-unsafe-svg = the drawing holds { $what }, which could run code or ask other hosts; remove it
file-unreadable = `{ $path }` cannot be read: { $reason }
