//! The end of a build: the staged site takes the place of the earlier one, or nothing changes.

use std::{
    collections::BTreeSet,
    fs, io,
    path::Path,
    sync::{PoisonError, atomic::Ordering},
};

use super::{
    Fault, Folder, MANIFEST, Manifest, Published, Step, Way,
    digest::Content,
    folder::Made,
    home::Reason,
    in_place,
    live::Live,
    place::above,
    plan::{self, Foreign},
    system::{ignore_gone, sync_names},
    walk::{self, Entry, Kind},
};
use crate::diag::{Diagnostic, Place, Severity, codes::build};

/// A publication under way: what will stand in the output, and what stands there.
pub struct Change {
    /// The new site.
    pub new: Manifest,
    /// What earlier builds made.
    pub old: Manifest,
    /// What stands in the output.
    pub standing: Vec<Entry>,
    /// What others put there.
    pub foreign: Foreign,
}

impl Change {
    /// Lists what earlier builds made and the new site has not.
    pub fn removed(&self) -> impl Iterator<Item = &str> {
        self.old.0.keys().filter(|it| !self.new.0.contains_key(*it)).map(String::as_str)
    }

    /// Lists the folders of the new site.
    pub fn folders(&self) -> BTreeSet<&str> {
        self.new.0.keys().flat_map(|it| above(it)).collect()
    }
}

/// Publishes what was put into a folder.
pub fn publish(mut folder: Folder) -> Result<Published, Fault> {
    let made = std::mem::take(&mut *folder.made.lock().unwrap_or_else(PoisonError::into_inner));
    let (change, diagnostics) = plan(&folder, made)?;
    let mut out = Published {
        way: Way::Refused,
        files: change.new.0.len(),
        unchanged: folder.unchanged.load(Ordering::Relaxed),
        removed: change.removed().count(),
        diagnostics,
    };
    if out.diagnostics.iter().any(|it| it.severity == Severity::Error) {
        return Ok(Published { removed: 0, ..out });
    }
    let is_manifest_same = stage_manifest(&folder, &change.new)?;
    if is_manifest_same && out.unchanged == out.files && out.removed == 0 {
        folder.home.keeps_tree |= folder.site.in_place.is_none();
        return Ok(Published { way: Way::Same, ..out });
    }
    let refused = match folder.site.in_place {
        Some(reason) => Some(reason),
        None => exchange(&mut folder, &change)?,
    };
    out.way = Way::Exchanged;
    if let Some(reason) = refused {
        folder.home.keeps_tree = false;
        in_place::bring(&folder, &change)?;
        out.way = Way::InPlace;
        let output = folder.site.named.to_string_lossy().into_owned();
        out.diagnostics
            .push(Diagnostic::new(&build::NOT_ATOMIC, Place::Site).with("path", output).with("reason", reason.arg()));
    }
    Ok(out)
}

/// Looks at the output and tells what stands in the way.
fn plan(folder: &Folder, made: Made) -> Result<(Change, Vec<Diagnostic>), Fault> {
    let Made { files, taken: mut diagnostics, mut blocked, .. } = made;
    diagnostics.extend(plan::nested(files.iter().map(|(path, it)| (path.as_str(), &*it.1))));
    if let (Some(fault), true) = (blocked.pop(), diagnostics.is_empty()) {
        return Err(fault);
    }
    let new = Manifest(files.into_iter().map(|(path, it)| (path, it.0)).collect());
    let (old, standing) = match &folder.live {
        Some(live) => (live.manifest.clone(), walk::list(&live.path).map_err(Fault::disk(&live.path))?),
        None => (Manifest::default(), Vec::new()),
    };
    let names: BTreeSet<&str> = new.0.keys().map(String::as_str).chain([MANIFEST]).collect();
    let foreign = plan::foreign(&standing, &old, &names, folder.adopt);
    let tell = |code, path: &std::path::PathBuf| {
        Diagnostic::new(code, Place::Site).with("path", path.to_string_lossy().into_owned())
    };
    diagnostics.extend(foreign.told.iter().map(|it| tell(&build::FOREIGN_FILE, it)));
    diagnostics.extend(foreign.collisions.iter().map(|it| {
        let found = tell(&build::FOREIGN_COLLISION, &it.path);
        if it.is_adoptable { found.hint("adopt") } else { found }
    }));
    Ok((Change { new, old, standing, foreign }, diagnostics))
}

/// Stages the manifest; tells whether it is the live one.
fn stage_manifest(folder: &Folder, manifest: &Manifest) -> Result<bool, Fault> {
    let text = manifest.text();
    let mut content = Content::Bytes(text.as_bytes());
    let full = folder.tree.path.join(MANIFEST);
    let same = |live: &Live| live.equals(MANIFEST, &mut Content::Bytes(text.as_bytes()));
    let inode = folder.live.as_ref().map(same).transpose().map_err(Fault::disk(&full))?.flatten();
    if let (Some(live), Some(inode), None) = (&folder.live, inode, folder.site.in_place)
        && folder.tree.link(live, MANIFEST, inode).map_err(Fault::disk(&full))?.is_some()
    {
        return Ok(true);
    }
    folder.tree.write(MANIFEST, &mut content).map_err(Fault::disk(&full))?;
    Ok(inode.is_some())
}

/// Completes the staged tree and exchanges it with the output; the reason, if that cannot be done as one.
fn exchange(folder: &mut Folder, change: &Change) -> Result<Option<Reason>, Fault> {
    let (tree, real) = (folder.tree.path.clone(), folder.site.real.clone());
    complete(folder, change).map_err(Fault::disk(&tree))?;
    (folder.system.step)(Step::Synced);
    let exchanged = match &folder.live {
        Some(_) => (folder.system.exchange)(&tree, &real),
        None => fs::rename(&tree, &real),
    };
    if let Err(cause) = exchanged {
        return Reason::of(&cause).map(Some).ok_or(Fault::Disk { path: real, cause });
    }
    (folder.system.step)(Step::Exchanged);
    folder.home.keeps_tree = folder.live.as_ref().is_some_and(|it| it.has_manifest);
    for holder in [real.parent(), Some(&*folder.home.path)].into_iter().flatten() {
        sync_names(holder).map_err(Fault::disk(holder))?;
    }
    Ok(None)
}

/// Carries over what others made, removes what an earlier build left, and brings all of it to the disk.
fn complete(folder: &Folder, change: &Change) -> io::Result<()> {
    if let Some(live) = &folder.live {
        for it in &change.foreign.carried {
            folder.tree.carry(live, &it.path, it.kind, it.inode)?;
            (folder.system.step)(Step::Carried);
        }
        fs::set_permissions(&folder.tree.path, fs::symlink_metadata(&live.path)?.permissions())?;
    }
    clean(folder, change)?;
    (folder.system.sync)(&folder.tree.path)
}

fn clean(folder: &Folder, change: &Change) -> io::Result<()> {
    let tree = &folder.tree;
    let carried = |kind: Kind| {
        change.foreign.carried.iter().filter(move |it| (it.kind == Kind::Folder) == (kind == Kind::Folder))
    };
    let files: BTreeSet<&Path> = carried(Kind::File).map(|it| &*it.path).collect();
    let is_wanted = |path: &Path| {
        path.to_str().is_some_and(|it| change.new.0.contains_key(it) || it == MANIFEST) || files.contains(path)
    };
    for path in tree.earlier.keys().filter(|it| !is_wanted(it)) {
        ignore_gone(fs::remove_file(tree.path.join(path)))?;
        (folder.system.step)(Step::Cleaned);
    }
    let ours = change.folders();
    let theirs: BTreeSet<&Path> = carried(Kind::Folder).map(|it| &*it.path).collect();
    // Deepest first. A folder that still holds something is needed by what it holds.
    for path in tree
        .folders
        .iter()
        .rev()
        .filter(|it| it.to_str().is_none_or(|it| !ours.contains(it)) && !theirs.contains(it.as_path()))
    {
        let _ = fs::remove_dir(tree.path.join(path));
    }
    Ok(())
}
