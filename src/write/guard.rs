//! Which folders may be an output: none that the build reads, and none that holds them.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use super::Fault;

/// The folders that an output may not touch.
#[derive(Clone, Debug, Default)]
pub struct Protected {
    /// The site's folder: an output may lie in it, but may not be it or contain it.
    pub site: PathBuf,
    /// Folders that an output may not be, lie in or contain: sources and cache.
    pub folders: Vec<PathBuf>,
}

impl Protected {
    /// Protects a site with its three source folders and a cache.
    pub fn site(site: &Path, cache: Option<&Path>) -> Self {
        let sources = ["content", "themes", "locales", ".git"].iter().map(|it| site.join(it));
        Self { site: site.to_owned(), folders: sources.chain(cache.map(Path::to_owned)).collect() }
    }
}

/// Refuses an output that would touch what must not be written.
pub fn check(output: &Path, protected: &Protected) -> Result<(), Fault> {
    let real = |path: &Path| resolve(path).map_err(Fault::disk(path));
    let out = real(output)?;
    let refuse = |other: &Path| Err(Fault::Protected { output: output.to_owned(), other: other.to_owned() });
    if real(&protected.site)?.starts_with(&out) {
        return refuse(&protected.site);
    }
    for folder in &protected.folders {
        let other = real(folder)?;
        if out.starts_with(&other) || other.starts_with(&out) {
            return refuse(folder);
        }
    }
    Ok(())
}

/// Returns a path without links, `.` and `..`, though its end may not exist yet.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut missing: Vec<OsString> = Vec::new();
    let mut here = std::path::absolute(path)?;
    loop {
        match fs::canonicalize(&here) {
            Ok(mut found) => {
                found.extend(missing.iter().rev());
                return Ok(found);
            }
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                // A `..` after something that does not exist has no meaning on disk.
                let Some(name) = here.file_name().map(ToOwned::to_owned) else { return Err(cause) };
                missing.push(name);
                here.pop();
            }
            Err(cause) => return Err(cause),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::symlink};

    use super::{Fault, Protected, check};

    #[test]
    fn outputs_that_touch_sources_or_cache_are_refused() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let site = home.path().join("kb/site");
        let cache = home.path().join("cache");
        for folder in [&site.join("content/a"), &site.join("public"), &cache] {
            fs::create_dir_all(folder).expect("makes a folder");
        }
        symlink("content", site.join("linked")).expect("makes a link");
        let protected = Protected::site(&site, Some(&cache));
        let is_refused =
            |path: &str| matches!(check(&home.path().join(path), &protected), Err(Fault::Protected { .. }));
        for bad in [
            "kb/site",
            "kb",
            "",
            "kb/site/content",
            "kb/site/content/a",
            "kb/site/content/new/public",
            "kb/site/themes",
            "kb/site/locales/x",
            "cache",
            "cache/x",
            "kb/site/linked",
            "kb/site/linked/x",
            "kb/site/public/../content",
            "kb/site/.git/x",
        ] {
            assert!(is_refused(bad), "{bad}");
        }
        for good in ["kb/site/public", "kb/public", "out", "kb/site/new/public", "kb/site/contents"] {
            assert!(!is_refused(good), "{good}");
        }
    }
}
