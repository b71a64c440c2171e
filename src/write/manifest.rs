//! `MANIFEST.sha256`: what this program wrote into the output, in the format of `sha256sum`, sorted by path.

use std::collections::BTreeMap;

use super::{Digest, place};

/// The path of the manifest in the output. It names every file but itself.
pub const MANIFEST: &str = "MANIFEST.sha256";

/// Files of a site with their digests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest(pub BTreeMap<String, Digest>);

impl Manifest {
    /// Reads a manifest. Lines that we would not have written are passed over: what they name counts as foreign.
    pub fn read(text: &str) -> Self {
        let line = |line: &str| {
            let (digest, path) = line.split_once("  ")?;
            let digest = Digest::from_hex(digest)?;
            (place::is_inside(path) && path != MANIFEST).then(|| (path.to_owned(), digest))
        };
        Self(text.lines().filter_map(line).collect())
    }

    /// Returns the text of the manifest.
    pub fn text(&self) -> String {
        self.0.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Digest, Manifest};

    #[test]
    fn a_manifest_is_read_as_it_is_written() {
        let names = ["ar/index.html", "assets/قرار.pdf", "ar/a b.txt"];
        let manifest = Manifest(names.iter().map(|it| ((*it).to_owned(), Digest::of(it.as_bytes()))).collect());
        assert_eq!(Manifest::read(&manifest.text()), manifest);
        assert!(manifest.text().lines().is_sorted_by_key(|it| it[66..].to_owned()));
    }

    #[test]
    fn a_forged_manifest_claims_nothing_outside() {
        let digest = Digest::of(b"");
        let text = format!(
            "{digest}  ../x\n{digest}  /etc/passwd\n{digest}  a/../b\nzz  c\n\\{digest}  d\n{digest}  MANIFEST.sha256\n"
        );
        assert_eq!(Manifest::read(&text), Manifest::default());
    }
}
