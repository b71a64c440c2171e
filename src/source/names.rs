//! Names of files and folders: what cannot be an address, what file systems cannot tell apart.

use std::collections::BTreeMap;

use icu::normalizer::ComposingNormalizerBorrowed;

use super::{
    Entry, EntryKind, Refusal,
    class::{Class, classify},
    limits,
};
use crate::diag::{Diagnostic, codes::file};

/// Returns what is wrong with the names of `entries`, which are sorted by path.
pub fn check(entries: &[Entry]) -> Vec<Diagnostic> {
    // What is passed over never becomes an address.
    let is_used = |it: &&Entry| it.kind != EntryKind::File || classify(&it.path) != Class::Ignored;
    let mut out: Vec<Diagnostic> = entries.iter().filter(is_used).filter_map(bad_name).collect();
    out.extend(clashes(entries));
    out
}

fn bad_name(entry: &Entry) -> Option<Diagnostic> {
    let name = leaf(&entry.path);
    let is_bad =
        entry.kind == EntryKind::Refused(Refusal::Name) || !is_address(name) || entry.path.len() > limits::PATH_BYTES;
    if !is_bad {
        return None;
    }
    let found = Diagnostic::path(&file::BAD_NAME, &entry.path).with("name", name);
    let near = suggest(name);
    Some(if near.is_empty() || near == name { found } else { found.with("near", near).hint("near") })
}

/// Tells whether every browser, host and file system keeps this name as it is.
fn is_address(name: &str) -> bool {
    let has_bad_end = name.starts_with('-') || name.ends_with('.');
    name.len() <= limits::NAME_BYTES
        && !has_bad_end
        && !is_reserved(name)
        && name.chars().all(is_plain)
        && nfc().is_normalized(name)
}

/// Letters of every script stand in addresses; what separates, quotes, escapes, hides or turns direction does not.
fn is_plain(it: char) -> bool {
    let is_invisible = matches!(it, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFFD}');
    !it.is_control() && !it.is_whitespace() && !is_invisible && !"\\:*?\"<>|#%".contains(it)
}

/// Names that Windows keeps for devices: a checkout there loses the file.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_numbered = stem.len() == 4
        && (stem.starts_with("com") || stem.starts_with("lpt"))
        && stem.ends_with(|it: char| ('1'..='9').contains(&it));
    is_numbered || ["con", "prn", "aux", "nul"].contains(&stem.as_str())
}

fn suggest(name: &str) -> String {
    let normal = nfc().normalize(name);
    let words = normal.split(|it| !is_plain(it)).filter(|it| !it.is_empty());
    let joined = words.collect::<Vec<_>>().join("-").replace("-.", ".");
    let kept = joined.trim_start_matches('-').trim_end_matches('.');
    if kept.len() > limits::NAME_BYTES || is_reserved(kept) || kept.starts_with('.') {
        String::new()
    } else {
        kept.to_owned()
    }
}

/// Siblings that differ only in letter case or composition: one file on macOS and Windows, two on Linux.
fn clashes(entries: &[Entry]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut out = Vec::new();
    for Entry { path, .. } in entries {
        // Only the name is folded: a clash between folders is told once, at the folders.
        let (folder, name) = path.split_at(path.len() - leaf(path).len());
        let folded = format!("{folder}{}", nfc().normalize(&name.to_lowercase()));
        match seen.get(&folded) {
            Some(first) => out.push(Diagnostic::path(&file::NAME_CLASH, path).with("other", *first)),
            None => drop(seen.insert(folded, path)),
        }
    }
    out
}

fn leaf(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

fn nfc() -> ComposingNormalizerBorrowed<'static> {
    const { ComposingNormalizerBorrowed::new_nfc() }
}

#[cfg(test)]
mod tests {
    use super::{Entry, EntryKind, check};

    fn found(paths: &[&str]) -> Vec<String> {
        let entry = |it: &&str| Entry { path: (*it).into(), kind: EntryKind::File };
        let mut entries: Vec<Entry> = paths.iter().map(entry).collect();
        entries.sort();
        check(&entries).iter().map(|it| format!("{} {:?}", it.code.name, it.args)).collect()
    }

    #[test]
    fn arabic_names_are_addresses() {
        assert!(found(&["content/قرارات/قرار-٧٨٣٣.pdf", "content/a_b.c.png"]).is_empty());
    }

    #[test]
    fn names_that_no_address_keeps_are_told_with_a_better_one() {
        let bad = |name: &str| found(&[&format!("content/{name}")]).pop().unwrap_or_default();
        assert!(bad("annual report.pdf").contains("annual-report.pdf"));
        assert!(bad("a#b.png").contains("a-b.png"));
        assert!(bad("\u{627}\u{653}.png").contains("bad-name"), "not NFC");
        assert!(bad("a\u{202E}gnp.exe.png").contains("bad-name"));
        assert!(bad("aux.md").contains("bad-name"));
        assert!(bad("a.").contains("bad-name"));
        assert!(bad(&format!("{}.md", "ق".repeat(120))).contains("bad-name"));
    }

    #[test]
    fn siblings_that_differ_in_case_or_composition_clash() {
        assert_eq!(found(&["content/A.md", "content/a.md"]).len(), 1);
        assert_eq!(found(&["content/A/x.md", "content/a/X.md"]).len(), 0, "not siblings");
        let composed = found(&["content/\u{622}.md", "content/\u{627}\u{653}.md"]);
        assert!(composed.iter().any(|it| it.starts_with("file/name-clash")), "{composed:?}");
    }
}
