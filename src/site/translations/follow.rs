//! What was accepted stays so where only the names of pages in links changed, in every language at once.

use std::collections::BTreeSet;

use super::{Line, Sections, Since, Translations, together};
use crate::{base::Lang, site::Site};

/// Returns the lock of `after`, in which everything that was as accepted in `before` is accepted as it says now. `renamed` tells
/// the new name of a section.
pub fn follow<'n>(before: &Site, after: &Site, renamed: impl Fn(&str) -> Option<&'n str>) -> Option<Sections> {
    let (earlier, now) = (before.translations.as_ref()?, after.translations.as_ref()?);
    let kept = unchanged(earlier, &renamed);
    let mut out = now.sections.clone();
    let mut followed = BTreeSet::new();
    for pair in &now.pairs {
        for unit in &pair.units {
            for (lang, half) in unit.halves.iter() {
                let is_kept = kept.contains(&(pair.name.clone(), unit.id.clone(), lang));
                if !is_kept || !matches!(half.since, Since::Changed(_)) {
                    continue;
                }
                let section = (pair.name.clone(), after.languages().tag(lang).to_owned());
                let lines = out.get_mut(&section).map(Vec::as_mut_slice).unwrap_or_default();
                if let Some(line) = lines.iter_mut().find(|it| it.id == unit.id) {
                    *line = Line { hash: half.hash, text: pair.text(after, unit, lang), ..line.clone() };
                    followed.insert((pair.name.clone(), unit.id.clone()));
                }
            }
        }
    }
    let mut marked = out.clone();
    together::mark(&mut marked);
    // What two versions disagree on stays disputed; only what follows gets a new mark.
    for (section, lines) in &mut out {
        for (line, marked) in lines.iter_mut().zip(&marked[section]) {
            if followed.contains(&(section.0.clone(), line.id.clone())) {
                line.together = marked.together;
            }
        }
    }
    Some(out)
}

fn unchanged<'n>(
    earlier: &Translations,
    renamed: &impl Fn(&str) -> Option<&'n str>,
) -> BTreeSet<(String, String, Lang)> {
    let mut out = BTreeSet::new();
    for pair in &earlier.pairs {
        let name = renamed(&pair.name).unwrap_or(&pair.name);
        for unit in &pair.units {
            let same = unit.halves.iter().filter(|(_, half)| half.since == Since::Same);
            out.extend(same.map(|(lang, _)| (name.to_owned(), unit.id.clone(), lang)));
        }
    }
    out
}
