//! The languages of a site, and values that exist once per language.

use std::sync::Arc;

/// The direction of a language, as `site.yaml` declares it; never guessed from text (W3C qa-html-dir).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dir {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Dir {
    /// Returns the value of the HTML `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Names one language of the site by its rank in `site.yaml`; rank 0 is the default language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(pub u8);

impl Lang {
    /// Returns the rank as an index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One language of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language {
    /// BCP 47 tag, as in file names and addresses: `ar`, `en`.
    pub tag: Arc<str>,
    /// Declared direction.
    pub dir: Dir,
}

/// The languages of a site in declared order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Languages(pub Vec<Language>);

impl Languages {
    /// Returns the language that a wrong tag most likely means. Tags are too short for likeness: `fr` is no slip for another, but
    /// `arabic` or `ar-EG` begins with the right one.
    pub fn near(&self, wrong: &str) -> Option<&str> {
        let wrong = wrong.to_lowercase();
        self.0.iter().map(|it| &*it.tag).find(|it| wrong.starts_with(it))
    }

    /// Returns the language with this tag.
    pub fn find(&self, tag: &str) -> Option<Lang> {
        let at = self.0.iter().position(|it| &*it.tag == tag)?;
        u8::try_from(at).ok().map(Lang)
    }

    /// Returns the tag of a language.
    pub fn tag(&self, lang: Lang) -> &str {
        &self.0[lang.index()].tag
    }

    /// Returns the direction of a language.
    pub fn dir(&self, lang: Lang) -> Dir {
        self.0[lang.index()].dir
    }

    /// Lists the languages in declared order.
    pub fn iter(&self) -> impl Iterator<Item = Lang> + Clone + use<> {
        (0..u8::try_from(self.0.len()).unwrap_or(u8::MAX)).map(Lang)
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether no language is declared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One slot per language. Reading names a language and yields an `Option`, so that a missing translation cannot be forgotten.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PerLang<T>(Vec<Option<T>>);

impl<T> Default for PerLang<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> PerLang<T> {
    /// Returns the value in a language.
    pub fn get(&self, lang: Lang) -> Option<&T> {
        self.0.get(lang.index()).and_then(Option::as_ref)
    }

    /// Borrows the value in a language for a change.
    pub fn get_mut(&mut self, lang: Lang) -> Option<&mut T> {
        self.0.get_mut(lang.index()).and_then(Option::as_mut)
    }

    /// Puts a value into the slot of a language and returns what stood there.
    pub fn set(&mut self, lang: Lang, value: T) -> Option<T> {
        if self.0.len() <= lang.index() {
            self.0.resize_with(lang.index() + 1, || None);
        }
        self.0[lang.index()].replace(value)
    }

    /// Lists the filled slots in language order.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        let ranked = self.0.iter().zip(0u8..);
        ranked.filter_map(|(it, rank)| it.as_ref().map(|value| (Lang(rank), value)))
    }

    /// Lists the filled slots in language order for a change.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Lang, &mut T)> {
        let ranked = self.0.iter_mut().zip(0u8..);
        ranked.filter_map(|(it, rank)| it.as_mut().map(|value| (Lang(rank), value)))
    }

    /// Returns the value in `lang`, else the first that exists, with its language.
    pub fn get_or_first(&self, lang: Lang) -> Option<(Lang, &T)> {
        self.get(lang).map(|it| (lang, it)).or_else(|| self.iter().next())
    }

    /// Tells whether no slot is filled.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Changes every value.
    pub fn map<U>(&self, mut change: impl FnMut(Lang, &T) -> U) -> PerLang<U> {
        let mut out = PerLang::default();
        for (lang, value) in self.iter() {
            out.set(lang, change(lang, value));
        }
        out
    }
}

impl<T> FromIterator<(Lang, T)> for PerLang<T> {
    fn from_iter<I: IntoIterator<Item = (Lang, T)>>(pairs: I) -> Self {
        let mut out = Self::default();
        for (lang, value) in pairs {
            out.set(lang, value);
        }
        out
    }
}
