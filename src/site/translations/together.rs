//! Which lines of a lock were accepted together: a merge that joins halves of two versions is seen, with or without marks of a conflict.

use std::collections::{BTreeMap, BTreeSet};

use super::lock::{Line, Sections};
use crate::{
    base::Fingerprint,
    diag::{Diagnostic, codes::lock as code},
};

/// A text's name and the id of a block.
type Entry<'a> = (&'a str, &'a str);

/// Gives the lines of each id what stands for all of them.
pub fn mark(sections: &mut Sections) {
    let digests: BTreeMap<(String, String), u32> =
        digests(sections).into_iter().map(|((name, id), it)| ((name.to_owned(), id.to_owned()), it)).collect();
    for ((name, _), lines) in sections.iter_mut() {
        for line in lines {
            line.together = digests.get(&(name.clone(), line.id.clone())).copied();
        }
    }
}

/// Tells of entries whose lines come from two versions and counts them as not accepted. Lines without a mark are taken as they are.
pub fn dispute(sections: &mut Sections, sink: &mut Vec<Diagnostic>) {
    let mut mixed: BTreeSet<(String, String)> = BTreeSet::new();
    let digests = digests(sections);
    for ((name, _), lines) in sections.iter() {
        let is_mixed =
            |it: &&Line| it.together.is_some() && digests.get(&(name.as_str(), it.id.as_str())) != it.together.as_ref();
        for line in lines.iter().filter(is_mixed) {
            if mixed.insert((name.clone(), line.id.clone())) && !line.is_disputed {
                let told = Diagnostic::at(&code::UNDECIDED, line.span).with("id", line.id.as_str());
                sink.push(told.with("text", name.split_once(' ').map_or("", |(_, it)| it)));
            }
        }
    }
    if mixed.is_empty() {
        return;
    }
    for ((name, _), lines) in sections.iter_mut() {
        for line in lines {
            line.is_disputed |= mixed.contains(&(name.clone(), line.id.clone()));
        }
    }
}

/// Returns for each entry that stands in several languages what stands for its contents.
fn digests(sections: &Sections) -> BTreeMap<Entry<'_>, u32> {
    let mut contents: BTreeMap<Entry<'_>, (u32, Vec<u8>)> = BTreeMap::new();
    for ((name, tag), lines) in sections {
        for Line { id, hash, .. } in lines {
            let (languages, bytes) = contents.entry((name, id)).or_default();
            *languages += 1;
            bytes.extend(tag.bytes().chain([b' ']).chain(hash.to_be_bytes()));
        }
    }
    let several = contents.into_iter().filter(|(_, (languages, _))| *languages > 1);
    several
        .map(|(entry, (_, it))| (entry, u32::try_from(Fingerprint::of_bytes(&it).0 >> 96).unwrap_or_default()))
        .collect()
}
