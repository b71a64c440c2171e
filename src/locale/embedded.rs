//! The messages and explanations that the program carries, as `build.rs` found them in `locales/`.

/// The files of one language.
#[derive(Debug)]
pub struct Embedded {
    /// BCP 47 tag, the name of the folder.
    pub tag: &'static str,
    /// Message files: path below the folder and text.
    pub messages: &'static [(&'static str, &'static str)],
    /// Explanations: code and Markdown.
    pub explain: &'static [(&'static str, &'static str)],
}

/// Every language that the program speaks, in tag order.
pub static LANGUAGES: &[Embedded] = include!(concat!(env!("OUT_DIR"), "/locale_table.rs"));

/// Returns the files of the language, also for a tag with a region: `ar-EG` speaks `ar`.
pub fn find(tag: &str) -> Option<&'static Embedded> {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    let by = |wanted: &str| LANGUAGES.iter().find(|it| it.tag.eq_ignore_ascii_case(wanted));
    by(tag).or_else(|| by(language))
}
