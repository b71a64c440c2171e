//! The part of the schema.org vocabulary that an institution's records need: types, their parents, their properties.
//!
//! `schema.txt` has a line for each type, `Type < Parents: own properties`; a type has the properties of its parents too.
//! What is left out there (shops, vehicles, medicine) is told as unknown, which a site may lower.

use std::{collections::BTreeMap, sync::LazyLock};

static TYPES: LazyLock<BTreeMap<&str, Type>> =
    LazyLock::new(|| include_str!("schema.txt").lines().filter_map(line).collect());

struct Type {
    parents: Vec<&'static str>,
    own: Vec<&'static str>,
}

fn line(text: &'static str) -> Option<(&'static str, Type)> {
    let (head, own) = text.split_once(':')?;
    let (name, parents) = head.split_once(" < ").unwrap_or((head, ""));
    Some((name, Type { parents: parents.split_whitespace().collect(), own: own.split_whitespace().collect() }))
}

/// Lists the types.
pub fn types() -> impl Iterator<Item = &'static str> {
    TYPES.keys().copied()
}

/// Tells whether a type is known.
pub fn is_type(name: &str) -> bool {
    TYPES.contains_key(name)
}

/// Tells whether a type is another one or below it.
pub fn is_a(name: &str, other: &str) -> bool {
    name == other || TYPES.get(name).is_some_and(|it| it.parents.iter().any(|parent| is_a(parent, other)))
}

/// Lists the properties of a type, its own first; none of a type that is unknown.
pub fn properties(name: &str) -> Vec<&'static str> {
    let Some(found) = TYPES.get(name) else { return Vec::new() };
    let mut out = found.own.clone();
    for parent in &found.parents {
        for property in properties(parent) {
            if !out.contains(&property) {
                out.push(property);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{TYPES, is_a, is_type, properties};

    #[test]
    fn every_parent_is_a_type_and_every_name_has_the_form_of_one() {
        assert!(TYPES.len() > 100);
        for (name, found) in &*TYPES {
            assert!(found.parents.iter().all(|it| is_type(it)), "{name}");
            assert!(name.starts_with(|it: char| it.is_ascii_uppercase()), "{name}");
            assert!(found.own.iter().all(|it| it.starts_with(|it: char| it.is_ascii_lowercase())), "{name}");
            assert!(is_a(name, "Thing"), "{name}");
        }
    }

    #[test]
    fn a_type_has_the_properties_of_those_above_it() {
        let found = properties("GovernmentOrganization");
        assert!(found.contains(&"parentOrganization") && found.contains(&"name"));
        assert!(!found.contains(&"legislationDate"));
        assert!(properties("Legislation").contains(&"inLanguage"));
        assert!(properties("Nothing").is_empty());
    }
}
