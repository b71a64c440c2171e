//! A site's design on its way from `site.yaml` to the theme: the files of its faces are looked for here.

use crate::{
    base::Lang,
    diag::{Checked, Diagnostic, codes},
    render::{self, Font, Shades},
    site::Config,
    source::Sources,
};

/// What a theme needs of a site's design, and the files to copy: from below the site's folder, to below the output folder.
#[derive(Default)]
pub struct Design {
    /// For the theme.
    pub render: render::Design,
    /// Files of faces.
    pub copies: Vec<(String, String)>,
}

/// Makes a site's design ready for its theme.
pub fn design(config: &Config, sources: &Sources) -> Checked<Design> {
    let mut found = Vec::new();
    let (mut fonts, mut copies) = (Vec::new(), Vec::new());
    let folder = format!("themes/{}/", config.theme.value);
    for it in &config.design.fonts {
        let path = format!("{folder}{}", it.file.value);
        let Some(asset) = sources.asset(&path) else {
            let fault = Diagnostic::at(&codes::site::NO_FILE, it.file.span);
            let fault = fault.with("file", it.file.value.as_str()).with("folder", folder.trim_end_matches('/'));
            let known = sources.assets.iter().filter_map(|it| it.path.strip_prefix(folder.as_str()));
            found.push(fault.nearest(&it.file.value, known));
            continue;
        };
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
    Checked::new(Design { render, copies }, found)
}
