//! Words and theme of the last build, for the next one: they change seldom and cost much to load.

use std::sync::Arc;

use crate::{
    base::Fingerprint,
    diag::Checked,
    locale::Locales,
    pipeline,
    render::{Design, Theme},
    site::Config,
    source::Sources,
};

/// What a value was made of, the value, and what was found while making it.
type Kept<T> = Option<(Fingerprint, Checked<Arc<T>>)>;

/// Words and theme.
#[derive(Default)]
pub struct Words {
    locales: Kept<Locales>,
    theme: Kept<Theme>,
}

impl Words {
    /// Returns the words of a site in its languages.
    pub fn locales(&mut self, config: &Config, sources: &Sources) -> Checked<Arc<Locales>> {
        // What was found names places in `site.yaml`, so the places are part of the key.
        let tags = format!("{:?}", config.tags);
        let key = Fingerprint::of(&(&config.languages, &config.formats, tags, prints(sources, "locales/")));
        keep(&mut self.locales, key, || pipeline::locales(config, sources))
    }

    /// Returns the theme of a site, whose words are those that [`Words::locales`] returned last.
    pub fn theme(
        &mut self,
        config: &Config,
        sources: &Sources,
        locales: &Locales,
        design: &Design,
    ) -> Checked<Arc<Theme>> {
        let words = self.locales.as_ref().map(|it| it.0);
        // What was found names places in `site.yaml`, so the places are part of the key.
        let named = format!("{:?} {design:?}", config.theme);
        let key = Fingerprint::of(&(words, named, config.minify, prints(sources, "themes/")));
        keep(&mut self.theme, key, || pipeline::theme(config, sources, locales, design))
    }
}

/// Lists what stands for the files below a folder: rank, path, content.
fn prints<'a>(sources: &'a Sources, folder: &str) -> Vec<(u32, &'a str, Fingerprint)> {
    sources.below(folder).iter().map(|it| (it.id.0, &*it.path, it.fingerprint)).collect()
}

fn keep<T>(kept: &mut Kept<T>, key: Fingerprint, make: impl FnOnce() -> Checked<T>) -> Checked<Arc<T>> {
    let same = kept.take().filter(|it| it.0 == key).map(|it| it.1);
    let value = same.unwrap_or_else(|| {
        let Checked { value, diagnostics } = make();
        Checked::new(Arc::new(value), diagnostics)
    });
    *kept = Some((key, Checked::new(Arc::clone(&value.value), value.diagnostics.clone())));
    value
}
