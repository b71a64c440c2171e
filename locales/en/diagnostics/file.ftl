# Files as bytes and names.

file-not-utf8 = the file is not UTF-8 text; save it as UTF-8
    .hint-encoding = it looks like { $encoding }
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
file-unsafe-svg = the drawing holds { $what }, which could run code or ask other hosts; remove it
file-unreadable = `{ $path }` cannot be read: { $reason }
