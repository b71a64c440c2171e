//! Checks and embeds theme and locales.
//!
//! Fails the compile when a message file does not parse or when languages differ in messages or variables.
//! Its result follows from the files alone: no time stamp, version control or network.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo on standard output")]
#![allow(clippy::disallowed_methods, reason = "a build script reads its inputs and writes its output")]

#[allow(dead_code, reason = "shared with the library, which also reads single shapes")]
#[path = "src/locale/parity.rs"]
mod parity;

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// The message files whose messages the program names by constants; those of diagnostics are named by their codes.
const INTERFACE: &[&str] = &["/ui.ftl", "/report.ftl", "/cli.ftl", "/view.ftl", "/theme.ftl"];

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/locale/parity.rs");
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=themes");
    let faults = match generate() {
        Ok(faults) => faults,
        Err(error) => vec![error.to_string()],
    };
    for fault in &faults {
        println!("cargo::error={fault}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn generate() -> io::Result<Vec<String>> {
    let variable =
        |name| env::var_os(name).map(PathBuf::from).ok_or_else(|| io::Error::other(format!("{name} is not set")));
    let (root, out) = (variable("CARGO_MANIFEST_DIR")?, variable("OUT_DIR")?);
    let locales = files_below(&root.join("locales"))?;
    let themes = files_below(&root.join("themes"))?;
    let mut texts = Vec::new();
    for (path, full) in locales.iter().filter(|(path, _)| path.ends_with(".ftl")) {
        let text = fs::read_to_string(full).map_err(|error| io::Error::other(format!("locales/{path}: {error}")))?;
        texts.push((path.split('/').next().unwrap_or_default(), format!("locales/{path}"), text));
    }
    let files: Vec<parity::File<'_>> =
        texts.iter().map(|(lang, path, text)| parity::File { lang, path, text }).collect();
    let faults = parity::faults(&files);
    write_if_new(&out.join("locale_table.rs"), &locale_table(&locales))?;
    write_if_new(&out.join("locale_ids.rs"), &locale_ids(&files))?;
    write_if_new(&out.join("theme_table.rs"), &theme_table(&themes))?;
    Ok(faults.iter().map(|it| format!("{}:{}: {}", it.path, it.line, it.what)).collect())
}

/// Lists the files below a folder, as paths with `/` and as full paths, in path order; none when the folder is missing.
fn files_below(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let (mut out, mut todo) = (Vec::new(), vec![(String::new(), folder.to_path_buf())]);
    while let Some((prefix, folder)) = todo.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
            // Editors leave hidden and backup files beside what they edit.
            if name.starts_with('.') || name.ends_with('~') {
                continue;
            }
            let below = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}/{name}") };
            if path.is_dir() { todo.push((below, path)) } else { out.push((below, path)) }
        }
    }
    out.sort();
    Ok(out)
}

/// Returns the table of languages: their message files and their explanations of codes.
fn locale_table(locales: &[(String, PathBuf)]) -> String {
    let mut languages: BTreeMap<&str, (String, String)> = BTreeMap::new();
    for (path, full) in locales {
        let Some((lang, rest)) = path.split_once('/') else { continue };
        let (messages, explain) = languages.entry(lang).or_default();
        if rest.ends_with(".ftl") {
            messages.push_str(&format!("({rest:?}, include_str!({full:?})), "));
        } else if let Some(code) = rest.strip_prefix("explain/").and_then(|it| it.strip_suffix(".md")) {
            explain.push_str(&format!("({code:?}, include_str!({full:?})), "));
        }
    }
    let rows = languages.iter().filter(|(_, (messages, _))| !messages.is_empty());
    let rows = rows.map(|(tag, (messages, explain))| {
        format!("    Embedded {{ tag: {tag:?}, messages: &[{messages}], explain: &[{explain}] }},\n")
    });
    format!("&[\n{}]\n", rows.collect::<String>())
}

/// Returns one constant per interface message, and their names by number.
fn locale_ids(files: &[parity::File<'_>]) -> String {
    let ids = files
        .iter()
        .filter(|it| INTERFACE.iter().any(|name| it.path.ends_with(name)))
        .flat_map(|it| parity::shapes(it.text).0);
    let messages = ids.map(|it| it.id).filter(|id| !id.starts_with('-') && !id.contains('.'));
    let ids: std::collections::BTreeSet<String> = messages.collect();
    let (mut constants, mut names) = (String::new(), String::new());
    for (number, id) in ids.iter().enumerate() {
        let constant = id.to_uppercase().replace('-', "_");
        constants
            .push_str(&format!("/// The message `{id}`.\npub const {constant}: MessageId = MessageId({number});\n"));
        names.push_str(&format!("    {id:?},\n"));
    }
    format!(
        "{constants}/// The names of all interface messages, by number.\npub static NAMES: &[&str] = &[\n{names}];\n"
    )
}

/// Returns the table of theme files.
fn theme_table(themes: &[(String, PathBuf)]) -> String {
    let rows = themes.iter().map(|(path, full)| format!("    ({path:?}, include_bytes!({full:?})),\n"));
    format!("&[\n{}]\n", rows.collect::<String>())
}

/// Writes a generated file, but leaves an equal one alone, so that nothing is compiled again for it.
fn write_if_new(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) { Ok(()) } else { fs::write(path, text) }
}
