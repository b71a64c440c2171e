//! Addresses inside the site, and the relative links between them.

use std::fmt;

/// The address of an output below the site's root, without a leading slash: `ar/mandates/resolution-7833/`, `sitemap.xml`.
/// An address that ends in `/` (or is empty: the root page) is served from `index.html` in that folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(pub String);

impl Route {
    /// Returns the path of the file that serves this address.
    pub fn file(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') { format!("{}index.html", self.0) } else { self.0.clone() }
    }

    /// Returns how many folders lie between the site's root and this address.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }

    /// Returns the prefix that leads from this address to the site's root: `../../`, or `./` at the root.
    pub fn to_root(&self) -> String {
        match self.depth() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// Returns the relative link from this address to `target`, so that a site works under any prefix.
    pub fn link_to(&self, target: &Self) -> String {
        let here: Vec<&str> = self.folders().collect();
        let there: Vec<&str> = target.folders().collect();
        let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
        let mut out = "../".repeat(here.len() - shared);
        for folder in &there[shared..] {
            out.push_str(folder);
            out.push('/');
        }
        out.push_str(target.leaf());
        if out.is_empty() { "./".to_owned() } else { out }
    }

    fn leaf(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    fn folders(&self) -> impl Iterator<Item = &str> {
        let end = self.0.len() - self.leaf().len();
        self.0[..end].split('/').filter(|it| !it.is_empty())
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    fn link(from: &str, to: &str) -> String {
        Route(from.to_owned()).link_to(&Route(to.to_owned()))
    }

    #[test]
    fn links_are_relative() {
        assert_eq!(link("ar/mandates/a/", "ar/mandates/b/"), "../b/");
        assert_eq!(link("ar/mandates/a/", "en/mandates/a/"), "../../../en/mandates/a/");
        assert_eq!(link("ar/", "ar/"), "./");
        assert_eq!(link("", "ar/"), "ar/");
        assert_eq!(link("ar/a/", ""), "../../");
        assert_eq!(link("", ""), "./");
        assert_eq!(link("ar/a/", "assets/style.css"), "../../assets/style.css");
        assert_eq!(link("ar/", "ar/a/"), "a/");
    }

    #[test]
    fn addresses_name_their_file() {
        assert_eq!(Route("ar/a/".into()).file(), "ar/a/index.html");
        assert_eq!(Route(String::new()).file(), "index.html");
        assert_eq!(Route("404.html".into()).file(), "404.html");
    }
}
