//! The program as a caller sees it: arguments and environment in, streams and exit code out.
#![allow(clippy::disallowed_methods, reason = "tests write what they read, and say where to look at it")]

use std::{
    ffi::OsString,
    fs,
    path::Path,
    time::{Duration, UNIX_EPOCH},
};

use super::{Exit, Machine, run};

/// What one run left behind.
struct Ran {
    exit: Exit,
    out: String,
    err: String,
}

/// Runs the program in a folder with these variables.
fn call(folder: &Path, variables: &[(&str, &str)], args: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let variable = |name: &str| variables.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned());
    let mut machine = Machine {
        folder: folder.to_owned(),
        variable: Box::new(variable),
        now: UNIX_EPOCH + Duration::from_secs(1_410_048_000),
        is_seen: false,
        color: false,
        out: Box::new(&mut out),
        err: Box::new(&mut err),
        has_failed: false,
    };
    let args = ["tashawur"].iter().chain(args).map(OsString::from).collect();
    let exit = run(args, &mut machine);
    drop(machine);
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Ran { exit, out: text(out), err: text(err) }
}

#[track_caller]
fn check_wrong_use(args: &[&str], message: &str) {
    let ran = call(Path::new("/nowhere"), &[], args);
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Fault, ""), "{}", ran.err);
    assert!(ran.err.contains(message), "{args:?}: {}", ran.err);
    assert!(ran.err.starts_with("error: "), "{}", ran.err);
}

#[test]
fn version_is_data() {
    let ran = call(Path::new("/"), &[], &["--version"]);
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Done, ""));
    assert_eq!(ran.out, concat!("tashawur ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn help_lists_every_command_and_option_in_the_language_asked_for() {
    let english = call(Path::new("/"), &[], &["--help"]);
    assert_eq!(english.exit, Exit::Done);
    for name in ["build", "check", "explain", "--lang <LANG>", "--version", "Usage"] {
        assert!(english.out.contains(name), "{name}: {}", english.out);
    }
    let arabic = call(Path::new("/"), &[("LANG", "ar_EG.UTF-8")], &["build", "--help"]);
    for name in ["--site <DIR>", "--out <DIR>", "--adopt", "human|json|sarif|github", "الاستعمال", "مجلد الموقع"]
    {
        assert!(arabic.out.contains(name), "{name}: {}", arabic.out);
    }
    assert_eq!(call(Path::new("/"), &[], &["help", "build"]).out, call(Path::new("/"), &[], &["build", "-h"]).out);
}

#[test]
fn without_a_command_help_is_a_message() {
    let ran = call(Path::new("/"), &[], &[]);
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Fault, ""));
    assert!(ran.err.contains("explain"), "{}", ran.err);
}

#[test]
fn wrong_use_is_told_with_what_may_be_meant() {
    check_wrong_use(&["biuld"], "did you mean `build`?");
    check_wrong_use(&["publish"], "`tashawur --help`");
    check_wrong_use(&["build", "--ouy", "x"], "did you mean `--out`?");
    check_wrong_use(&["build", "--format", "xml"], "human, json, sarif");
    check_wrong_use(&["build", "--out"], "`--out` needs a value");
    check_wrong_use(&["build", "--out", "a", "--out", "b"], "`--out` stands twice");
    check_wrong_use(&["check", "--out", "a"], "`--out` is not known here");
    check_wrong_use(&["check", "more"], "`more` is not known here");
    check_wrong_use(&["build", "--date", "2014-02-30"], "`2014-02-30` is not a day");
    check_wrong_use(&["build", "--jobs", "0"], "number of threads");
    check_wrong_use(&["build", "--base", "example.org"], "is not an address");
    check_wrong_use(&["build", "--lang", "fr"], "ar and en");
    check_wrong_use(&["build", "--cache", "x", "--no-cache"], "exclude each other");
}

#[test]
fn wrong_use_is_told_in_arabic_too() {
    let ran = call(Path::new("/"), &[], &["build", "--jobs", "كثير", "--lang", "ar"]);
    assert_eq!(ran.exit, Exit::Fault);
    assert!(ran.err.starts_with("خطأ: "), "{}", ran.err);
    assert!(ran.err.contains("ليس عدد خيوط"), "{}", ran.err);
}

#[test]
fn the_more_telling_variable_decides_the_language() {
    let language = |variables: &[(&str, &str)]| {
        if call(Path::new("/"), variables, &["publish"]).err.starts_with("خطأ") { "ar" } else { "en" }
    };
    assert_eq!(language(&[("LANG", "ar_EG.UTF-8")]), "ar");
    assert_eq!(language(&[("LANG", "ar_EG.UTF-8"), ("LC_ALL", "C")]), "en");
    assert_eq!(language(&[("LANG", "en_GB"), ("TASHAWUR_LANG", "ar")]), "ar");
    assert_eq!(language(&[("LANG", "fr_FR")]), "en");
}

#[test]
fn a_missing_folder_is_a_fault_of_the_machine() {
    let ran = call(Path::new("/nowhere"), &[], &["check"]);
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Fault, ""), "{}", ran.err);
    assert!(ran.err.starts_with("error: "), "{}", ran.err);
}

#[test]
fn mistakes_go_to_people_on_one_stream_and_to_programs_on_the_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("kb/content");
    fs::create_dir_all(&content).expect("a folder");
    fs::write(content.join("site.yaml"), "title: {ar: معارف, en: Knowledge}\n").expect("a file");
    fs::write(content.join("home.ar.md"), b"abc \xff").expect("a file");
    let human = call(folder.path(), &[], &["check", "--site", "kb"]);
    assert_eq!((human.exit, human.out.as_str()), (Exit::Mistakes, ""), "{}", human.err);
    assert!(human.err.contains("file/not-utf8"), "{}", human.err);
    let json = call(folder.path(), &[], &["check", "--site", "kb", "--format", "json"]);
    assert_eq!((json.exit, json.err.as_str()), (Exit::Mistakes, ""));
    let value: serde_json::Value = serde_json::from_str(&json.out).expect("valid JSON");
    assert_eq!(value["diagnostics"][0]["file"], "content/home.ar.md");
    let github = call(folder.path(), &[], &["check", "--site", "./kb", "--format", "github"]);
    assert!(github.out.starts_with("::error file=kb/content/home.ar.md,"), "{}", github.out);
}

#[test]
fn codes_are_explained_and_listed() {
    let list = call(Path::new("/"), &[], &["explain"]);
    assert_eq!(list.exit, Exit::Done);
    for code in crate::diag::codes::all() {
        assert!(list.out.contains(code.name), "{}", code.name);
    }
    let unknown = call(Path::new("/"), &[], &["explain", "link/no-targt"]);
    assert_eq!(unknown.exit, Exit::Fault);
    assert!(unknown.err.contains("link/no-target"), "{}", unknown.err);
}
