//! What the tests share: a site in a temporary folder, the program run on it, and the tree that it wrote.
//!
//! The tests come in by the front door: they know files, arguments, exit codes and reports, and nothing of the library.
#![allow(dead_code, reason = "each test program uses its own part")]

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fmt, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

/// The least that makes a site in two languages.
pub const SITE_YAML: &str = "title: {ar: قاعدة معارف, en: Knowledge base}\n\
    languages: [{tag: ar, dir: rtl}, {tag: en, dir: ltr}]\n\
    base: https://example.org/kb/\n";

/// What an output's list of digests is called.
pub const MANIFEST: &str = "MANIFEST.sha256";

/// A tree of files: path below the folder, with `/`, and content.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// A site in a folder of its own that goes away with the value.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// Makes a site of the given files; without a `content/site.yaml` it gets the usual one.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        site.write("content/site.yaml", SITE_YAML);
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    /// Makes a site that is a copy of a folder of this repository; `\u{…}` stands for invisible characters.
    pub fn copy_of(folder: &str) -> Self {
        let files = read_tree(&repository().join(folder));
        let site = Self { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        write_tree(site.path(), files.iter());
        for (path, text) in files.iter().filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?))) {
            if text.contains("\\u{") {
                site.write(path, &unescape(text));
            }
        }
        site
    }

    /// Returns the site's folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the folder that builds write to.
    pub fn out(&self) -> PathBuf {
        self.path().join("public")
    }

    /// Puts a file into the site.
    pub fn write(&self, path: &str, text: &str) {
        put(self.path(), path, text.as_bytes());
    }

    /// Puts a file of any bytes into the site.
    pub fn write_bytes(&self, path: &str, bytes: &[u8]) {
        put(self.path(), path, bytes);
    }

    /// Puts a symbolic link into the site.
    pub fn link(&self, path: &str, target: &str) {
        std::os::unix::fs::symlink(target, self.path().join(path)).expect("a link can be made");
    }

    /// Takes a file out of the site.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).expect("the file is there");
    }

    /// Builds the site with a report for machines.
    pub fn build(&self, more: &[&str]) -> Run {
        self.run("build", &[&["--format", "json"], more].concat())
    }

    /// Runs a command on the site.
    pub fn run(&self, command: &str, more: &[&str]) -> Run {
        let (site, out) = (self.path().to_owned(), self.out());
        let mut program = tashawur();
        program.arg(command).arg("--site").arg(site);
        if command == "build" {
            program.arg("--out").arg(out);
        }
        Run::of(program.args(more).current_dir(self.path()))
    }

    /// Returns the tree that the last build wrote.
    pub fn output(&self) -> Tree {
        read_tree(&self.out())
    }
}

/// Returns the program, in an environment that is the same everywhere.
pub fn tashawur() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tashawur"));
    for name in
        ["LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "TZ", "SOURCE_DATE_EPOCH", "RAYON_NUM_THREADS", "GITHUB_ACTIONS"]
    {
        program.env_remove(name);
    }
    program.env("LC_ALL", "C.UTF-8").env("NO_COLOR", "1").env("COLUMNS", "120");
    program
}

/// Returns the folder of this repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// What it printed.
    pub stdout: String,
    /// What it said beside.
    pub stderr: String,
}

impl Run {
    /// Runs a command to its end.
    pub fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Self { code: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Returns the run if it ended with this code, and fails with all that it said otherwise.
    #[track_caller]
    pub fn expect_code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "exit code\n--- stdout\n{}\n--- stderr\n{}", self.stdout, self.stderr);
        self
    }

    /// Returns the report that the run printed with `--format json`.
    #[track_caller]
    pub fn report(&self) -> Value {
        let parsed = serde_json::from_str(&self.stdout);
        parsed.unwrap_or_else(|fault| {
            panic!("a JSON report ({fault})\n--- stdout\n{}\n--- stderr\n{}", self.stdout, self.stderr)
        })
    }

    /// Lists the diagnostics of a JSON report in the order of the report.
    #[track_caller]
    pub fn found(&self) -> Vec<Found> {
        let report = self.report();
        let list = report["diagnostics"].as_array().expect("a report lists diagnostics");
        list.iter().map(Found::read).collect()
    }
}

/// One diagnostic of a JSON report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// File below the site's folder; empty for the site as a whole.
    pub file: String,
    /// Line and column from 1; 0 where there is no text to point into.
    pub line: u64,
    /// See `line`.
    pub column: u64,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// `area/fault`.
    pub code: String,
    /// The sentence.
    pub message: String,
}

impl Found {
    fn read(value: &Value) -> Self {
        let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let number = |name: &str| value[name].as_u64().unwrap_or_default();
        Self {
            file: text("file"),
            line: number("line"),
            column: number("column"),
            severity: text("severity"),
            code: text("code"),
            message: text("message"),
        }
    }
}

/// `content/a.ar.md:3:12 error link/no-target`, the form in which tests pin a diagnostic.
impl fmt::Display for Found {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.line) {
            ("", _) => {}
            (file, 0) => write!(out, "{file} ")?,
            (file, line) => write!(out, "{file}:{line}:{} ", self.column)?,
        }
        write!(out, "{} {}", self.severity, self.code)
    }
}

/// Writes diagnostics in their pinned form, a line each.
pub fn lines(found: &[Found]) -> String {
    found.iter().map(|it| format!("{it}\n")).collect()
}

/// Reads every file below a folder; a folder that is not there is an empty tree.
pub fn read_tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(current) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&current) else { continue };
        for entry in entries {
            let path = entry.expect("a folder can be listed").path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let below = path.strip_prefix(folder).expect("an entry lies in its folder");
            let name = below.iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join("/");
            tree.insert(name, fs::read(&path).expect("a file can be read"));
        }
    }
    tree
}

/// Writes files below a folder, in the order in which they are given.
pub fn write_tree<'a>(folder: &Path, files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>) {
    for (path, bytes) in files {
        put(folder, path, bytes);
    }
}

fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
    fs::write(path, bytes).expect("a file can be written");
}

/// Puts the characters that stand as `\u{…}` into a source file.
pub fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').expect("an escape is closed");
        let number = u32::from_str_radix(digits, 16).expect("an escape is a hexadecimal number");
        out.push(char::from_u32(number).expect("an escape is a character"));
        out.push_str(rest);
    }
    out
}

/// Fails with the paths and first differing places of two trees that should be equal.
#[track_caller]
pub fn assert_same_tree(what: &str, one: &Tree, other: &Tree) {
    let mut faults = Vec::new();
    for path in one.keys().chain(other.keys().filter(|it| !one.contains_key(*it))) {
        match (one.get(path), other.get(path)) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => faults.push(format!("{path} differs: {}", first_difference(a, b))),
            (Some(_), None) => faults.push(format!("{path} is only in the first")),
            (None, _) => faults.push(format!("{path} is only in the second")),
        }
    }
    assert!(faults.is_empty(), "{what}: {} files differ\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}

fn first_difference(one: &[u8], other: &[u8]) -> String {
    let at = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let near = |bytes: &[u8]| {
        String::from_utf8_lossy(&bytes[at.saturating_sub(40).min(bytes.len())..(at + 60).min(bytes.len())]).into_owned()
    };
    format!("at byte {at}\n    {}\n    {}", near(one), near(other))
}

/// Tells whether the person running the tests asked for expectations to be rewritten.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|it| it == "1")
}

/// Compares text with a pinned file of this repository, or rewrites that file with `UPDATE=1`.
#[track_caller]
pub fn assert_pinned(file: &str, actual: &str) {
    let path = repository().join(file);
    if is_update() {
        put(repository(), file, actual.as_bytes());
        return;
    }
    let pinned = fs::read_to_string(path).unwrap_or_default();
    assert!(
        pinned == actual,
        "{file} is not what was made; UPDATE=1 rewrites it\n{}",
        line_difference(&pinned, actual)
    );
}

/// Returns the lines that stand in only one of two texts, marked `-` and `+`.
pub fn line_difference(expected: &str, actual: &str) -> String {
    let mut left: Vec<&str> = actual.lines().collect();
    let mut out = String::new();
    for line in expected.lines() {
        match left.iter().position(|it| *it == line) {
            Some(at) => drop(left.remove(at)),
            None => out.push_str(&format!("- {line}\n")),
        }
    }
    out.extend(left.iter().map(|it| format!("+ {it}\n")));
    if out.is_empty() { "the lines are the same in another order".to_owned() } else { out }
}
