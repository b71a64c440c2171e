//! A site's design on its way from `site.yaml` to the theme: the files of its faces are looked for here.

use crate::{
    base::{Lang, Spanned},
    diag::{Checked, Diagnostic, codes},
    render::{self, Font, Shades},
    site::Config,
    source::{Asset, Sources},
};

/// What a theme needs of a site's design, and the files to copy: from below the site's folder, to below the output folder.
#[derive(Default)]
pub struct Design {
    /// For the theme.
    pub render: render::Design,
    /// Files of faces.
    pub copies: Vec<(String, String)>,
    /// Files of faces with which cards are drawn, below the site's folder.
    pub card: Vec<String>,
}

/// Makes a site's design ready for its theme.
pub fn design(config: &Config, sources: &Sources) -> Checked<Design> {
    let mut found = Vec::new();
    let (mut fonts, mut copies) = (Vec::new(), Vec::new());
    let folder = format!("themes/{}/", config.theme.value);
    for it in &config.design.fonts {
        let Some((path, asset)) = file(&it.file, &folder, sources, &mut found) else { continue };
        let ending = path.rsplit_once('.').map_or("", |(_, it)| it);
        // Named by its content, so that it may be cached for ever.
        let file = format!("font-{}.{ending}", asset.fingerprint.short());
        copies.push((path.clone(), format!("assets/{file}")));
        fonts.push(Font { family: it.family.clone(), file, weight: it.weight.clone(), range: it.range.clone() });
    }
    copies.sort();
    copies.dedup();
    let shades = config.design.colours.iter();
    let colours = shades.map(|it| Shades { name: it.name.clone(), light: it.light.clone(), dark: it.dark.clone() });
    let tag = |lang: Lang| config.languages.tag(lang).to_owned();
    let faces = config.design.faces.iter().map(|(lang, names)| (tag(lang), config.languages.dir(lang), names.clone()));
    let render = render::Design { colours: colours.collect(), faces: faces.collect(), fonts };
    let card = card(config, &folder, sources, &mut found);
    Checked::new(Design { render, copies, card }, found)
}

/// Finds the faces for cards; a program that cannot draw says so, and the pages go without.
fn card(config: &Config, folder: &str, sources: &Sources, found: &mut Vec<Diagnostic>) -> Vec<String> {
    let names = &config.design.card;
    if let Some(first) = names.first().filter(|_| !cfg!(feature = "cards")) {
        found.push(Diagnostic::at(&codes::build::NO_CARDS, first.span));
        return Vec::new();
    }
    names.iter().filter_map(|it| file(it, folder, sources, found)).map(|(path, _)| path).collect()
}

/// Finds a file below the theme's folder.
fn file<'a>(
    name: &Spanned<String>,
    folder: &str,
    sources: &'a Sources,
    found: &mut Vec<Diagnostic>,
) -> Option<(String, &'a Asset)> {
    let path = format!("{folder}{}", name.value);
    let asset = sources.asset(&path);
    if asset.is_none() {
        let fault = Diagnostic::at(&codes::site::NO_FILE, name.span).with("file", name.value.as_str());
        let known = sources.assets.iter().filter_map(|it| it.path.strip_prefix(folder));
        found.push(fault.with("folder", folder.trim_end_matches('/')).nearest(&name.value, known));
    }
    asset.map(|it| (path, it))
}
