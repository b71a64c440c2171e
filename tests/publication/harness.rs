//! A site folder with an output, and sentences about it.

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::Duration,
};

use tashawur::write::{Fault, Folder, FolderOptions, Protected, Published, System, Target};

/// The real system, without waiting for the disk: what reaches it when the power fails is not seen here.
pub fn quick() -> System {
    System { sync: |_| Ok(()), ..System::default() }
}

/// A site as paths and texts.
pub type Pages = BTreeMap<String, String>;

/// A site folder on disk; its output is `public`.
pub struct Home {
    folder: tempfile::TempDir,
    pub system: System,
    pub adopt: bool,
}

impl Home {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir_all(folder.path().join("site/content")).expect("makes the site");
        Self { folder, system: quick(), adopt: false }
    }

    /// A path below the site's folder.
    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join("site").join(path)
    }

    /// A path in the output.
    pub fn out(&self, path: &str) -> PathBuf {
        if path.is_empty() { self.at("public") } else { self.at("public").join(path) }
    }

    pub fn put(&self, path: &str, text: &str) {
        let full = self.out(path);
        fs::create_dir_all(full.parent().expect("has a parent")).expect("makes a folder");
        fs::write(full, text).expect("writes a file");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.out(path)).unwrap_or_else(|it| format!("<{path}: {it}>"))
    }

    pub fn inode(&self, path: &str) -> u64 {
        fs::symlink_metadata(self.out(path)).expect("the file stands").ino()
    }

    pub fn open(&self) -> Result<Folder, Fault> {
        self.open_at(&self.out(""))
    }

    pub fn open_at(&self, output: &Path) -> Result<Folder, Fault> {
        let site = self.at("");
        let options = FolderOptions {
            protected: Protected::site(&site, None),
            adopt: self.adopt,
            // Another test that starts a process holds every lock of this one between fork and exec.
            wait: Duration::from_secs(20),
            waiting: &|| {},
            system: self.system,
        };
        Folder::open(output, &options)
    }

    /// Builds a site of these pages.
    pub fn try_build(&self, pages: &Pages) -> Result<Published, Fault> {
        put_all(self.open()?, pages)
    }

    pub fn build(&self, pages: &Pages) -> Published {
        self.try_build(pages).expect("the disk has no faults")
    }

    /// Everything below the output but the manifest: files by path with their text, links with their target.
    pub fn tree(&self) -> Pages {
        tree(&self.out(""))
    }

    /// What stands in the site's folder beside its content.
    pub fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.at(""))
            .expect("lists the site")
            .map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|it| it != "content").collect();
        names.sort();
        names
    }
}

pub fn put_all(folder: Folder, pages: &Pages) -> Result<Published, Fault> {
    use rayon::prelude::*;
    pages.par_iter().try_for_each(|(path, text)| folder.put(path, "pages", text.as_bytes()).map(drop))?;
    folder.publish()
}

pub fn pages(files: &[(&str, &str)]) -> Pages {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// Lists a tree without its manifest; empty folders end in `/`.
pub fn tree(root: &Path) -> Pages {
    let mut out = Pages::new();
    for entry in walkdir::WalkDir::new(root).min_depth(1).sort_by_file_name() {
        let entry = entry.expect("walks the tree");
        let path = entry.path().strip_prefix(root).expect("below").to_string_lossy().into_owned();
        let of = entry.file_type();
        if of.is_symlink() {
            out.insert(path, format!("-> {}", fs::read_link(entry.path()).expect("a link").display()));
        } else if of.is_file() && path != "MANIFEST.sha256" {
            out.insert(path, fs::read_to_string(entry.path()).expect("text"));
        } else if of.is_dir() && fs::read_dir(entry.path()).expect("a folder").next().is_none() {
            out.insert(format!("{path}/"), String::new());
        }
    }
    out
}

/// The codes of what was found, with their paths.
pub fn found(published: &Published) -> Vec<String> {
    let show = |it: &tashawur::diag::Diagnostic| {
        let path = it.args.iter().find(|arg| arg.0 == "path").map(|arg| format!("{:?}", arg.1)).unwrap_or_default();
        format!("{} {}", it.code.name, path.trim_start_matches("Text(\"").trim_end_matches("\")"))
    };
    let mut out: Vec<String> = published.diagnostics.iter().map(show).collect();
    out.sort();
    out
}

/// A first site of three files.
pub fn first() -> Pages {
    pages(&[("ar/index.html", "مرحبا"), ("en/index.html", "Welcome"), ("assets/style.css", "body{}")])
}

/// A second site: one page changed, one gone, one new.
pub fn second() -> Pages {
    pages(&[
        ("ar/index.html", "أهلا"),
        ("assets/style.css", "body{}"),
        ("ar/mandates/resolution-7833/index.html", "قرار"),
    ])
}
