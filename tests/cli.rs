//! The command line: what each command answers, and with which exit code.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use support::{Run, Site, assert_pinned, lines, tashawur};

mod support;

/// A site with one mistake, one warning and nothing else.
const MISTAKE: [(&str, &str); 2] =
    [("content/a.ar.md", "# أ\n\nالهجـرة و[ب](nowhere.md).\n"), ("content/a.en.md", "# A\n")];
const WARNING: [(&str, &str); 2] = [("content/a.ar.md", "# أ\n\nالهجـرة.\n"), ("content/a.en.md", "# A\n")];
const CLEAN: [(&str, &str); 2] = [("content/a.ar.md", "# أ\n"), ("content/a.en.md", "# A\n")];

fn run(args: &[&str]) -> Run {
    Run::of(tashawur().args(args))
}

#[test]
fn help_is_pinned() {
    let mut help = String::new();
    for args in [
        &["--help"][..],
        &["build", "--help"],
        &["serve", "--help"],
        &["check", "--help"],
        &["translations", "--help"],
        &["explain", "--help"],
    ] {
        help.push_str(&format!("$ tashawur {}\n{}\n", args.join(" "), run(args).expect_code(0).stdout));
    }
    assert_pinned("tests/cli/help.txt", &help);
}

#[test]
fn version_is_that_of_the_package() {
    assert_eq!(run(&["--version"]).expect_code(0).stdout, format!("tashawur {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_use_ends_with_two() {
    for args in [&["biuld"][..], &["build", "--colour"], &["build", "--format", "xml"], &["build", "--lang", "xx"], &[]]
    {
        let run = run(args);
        assert_eq!(run.code, 2, "{args:?}\n{}", run.stderr);
        assert!(!run.stderr.is_empty() && run.stdout.is_empty(), "{args:?} speaks beside the output");
    }
}

#[test]
fn a_folder_that_is_not_there_ends_with_two() {
    let run = run(&["build", "--site", "no-such-folder-anywhere"]).expect_code(2);
    assert!(run.stderr.contains("no-such-folder-anywhere"), "{}", run.stderr);
}

#[test]
fn an_output_inside_the_sources_is_refused() {
    let site = Site::new(CLEAN);
    for folder in ["content", "content/public", "themes", "."] {
        let out = site.path().join(folder);
        let path = site.path().to_string_lossy().into_owned();
        run(&["build", "--site", &path, "--out", &out.to_string_lossy()]).expect_code(2);
    }
    assert!(site.path().join("content/a.ar.md").is_file(), "the sources are left alone");
}

#[test]
fn a_folder_with_foreign_files_is_refused_unless_adopted() {
    let site = Site::new(CLEAN);
    site.write("public/index.html", "<p>دليل قديم</p>");
    let refused = site.build(&[]);
    assert_ne!(refused.code, 0, "{}", refused.stdout);
    assert_eq!(site.output().len(), 1, "nothing is written");
    site.build(&["--adopt"]).expect_code(0);
    assert!(site.output().contains_key("ar/a/index.html"));
}

#[test]
fn mistakes_end_with_one_and_write_nothing() {
    let site = Site::new(MISTAKE);
    let found = site.build(&[]).expect_code(1).found();
    assert!(found.iter().any(|it| it.to_string() == "content/a.ar.md:3:14 error link/no-target"), "{}", lines(&found));
    assert!(site.output().is_empty());
}

#[test]
fn a_site_without_its_site_file_is_a_mistake() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().to_string_lossy().into_owned();
    let run = run(&["check", "--site", &path, "--format", "json"]).expect_code(1);
    assert_eq!(lines(&run.found()), "content/site.yaml error site/missing\n");
}

#[test]
fn warnings_fail_only_when_strict() {
    let site = Site::new(WARNING);
    site.build(&[]).expect_code(0);
    site.build(&["--strict"]).expect_code(1);
}

#[test]
fn check_tells_the_same_as_build_and_writes_nothing() {
    let site = Site::new(MISTAKE);
    let before = support::read_tree(site.path());
    let checked = site.run("check", &["--format", "json"]).expect_code(1);
    assert_eq!(checked.stdout, site.build(&[]).stdout);
    support::assert_same_tree("the site's folder", &before, &support::read_tree(site.path()));
}

#[test]
fn a_report_counts_what_it_tells() {
    let report = Site::new(MISTAKE).build(&[]).report();
    assert_eq!(report["summary"]["errors"], 1, "{report}");
    assert_eq!(report["summary"]["warnings"], 1, "{report}");
    let first = &report["diagnostics"][0];
    for name in ["code", "severity", "message", "file", "line", "column", "end_line", "end_column", "hint", "fix"] {
        assert!(first.get(name).is_some(), "`{name}` is given: {first}");
    }
}

#[test]
fn the_human_report_shows_place_line_and_code_in_the_chosen_language() {
    let site = Site::new(MISTAKE);
    for (lang, word) in [("ar", "الموقع"), ("en", "link")] {
        let run = site.run("build", &["--lang", lang]).expect_code(1);
        let told = format!("{}{}", run.stdout, run.stderr);
        for part in ["content/a.ar.md:3:14", "link/no-target", "nowhere.md"] {
            assert!(told.contains(part), "{lang}: `{part}` in\n{told}");
        }
        assert!(lang == "ar" || told.contains(word), "{told}");
        let is_arabic = told.lines().any(|it| it.contains("link/no-target") && it.contains('ا'));
        assert_eq!(is_arabic, lang == "ar", "{told}");
    }
}

#[test]
fn the_environment_chooses_the_language_and_the_argument_overrules_it() {
    let site = Site::new(MISTAKE);
    let message = |lang: &str, more: &[&str]| {
        let path = site.path().to_string_lossy().into_owned();
        let mut program = tashawur();
        program.env_remove("LC_ALL").env("LANG", lang).args(["check", "--format", "json", "--site", &path]).args(more);
        Run::of(&mut program).expect_code(1).found()[0].message.clone()
    };
    let (arabic, english) = (message("ar_EG.UTF-8", &[]), message("en_GB.UTF-8", &[]));
    assert_ne!(arabic, english);
    assert_eq!(message("C", &[]), english);
    assert_eq!(message("en_GB.UTF-8", &["--lang", "ar"]), arabic);
}

#[test]
fn annotations_and_sarif_name_file_and_line() {
    let site = Site::new(MISTAKE);
    let github = site.run("build", &["--format", "github"]).expect_code(1).stdout;
    assert!(github.contains("::error file=content/a.ar.md,line=3,"), "{github}");
    let sarif = site.run("build", &["--format", "sarif"]).expect_code(1).report();
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().expect("SARIF lists results");
    let place = |it: &serde_json::Value| it["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64();
    assert!(results.iter().any(|it| it["ruleId"] == "link/no-target" && place(it) == Some(3)), "{sarif}");
}

#[test]
fn explain_tells_of_a_code_in_either_language() {
    let english = run(&["explain", "link/no-target", "--lang", "en"]).expect_code(0).stdout;
    let arabic = run(&["explain", "link/no-target", "--lang", "ar"]).expect_code(0).stdout;
    assert!(english.contains("link/no-target") && english.len() > 100, "{english}");
    assert!(arabic.contains('ا') && arabic != english, "{arabic}");
    let unknown = run(&["explain", "link/no-taget"]).expect_code(2);
    assert!(unknown.stderr.contains("link/no-target"), "the nearest code is named: {}", unknown.stderr);
}

#[test]
fn timings_name_the_stages() {
    let run = Site::new(CLEAN).run("build", &["--timings"]).expect_code(0);
    let told = format!("{}{}", run.stdout, run.stderr);
    for stage in ["load", "parse", "resolve", "check", "render", "outputs", "write"] {
        assert!(told.contains(stage), "`{stage}` in\n{told}");
    }
}
