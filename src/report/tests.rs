//! What a reader of each format gets for the same diagnostics.

use std::sync::Arc;

use serde_json::Value;

use super::{Style, Summary, github, human, json, sarif};
use crate::{
    base::{Dir, FileId, Fingerprint, Language, Languages, Span},
    diag::{Diagnostic, codes},
    locale::{Formats, Locale, Locales},
    source::{Dress, SourceFile, Sources},
};

fn sources(files: &[(&str, &str)]) -> Sources {
    let file = |(rank, (path, text)): (u32, &(&str, &str))| SourceFile {
        id: FileId(rank),
        path: Arc::from(*path),
        text: Arc::from(*text),
        fingerprint: Fingerprint::of(*text),
        dress: Dress::default(),
    };
    Sources { files: (0..).zip(files).map(file).collect(), ..Sources::default() }
}

/// Returns the place of `needle` in a file.
fn span(sources: &Sources, file: u32, needle: &str) -> Span {
    let start = sources.file(FileId(file)).text.find(needle).expect("the needle is in the text");
    Span::new(FileId(file), start, start + needle.len())
}

/// Messages of our own, so that rewording the real ones does not touch these tests.
const MESSAGES: [(&str, Dir, &str); 2] = [
    (
        "ar",
        Dir::Rtl,
        "link-no-target = لا صفحة للرابط `{ $target }`
    .hint-near = لعلك تقصد `{ $near }`
page-address-taken = العنوان `{ $address }` مأخوذ
    .label-first = أخذه هذا
",
    ),
    (
        "en",
        Dir::Ltr,
        "link-no-target = link to `{ $target }` has no target
    .hint-near = did you mean `{ $near }`?
page-address-taken = address `{ $address }` is taken
    .label-first = taken here first
",
    ),
];

/// Hands the locale of a language to `use_it`.
fn with_locale<T>(tag: &str, use_it: impl FnOnce(&Locale) -> T) -> T {
    let language = |(tag, dir, _): &(&str, Dir, &str)| Language { tag: Arc::from(*tag), dir: *dir };
    let languages = Languages(MESSAGES.iter().map(language).collect());
    let own = MESSAGES.map(|(tag, _, text)| (tag, FileId(0), text));
    let locales = Locales::new(&languages, &Formats::default(), &own).value;
    use_it(locales.get(languages.find(tag).expect("the language is declared")))
}

fn no_target(sources: &Sources, needle: &str) -> Diagnostic {
    Diagnostic::at(&codes::link::NO_TARGET, span(sources, 0, needle))
        .with("target", needle)
        .nearest(needle, ["resolution-7833"])
}

#[track_caller]
fn check(tag: &str, diagnostics: &[Diagnostic], sources: &Sources, expected: &str) {
    let out = with_locale(tag, |it| human(diagnostics, sources, it, Style { color: false, width: 80 }));
    assert_eq!(out.trim_end(), expected.trim(), "\n{out}");
}

#[test]
fn latin_line_has_a_caret_and_no_repetition() {
    let sources = sources(&[("content/about.en.md", "# About\r\n\r\nSee [[resolution-783]] now\r\n")]);
    check(
        "en",
        &[no_target(&sources, "resolution-783")],
        &sources,
        "\
error[link/no-target]: link to `resolution-783` has no target
 --> content/about.en.md:3:7
  |
3 | See [[resolution-783]] now
  |       ^^^^^^^^^^^^^^
  = hint: did you mean `resolution-7833`?

1 error in 1 file",
    );
}

#[test]
fn right_to_left_line_repeats_the_text_isolated() {
    let sources = sources(&[("content/about.ar.md", "# عن الموقع\n\nانظر [[resolution-783]] الآن\n")]);
    check(
        "ar",
        &[no_target(&sources, "resolution-783")],
        &sources,
        "\
خطأ[link/no-target]: لا صفحة للرابط `\u{2068}resolution-783\u{2069}`
 --> content/about.ar.md:3:8
  |
3 | انظر [[resolution-783]] الآن
  |        ^^^^^^^^^^^^^^
  = النص: \u{2068}resolution-783\u{2069}
  = تلميح: لعلك تقصد `\u{2068}resolution-7833\u{2069}`

خطأ واحد في ملف واحد",
    );
}

#[test]
fn labels_show_the_other_line() {
    let sources =
        sources(&[("content/a.yaml", "key: one\n\n\n\n\n\n\n\n\nkey: two\n"), ("content/b.yaml", "x\nkey: three\n")]);
    let diagnostic = Diagnostic::at(&codes::page::ADDRESS_TAKEN, span(&sources, 0, "two")).with("address", "en/two/");
    let diagnostic = diagnostic.label(span(&sources, 0, "one"), "first").label(span(&sources, 1, "three"), "first");
    check(
        "en",
        &[diagnostic],
        &sources,
        "\
error[page/address-taken]: address `en/two/` is taken
  --> content/a.yaml:10:6
   |
10 | key: two
   |      ^^^
  ::: content/a.yaml:1:6
   |
 1 | key: one
   |      --- taken here first
  ::: content/b.yaml:2:6
   |
 2 | key: three
   |      ----- taken here first

1 error in 1 file",
    );
}

#[test]
fn a_range_over_several_lines_is_marked_in_its_first() {
    let sources = sources(&[("content/a.en.md", "one <div>\ntwo\n</div> three\n")]);
    let place = span(&sources, 0, "<div>\ntwo\n</div>");
    check(
        "en",
        &[Diagnostic::at(&codes::link::NO_TARGET, place).with("target", "x")],
        &sources,
        "\
error[link/no-target]: link to `x` has no target
 --> content/a.en.md:1:5
  |
1 | one <div>
  |     ^^^^^

1 error in 1 file",
    );
}

#[test]
fn places_at_the_end_of_a_file_and_in_empty_files_are_shown() {
    let sources = sources(&[("content/a.yaml", "a: b\n"), ("content/b.yaml", "")]);
    let at =
        |file, byte| Diagnostic::at(&codes::link::NO_TARGET, Span::new(FileId(file), byte, byte)).with("target", "x");
    let out = with_locale("en", |it| human(&[at(0, 5), at(1, 0), at(1, 7)], &sources, it, Style::default()));
    for place in ["content/a.yaml:2:1", "content/b.yaml:1:1"] {
        assert!(out.contains(place), "{out}");
    }
}

#[test]
fn files_without_text_and_the_site_itself_have_no_excerpt() {
    let on_path = Diagnostic::path(&codes::link::NO_TARGET, "content/logo.png").with("target", "x");
    let on_site = Diagnostic::new(&codes::link::NO_TARGET, crate::diag::Place::Site).with("target", "y");
    check(
        "en",
        &[on_path, on_site],
        &Sources::default(),
        "\
error[link/no-target]: link to `x` has no target
 --> content/logo.png

error[link/no-target]: link to `y` has no target

2 errors in 1 file",
    );
}

#[test]
fn very_long_lines_are_cut_around_the_mark() {
    let text = format!("{}HERE{}", "كلمة ".repeat(40_000), " word".repeat(40_000));
    let sources = sources(&[("content/a.ar.md", &text)]);
    let out =
        with_locale("en", |it| human(&[no_target(&sources, "HERE")], &sources, it, Style { color: false, width: 80 }));
    assert!(out.contains("content/a.ar.md:1:200001"), "{out}");
    assert!(out.lines().all(|it| it.chars().count() <= 90), "{out}");
    let caret = out.lines().find(|it| it.contains("^^^^")).expect("the mark is drawn");
    let line = out.lines().find(|it| it.starts_with("1 |")).expect("the line is drawn");
    let column = caret.find('^').expect("a caret");
    assert_eq!(line.chars().skip(column).take(4).collect::<String>(), "HERE", "{out}");
}

#[test]
fn invisible_characters_are_spelled_out_in_the_repetition() {
    let sources = sources(&[("content/a.ar.md", "نص \u{202e}مقلوب\n")]);
    let place = span(&sources, 0, "\u{202e}");
    let out = with_locale("ar", |it| {
        human(&[Diagnostic::at(&codes::link::NO_TARGET, place).with("target", "x")], &sources, it, Style::default())
    });
    assert!(out.contains("= النص: \u{2068}<U+202E>\u{2069}"), "{out}");
    assert!(!out.contains('\u{202e}'), "{out}");
}

#[test]
fn colours_are_only_added() {
    let sources = sources(&[("content/a.ar.md", "انظر [[x]]\n")]);
    let of =
        |color| with_locale("ar", |it| human(&[no_target(&sources, "x")], &sources, it, Style { color, width: 80 }));
    let mut stripped = String::new();
    let mut inside = false;
    for it in of(true).chars() {
        match it {
            '\u{1b}' => inside = true,
            'm' if inside => inside = false,
            _ if inside => {}
            _ => stripped.push(it),
        }
    }
    assert_ne!(of(true), of(false));
    let trimmed = |text: &str| text.lines().map(|it| it.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(trimmed(&stripped), trimmed(&of(false)));
}

#[test]
fn counts_have_every_plural_form() {
    let counts = |tag: &str, errors, warnings, files| {
        with_locale(tag, |it| Summary { errors, warnings, notes: 0, files }.text(it))
    };
    assert_eq!(counts("en", 3, 1, 2), "3 errors and 1 warning in 2 files");
    assert_eq!(counts("en", 1, 0, 1), "1 error in 1 file");
    assert_eq!(counts("en", 0, 0, 0), "");
    for (count, expected) in [
        (1, "خطأ واحد في ملف واحد"),
        (2, "خطآن في ملفين"),
        (3, "3 أخطاء في 3 ملفات"),
        (11, "11 خطأً في 11 ملفًا"),
        (100, "100 خطأ في 100 ملف"),
    ] {
        assert_eq!(counts("ar", count, 0, count), expected);
    }
    assert_eq!(counts("ar", 3, 2, 2), "3 أخطاء وتحذيران في ملفين");
}

#[test]
fn json_has_one_object_with_places_and_counts() {
    let sources = sources(&[("content/a.ar.md", "انظر [[x]]\n")]);
    let place = span(&sources, 0, "x");
    let first = no_target(&sources, "x").nearest("resolution-783", ["resolution-7833"]).fix(place, "y", true);
    let second = Diagnostic::path(&codes::link::NO_TARGET, "content/logo.png").with("target", "z");
    let out: Value =
        serde_json::from_str(&with_locale("en", |it| json(&[first, second], &sources, it))).expect("valid JSON");
    let expected = serde_json::json!({
        "diagnostics": [
            {
                "code": "link/no-target", "severity": "error", "message": "link to `x` has no target", "file": "content/a.ar.md",
                "line": 1, "column": 8, "end_line": 1, "end_column": 9, "hint": "did you mean `resolution-7833`?",
                "fix": {"safe": true, "edits": [{"file": "content/a.ar.md", "line": 1, "column": 8, "end_line": 1, "end_column": 9, "text": "y"}]},
            },
            {
                "code": "link/no-target", "severity": "error", "message": "link to `z` has no target", "file": "content/logo.png",
                "line": null, "column": null, "end_line": null, "end_column": null, "hint": null, "fix": null,
            },
        ],
        "summary": {"errors": 2, "warnings": 0, "notes": 0, "files": 2},
    });
    assert_eq!(out, expected);
}

#[test]
fn json_of_a_clean_site_is_an_object_too() {
    let out: Value =
        serde_json::from_str(&with_locale("ar", |it| json(&[], &Sources::default(), it))).expect("valid JSON");
    assert_eq!(out["diagnostics"], serde_json::json!([]));
    assert_eq!(out["summary"]["errors"], 0);
}

#[test]
fn annotations_escape_what_would_end_them() {
    let sources = sources(&[("content/a,b.en.md", "one\nsee [[50%]]\n")]);
    let diagnostic = no_target(&sources, "50%").with("near", "x").hint("near");
    let out = with_locale("en", |it| github(&[diagnostic], &sources, it, "docs/"));
    assert_eq!(
        out,
        "::error file=docs/content/a%2Cb.en.md,line=2,endLine=2,col=7,endColumn=10,title=link/no-target::link to `50%25` has no target%0Adid you mean `x`?\n"
    );
}

#[test]
fn annotations_without_a_place_still_speak() {
    let diagnostic = Diagnostic::new(&codes::link::NO_TARGET, crate::diag::Place::Site).with("target", "x");
    let out = with_locale("en", |it| github(&[diagnostic], &Sources::default(), it, ""));
    assert_eq!(out, "::error title=link/no-target::link to `x` has no target\n");
}

#[test]
fn sarif_names_rules_results_and_regions() {
    let sources = sources(&[("content/قرار.ar.md", "انظر [[x]]\n[[y]]\n")]);
    let place = span(&sources, 0, "y");
    let first = no_target(&sources, "x").fix(place, "z", false);
    let second = Diagnostic::at(&codes::page::ADDRESS_TAKEN, place)
        .with("address", "en/")
        .label(span(&sources, 0, "x"), "first");
    let out: Value = serde_json::from_str(&with_locale("en", |it| sarif(&[first, second], &sources, it, "kb/")))
        .expect("valid JSON");
    assert_eq!(out["version"], "2.1.0");
    let run = &out["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "tashawur");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let results = run["results"].as_array().expect("a list of results");
    for result in results {
        let rule = result["ruleIndex"].as_u64().and_then(|it| usize::try_from(it).ok()).expect("a rule");
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
        assert_eq!(result["level"], "error");
    }
    let uri = "kb/content/%D9%82%D8%B1%D8%A7%D8%B1.ar.md";
    assert_eq!(
        results[0]["locations"][0]["physicalLocation"],
        serde_json::json!({
            "artifactLocation": {"uri": uri}, "region": {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 9},
        })
    );
    assert_eq!(results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "z");
    assert_eq!(results[1]["relatedLocations"][0]["message"]["text"], "taken here first");
}
