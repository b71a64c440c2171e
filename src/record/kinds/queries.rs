//! Questions that later stages ask of kinds.

use super::{Kind, KindField, Kinds, Translations};
use crate::base::{Lang, Languages};

impl Kinds {
    /// Returns the kinds by name; their ranks name them in the site.
    pub fn all(&self) -> &[Kind] {
        &self.kinds
    }
}

impl KindField {
    /// Tells whether it holds references to any number of records.
    pub fn is_list_of_refs(&self) -> bool {
        self.of_type.name == "refs" || (self.of_type.name == "ref" && self.list)
    }

    /// Tells whether it may hold several values.
    pub fn is_list(&self) -> bool {
        self.list || self.of_type.name == "refs"
    }

    /// Tells whether its values may say when or by which source they hold.
    pub fn is_qualified(&self) -> bool {
        self.dated || self.sourced
    }
}

impl Translations {
    /// Tells whether every language must be there.
    pub fn is_required(&self) -> bool {
        matches!(self, Self::Required)
    }

    /// Tells whether records of the kind have a page in a language.
    pub fn covers(&self, lang: Lang, languages: &Languages) -> bool {
        match self {
            Self::Only(only, _) => *only == lang,
            Self::Required | Self::Optional | Self::Within(_) => lang.index() < languages.len(),
        }
    }
}
