//! Scripts of characters and of languages.

use icu::properties::{CodePointMapData, props::Script as IcuScript};

/// A script, as far as this program treats scripts differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Arabic letters.
    Arabic,
    /// Hebrew, Syriac, Thaana and other letters written from right to left.
    OtherRtl,
    /// Latin letters.
    Latin,
    /// Any other letters.
    Other,
}

impl Script {
    /// Tells whether it is written from right to left.
    pub fn is_rtl(self) -> bool {
        matches!(self, Self::Arabic | Self::OtherRtl)
    }

    /// Returns the tag of an undetermined language in this script.
    pub fn undetermined(self) -> &'static str {
        match self {
            Self::Arabic => "und-Arab",
            Self::Latin => "und-Latn",
            Self::OtherRtl | Self::Other => "und",
        }
    }
}

/// Returns the script of a letter.
pub fn of_char(it: char) -> Script {
    if it.is_ascii() {
        return Script::Latin;
    }
    match CodePointMapData::<IcuScript>::new().get(it) {
        IcuScript::Arabic => Script::Arabic,
        IcuScript::Latin => Script::Latin,
        IcuScript::Hebrew | IcuScript::Syriac | IcuScript::Thaana | IcuScript::Nko => Script::OtherRtl,
        _ => Script::Other,
    }
}

/// Returns the language of a tag without region and script: `ar` of `ar-EG`.
pub fn language(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// Returns the script of a language, by its explicit script subtag (`az-Arab`) or by custom.
pub fn of_language(tag: &str) -> Script {
    let named = tag.split(['-', '_']).skip(1).find(|it| it.len() == 4 && it.bytes().all(|it| it.is_ascii_alphabetic()));
    match named.map(str::to_ascii_lowercase).as_deref() {
        Some("arab") => return Script::Arabic,
        Some("latn") => return Script::Latin,
        Some("hebr" | "syrc" | "thaa" | "nkoo" | "adlm") => return Script::OtherRtl,
        Some(_) => return Script::Other,
        None => {}
    }
    match language(tag) {
        "ar" | "fa" | "ur" | "ckb" | "ps" | "sd" | "ug" | "arz" | "ary" | "apc" => Script::Arabic,
        "he" | "yi" | "syr" | "dv" => Script::OtherRtl,
        "ru" | "uk" | "bg" | "sr" | "mk" | "be" | "kk" | "ky" | "mn" | "el" | "hy" | "ka" | "am" | "ti" | "hi"
        | "bn" | "ta" | "te" | "th" | "my" | "km" | "lo" | "zh" | "ja" | "ko" => Script::Other,
        _ => Script::Latin,
    }
}
