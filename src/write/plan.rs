//! What a publication will do to the output: who wants which path, what is foreign, what stands in the way.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use super::{
    Fault, Manifest,
    manifest::MANIFEST,
    place::{above, is_inside},
    walk::{Entry, Kind},
};
use crate::diag::{Diagnostic, Place, codes::build};

/// Reports that two outputs want one path.
pub fn taken(path: &str, first: &str, second: &str) -> Diagnostic {
    let found = Diagnostic::new(&build::PATH_TAKEN, Place::Site);
    // Named in one order: which thread came first must not show.
    found.with("path", path).with("first", first.min(second)).with("second", first.max(second))
}

/// Reports what would keep files from standing in one folder: paths out of it, paths taken twice, files in the way of
/// folders. Takes paths and origins; what a [`super::Target`] would say of the same files.
pub fn clashes<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut out = Vec::new();
    for (path, origin) in files {
        if !is_inside(path) {
            out.push(Fault::BadPath { path: path.to_owned(), origin: origin.to_owned() }.diagnostic());
        } else if let Some(earlier) = first.get(path) {
            out.push(taken(path, earlier, origin));
        } else {
            first.insert(path, origin);
        }
    }
    out.extend(nested(first.into_iter()));
    out
}

/// Reports each file that another one wants as a folder. Takes paths and origins.
pub fn nested<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Diagnostic> {
    let files: BTreeMap<&str, &str> = files.collect();
    let blocked = |(path, origin): (&&str, &&'a str)| {
        let (file, first) = above(path).find_map(|it| files.get_key_value(it))?;
        Some(taken(file, first, origin))
    };
    files.iter().filter_map(blocked).collect()
}

/// What others put into the output.
#[derive(Debug, Default)]
pub struct Foreign {
    /// Files, links and folders to carry over, folders before what they hold.
    pub carried: Vec<Entry>,
    /// What is reported: single files, and whole folders in which nothing is ours.
    pub told: Vec<PathBuf>,
    /// What stands where a new file must go.
    pub collisions: Vec<Collision>,
}

/// Something foreign that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collision {
    /// Where it stands.
    pub path: PathBuf,
    /// Whether it is a file in the very place of a new one, which may be taken over.
    pub is_adoptable: bool,
}

/// Whether foreign files that stand in the way may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adopt {
    /// They are an error.
    No,
    /// They are taken over, as the author asked. A folder is never replaced by a file, nor a file by a folder.
    Yes,
}

/// Tells apart, among what stands in the output, what earlier builds made and what others put there.
pub fn foreign(live: &[Entry], old: &Manifest, new: &BTreeSet<&str>, adopt: Adopt) -> Foreign {
    let new_folders: BTreeSet<&str> = new.iter().flat_map(|it| above(it)).collect();
    let our_folders: BTreeSet<&str> =
        old.0.keys().flat_map(|it| above(it)).chain(new_folders.iter().copied()).collect();
    let mut out = Foreign::default();
    for entry in live {
        let text = entry.path.to_str();
        let is_file = entry.kind != Kind::Folder;
        let is_wanted = text.is_some_and(|it| new.contains(it));
        // A folder where a file must go gives way, unless it holds what others made.
        if !is_file && (is_wanted || entry.path.ancestors().skip(1).filter_map(Path::to_str).any(|it| new.contains(it)))
        {
            if is_wanted && holds_foreign(live, &entry.path, old) {
                out.collisions.push(Collision { path: entry.path.clone(), is_adoptable: false });
            }
            continue;
        }
        let is_old =
            text.is_some_and(
                |it| if is_file { old.0.contains_key(it) || it == MANIFEST } else { our_folders.contains(it) },
            );
        if is_old || is_wanted && adopt == Adopt::Yes {
            continue;
        }
        if is_wanted || is_file && text.is_some_and(|it| new_folders.contains(it)) {
            out.collisions.push(Collision { path: entry.path.clone(), is_adoptable: is_wanted });
            continue;
        }
        let top = highest_foreign(&entry.path, &our_folders);
        if out.told.last().is_none_or(|it| it != top) {
            out.told.push(top.to_owned());
        }
        out.carried.push(entry.clone());
    }
    out.told.dedup();
    out
}

/// Tells whether anything below a folder was made by others.
fn holds_foreign(live: &[Entry], folder: &Path, old: &Manifest) -> bool {
    let start = live.partition_point(|it| it.path.as_path() <= folder);
    let below = live[start..].iter().take_while(|it| it.path.starts_with(folder));
    below.filter(|it| it.kind != Kind::Folder).any(|it| it.path.to_str().is_none_or(|text| !old.0.contains_key(text)))
}

/// Returns the highest folder above a foreign entry in which nothing is ours, else the entry.
fn highest_foreign<'a>(path: &'a Path, our_folders: &BTreeSet<&str>) -> &'a Path {
    let is_ours = |it: &&Path| it.to_str().is_some_and(|text| text.is_empty() || our_folders.contains(text));
    path.ancestors().take_while(|it| !is_ours(it)).last().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{Adopt, BTreeSet, Entry, Foreign, Kind, Manifest, foreign, nested};
    use crate::write::Digest;

    /// Plans for a live tree (names that end in `/` are folders), the names of an old manifest and those of a new site.
    fn plan(live: &[&str], old: &[&str], new: &[&str], adopt: Adopt) -> Foreign {
        let entry = |it: &&str| Entry {
            path: it.trim_end_matches('/').into(),
            kind: if it.ends_with('/') { Kind::Folder } else { Kind::File },
            inode: 0,
        };
        let mut live: Vec<Entry> = live.iter().map(entry).collect();
        live.sort_by(|a, b| a.path.cmp(&b.path));
        let old = Manifest(old.iter().map(|it| ((*it).to_owned(), Digest([0; 32]))).collect());
        foreign(&live, &old, &new.iter().copied().collect::<BTreeSet<_>>(), adopt)
    }

    fn names(paths: &[std::path::PathBuf]) -> Vec<&str> {
        paths.iter().filter_map(|it| it.to_str()).collect()
    }

    #[test]
    fn what_no_build_made_is_carried_and_told() {
        let live = [
            "ar/",
            "ar/index.html",
            "ar/note.txt",
            "old/",
            "old/index.html",
            "CNAME",
            ".git/",
            ".git/HEAD",
            ".git/refs/",
            "MANIFEST.sha256",
        ];
        let found = plan(&live, &["ar/index.html", "old/index.html"], &["ar/index.html"], Adopt::No);
        assert_eq!(names(&found.told), [".git", "CNAME", "ar/note.txt"]);
        assert_eq!(found.carried.len(), 5);
        assert!(found.collisions.is_empty());
    }

    #[test]
    fn foreign_files_in_the_way_are_collisions_unless_adopted() {
        let check = |live: &[&str], adopt| plan(live, &[], &["ar/index.html"], adopt).collisions.len();
        assert_eq!(check(&["ar/", "ar/index.html"], Adopt::No), 1);
        assert_eq!(check(&["ar/", "ar/index.html"], Adopt::Yes), 0);
        assert_eq!(check(&["ar"], Adopt::Yes), 1, "a file is not replaced by a folder");
        assert_eq!(
            check(&["ar/", "ar/index.html/", "ar/index.html/x"], Adopt::Yes),
            1,
            "a folder is not replaced by a file"
        );
        assert_eq!(check(&["en/", "en/index.html"], Adopt::No), 0);
    }

    #[test]
    fn our_own_folder_may_become_a_file_unless_others_use_it() {
        let check = |live: &[&str]| plan(live, &["a/x"], &["a"], Adopt::No).collisions.len();
        assert_eq!(check(&["a/", "a/x"]), 0);
        assert_eq!(check(&["a/", "a/x", "a/y"]), 1);
        assert_eq!(check(&["a/", "a/empty/", "a/empty/empty/"]), 0, "folders without files are nothing to lose");
    }

    #[test]
    fn a_file_and_a_folder_of_one_name_are_told() {
        let found = nested([("a", "feeds"), ("a/b", "pages"), ("ab", "pages")].into_iter());
        assert_eq!(found.len(), 1);
    }
}
