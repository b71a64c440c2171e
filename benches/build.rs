//! What a build costs: CPU time per page on a generated corpus, beside the floor of reading, parsing and writing it.
//!
//! `cargo bench --bench build [-- PAGES]`. Both run in memory-backed folders where there are such, so that the disk is left out.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a bench makes a site, builds it and tells")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use pulldown_cmark::{Event, Parser};

/// Words of both languages, in turns; about 500 make a page.
const WORDS: [&[&str]; 2] = [
    &[
        "الهجرة",
        "التشاور",
        "الدول",
        "الأعضاء",
        "اجتماع",
        "سنوي",
        "قرار",
        "الأهداف",
        "تنسيق",
        "السياسات",
        "العمل",
        "في",
        "من",
        "على",
    ],
    &[
        "migration",
        "consultation",
        "states",
        "members",
        "meeting",
        "yearly",
        "decision",
        "objectives",
        "policy",
        "work",
        "in",
        "of",
        "on",
    ],
];
const TAGS: [&str; 2] = ["ar", "en"];

fn main() {
    let pages = std::env::args().find_map(|it| it.parse().ok()).unwrap_or(2_000);
    let folder = tempfile::tempdir_in(memory()).expect("a temporary folder can be made");
    write_corpus(folder.path(), pages);

    let before = cpu();
    floor(folder.path());
    let floor = cpu() - before;

    let before = cpu_of_children();
    let mut build = Command::new(env!("CARGO_BIN_EXE_tashawur"));
    build.args(["build", "--site"]).arg(folder.path()).arg("--out").arg(folder.path().join("public"));
    assert!(build.status().expect("the program starts").success(), "the corpus builds");
    let ours = cpu_of_children() - before;

    let per_page = |ticks: u64| ticks as f64 * 10.0 / pages as f64;
    println!("{pages} pages, CPU per page: floor {:.3} ms, build {:.3} ms", per_page(floor), per_page(ours));
}

fn memory() -> PathBuf {
    let shared = PathBuf::from("/dev/shm");
    if shared.is_dir() { shared } else { std::env::temp_dir() }
}

fn write_corpus(folder: &Path, pages: usize) {
    let put = |path: String, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    };
    let languages = "languages: [{tag: ar, dir: rtl}, {tag: en, dir: ltr}]";
    let site = format!("title: {{ar: معارف, en: Knowledge}}\n{languages}\nbase: https://example.org/\n");
    put("content/site.yaml".to_owned(), &site);
    for page in 0..pages.div_ceil(2) {
        for (lang, tag) in TAGS.iter().enumerate() {
            put(format!("content/part-{}/page-{page}.{tag}.md", page % 20), &text(page, lang));
        }
    }
}

/// Writes one page: front matter, four sections with a list and a table, a link into itself.
fn text(page: usize, lang: usize) -> String {
    let word = |at: usize| WORDS[lang][(page * 7 + at * 3 + at / 5) % WORDS[lang].len()];
    let words = |from: usize, count: usize| (from..from + count).map(word).collect::<Vec<_>>().join(" ");
    let (year, month) = (2000 + page % 25, 1 + page % 9);
    let mut out = format!("---\ntitle: {} {page}\ndate: {year}-0{month}\ntags: [{}]\n---\n", words(0, 3), word(1));
    for section in 0..4 {
        let at = section * 131;
        out.push_str(&format!("\n## {} {{#part-{section}}}\n\n{}.\n\n", words(at, 3), words(at + 3, 60)));
        out.push_str(&format!("- {}\n- **{}** {}\n\n", words(at + 70, 8), word(at), words(at + 80, 8)));
        out.push_str(&format!(
            "| {} | {} |\n|---|---|\n| {} | {} |\n\n",
            word(at),
            word(at + 1),
            word(at + 2),
            word(at + 3)
        ));
        out.push_str(&format!("{}.\n", words(at + 90, 40)));
    }
    out.push_str(&format!("\n[{}](page-{page}.md#part-1)\n", words(5, 2)));
    out
}

/// The least that any generator does: read, parse, write.
fn floor(folder: &Path) {
    let out = folder.join("floor");
    for part in fs::read_dir(folder.join("content")).expect("the corpus is there") {
        let part = part.expect("a folder can be listed").path();
        for file in fs::read_dir(&part).into_iter().flatten() {
            let path = file.expect("a folder can be listed").path();
            let text = fs::read_to_string(&path).expect("the corpus can be read");
            let target = out.join(path.file_name().expect("a file has a name"));
            fs::create_dir_all(&target).expect("a folder can be made");
            fs::write(target.join("index.html"), plain(&text)).expect("a page can be written");
        }
    }
}

/// Parses a page and puts its texts into paragraphs.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::Start(_) => out.push_str("<p>"),
            _ => out.push('\n'),
        }
    }
    out
}

/// Returns the CPU time of this process in hundredths of a second.
fn cpu() -> u64 {
    stat(13) + stat(14)
}

/// Returns the CPU time of the processes that this one waited for, in hundredths of a second.
fn cpu_of_children() -> u64 {
    stat(15) + stat(16)
}

/// Reads a field of `/proc/self/stat`, counted from 0 as proc(5) does from 1.
fn stat(field: usize) -> u64 {
    let line = fs::read_to_string("/proc/self/stat").expect("this system has /proc");
    let after = line.rsplit(')').next().unwrap_or_default();
    after.split_whitespace().nth(field - 2).and_then(|it| it.parse().ok()).expect("CPU times are numbers")
}
