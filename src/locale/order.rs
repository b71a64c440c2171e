//! Order of names and the letters under which an index lists them.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use icu::{
    collator::{Collator, CollatorBorrowed, options::CollatorOptions, preferences::CollationNumericOrdering},
    normalizer::{DecomposingNormalizer, DecomposingNormalizerBorrowed},
};

use super::format::icu_tag;
use crate::text::{order::sort_text, script, words::is_mark};

/// Collation of one language.
pub struct Order {
    tag: String,
    collator: CollatorBorrowed<'static>,
    /// Keys that were asked for: collation is dear, and several lists of one site, and builds that follow each other, ask
    /// for the same names.
    keys: RwLock<HashMap<Box<str>, Box<[u8]>>>,
}

impl Order {
    /// Returns the order of a language; of the root where the tag says nothing.
    pub fn new(tag: &str) -> Self {
        let mut preferences: icu::collator::CollatorPreferences = (&icu_tag(tag)).into();
        // 68/4 stands before 68/10.
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = Collator::try_new(preferences, CollatorOptions::default());
        let collator = collator.expect("the root collation is compiled in");
        Self { tag: tag.to_owned(), collator, keys: RwLock::default() }
    }

    /// Returns bytes that compare as the names do: the language's own script, other scripts, figures, signs; in each without
    /// article, carriers of hamza as their letter, then as written.
    pub fn key(&self, name: &str) -> Vec<u8> {
        if let Some(known) = self.keys.read().unwrap_or_else(PoisonError::into_inner).get(name) {
            return known.to_vec();
        }
        let made = self.make_key(name);
        self.keys.write().unwrap_or_else(PoisonError::into_inner).insert(name.into(), made.as_slice().into());
        made
    }

    fn make_key(&self, name: &str) -> Vec<u8> {
        let text = sort_text(name, &self.tag);
        let mut out = vec![self.block(&text)];
        let Ok(()) =
            self.collator.write_sort_key_to(&text.chars().map(|it| self.carrier(it)).collect::<String>(), &mut out);
        // Sort keys hold no zero byte, so that a shorter first part stands before a longer one.
        out.push(0);
        let Ok(()) = self.collator.write_sort_key_to(name, &mut out);
        // `2014` and `٢٠١٤` are one name to the collation; which comes first must not depend on the input.
        out.push(0);
        out.extend_from_slice(name.as_bytes());
        out
    }

    /// Returns the letter under which an index lists the name: `ا` for `الأردن`, `E` for `école`, `#` for what begins with no letter.
    pub fn letter(&self, name: &str) -> String {
        let text = sort_text(name, &self.tag);
        first(&text).filter(|it| it.is_alphabetic()).map_or_else(|| "#".to_owned(), |it| self.heading(it))
    }

    /// Returns the rank of the block to which a name belongs.
    fn block(&self, text: &str) -> u8 {
        match first(text) {
            Some(it) if it.is_alphabetic() && script::of_char(it) == script::of_language(&self.tag) => 1,
            Some(it) if it.is_alphabetic() => 2,
            Some(_) => 3,
            None => 4,
        }
    }

    /// Returns the letter that carries a hamza, in Arabic also the one that a foreign sound is written after; else the letter itself.
    fn carrier(&self, it: char) -> char {
        let is_arabic = script::language(&self.tag) == "ar";
        match it {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ؤ' => 'و',
            'ئ' | 'ى' | 'ی' => 'ي',
            'ک' => 'ك',
            'ڤ' if is_arabic => 'ف',
            'پ' if is_arabic => 'ب',
            'چ' if is_arabic => 'ج',
            'گ' if is_arabic => 'ك',
            'ژ' if is_arabic => 'ز',
            _ => it,
        }
    }

    /// Returns a letter without marks, as a capital where there are capitals.
    fn heading(&self, it: char) -> String {
        const PARTS: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfkd();
        let mut buffer = [0; 4];
        let base = PARTS.normalize(self.carrier(it).encode_utf8(&mut buffer)).chars().next().unwrap_or(it);
        self.carrier(base).to_uppercase().collect()
    }
}

/// Returns the first letter or digit; tatweel is neither.
fn first(text: &str) -> Option<char> {
    text.chars().find(|it| it.is_alphanumeric() && !is_mark(*it) && *it != 'ـ')
}
