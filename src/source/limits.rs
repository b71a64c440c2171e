//! The limits of reading, each an error with a place.

/// The longest text, in bytes: a thousand book pages.
pub const TEXT_BYTES: u64 = 4 << 20;
/// The longest lock file, in bytes: it repeats every text of the site once.
pub const LOCK_BYTES: u64 = 512 << 20;
/// The largest asset, in bytes: what common hosts accept for one file.
pub const ASSET_BYTES: u64 = 100 << 20;
/// The largest image that no one asks about, in bytes: many readers pay for what they load.
pub const IMAGE_BYTES: u64 = 8 << 20;
/// The longest side of an image that no one asks about, in pixels: twice what the widest screens show.
pub const IMAGE_SIDE: u32 = 8192;
/// The longest name of a file or folder, in bytes: file systems hold 255, a host may add an ending.
pub const NAME_BYTES: usize = 200;
/// The longest path below the site's folder, in bytes.
pub const PATH_BYTES: usize = 1000;
/// How many files and folders a site may hold.
pub const ENTRIES: usize = 1_000_000;
/// How deep elements of an SVG may nest.
pub const SVG_DEPTH: usize = 256;
