//! Faults of the machine and of this program: each ends as a diagnostic that can be told in every language.

#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::io;

use tashawur::{
    pipeline::{self, Fault, Options},
    source::{self, Disk, Memory},
    write::{self, Digest, Rewind, Target},
};

mod support;

/// Takes every file but one, at which it breaks down as a fault of this program would.
struct Fragile(write::Memory);

impl Target for Fragile {
    fn put(&self, path: &str, origin: &str, bytes: &[u8]) -> Result<Digest, write::Fault> {
        assert!(path != "ar/charter/index.html", "every link has a target after resolve");
        self.0.put(path, origin, bytes)
    }

    fn copy(&self, path: &str, origin: &str, from: &mut dyn Rewind) -> Result<Digest, write::Fault> {
        self.0.copy(path, origin, from)
    }

    fn keep(&self, path: &str, origin: &str, digest: Digest) -> Result<bool, write::Fault> {
        self.0.keep(path, origin, digest)
    }
}

#[test]
fn a_fault_in_one_page_names_the_page() {
    let files = Memory::new()
        .with("content/site.yaml", support::SITE_YAML)
        .with("content/charter.ar.md", "# ميثاق العملية\n")
        .with("content/charter.en.md", "# Charter of the process\n");
    let target = Fragile(write::Memory::new());
    let outcome = pipeline::build(&files, &Options::default(), &target).expect("no fault of the machine");
    assert!(outcome.has_errors(), "so that nobody publishes");
    let [found] = outcome.diagnostics.as_slice() else { panic!("{:?}", outcome.diagnostics) };
    assert_eq!(found.code.name, "build/internal");
    assert!(format!("{:?}", found.args).contains("ar/charter/"), "{found:?}");
    assert!(format!("{:?}", found.args).contains("every link has a target after resolve"), "{found:?}");
    let (made, _) = target.0.finish();
    assert!(made.contains_key("en/charter/index.html"), "the other pages are made, so that they show their own faults");
}

#[test]
fn what_cannot_be_written_is_told() {
    let fault = Fault::from(write::Fault::disk("/out/ar/index.html")(io::ErrorKind::StorageFull.into()));
    assert_eq!(fault.diagnostic().code.name, "build/unwritable");
}

#[test]
fn what_cannot_be_read_is_told() {
    let fault: source::Fault = Disk::open("/nonexistent/site".as_ref()).err().expect("there is no such folder");
    assert_eq!(Fault::from(fault).diagnostic().code.name, "file/unreadable");
}

#[test]
fn threads_that_cannot_be_had_are_told() {
    let diagnostic = Fault::Threads("no more processes".to_owned()).diagnostic();
    assert_eq!(diagnostic.code.name, "build/threads");
}
