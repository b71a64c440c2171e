//! The default theme, as part of the program: every file below `themes/default/`, found by `build.rs`.

use std::str;

/// All embedded theme files: path below `themes/`, and bytes.
static TABLE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/theme_table.rs"));

/// Lists the files of the default theme in path order: path below its folder, and text.
pub fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("default/")?, str::from_utf8(bytes).ok()?)))
}
