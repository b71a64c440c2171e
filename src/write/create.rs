//! Writes files where none were: the sources of a new site.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::{Fault, place};

/// Writes files, by their paths below a folder, which is made when it is not there. None of them may exist: then, or when the
/// machine refuses one, those that were written are removed again. Folders that were made stay.
pub fn create(folder: &Path, files: &[(&str, &[u8])]) -> Result<(), Fault> {
    let mut made: Vec<PathBuf> = Vec::new();
    for (path, bytes) in files {
        if !place::is_inside(path) {
            remove(&made);
            return Err(Fault::BadPath { path: (*path).to_owned(), origin: "create".to_owned() });
        }
        let whole = folder.join(path);
        if let Err(cause) = write(&whole, bytes) {
            remove(&made);
            return Err(Fault::Disk { path: whole, cause });
        }
        made.push(whole);
    }
    Ok(())
}

/// Writes files that this program made before, or makes them: each takes the place of the earlier one as a whole.
pub fn renew(folder: &Path, files: &[(&str, &[u8])]) -> Result<(), Fault> {
    for (path, bytes) in files {
        let whole = folder.join(path);
        let staged = whole.with_extension("tashawur-new");
        remove(std::slice::from_ref(&staged));
        write(&staged, bytes).map_err(Fault::disk(&staged))?;
        fs::rename(&staged, &whole).map_err(Fault::disk(&whole))?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create_new(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.inspect_err(|_| remove(&[path.to_owned()]))
}

/// Removes what was written; what resists is left to its owner, who is told of the first fault.
fn remove(files: &[PathBuf]) {
    for path in files {
        fs::remove_file(path).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{create, renew};

    #[test]
    fn all_files_are_written_or_none() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        create(folder.path(), &[("content/a.md", b"a"), ("content/b/c.md", b"c")]).expect("the folder is empty");
        assert_eq!(fs::read(folder.path().join("content/b/c.md")).expect("it was written"), b"c");
        let taken = create(folder.path(), &[("content/new.md", b"new"), ("content/a.md", b"other")]);
        assert!(taken.is_err());
        assert!(!folder.path().join("content/new.md").exists(), "nothing is left of it");
        assert_eq!(fs::read(folder.path().join("content/a.md")).expect("it was there"), b"a");
        assert!(create(folder.path(), &[("../beside.md", b"x")]).is_err());
    }

    #[test]
    fn what_was_made_before_is_made_again() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for text in ["one", "other"] {
            renew(&folder.path().join("new"), &[("a.json", text.as_bytes())]).expect("it can be written");
            assert_eq!(fs::read_to_string(folder.path().join("new/a.json")).expect("it was written"), text);
        }
        assert_eq!(fs::read_dir(folder.path().join("new")).expect("it is a folder").count(), 1);
    }
}
