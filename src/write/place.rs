//! Paths of finished files: below the output, never out of it.

/// The longest name that common file systems hold, in bytes.
const NAME_BYTES: usize = 255;

/// The folder inside the output in which the fallback stages.
pub const INSIDE: &str = ".tashawur";
/// The file inside the output that is on its way to its place, where it cannot be renamed from the staging folder.
pub const ARRIVING: &str = ".tashawur-arriving";

/// Tells whether a path leads to a file inside the output: plain names with single slashes between them.
pub fn is_inside(path: &str) -> bool {
    let is_name = |it: &str| !matches!(it, "" | "." | "..") && it.len() <= NAME_BYTES;
    let is_plain = |it: char| !it.is_control() && it != '\\';
    let first = path.split('/').next().unwrap_or_default();
    path.split('/').all(is_name) && path.chars().all(is_plain) && path.len() < 4096 && !is_ours(first)
}

/// Tells whether a name at the top of the output belongs to this program at work.
pub fn is_ours(name: &str) -> bool {
    name == INSIDE || name == ARRIVING
}

/// Lists the folders above a path, nearest first: `a/b/c` has `a/b` and `a`.
pub fn above(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(at, _)| &path[..at])
}

#[cfg(test)]
mod tests {
    use super::{above, is_inside};

    #[test]
    fn only_plain_relative_paths_lead_inside() {
        for good in ["index.html", "ar/mandates/a/index.html", "assets/قرار.pdf", ".nojekyll", "a..b"] {
            assert!(is_inside(good), "{good}");
        }
        let long = "a".repeat(256);
        for bad in [
            "",
            "/a",
            "../x",
            "a/../b",
            "a//b",
            "a/",
            "./a",
            "a/.",
            "..",
            "a\\b",
            "a\0b",
            "a\nb",
            ".tashawur/lock",
            &long,
        ] {
            assert!(!is_inside(bad), "{bad:?}");
        }
    }

    #[test]
    fn folders_above_are_listed_from_the_nearest() {
        assert_eq!(above("a/b/c").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(above("a").count(), 0);
    }
}
