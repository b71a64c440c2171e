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
        &["init", "--help"],
        &["new", "--help"],
        &["rename", "--help"],
        &["build", "--help"],
        &["serve", "--help"],
        &["check", "--help"],
        &["translations", "--help"],
        &["explain", "--help"],
        &["schema", "--help"],
        &["completions", "--help"],
        &["man", "--help"],
    ] {
        help.push_str(&format!("$ tashawur {}\n{}\n", args.join(" "), run(args).expect_code(0).stdout));
    }
    assert_pinned("tests/cli/help.txt", &help);
}

#[test]
fn shells_learn_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["completions", shell]).expect_code(0).stdout;
        assert!(["build", "check", "schema", "site"].iter().all(|it| script.contains(it)), "{shell}\n{script}");
    }
    assert!(run(&["completions", "tcsh"]).expect_code(2).stderr.contains("zsh"));
    run(&["completions"]).expect_code(2);
}

#[test]
fn manual_pages_come_from_the_same_table_as_the_help() {
    assert!(run(&["man"]).expect_code(0).stdout.contains(".TH tashawur 1"));
    let page = run(&["man", "build", "--lang", "ar"]).expect_code(0).stdout;
    assert!(page.contains("tashawur\\-build") && page.contains("مجلد الموقع"), "{page}");
    assert!(run(&["man", "biuld"]).expect_code(2).stderr.contains("`build`"));
}

#[test]
fn a_new_site_builds_at_once_and_is_never_written_over() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("معارف").to_string_lossy().into_owned();
    for lang in ["ar", "en"] {
        let first = lang == "ar";
        let made = run(&["init", &path, "--lang", lang]).expect_code(if first { 0 } else { 2 });
        assert!(made.stdout.is_empty() && made.stderr.contains(if first { "موقع جديد" } else { "exists already" }));
    }
    let built = run(&["build", "--strict", "--site", &path]).expect_code(0);
    assert!(!built.stderr.contains("warning"), "{}", built.stderr);
    for file in [".schema/record.schema.json", ".vscode/settings.json", "public/en/decisions/decision-1/index.html"] {
        assert!(folder.path().join("معارف").join(file).is_file(), "{file}");
    }
    let out = folder.path().join("schemas").to_string_lossy().into_owned();
    run(&["schema", "--site", &path, "--out", &out]).expect_code(0);
    let same = |name: &str| std::fs::read(folder.path().join(name)).expect("it was written");
    assert_eq!(same("schemas/kind.schema.json"), same("معارف/.schema/kind.schema.json"));
}

/// A new site with a Latin path.
fn new_site(folder: &tempfile::TempDir) -> String {
    let path = folder.path().join("site").to_string_lossy().into_owned();
    run(&["init", &path]).expect_code(0);
    path
}

#[test]
fn a_new_record_is_a_draft_and_its_key_is_taken_from_then_on() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = new_site(&folder);
    let made = run(&["new", "decision", "decision-2", "--site", &path, "--date", "2026-01-02"]).expect_code(0);
    assert!(made.stderr.contains("decision-2.ar.md") && made.stdout.is_empty(), "{}", made.stderr);
    run(&["build", "--strict", "--site", &path]).expect_code(0);
    assert!(!folder.path().join("site/public/ar/decisions/decision-2").exists(), "a draft is not published");
    run(&["build", "--drafts", "--site", &path]).expect_code(0);
    assert!(folder.path().join("site/public/ar/decisions/decision-2").exists());
    let taken = run(&["new", "decision", "decision-2", "--site", &path, "--lang", "ar"]).expect_code(2);
    assert!(taken.stderr.contains("لم يُكتب شيء"), "{}", taken.stderr);
    assert!(run(&["new", "decisoin", "x", "--site", &path]).expect_code(2).stderr.contains("`decision`"));
    assert!(run(&["new", "decision", "القرار", "--site", &path]).expect_code(2).stderr.contains("hyphens"));
    run(&["new", "decision", "--site", &path]).expect_code(2);
    run(&["new", "text", "about/team", "--site", &path]).expect_code(0);
}

#[test]
fn a_renamed_record_takes_its_links_along() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = new_site(&folder);
    let done = run(&["rename", "decision-1", "founding", "--site", &path]).expect_code(0);
    assert!(done.stderr.contains("decisions/founding"), "{}", done.stderr);
    run(&["build", "--strict", "--site", &path]).expect_code(0);
    let built = |path: &str| folder.path().join("site/public").join(path).is_file();
    assert!(
        built("ar/decisions/founding/index.html") && built("ar/decisions/decision-1/index.html"),
        "the alias leads on"
    );
    let text = std::fs::read_to_string(folder.path().join("site/content/about/index.en.md")).expect("it is there");
    assert!(text.contains("[[founding]]"), "{text}");
    assert!(run(&["rename", "foundin", "x", "--site", &path]).expect_code(2).stderr.contains("`founding`"));
}

#[test]
fn safe_cures_are_applied_and_shown() {
    let site = Site::new(WARNING);
    let path = site.path().to_string_lossy().into_owned();
    let fixed = run(&["check", "--fix", "--strict", "--site", &path]).expect_code(0);
    assert!(fixed.stdout.contains("--- a/content/a.ar.md") && fixed.stdout.contains("+الهجرة."), "{}", fixed.stdout);
    assert!(fixed.stderr.contains("1 mistake was cured"), "{}", fixed.stderr);
    let again = run(&["check", "--fix", "--strict", "--site", &path]).expect_code(0);
    assert!(again.stdout.is_empty(), "{}", again.stdout);
}

#[test]
fn schemas_are_listed_and_printed() {
    let names = run(&["schema"]).expect_code(0).stdout;
    assert_eq!(names.lines().collect::<Vec<_>>(), ["site", "kind", "record", "front-matter"]);
    let site = Site::new(CLEAN);
    let path = site.path().to_string_lossy().into_owned();
    for name in names.lines() {
        let schema = run(&["schema", name, "--site", &path]).expect_code(0).stdout;
        let schema: serde_json::Value = serde_json::from_str(&schema).expect("a schema is JSON");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
    assert!(run(&["schema", "sites"]).expect_code(2).stderr.contains("front-matter"));
    let empty = tempfile::tempdir().expect("a temporary folder can be made");
    run(&["schema", "site", "--site", &empty.path().to_string_lossy()]).expect_code(1);
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
