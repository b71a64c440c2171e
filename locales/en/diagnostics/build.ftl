# The build as a whole.

build-path-taken = `{ $path }` is made twice, by { $first } and by { $second }; change one of the addresses
build-internal = the page `{ $page }` could not be made through a fault of this program: { $reason }
build-foreign-file = `{ $path }` in the output was not made by a build; it is kept
build-foreign-collision = `{ $path }` in the output was not made by a build and stands where a page must go
    .hint-adopt = move it away, or build with `--adopt` to replace it
build-not-atomic = the files in `{ $path }` are replaced one by one: { $reason }
build-minify = minifying would have changed the words of `{ $page }`; the page is published as it was
build-output-protected = the output `{ $path }` would overwrite `{ $other }`; choose another folder
build-output-not-empty = the output `{ $path }` holds files that no build is known to have made; choose another folder or empty it
    .hint-adopt = build with `--adopt` to keep these files and publish among them
build-output-no-folder = the output `{ $path }` is not a folder; choose another name
build-output-busy = another build is writing to `{ $path }`; wait for it to end
build-bad-path = `{ $origin }` made `{ $path }`, which lies outside the output; this is a fault of this program
build-unwritable = `{ $path }` cannot be written: { $reason }

## Why the output could not be exchanged as one

not-atomic-mount = the folder is a mount point
not-atomic-link = the folder is a symbolic link
not-atomic-parent = the folder above it cannot be written
not-atomic-unsupported = the file system cannot exchange folders

## What the machine said

fault-missing = there is no such file or folder
fault-permission = permission is missing
fault-read-only = the file system is read-only
fault-full = the disk is full
fault-no-folder = a part of the path is not a folder
fault-no-file = the name is not possible here
build-threads = the machine gave no threads to work with: { $reason }
build-no-cards = this program cannot draw the cards that `card` under `design` asks for; previews will show no picture
    .hint-feature = install it with `cargo install tashawur --features cards`
