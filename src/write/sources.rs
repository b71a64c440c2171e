//! Writes files below the site's own sources, for the few commands that may: all of them or none.
//!
//! Every file is staged beside its place, complete and on the disk, before the first one takes its place by a rename. When a
//! rename is refused, those before it are taken back. A program killed between two renames leaves whole files of both versions.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::{
    Fault, place,
    system::{ignore_gone, sync_names},
};

/// One file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its path below the site's folder: `content/translations.lock`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Writes files below `content/` of a site. A file that says the same already is not touched.
pub fn sources(site: &Path, changes: &[Change]) -> Result<(), Fault> {
    let mut staged: Vec<Staged> = Vec::new();
    for change in changes {
        if !place::is_inside(&change.path) || !change.path.starts_with("content/") {
            let origin = "translations".to_owned();
            take_back(&staged);
            return Err(Fault::BadPath { path: change.path.clone(), origin });
        }
        let path = site.join(&change.path);
        match stage(&path, &change.bytes) {
            Ok(None) => {}
            Ok(Some(it)) => staged.push(it),
            Err(cause) => {
                take_back(&staged);
                return Err(Fault::Disk { path, cause });
            }
        }
    }
    for at in 0..staged.len() {
        if let Err(cause) = fs::rename(&staged[at].new, &staged[at].place) {
            restore(&staged[..at]);
            take_back(&staged);
            return Err(Fault::Disk { path: staged[at].place.clone(), cause });
        }
    }
    take_back(&staged);
    for folder in staged.iter().filter_map(|it| it.place.parent()) {
        sync_names(folder).map_err(Fault::disk(folder))?;
    }
    Ok(())
}

/// Removes files below `content/` of a site: those whose content has another place now.
pub fn discard(site: &Path, paths: &[&str]) -> Result<(), Fault> {
    for path in paths {
        if !place::is_inside(path) || !path.starts_with("content/") {
            return Err(Fault::BadPath { path: (*path).to_owned(), origin: "discard".to_owned() });
        }
        let whole = site.join(path);
        fs::remove_file(&whole).map_err(Fault::disk(&whole))?;
    }
    Ok(())
}

/// A file that waits beside its place.
struct Staged {
    place: PathBuf,
    new: PathBuf,
    /// The earlier file under a name of our own; none where there was no file.
    old: Option<PathBuf>,
}

fn stage(path: &Path, bytes: &[u8]) -> io::Result<Option<Staged>> {
    // A link stays a link: what it leads to is replaced.
    let place = fs::canonicalize(path).or_else(|cause| match cause.kind() {
        io::ErrorKind::NotFound => Ok(path.to_owned()),
        _ => Err(cause),
    })?;
    let earlier = match fs::read(&place) {
        Ok(earlier) if earlier == bytes => return Ok(None),
        Ok(_) => Some(fs::metadata(&place)?.permissions()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
        Err(cause) => return Err(cause),
    };
    if let Some(folder) = place.parent().filter(|_| earlier.is_none()) {
        fs::create_dir_all(folder)?;
    }
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = |ending: &str| place.with_file_name(format!(".{name}.tashawur-{ending}"));
    let (new, old) = (beside("new"), beside("old"));
    let written = write_new(&new, bytes, earlier.as_ref()).and_then(|()| match earlier {
        Some(_) => {
            ignore_gone(fs::remove_file(&old))?;
            fs::hard_link(&place, &old).or_else(|_| fs::copy(&place, &old).map(drop))
        }
        None => Ok(()),
    });
    if let Err(cause) = written {
        let _ = fs::remove_file(&new);
        return Err(cause);
    }
    Ok(Some(Staged { old: earlier.map(|_| old), place, new }))
}

fn write_new(path: &Path, bytes: &[u8], permissions: Option<&fs::Permissions>) -> io::Result<()> {
    ignore_gone(fs::remove_file(path))?;
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions.clone())?;
    }
    file.sync_all()
}

/// Puts the earlier files back.
fn restore(done: &[Staged]) {
    for it in done {
        let _ = match &it.old {
            Some(old) => fs::rename(old, &it.place),
            None => fs::remove_file(&it.place),
        };
    }
}

/// Removes what is left of our own names.
fn take_back(staged: &[Staged]) {
    for it in staged {
        let _ = fs::remove_file(&it.new);
        if let Some(old) = &it.old {
            let _ = fs::remove_file(old);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Change, sources};

    fn change(path: &str, text: &str) -> Change {
        Change { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn all_files_are_written_or_none() {
        let site = tempfile::tempdir().expect("a folder can be made");
        fs::create_dir(site.path().join("content")).expect("a folder can be made");
        fs::write(site.path().join("content/a.md"), "قديم").expect("a file can be written");
        let read = |name: &str| fs::read_to_string(site.path().join("content").join(name)).unwrap_or_default();
        sources(site.path(), &[change("content/a.md", "جديد"), change("content/b.md", "ب")]).expect("both are written");
        assert_eq!((read("a.md").as_str(), read("b.md").as_str()), ("جديد", "ب"));
        // The second one cannot be staged: a file stands where its folder would be.
        let refused = [change("content/a.md", "آخر"), change("content/b.md/c.md", "ج")];
        sources(site.path(), &refused).expect_err("is refused");
        assert_eq!(read("a.md"), "جديد");
        for wrong in ["../x", "content/../x", "themes/x.css", "/etc/x"] {
            sources(site.path(), &[change(wrong, "")]).expect_err(wrong);
        }
        assert_eq!(fs::read_dir(site.path().join("content")).expect("is a folder").count(), 2, "nothing is left over");
    }
}
