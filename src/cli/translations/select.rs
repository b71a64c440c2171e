//! The texts and records that a person names: by path, by kind and key, by folder, or by file.

use crate::{
    pipeline::Gathered,
    site::{Translations, translations::Pair},
};

/// Returns the texts and records of these names, all when there is none; or the first name that fits nothing.
pub fn pairs<'a>(
    gathered: &Gathered,
    translations: &'a Translations,
    names: &[String],
) -> Result<Vec<&'a Pair>, String> {
    if names.is_empty() {
        return Ok(translations.pairs.iter().collect());
    }
    let mut chosen = vec![false; translations.pairs.len()];
    for name in names {
        let mut is_known = false;
        for (pair, chosen) in translations.pairs.iter().zip(&mut chosen) {
            if is_named(gathered, pair, name) {
                (is_known, *chosen) = (true, true);
            }
        }
        if !is_known {
            return Err(name.clone());
        }
    }
    Ok(translations.pairs.iter().zip(chosen).filter(|(_, it)| *it).map(|(pair, _)| pair).collect())
}

fn is_named(gathered: &Gathered, pair: &Pair, name: &str) -> bool {
    let name = name.strip_prefix("./").unwrap_or(name).replace('\\', "/");
    let inner = name.strip_prefix("content/").unwrap_or(&name).trim_end_matches('/');
    let path = pair.path();
    let is_below = |folder: &str| path.strip_prefix(folder).is_some_and(|it| it.starts_with('/'));
    let is_file = |file: &str| file.strip_prefix("content/").is_some_and(|it| it == inner);
    let files =
        pair.units.iter().flat_map(|it| it.halves.iter()).map(|(_, it)| &*gathered.sources.file(it.span.file).path);
    path == inner || is_below(inner) || pair.name == name || files.into_iter().any(is_file)
}
