//! The fallback: files are brought to their place one by one, so that a reader meets a link to a page before the page
//! only for a moment: first what pages load, then pages, then the removal of what is gone.
//!
//! Not atomic: a build that is killed here leaves a mixed site. The manifest claims old and new names from the first
//! file to the last, so that the next build knows every file as ours and completes the work.

use std::{
    collections::BTreeSet,
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use super::{
    Fault, Folder, MANIFEST, Manifest, Step,
    place::{ARRIVING, above},
    publish::{Change, ignore_gone},
    system::{create_folder, sync_all},
    walk::Kind,
};

/// Brings the staged files into the output.
pub fn bring(folder: &Folder, change: &Change) -> Result<(), Fault> {
    let real = &folder.site.real;
    try_bring(folder, change).map_err(Fault::disk(real))
}

fn try_bring(folder: &Folder, change: &Change) -> io::Result<()> {
    let (real, tree) = (&folder.site.real, &folder.tree.path);
    let mut output = Output { real: real.clone(), known: BTreeSet::new() };
    if !real.is_dir() {
        create_folder(real)?;
    }
    claim(folder, change, &mut output)?;
    sync_all(tree)?;
    let mut files: Vec<&str> = change.new.0.keys().map(String::as_str).collect();
    files.sort_by_key(|it| it.ends_with(".html"));
    for path in files {
        if output.bring(&tree.join(path), path)? {
            (folder.system.step)(Step::Moved);
        }
    }
    remove(folder, change)?;
    output.bring(&tree.join(MANIFEST), MANIFEST)?;
    sync_all(real)
}

/// Writes a manifest that names the files of the earlier site and those of the new one.
fn claim(folder: &Folder, change: &Change, output: &mut Output) -> io::Result<()> {
    let mut both = Manifest(change.old.0.clone());
    both.0.extend(change.new.0.iter().map(|(path, digest)| (path.clone(), *digest)));
    let draft = folder.home.path.join("manifest");
    fs::write(&draft, both.text())?;
    output.bring(&draft, MANIFEST)?;
    (folder.system.step)(Step::Moved);
    ignore_gone(fs::remove_file(draft))
}

/// Removes what earlier builds made and the new site has not; what the walk did not find through real folders is not touched.
fn remove(folder: &Folder, change: &Change) -> io::Result<()> {
    let standing: BTreeSet<&Path> =
        change.standing.iter().filter(|it| it.kind != Kind::Folder).map(|it| &*it.path).collect();
    for path in change.removed().filter(|it| standing.contains(Path::new(it))) {
        ignore_gone(fs::remove_file(folder.site.real.join(path)))?;
        (folder.system.step)(Step::Removed);
    }
    let needed = change.folders();
    let earlier: BTreeSet<&str> =
        change.old.0.keys().flat_map(|it| above(it)).filter(|it| !needed.contains(it)).collect();
    for path in earlier.into_iter().rev() {
        // A folder that still holds something foreign stays.
        let _ = fs::remove_dir(folder.site.real.join(path));
    }
    Ok(())
}

/// The output while files arrive.
struct Output {
    real: PathBuf,
    /// Folders known to be real ones.
    known: BTreeSet<String>,
}

impl Output {
    /// Brings a staged file to its place; `false` when none is staged because the live one stays.
    fn bring(&mut self, from: &Path, path: &str) -> io::Result<bool> {
        let Ok(staged) = fs::symlink_metadata(from) else { return Ok(false) };
        let to = self.real.join(path);
        self.make_folders(path)?;
        let standing = fs::symlink_metadata(&to).ok();
        if standing.as_ref().is_some_and(|it| it.ino() == staged.ino() && it.dev() == staged.dev()) {
            return Ok(false);
        }
        if standing.is_some_and(|it| it.is_dir()) {
            // Only an earlier site's folder can stand here: foreign files in it were told as a collision.
            fs::remove_dir_all(&to)?;
        }
        match fs::rename(from, &to) {
            Err(cause) if cause.kind() == io::ErrorKind::CrossesDevices => self.carry_across(from, &to)?,
            other => other?,
        }
        Ok(true)
    }

    /// Copies from another file system under a name of our own, then renames: a reader never meets half a file.
    fn carry_across(&self, from: &Path, to: &Path) -> io::Result<()> {
        let arriving = self.real.join(ARRIVING);
        ignore_gone(fs::remove_file(&arriving))?;
        fs::copy(from, &arriving)?;
        fs::rename(&arriving, to)
    }

    /// Makes the folders above a path. A link that stands for a folder is replaced, never followed.
    fn make_folders(&mut self, path: &str) -> io::Result<()> {
        let missing: Vec<&str> = above(path).take_while(|it| !self.known.contains(*it)).collect();
        for folder in missing.into_iter().rev() {
            let full = self.real.join(folder);
            match fs::symlink_metadata(&full) {
                Ok(it) if it.is_dir() => {}
                Ok(_) => {
                    fs::remove_file(&full)?;
                    create_folder(&full)?;
                }
                Err(_) => create_folder(&full)?,
            }
            self.known.insert(folder.to_owned());
        }
        Ok(())
    }
}
