//! Literate cases: `tests/spec/**/*.md` tell what an editor writes and what becomes of it.
//!
//! Each `## heading` of a file is a case; what stands before the first one belongs to every case of the file. Fences:
//!
//! | info string | holds |
//! |---|---|
//! | `md content/a.ar.md` | a source file: any path below `content/`, `themes/` or `locales/` |
//! | `hex content/a.png` | the same, as bytes in hexadecimal |
//! | `repeat content/a.ar.md` | the same: a number, and on the next lines what stands so many times |
//! | `link content/a.ar.md` | a symbolic link to the path that it holds |
//! | `absent content/site.yaml` | this file is not there |
//! | `args` | more arguments of `build`, blank between them |
//! | `diagnostics` | every expected diagnostic, `path:line:column severity code` each; without the fence none |
//! | `html ar/a/index.html` | a fragment that the page holds (`support/html.rs` says when) |
//! | `no-html ar/a/index.html` | a fragment that it does not hold |
//! | `text sitemap.xml`, `no-text …` | lines that the file holds, or does not |
//! | | the path of these may hold `*` for a name that the content decides |
//! | `artifacts` | paths of the output, `*` for any run of characters; `!` before a path: it is not there |
//!
//! In source files and in what pages hold, `\u{202E}` stands for a character that nobody could see. The exit code follows: 1 with an error, else 0. `UPDATE=1` rewrites the diagnostics fences.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::{fmt::Write as _, fs, path::Path};

use rayon::prelude::*;
use support::{Run, Site, Tree, lines, read_tree, repository, unescape};

#[path = "support/html.rs"]
mod html;
mod support;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Fence {
    kind: String,
    path: String,
    text: String,
    /// Line of the text's first line in its file, from 0.
    line: usize,
}

#[derive(Clone, Debug, Default)]
struct Case {
    name: String,
    fences: Vec<Fence>,
    /// Line after the last of the case, from 0: where `UPDATE=1` puts a missing fence.
    end: usize,
}

impl Case {
    fn of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Fence> {
        self.fences.iter().filter(move |it| it.kind == kind)
    }
}

#[test]
fn every_case_holds() {
    let files = read_tree(&repository().join("tests/spec"));
    // Builds wait for the disk more than they compute.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(8).build().expect("threads can be started");
    let mut faults = String::new();
    let mut count = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".md")) {
        let text = std::str::from_utf8(bytes).expect("a spec is UTF-8");
        let cases = cases(text);
        assert!(!cases.is_empty(), "tests/spec/{path} has no case: a case starts with `## `");
        let mut updates = Vec::new();
        count += cases.len();
        let judged: Vec<(String, Option<String>)> = pool.install(|| cases.par_iter().map(judge).collect());
        for (case, (found, fault)) in cases.iter().zip(judged) {
            if support::is_update() {
                updates.push((case, found));
            }
            if let Some(fault) = fault {
                let _ = writeln!(faults, "tests/spec/{path}: {}\n{fault}", case.name);
            }
        }
        update(&repository().join("tests/spec").join(path), text, &updates);
    }
    assert!(count >= 200, "{count} cases found");
    assert!(faults.is_empty() || support::is_update(), "\n{faults}");
}

/// Builds a case and says what it found and what is wrong with it.
fn judge(case: &Case) -> (String, Option<String>) {
    let is_source = |it: &&Fence| ["content/", "themes/", "locales/"].iter().any(|folder| it.path.starts_with(folder));
    let site = Site::new([]);
    case.fences.iter().filter(is_source).for_each(|it| put(&site, it));
    let args: Vec<&str> = case.of("args").flat_map(|it| it.text.split_whitespace()).collect();
    let run = site.build(&args);
    if serde_json::from_str::<serde_json::Value>(&run.stdout).is_err() {
        return (String::new(), Some(format!("  no report: {}{}\n", run.stdout, run.stderr)));
    }
    let found = lines(&run.found());
    let faults = [verdict(case, &run, &found), expectations(case, &site.output())].concat();
    (found, (!faults.is_empty()).then_some(faults))
}

/// Puts the file of a fence into a site.
fn put(site: &Site, fence: &Fence) {
    let text = fence.text.trim_end_matches('\n');
    match fence.kind.as_str() {
        "hex" => {
            let bytes = text.split_whitespace().map(|it| u8::from_str_radix(it, 16).expect("two hexadecimal digits"));
            site.write_bytes(&fence.path, &bytes.collect::<Vec<u8>>());
        }
        "repeat" => {
            let (count, text) = text.split_once('\n').expect("a number and a text");
            site.write(&fence.path, &unescape(text).repeat(count.parse().expect("a number")));
        }
        "link" => site.link(&fence.path, text),
        "absent" => site.remove(&fence.path),
        _ => site.write(&fence.path, &unescape(&fence.text)),
    }
}

fn verdict(case: &Case, run: &Run, found: &str) -> String {
    let mut out = String::new();
    let expected: String = case.of("diagnostics").map(|it| it.text.as_str()).collect();
    if expected != found {
        let _ = writeln!(out, "  diagnostics:\n{}", support::line_difference(&expected, found));
        for it in run.found() {
            let _ = writeln!(out, "    {it}: {}", it.message);
        }
    }
    let code = i32::from(found.lines().any(|it| it.split(' ').any(|word| word == "error")));
    if run.code != code {
        let _ = writeln!(out, "  exit code {} where {code} was due\n{}", run.code, run.stderr);
    }
    out
}

fn expectations(case: &Case, tree: &Tree) -> String {
    let mut out = String::new();
    for fence in &case.fences {
        if ["content/", "themes/", "locales/"].iter().any(|it| fence.path.starts_with(it)) {
            continue;
        }
        let expected = unescape(&fence.text);
        // A name that its content decides is written with `*`.
        let file = tree.iter().find(|(path, _)| is_like(path, &fence.path));
        let file = file.map(|(_, it)| String::from_utf8_lossy(it).into_owned());
        let fault = match (fence.kind.as_str(), file) {
            ("args" | "diagnostics", _) => None,
            ("artifacts", _) => missing_paths(&fence.text, tree),
            ("html" | "no-html" | "text" | "no-text", None) => Some(format!("`{}` was not written", fence.path)),
            ("html", Some(page)) if html::holds(&html::parse(&page), &expected) => None,
            ("no-html", Some(page)) if !html::holds(&html::parse(&page), &expected) => None,
            ("text", Some(page)) if expected.lines().all(|it| page.contains(it)) => None,
            ("no-text", Some(page)) if expected.lines().all(|it| !page.contains(it)) => None,
            ("html" | "no-html" | "text" | "no-text", Some(page)) => {
                Some(format!("`{}` of `{}` fails for\n{}\nin\n{page}", fence.kind, fence.path, fence.text))
            }
            (kind, _) => Some(format!("no fence is called `{kind}`")),
        };
        if let Some(fault) = fault {
            let _ = writeln!(out, "  {fault}");
        }
    }
    out
}

fn missing_paths(text: &str, tree: &Tree) -> Option<String> {
    let is_there = |pattern: &str| tree.keys().any(|it| is_like(it, pattern));
    let wrong = text.lines().filter(|line| match line.strip_prefix('!') {
        Some(pattern) => is_there(pattern),
        None => !is_there(line),
    });
    let wrong: Vec<&str> = wrong.collect();
    let paths = || tree.keys().map(String::as_str).collect::<Vec<_>>().join("\n    ");
    (!wrong.is_empty()).then(|| format!("artifacts: {}\n  of\n    {}", wrong.join(", "), paths()))
}

fn is_like(path: &str, pattern: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return path == pattern };
    let Some(rest) = path.strip_prefix(before) else { return false };
    (0..=rest.len()).filter(|at| rest.is_char_boundary(*at)).any(|at| is_like(&rest[at..], after))
}

/// Reads the cases of a spec.
fn cases(text: &str) -> Vec<Case> {
    let mut shared = Case::default();
    let mut cases: Vec<Case> = Vec::new();
    let mut open: Option<(String, Fence)> = None;
    for (number, line) in text.lines().enumerate() {
        if let Some((mark, mut fence)) = open.take() {
            if line.trim_end() == mark {
                let case = cases.last_mut().unwrap_or(&mut shared);
                case.fences.retain(|it| {
                    fence.path.is_empty() || it.path != fence.path || it.kind != fence.kind || is_check(&it.kind)
                });
                case.fences.push(fence);
                case.end = number + 1;
            } else {
                fence.text.push_str(line);
                fence.text.push('\n');
                open = Some((mark, fence));
            }
        } else if let Some(name) = line.strip_prefix("## ") {
            cases.push(Case { name: name.to_owned(), end: number + 1, ..shared.clone() });
        } else if line.starts_with("```") {
            let mark: String = line.chars().take_while(|it| *it == '`').collect();
            let (kind, path) = line[mark.len()..].trim().split_once(' ').unwrap_or((line[mark.len()..].trim(), ""));
            open = Some((
                mark,
                Fence { kind: kind.to_owned(), path: path.trim().to_owned(), text: String::new(), line: number + 1 },
            ));
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    cases
}

fn is_check(kind: &str) -> bool {
    ["html", "no-html", "text", "no-text"].contains(&kind)
}

/// Puts the diagnostics that were found into a spec.
fn update(path: &Path, text: &str, cases: &[(&Case, String)]) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (case, found) in cases.iter().rev() {
        let new: Vec<String> = found.lines().map(str::to_owned).collect();
        match case.of("diagnostics").last() {
            Some(fence) => drop(lines.splice(fence.line..fence.line + fence.text.lines().count(), new)),
            None if new.is_empty() => {}
            None => {
                let fence = [vec![String::new(), "```diagnostics".to_owned()], new, vec!["```".to_owned()]].concat();
                drop(lines.splice(case.end..case.end, fence));
            }
        }
    }
    let updated = lines.join("\n") + "\n";
    if !cases.is_empty() && updated != text {
        fs::write(path, updated).expect("a spec can be rewritten");
    }
}

mod harness {
    use super::{Site, cases, expectations, html, is_like, judge};
    use crate::support::unescape;

    const SPEC: &str = "# Pairs\n\n```md content/a.ar.md\n# أ\n```\n\n## One\n\n```md content/b.ar.md\n# ب\n```\n\n```diagnostics\n```\n\n## Two\n";

    #[test]
    fn what_stands_first_belongs_to_every_case() {
        let cases = cases(SPEC);
        let paths = |at: usize| cases[at].fences.iter().map(|it| it.path.as_str()).collect::<Vec<_>>();
        assert_eq!(cases.len(), 2);
        assert_eq!(paths(0), ["content/a.ar.md", "content/b.ar.md", ""]);
        assert_eq!(paths(1), ["content/a.ar.md"]);
    }

    #[test]
    fn a_missing_page_and_a_wrong_list_are_faults() {
        let spec = "## Case\n\n```html ar/a/index.html\n<p>نص</p>\n```\n\n```artifacts\nar/*\n!robots.txt\n```\n";
        let tree = [("robots.txt".to_owned(), Vec::new())].into();
        let faults = expectations(&cases(spec)[0], &tree);
        assert!(faults.contains("`ar/a/index.html` was not written"), "{faults}");
        assert!(faults.contains("artifacts: ar/*, !robots.txt"), "{faults}");
    }

    #[test]
    fn an_unexpected_diagnostic_is_a_fault() {
        let spec = "## Case\n\n```md content/a.ar.md\n# أ\n\n[ب](b.md)\n```\n\n```diagnostics\n```\n";
        let (found, fault) = judge(&cases(spec)[0]);
        assert!(found.contains("link/no-target"), "{found}");
        assert!(fault.is_some_and(|it| it.contains("+ content/a.ar.md:3:")));
    }

    #[test]
    fn fragments_are_found_by_structure() {
        let page = html::parse(
            "<!doctype html><body><main class='a b'><h1>مقر <b>الأمانة</b></h1><a href=../b/ title=x>نص</a></main>",
        );
        for fragment in
            ["<h1>مقر الأمانة</h1>", "<main class=b><a href='../b/'></a></main>", "<b>الأمانة</b><a>نص</a>", "الأمانة"]
        {
            assert!(html::holds(&page, fragment), "{fragment}");
        }
        for fragment in
            ["<h2>مقر</h2>", "<main class=c></main>", "<a href='../c/'></a>", "<a>نص</a><h1></h1>", "<b>مقر</b>"]
        {
            assert!(!html::holds(&page, fragment), "{fragment}");
        }
    }

    #[test]
    fn invisible_characters_stand_as_escapes() {
        assert_eq!(unescape("a\\u{202E}b\\u{41}").chars().nth(1), Some('\u{202E}'));
        assert_eq!(unescape("a"), "a");
    }

    #[test]
    fn stars_stand_for_any_run() {
        assert!(is_like("assets/style.1234.css", "assets/*.css"));
        assert!(is_like("ar/a/index.html", "ar/*/index.html"));
        assert!(!is_like("ar/a/index.html", "en/*"));
        assert!(!is_like("robots.txt", "robots"));
    }

    #[test]
    fn a_site_has_the_usual_site_file() {
        assert!(Site::new([]).path().join("content/site.yaml").is_file());
    }
}
