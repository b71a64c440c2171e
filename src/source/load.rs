//! The stage `load`: lists, checks names, reads in parallel, gives ranks.
//!
//! A [`Shelf`] keeps what was read, so that a build after a change reads the changed files only.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    Asset, Entry, EntryKind, Fault, Files, Format, Refusal, SourceFile, Sources,
    asset::{self, ImageFault},
    class::{Class, classify, extension},
    limits, names, svg, text,
};
use crate::{
    base::{FileId, Fingerprint, Span},
    diag::{Checked, Diagnostic, Place, codes::file},
};

/// Reads the whole site. Mistakes in names and bytes are diagnostics; only the machine's refusals are faults.
pub fn load(files: &dyn Files) -> Result<Checked<Sources>, Fault> {
    Shelf::default().load(files, &Changed::Anything)
}

/// What may have changed since a shelf was filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Anything: everything is read anew.
    Anything,
    /// These files and what is below these folders, by paths below the site's folder.
    Paths(BTreeSet<String>),
}

/// What was read, kept for the next time.
#[derive(Debug, Default)]
pub struct Shelf {
    /// Of names and of what is not read.
    told: Vec<Diagnostic>,
    /// Every listed file, by path.
    read: BTreeMap<Arc<str>, Read>,
}

impl Shelf {
    /// Reads the site; what did not change comes from the shelf. The result is that of [`load`]. After a fault the shelf
    /// is empty.
    pub fn load(&mut self, files: &dyn Files, changed: &Changed) -> Result<Checked<Sources>, Fault> {
        let mut held = std::mem::take(self);
        match changed {
            Changed::Paths(paths) if held.renew(files, paths) => {}
            Changed::Paths(paths) => {
                held.read.retain(|path, _| !is_touched(path, paths));
                held.list(files)?;
            }
            Changed::Anything => {
                held.read.clear();
                held.list(files)?;
            }
        }
        *self = held;
        Ok(self.sources())
    }

    /// Reads single known files again; `false` when one of them is new, gone or no regular file any more.
    fn renew(&mut self, files: &dyn Files, paths: &BTreeSet<String>) -> bool {
        for path in paths {
            let Some((known, _)) = self.read.get_key_value(path.as_str()) else { return false };
            let known = known.clone();
            match read(files, &known) {
                Ok(read) => drop(self.read.insert(known, read)),
                Err(_) => return false,
            }
        }
        true
    }

    /// Lists the site, forgets what is gone and reads what is new.
    fn list(&mut self, files: &dyn Files) -> Result<(), Fault> {
        let entries = files.list()?;
        self.told = names::check(&entries);
        self.told.extend(entries.iter().filter_map(refused));
        let listed: Vec<&Entry> = entries.iter().filter(|it| it.kind == EntryKind::File).collect();
        let kept = &self.read;
        let fill = |it: &&Entry| match kept.get(&it.path) {
            Some(kept) => Ok((it.path.clone(), kept.clone())),
            None => read(files, &it.path).map(|read| (it.path.clone(), read)),
        };
        self.read = listed.par_iter().map(fill).collect::<Result<_, _>>()?;
        Ok(())
    }

    fn sources(&self) -> Checked<Sources> {
        let mut diagnostics = self.told.clone();
        let mut sources = Sources::default();
        for Read { text, asset, diagnostics: found } in self.read.values().cloned() {
            let id = FileId(u32::try_from(sources.files.len()).unwrap_or(u32::MAX));
            diagnostics.extend(found.into_iter().map(|it| placed(it, id)));
            sources.files.extend(text.map(|text| SourceFile { id, ..text }));
            sources.assets.extend(asset);
        }
        Checked::new(sources, diagnostics)
    }
}

/// Tells whether a file is among changed paths or below one of them.
fn is_touched(path: &str, paths: &BTreeSet<String>) -> bool {
    let above = path.match_indices('/').map(|(at, _)| &path[..at]);
    above.chain([path]).any(|it| paths.contains(it))
}

/// What one file gave.
#[derive(Clone, Debug, Default)]
struct Read {
    text: Option<SourceFile>,
    asset: Option<Asset>,
    diagnostics: Vec<Diagnostic>,
}

fn refused(entry: &Entry) -> Option<Diagnostic> {
    match entry.kind {
        EntryKind::Refused(Refusal::Link | Refusal::Special) => Some(Diagnostic::path(&file::NOT_REGULAR, &entry.path)),
        _ => None,
    }
}

/// Gives a diagnostic its file: ranks are known only when every file is read.
fn placed(mut found: Diagnostic, id: FileId) -> Diagnostic {
    if let Place::At(span) = &mut found.place {
        span.file = id;
    }
    for (span, _) in found.fix.iter_mut().flat_map(|it| &mut it.edits) {
        span.file = id;
    }
    found
}

fn read(files: &dyn Files, path: &Arc<str>) -> Result<Read, Fault> {
    match classify(path) {
        Class::Ignored => Ok(Read::default()),
        Class::Unknown => {
            let found = Diagnostic::path(&file::UNKNOWN_TYPE, path)
                .with("extension", extension(path.rsplit('/').next().unwrap_or_default()));
            Ok(Read { diagnostics: vec![found], ..Read::default() })
        }
        Class::Text => read_text(files, path),
        Class::Asset(Format::Svg) => read_svg(files, path),
        Class::Asset(format) => read_asset(files, path, format),
    }
}

fn too_large(path: &str, limit: u64) -> Read {
    let mebibytes = usize::try_from(limit >> 20).unwrap_or(usize::MAX);
    Read { diagnostics: vec![Diagnostic::path(&file::TOO_LARGE, path).with("limit", mebibytes)], ..Read::default() }
}

fn read_text(files: &dyn Files, path: &Arc<str>) -> Result<Read, Fault> {
    let mut stream = files.open(path)?;
    let is_lock = path.ends_with(".lock");
    let limit = if is_lock { limits::LOCK_BYTES } else { limits::TEXT_BYTES };
    if stream.size > limit {
        return Ok(too_large(path, limit));
    }
    let bytes = stream.read_to_end().map_err(|cause| Fault::new(&**path, cause))?;
    let mut read = text::read(bytes);
    // A merge conflict in a lock is its own reader's matter, who can often decide it.
    read.diagnostics.retain(|it| !(is_lock && *it.code == file::CONFLICT));
    if path.starts_with("themes/") && path.ends_with(".svg") {
        read.diagnostics.extend(svg_faults(&read.text).1);
    }
    Ok(Read { text: Some(source(path, &read.text, read.dress)), diagnostics: read.diagnostics, asset: None })
}

fn source(path: &Arc<str>, text: &str, dress: super::Dress) -> SourceFile {
    let fingerprint = Fingerprint::of_bytes(text.as_bytes());
    SourceFile { id: FileId(0), path: path.clone(), text: text.into(), fingerprint, dress }
}

fn svg_faults(text: &str) -> (svg::Svg, Vec<Diagnostic>) {
    let svg = svg::read(text);
    let mut found: Vec<Diagnostic> = svg
        .faults
        .iter()
        .map(|it| {
            Diagnostic::at(&file::UNSAFE_SVG, Span::new(FileId(0), it.range.start, it.range.end))
                .with("what", it.what.as_str())
        })
        .collect();
    if !svg.is_svg {
        found.push(Diagnostic::at(&file::BAD_IMAGE, Span::start_of(FileId(0))).with("format", "SVG"));
    }
    (svg, found)
}

/// Reads an SVG of the content: an asset; a text as well when something is wrong with it, so that the report can show the place.
fn read_svg(files: &dyn Files, path: &Arc<str>) -> Result<Read, Fault> {
    let mut stream = files.open(path)?;
    if stream.size > limits::TEXT_BYTES {
        return Ok(too_large(path, limits::TEXT_BYTES));
    }
    let raw = stream.read_to_end().map_err(|cause| Fault::new(&**path, cause))?;
    let (bytes, fingerprint) = (raw.len() as u64, Fingerprint::of_bytes(&raw));
    let text::Text { text, dress, mut diagnostics } = text::read(raw);
    let (svg, found) = svg_faults(&text);
    diagnostics.extend(found);
    let asset = Asset { path: path.clone(), format: Format::Svg, bytes, size: svg.size, fingerprint };
    let text = (!diagnostics.is_empty()).then(|| source(path, &text, dress));
    Ok(Read { text, asset: Some(asset), diagnostics })
}

fn read_asset(files: &dyn Files, path: &Arc<str>, format: Format) -> Result<Read, Fault> {
    let mut stream = files.open(path)?;
    let bytes = stream.size;
    if bytes > limits::ASSET_BYTES {
        return Ok(too_large(path, limits::ASSET_BYTES));
    }
    let mut read = Read::default();
    let size = match format {
        Format::Image => asset::image_size(&mut stream).map_err(|cause| Fault::new(&**path, cause))?,
        _ => None,
    };
    if format == Format::Image {
        let of_image =
            asset::image_fault(&mut stream, extension(path), size).map_err(|cause| Fault::new(&**path, cause))?;
        let name = extension(path).to_ascii_uppercase();
        let report = |fault| {
            let found = Diagnostic::path(&file::BAD_IMAGE, path).with("format", name);
            match fault {
                ImageFault::Unreadable => found,
                ImageFault::Other(format) => found.with("found", format).hint("found"),
                ImageFault::Cut => found.hint("cut"),
            }
        };
        read.diagnostics.extend(of_image.map(report));
    }
    read.diagnostics.extend(size.and_then(|size| large_image(path, bytes, size)));
    let fingerprint = asset::fingerprint(&mut stream, path)?;
    read.asset = Some(Asset { path: path.clone(), format, bytes, size, fingerprint });
    Ok(read)
}

fn large_image(path: &str, bytes: u64, size: super::Size) -> Option<Diagnostic> {
    let has_many_pixels = size.width.max(size.height) > limits::IMAGE_SIDE;
    if !has_many_pixels && bytes <= limits::IMAGE_BYTES {
        return None;
    }
    let number = |it: u32| usize::try_from(it).unwrap_or(usize::MAX);
    let mebibytes = |it: u64| usize::try_from(it.div_ceil(1 << 20)).unwrap_or(usize::MAX);
    let found = Diagnostic::path(&file::LARGE_IMAGE, path);
    Some(if has_many_pixels {
        let limit = number(limits::IMAGE_SIDE);
        let found = found.with("width", number(size.width)).with("height", number(size.height));
        found.with("limit", limit).hint("pixels")
    } else {
        found.with("size", mebibytes(bytes)).with("limit", mebibytes(limits::IMAGE_BYTES)).hint("bytes")
    })
}

#[cfg(test)]
mod tests {
    use super::{Changed, Shelf, load};
    use crate::{
        diag::{self, Place},
        source::{Memory, Sources, limits},
    };

    #[test]
    fn a_shelf_gives_what_a_fresh_reading_gives() {
        let changed = |paths: &[&str]| Changed::Paths(paths.iter().map(|it| (*it).to_owned()).collect());
        let site =
            Memory::new().with("content/a.ar.md", "أ").with("content/x/b.ar.md", "ب").with("content/c.exe", "MZ");
        let mut shelf = Shelf::default();
        shelf.load(&site, &Changed::Anything).expect("memory has no faults");
        let with = |site: &Memory, path: &str, text: &str| site.clone().with(path, text);
        let edited = with(&site, "content/a.ar.md", "<<<<<<< HEAD\n");
        let added = with(&edited, "content/0.ar.md", "صفر");
        let gone = Memory::new().with("content/a.ar.md", "أ");
        for (files, paths) in [
            (&edited, vec!["content/a.ar.md"]),
            (&added, vec!["content/0.ar.md"]),
            (&gone, vec!["content/a.ar.md", "content/0.ar.md", "content/c.exe", "content/x"]),
        ] {
            let kept = shelf.load(files, &changed(&paths)).expect("memory has no faults");
            let fresh = load(files).expect("memory has no faults");
            assert_eq!(kept, fresh, "{paths:?}");
        }
    }

    #[test]
    fn what_is_not_named_is_not_read_again() {
        let mut shelf = Shelf::default();
        let first = Memory::new().with("content/a.ar.md", "أ").with("content/b.ar.md", "ب");
        shelf.load(&first, &Changed::Anything).expect("memory has no faults");
        let second = Memory::new().with("content/a.ar.md", "جديد").with("content/b.ar.md", "جديد");
        let paths = Changed::Paths(["content/a.ar.md".to_owned()].into());
        let sources = shelf.load(&second, &paths).expect("memory has no faults").value;
        let texts: Vec<&str> = sources.files.iter().map(|it| &*it.text).collect();
        assert_eq!(texts, ["جديد", "ب"]);
    }

    fn check(files: &Memory) -> (Sources, Vec<String>) {
        let mut loaded = load(files).expect("memory has no faults");
        diag::sort(&mut loaded.diagnostics);
        let sources = loaded.value;
        let show = |place: &Place| match place {
            Place::At(span) => {
                format!("{}:{}", sources.file(span.file).path, &sources.file(span.file).text[span.range()])
            }
            Place::Path(path) => path.to_string(),
            Place::Site => String::new(),
        };
        let found = loaded.diagnostics.iter().map(|it| format!("{} {}", it.code.name, show(&it.place))).collect();
        (sources, found)
    }

    #[test]
    fn texts_are_ranked_by_path_and_assets_stay_on_disk() {
        let files = Memory::new()
            .with("themes/default/styles/tokens.css", ":root{}")
            .with("content/site.yaml", "title: {ar: قاعدة معارف}")
            .with("content/قرار.pdf", "%PDF")
            .with("content/index.ar.md", "مرحبا")
            .with("content/.git", "x")
            .with("locales/ar/ui.ftl", "a = ب");
        let (sources, found) = check(&files);
        assert_eq!(found, [""; 0]);
        let paths: Vec<&str> = sources.files.iter().map(|it| &*it.path).collect();
        assert_eq!(
            paths,
            ["content/index.ar.md", "content/site.yaml", "locales/ar/ui.ftl", "themes/default/styles/tokens.css"]
        );
        assert!(sources.files.iter().enumerate().all(|(rank, it)| it.id.0 as usize == rank));
        assert_eq!(sources.assets.len(), 1);
        assert_eq!(sources.below("content/").len(), 2);
        assert_eq!(sources.find("locales/ar/ui.ftl").map(|it| it.id.0), Some(2));
        assert_eq!(sources.asset("content/قرار.pdf").map(|it| it.bytes), Some(4));
    }

    #[test]
    fn every_file_is_read_though_others_are_broken() {
        let files = Memory::new()
            .with("content/a.ar.md", b"\xC7\xE1\xE5\xCC\xD1\xC9".as_slice())
            .with("content/b.ar.md", "<<<<<<< HEAD\n")
            .with("content/c.svg", "<svg><script/></svg>")
            .with("content/d.png", "no image")
            .with("content/e.exe", "MZ")
            .with("content/f.yaml", vec![b' '; usize::try_from(limits::TEXT_BYTES).expect("small") + 1])
            .with("content/g.ar.md", "نص");
        let (sources, found) = check(&files);
        let expected = [
            "file/not-utf8 content/a.ar.md:ا",
            "file/conflict content/b.ar.md:<<<<<<< HEAD",
            "file/unsafe-svg content/c.svg:<script/>",
            "file/bad-image content/d.png",
            "file/unknown-type content/e.exe",
            "file/too-large content/f.yaml",
        ];
        assert_eq!(found, expected);
        assert_eq!(sources.files.len(), 4, "what could be read in part still yields a text");
    }

    #[test]
    fn a_text_of_just_the_limit_is_read() {
        let files =
            Memory::new().with("content/a.yaml", vec![b' '; usize::try_from(limits::TEXT_BYTES).expect("small")]);
        assert_eq!(check(&files).1, [""; 0]);
    }

    #[test]
    fn equal_texts_have_equal_fingerprints_whatever_their_line_ends() {
        let (sources, _) =
            check(&Memory::new().with("content/a.ar.md", "أ\r\nب").with("content/b.ar.md", "\u{FEFF}أ\nب"));
        assert_eq!(sources.files[0].fingerprint, sources.files[1].fingerprint);
    }
}
