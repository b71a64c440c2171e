//! The house rules that a machine can read: who may import whom, who may reach the machine, what a theme may hold.
//!
//! The tables are the rules; `docs/ARCHITECTURE.md` says why. Sizes are reported and never fail.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::{collections::BTreeMap, fmt::Write as _};

use rust::{Mention, Token, mentions, tokens, without_tests};
use support::{Tree, read_tree, repository};

#[path = "support/rust.rs"]
mod rust;
mod support;

/// Every top-level module, in an order in which each imports only what stands before it.
const IMPORTS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("diag", &["base"]),
    ("text", &["base"]),
    ("locale", &["base", "diag", "text"]),
    ("source", &["base", "diag"]),
    ("markdown", &["base", "diag", "text"]),
    ("record", &["base", "diag", "text"]),
    ("site", &["base", "diag", "text", "locale", "markdown", "record"]),
    ("exchange", &["base", "text", "markdown", "record", "site"]),
    ("check", &["base", "diag", "text", "locale", "source", "markdown", "record", "site"]),
    ("view", &["base", "text", "locale", "markdown", "record", "site"]),
    ("render", &["base", "diag", "locale", "view"]),
    ("output", &["base", "text", "locale", "record", "site", "view", "render"]),
    ("write", &["base", "diag"]),
    ("report", &["base", "diag", "locale", "source"]),
    (
        "pipeline",
        &[
            "base", "diag", "text", "locale", "source", "markdown", "record", "site", "check", "view", "render",
            "output", "write",
        ],
    ),
    ("serve", &["base", "diag", "locale", "source", "report", "pipeline"]),
    (
        "cli",
        &[
            "base", "diag", "text", "locale", "source", "markdown", "record", "site", "check", "view", "render",
            "output", "write", "report", "pipeline", "exchange", "serve",
        ],
    ),
    ("lib", &["pipeline", "base", "diag"]),
    ("main", &["cli"]),
];

/// Words of code that only some places may use: the words, the places, and what they would break elsewhere.
const RESERVED: &[(&[&str], &[&str], &str)] = &[
    (&["std", "::", "fs"], &["source/", "write/"], "only `source` reads the disk and only `write` writes it"),
    (&["fs", "::", "read"], &["source/", "write/"], "only `source` reads the disk"),
    (&["fs", "::", "write"], &["write/"], "only `write` writes the disk"),
    (&["File", "::"], &["source/", "write/"], "only `source` and `write` open files"),
    (&["rustix"], &["source/", "write/"], "only `source` and `write` reach the system"),
    (&["walkdir"], &["source/", "write/"], "only `source` and `write` list folders"),
    (&["std", "::", "env"], &["cli/", "main.rs"], "no result may depend on the environment"),
    (&["env", "::", "var"], &["cli/", "main.rs"], "no result may depend on the environment"),
    (&["env", "::", "current_dir"], &["cli/", "main.rs"], "no result may depend on the folder"),
    (&["SystemTime"], &["cli/"], "no result may depend on the clock"),
    (&["Instant"], &["cli/", "pipeline.rs", "pipeline/"], "no result may depend on the clock"),
    (&["println", "!"], &["cli/", "main.rs"], "only the command line prints"),
    (&["eprintln", "!"], &["cli/", "main.rs"], "only the command line prints"),
    (&["print", "!"], &["cli/", "main.rs"], "only the command line prints"),
    (&["eprint", "!"], &["cli/", "main.rs"], "only the command line prints"),
    (&["stdout", "("], &["cli/", "main.rs"], "only the command line prints"),
    (&["stderr", "("], &["cli/", "main.rs"], "only the command line prints"),
    (&["process", "::", "exit"], &["main.rs"], "only `main` ends the program"),
    (&["process", "::", "Command"], &[], "nothing starts another program"),
    (&["std", "::", "net"], &["serve/", "cli/serve.rs"], "only `serve` opens a socket"),
    (&["TcpListener"], &["serve/"], "only `serve` opens a socket"),
    (&["TcpStream"], &[], "nothing asks another program"),
    (&["UdpSocket"], &[], "nothing asks another host"),
    (&["UnixStream"], &[], "nothing asks another program"),
    (&["hyper"], &["serve/"], "only `serve` speaks HTTP"),
    (&["tokio"], &["serve/"], "`build` and `check` need no runtime"),
    (&["notify"], &["serve/"], "only `serve` watches"),
    (&["indicatif"], &["cli/"], "only the command line draws"),
    (&[".", "unwrap", "("], &[], "an `expect` states its invariant"),
    (&["unsafe"], &[], "no unsafe code"),
    (&["static", "mut"], &[], "no global mutable state"),
    (&["thread_local", "!"], &[], "no global mutable state"),
    (&["todo", "!"], &[], "nothing is left unfinished"),
    (&["unimplemented", "!"], &[], "nothing is left unfinished"),
    (&["dbg", "!"], &[], "nothing is left from a search for a fault"),
];

/// Languages are named here and nowhere else.
const NAMES_LANGUAGES: &[&str] = &["text/", "locale/", "cli/"];

/// Words of style sheets that fix a physical side or a direction.
const PHYSICAL: &[&str] = &[
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "left:",
    "right:",
    "text-align:left",
    "text-align:right",
    "float:left",
    "float:right",
    "clear:left",
    "clear:right",
    "direction:",
    "unicode-bidi",
    "letter-spacing",
    "@import",
    "url(http",
    "url(\"http",
    "url(//",
];

/// Handlers and styles inside templates, which the content policy refuses.
const INLINE: &[&str] = &[
    "<style",
    " style=",
    "javascript:",
    "<script>",
    " onclick=",
    " onload=",
    " oninput=",
    " onsubmit=",
    " onchange=",
    " onkeydown=",
];

#[test]
fn modules_import_only_what_stands_below_them() {
    assert_clean(&imports(&sources()));
}

#[test]
fn the_machine_is_reached_only_where_it_may_be() {
    assert_clean(&reserved(&sources()));
}

#[test]
fn no_language_is_named_outside_its_modules() {
    assert_clean(&languages(&sources()));
}

#[test]
fn themes_keep_to_logical_sides_and_hold_nothing_inline() {
    let themes = read_tree(&repository().join("themes"));
    assert!(themes.keys().any(|it| it.ends_with(".css")), "there is a theme");
    assert_clean(&theme(&themes));
}

#[test]
fn no_test_is_switched_off() {
    let mut faults = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for (path, source) in rust_files(&read_tree(&repository().join(folder))) {
            let all = tokens(&source);
            for words in [["#", "[", "ignore"], ["#", "[", "should_panic"]] {
                faults.extend(places(&all, &words).map(|line| format!("{folder}/{path}:{line}: {}", words.concat())));
            }
        }
    }
    assert_clean(&faults);
}

#[test]
fn the_import_table_has_no_circle_and_names_every_module() {
    for (at, (module, allowed)) in IMPORTS.iter().enumerate() {
        let known: Vec<&str> = IMPORTS[..at].iter().map(|(name, _)| *name).collect();
        let late: Vec<_> = allowed.iter().filter(|it| !known.contains(it)).collect();
        assert!(late.is_empty(), "`{module}` imports {late:?}, which stand after it");
    }
}

#[test]
fn the_map_in_the_documentation_is_the_table() {
    let map = std::fs::read_to_string(repository().join("docs/ARCHITECTURE.md")).expect("the documentation is there");
    assert_clean(&map_faults(&map));
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut faults = Vec::new();
    for (path, text) in documents() {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let links = text.split("](").skip(1).filter_map(|it| it.split([')', '#']).next());
        let inner = links.filter(|it| !it.is_empty() && !it.contains(':') && !it.contains("resolution-7833.md"));
        let missing = inner.filter(|it| !it.ends_with("charter.md") && !repository().join(folder).join(it).exists());
        faults.extend(missing.map(|it| format!("{path}: {it}")));
    }
    assert_clean(&faults);
}

#[test]
#[expect(clippy::print_stdout, reason = "a report for whoever asks with --nocapture")]
fn sizes_are_reported() {
    println!("{}", sizes(&sources()));
}

/// Returns the README files and what is in `docs/`, by path.
fn documents() -> Vec<(String, String)> {
    let docs = read_tree(&repository().join("docs")).into_keys().map(|it| format!("docs/{it}"));
    let paths = ["README.md", "README.ar.md", "CHANGELOG.md"].map(str::to_owned).into_iter().chain(docs);
    let read = |path: String| {
        let text = std::fs::read_to_string(repository().join(&path));
        (path, text.expect("a document is text"))
    };
    paths.filter(|it| it.ends_with(".md")).map(read).collect()
}

/// Compares the code map of the documentation with the table; `all above` is left to the reader.
fn map_faults(map: &str) -> Vec<String> {
    let rows: Vec<Vec<&str>> =
        map.lines().map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect();
    let mut faults = Vec::new();
    for (module, allowed) in IMPORTS.iter().filter(|(module, _)| !["lib", "main"].contains(module)) {
        let name = format!("`{module}`");
        let Some(row) = rows.iter().find(|row| row.len() == 3 && row[0] == name) else {
            faults.push(format!("the map does not name {name}"));
            continue;
        };
        let told = row[2].trim_matches('`');
        let is_summary = ["all above", "every stage"].contains(&told);
        let is_same = if told == "-" { allowed.is_empty() } else { told.split(' ').eq(allowed.iter().copied()) };
        if !is_summary && !is_same {
            faults.push(format!("the map says of {name}: {told}"));
        }
    }
    faults
}

/// Returns the files of `src/` by path below it.
fn sources() -> BTreeMap<String, String> {
    let sources = rust_files(&read_tree(&repository().join("src")));
    assert!(sources.contains_key("lib.rs"), "the sources are found");
    without_test_files(sources)
}

fn rust_files(tree: &Tree) -> BTreeMap<String, String> {
    let files = tree.iter().filter(|(path, _)| path.ends_with(".rs") && !path.contains("node_modules"));
    files.map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())).collect()
}

#[track_caller]
fn assert_clean(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Empties the files that are modules under `#[cfg(test)]`: `#[cfg(test)] mod sample;` in `render/mod.rs` makes
/// `render/sample.rs` one.
fn without_test_files(mut files: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut tests = Vec::new();
    for (path, source) in &files {
        let folder = path.trim_end_matches("mod.rs").trim_end_matches(".rs").trim_end_matches('/');
        for name in test_modules(&tokens(source)) {
            let stem = if ["lib", "main"].contains(&folder) { name } else { format!("{folder}/{name}") };
            tests.extend([format!("{stem}.rs"), format!("{stem}/")]);
        }
    }
    for (path, source) in &mut files {
        if tests.iter().any(|it| path == it || (it.ends_with('/') && path.starts_with(it.as_str()))) {
            source.clear();
        }
    }
    files
}

/// Lists the modules that are declared under `#[cfg(test)]` and stand in files of their own.
fn test_modules(tokens: &[Token]) -> Vec<String> {
    let text = |at: usize| tokens.get(at).map_or("", |it| it.text.as_str());
    let marked = (0..tokens.len())
        .filter(|at| ["cfg", "(", "test", ")", "]"].iter().zip(*at..).all(|(word, at)| text(at) == *word));
    let named = marked.filter_map(|at| {
        let module = (at + 5..at + 10).find(|at| text(*at) == "mod")?;
        (text(module + 2) == ";").then(|| text(module + 1).to_owned())
    });
    named.collect()
}

fn product(source: &str) -> Vec<Token> {
    without_tests(&tokens(source))
}

/// Returns the modules on the way to a file: `record/fields/date.rs` is `record`, `fields`, `date`.
fn module_path(path: &str) -> Vec<&str> {
    let stem = path.trim_end_matches(".rs").trim_end_matches("/mod");
    if ["lib", "main"].contains(&stem) { Vec::new() } else { stem.split('/').collect() }
}

fn imports(sources: &BTreeMap<String, String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, source) in sources {
        let top = path.split(['/', '.']).next().unwrap_or_default();
        let Some((_, allowed)) = IMPORTS.iter().find(|(name, _)| *name == top) else {
            faults.push(format!("src/{path}: module `{top}` is not in the import table"));
            continue;
        };
        for Mention { module, line } in mentions(&product(source), &module_path(path)) {
            if module != top && !allowed.contains(&module.as_str()) {
                faults.push(format!("src/{path}:{line}: `{top}` may not import `{module}`"));
            }
        }
    }
    faults
}

fn reserved(sources: &BTreeMap<String, String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, source) in sources {
        let product = product(source);
        for (words, allowed, why) in RESERVED {
            if !allowed.iter().any(|it| path.starts_with(it)) {
                faults.extend(
                    places(&product, words).map(|line| format!("src/{path}:{line}: `{}`: {why}", words.concat())),
                );
            }
        }
        // A group import hides the words from the table: `use std::{env, fs}`.
        for name in grouped(&product, "std") {
            let words = ["std", "::", name.text.as_str()];
            let rule = RESERVED
                .iter()
                .find(|(reserved, allowed, _)| **reserved == words && !allowed.iter().any(|it| path.starts_with(it)));
            faults.extend(rule.map(|(.., why)| format!("src/{path}:{}: `std::{}`: {why}", name.line, name.text)));
        }
    }
    faults
}

/// Lists the lines on which some words stand in a row.
fn places<'a>(tokens: &'a [Token], words: &'a [&str]) -> impl Iterator<Item = usize> + 'a {
    let is_here = move |window: &&[Token]| window.iter().zip(words).all(|(token, word)| token.text == *word);
    tokens.windows(words.len()).filter(is_here).map(|it| it[0].line)
}

/// Lists the names in the groups of `use root::{…}`.
fn grouped<'a>(tokens: &'a [Token], root: &'a str) -> impl Iterator<Item = &'a Token> + 'a {
    let starts = (0..tokens.len())
        .filter(move |at| tokens[*at].text == root && tokens.get(at + 2).is_some_and(|it| it.text == "{"));
    starts.flat_map(|at| tokens[at + 3..].iter().take_while(|it| it.text != ";"))
}

fn languages(sources: &BTreeMap<String, String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, source) in sources.iter().filter(|(path, _)| !NAMES_LANGUAGES.iter().any(|it| path.starts_with(it))) {
        let named = product(source).into_iter().filter(|it| ["\"ar\"", "\"en\""].contains(&it.text.as_str()));
        faults.extend(
            named.map(|it| format!("src/{path}:{}: {} is named: code works for any language", it.line, it.text)),
        );
    }
    faults
}

fn theme(files: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let is_style = path.ends_with(".css");
        let words = match path.rsplit('.').next() {
            Some("css") => PHYSICAL,
            Some("html") => INLINE,
            _ => continue,
        };
        let text = without_comments(&text);
        for (number, line) in text.lines().enumerate() {
            let line = if is_style { line.replace(": ", ":") } else { line.to_owned() };
            let found = words.iter().filter(|word| holds_word(&line, word));
            faults.extend(found.map(|word| format!("themes/{path}:{}: `{word}`", number + 1)));
        }
    }
    faults
}

/// Blanks out the comments of CSS and of templates, keeping the lines.
fn without_comments(text: &str) -> String {
    let mut out = text.to_owned();
    for (open, close) in [("/*", "*/"), ("{#", "#}"), ("<!--", "-->")] {
        while let Some(start) = out.find(open) {
            let end = out[start..].find(close).map_or(out.len(), |it| start + it + close.len());
            let blank = "\n".repeat(out[start..end].matches('\n').count());
            out.replace_range(start..end, &blank);
        }
    }
    out
}

/// Finds a word that is not the tail of a longer one (`inset-inline-left:` is no rule, `flex-direction:` no direction).
fn holds_word(line: &str, word: &str) -> bool {
    let is_start = |at: usize| !line[..at].ends_with(|it: char| it.is_ascii_alphanumeric() || it == '-');
    line.match_indices(word).any(|(at, _)| !word.starts_with(|it: char| it.is_ascii_alphabetic()) || is_start(at))
}

fn sizes(sources: &BTreeMap<String, String>) -> String {
    let mut by_size: Vec<(usize, &str)> =
        sources.iter().map(|(path, text)| (text.lines().count(), path.as_str())).collect();
    by_size.sort_by(|a, b| b.cmp(a));
    let lines: usize = by_size.iter().map(|(lines, _)| lines).sum();
    let mut functions: Vec<usize> = sources.values().flat_map(|text| function_sizes(&product(text))).collect();
    functions.sort_unstable();
    let rank = |percent: usize| {
        functions
            .get((functions.len() * percent / 100).min(functions.len().saturating_sub(1)))
            .copied()
            .unwrap_or_default()
    };
    let mut out = format!(
        "{} files, {lines} lines; {} functions: median {} lines, nine in ten under {}, longest {}\n",
        by_size.len(),
        functions.len(),
        rank(50),
        rank(90),
        rank(100)
    );
    for (lines, path) in by_size.iter().take_while(|(lines, _)| *lines > 300) {
        let _ = writeln!(out, "  src/{path}: {lines} lines");
    }
    out
}

fn function_sizes(tokens: &[Token]) -> Vec<usize> {
    let starts = (0..tokens.len()).filter(|at| tokens[*at].text == "fn");
    starts.filter_map(|at| end_of_function(tokens, at).map(|end| tokens[end].line - tokens[at].line + 1)).collect()
}

fn end_of_function(tokens: &[Token], from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => return Some(at),
            "}" => depth = depth.checked_sub(1)?,
            ";" if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

mod harness {
    use std::collections::BTreeMap;

    use super::{
        holds_word, imports, languages, map_faults, reserved, sizes, theme, tokens, without_test_files, without_tests,
    };

    fn one(path: &str, source: &str) -> BTreeMap<String, String> {
        [(path.to_owned(), source.to_owned())].into()
    }

    #[test]
    fn forbidden_imports_are_found_in_every_form() {
        for source in [
            "use crate::site::Site;",
            "use crate::{base::Key, site};",
            "use crate::{\n    base::{Key, Lang},\n    site::{self, Site},\n};",
            "fn f() { crate::site::find() }",
            "use super::super::site::Site;",
            "mod inner { use super::super::super::site::Site; }",
            "use tashawur::site;",
            "type A = Vec<$crate::site::B>;",
        ] {
            let faults = imports(&one("render/page.rs", source));
            assert_eq!(faults.len(), 1, "{source}: {faults:?}");
            assert!(faults[0].contains("`render` may not import `site`"), "{faults:?}");
        }
    }

    #[test]
    fn allowed_imports_comments_strings_and_tests_pass() {
        for source in [
            "use crate::{base::Key, view::PageView};\nuse super::Theme;\nuse crate::render::Fragment;",
            "// use crate::site::Site;\n/* crate::site /* nested */ crate::site */ fn f() -> &'static str { \"crate::site\" }",
            "#[cfg(test)]\nmod tests {\n    use crate::site::Site;\n    fn f() { g(\"}\", '}', b'}'); }\n}\nfn f<'a>(it: &'a str) {}",
            "mod inner { use super::super::site; }",
            "const A: &str = r#\"crate::site \"quoted\" \"#;",
        ] {
            assert_eq!(imports(&one("render/page.rs", source)), [""; 0], "{source}");
        }
        let after = imports(&one("render/page.rs", "#[cfg(test)]\nmod tests { fn f() {} }\nuse crate::site;"));
        assert_eq!(after.len(), 1, "what follows the tests is read again");
    }

    #[test]
    fn a_module_outside_the_table_is_found() {
        assert_eq!(imports(&one("utils.rs", "")).len(), 1);
        assert_eq!(imports(&one("base/key.rs", "use crate::utils;")).len(), 1);
    }

    #[test]
    fn reserved_words_are_found_outside_their_places() {
        for (path, source) in [
            ("site/mod.rs", "use std::fs;"),
            ("site/mod.rs", "use std::{collections::BTreeMap, env};"),
            ("site/mod.rs", "fn f() { std::fs::read(\"a\"); }"),
            ("view/mod.rs", "fn f() { let now = Instant::now(); }"),
            ("report/mod.rs", "fn f() { println!(\"a\"); }"),
            ("cli/build.rs", "fn f() { a().unwrap(); }"),
            ("base/key.rs", "unsafe fn f() {}"),
            ("cli/build.rs", "fn f() { std::process::exit(1); }"),
        ] {
            assert!(!reserved(&one(path, source)).is_empty(), "{source}");
        }
        for (path, source) in [
            ("source/disk.rs", "use std::{fs, io};"),
            ("cli/mod.rs", "use std::env;"),
            ("site/mod.rs", "#[cfg(test)]\nmod tests { fn f() { a().unwrap() } }"),
            ("site/mod.rs", "const VERSION: &str = env!(\"CARGO_PKG_VERSION\"); // std::fs"),
            ("site/mod.rs", "fn f() { a().unwrap_or_default(); }"),
        ] {
            assert_eq!(reserved(&one(path, source)), [""; 0], "{source}");
        }
    }

    #[test]
    fn named_languages_are_found() {
        assert_eq!(languages(&one("site/mod.rs", "fn f(tag: &str) -> bool { tag == \"ar\" }")).len(), 1);
        assert_eq!(languages(&one("text/order.rs", "fn f(tag: &str) -> bool { tag == \"ar\" }")), [""; 0]);
    }

    #[test]
    fn theme_rules_find_sides_and_inline_code() {
        let faults = |path: &str, text: &str| theme(&[(path.to_owned(), text.as_bytes().to_vec())].into()).len();
        for bad in ["a { margin-left: 0 }", "a{left:0}", "a { text-align: right }", "a { direction: rtl }"] {
            assert_eq!(faults("default/styles/a.css", bad), 1, "{bad}");
        }
        for good in ["a { margin-inline-start: 0 }", "/* left: */ a { flex-direction: row }", "a { text-align: start }"]
        {
            assert_eq!(faults("default/styles/a.css", good), 0, "{good}");
        }
        assert_eq!(faults("default/templates/a.html", "<p style=\"color: red\">"), 1);
        assert_eq!(faults("default/templates/a.html", "<script src=\"a.js\" defer></script>{# <style #}"), 0);
        assert!(holds_word("a{left:0}", "left:") && !holds_word("a-left:0", "left:"));
    }

    #[test]
    fn only_files_under_the_mark_of_tests_are_left_out() {
        let mut files = one("render/mod.rs", "#[cfg(test)]\npub(crate) mod sample;\nmod page;");
        files.extend(one("render/sample.rs", "use crate::site;"));
        files.extend(one("render/page.rs", "use crate::site;"));
        let files = without_test_files(files);
        assert_eq!((files["render/sample.rs"].as_str(), files["render/page.rs"].as_str()), ("", "use crate::site;"));
    }

    #[test]
    fn a_map_that_lags_behind_is_found() {
        let faults = map_faults("| `base` | names | - |\n| `diag` | mistakes | `base text` |\n");
        assert!(!faults.iter().any(|it| it.contains("`base`")), "{faults:?}");
        assert!(faults.iter().any(|it| it == "the map says of `diag`: base text"), "{faults:?}");
        assert!(faults.iter().any(|it| it == "the map does not name `render`"), "{faults:?}");
    }

    #[test]
    fn sizes_count_functions() {
        let report = sizes(&one("base/key.rs", "fn a() {\n}\nfn b();\nfn c() {\n    d(|| {});\n}\n"));
        assert!(report.contains("2 functions: median 3 lines"), "{report}");
        assert_eq!(without_tests(&tokens("#[cfg(test)]\nuse a::b;\nfn c() {}")).len(), 6);
    }
}
