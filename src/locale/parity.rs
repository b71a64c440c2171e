//! The shape of message files, and what must be equal between languages.
//!
//! Shared by `build.rs`, which fails the compile with these faults, and by the reading of a site's own messages.
//! Knows Fluent's syntax and nothing else of the program.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey},
    parser::{self, ErrorKind},
};

/// One message or attribute, as far as languages must agree on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// `skip-to-content`, or `link-no-target.hint-near` for an attribute.
    pub id: String,
    /// Where its name stands, in bytes.
    pub at: usize,
    /// The variables that it uses, each with its first place.
    pub variables: BTreeMap<String, usize>,
    /// The messages and terms that it inserts.
    pub references: BTreeSet<String>,
    /// The variables that it chooses by.
    pub choices: Vec<Choice>,
}

/// A choice between variants by the value of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Where the variable's name stands, in bytes, after its `$`.
    pub at: usize,
    /// The variable.
    pub variable: String,
    /// The keys that are plural categories or other words.
    pub words: Vec<String>,
    /// The keys that are numbers.
    pub numbers: Vec<String>,
}

/// One message file.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The language whose messages it holds.
    pub lang: &'a str,
    /// Its path, for faults.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// What is wrong with a message file, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// Returns the shapes of a message file, terms (`-name`) included, and its syntax errors with their places.
pub fn shapes(text: &str) -> (Vec<Shape>, Vec<(usize, ErrorKind)>) {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut out = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(it) => {
                out.push(shape(text, it.id.name, it.id.name.to_owned(), it.value.as_ref()));
                for attribute in &it.attributes {
                    let id = format!("{}.{}", it.id.name, attribute.id.name);
                    out.push(shape(text, attribute.id.name, id, Some(&attribute.value)));
                }
            }
            Entry::Term(it) => out.push(shape(text, it.id.name, format!("-{}", it.id.name), Some(&it.value))),
            _ => {}
        }
    }
    (out, errors.into_iter().map(|it| (it.pos.start.min(text.len()), it.kind)).collect())
}

/// Returns the line of a byte, from 1.
pub fn line(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|it| **it == b'\n').count() + 1
}

/// Returns every fault of the message files of all languages: syntax, doubles, dangling references, and differences between languages.
pub fn faults(files: &[File<'_>]) -> Vec<Fault> {
    let mut out = Vec::new();
    let mut languages: BTreeMap<&str, BTreeMap<String, (Shape, File<'_>)>> = BTreeMap::new();
    for file in files {
        let (shapes, errors) = shapes(file.text);
        out.extend(errors.into_iter().map(|(at, kind)| fault(file, at, kind.to_string())));
        let known = languages.entry(file.lang).or_default();
        for shape in shapes {
            if let Some((_, other)) = known.get(&shape.id) {
                out.push(fault(file, shape.at, format!("`{}` stands also in {}", shape.id, other.path)));
            } else {
                known.insert(shape.id.clone(), (shape, *file));
            }
        }
    }
    for known in languages.values() {
        for (shape, file) in known.values() {
            let missing = shape.references.iter().filter(|it| !known.contains_key(*it));
            out.extend(
                missing.map(|it| fault(file, shape.at, format!("`{}` inserts `{it}`, which does not exist", shape.id))),
            );
        }
    }
    for (lang, known) in &languages {
        for (other, theirs) in languages.iter().filter(|(it, _)| *it != lang) {
            compare(known, other, theirs, &mut out);
        }
    }
    out.sort();
    out.dedup();
    out
}

/// Reports what `known` has and the language `other` lacks or has with other variables.
fn compare(
    known: &BTreeMap<String, (Shape, File<'_>)>,
    other: &str,
    theirs: &BTreeMap<String, (Shape, File<'_>)>,
    out: &mut Vec<Fault>,
) {
    // Terms belong to one language: another may need other cases, or none.
    for (id, (shape, file)) in known.iter().filter(|(id, _)| !id.starts_with('-')) {
        let Some((their, _)) = theirs.get(id) else {
            out.push(fault(file, shape.at, format!("`{id}` is missing in `{other}`")));
            continue;
        };
        let (ours, theirs) = (variables(shape, known), variables(their, theirs));
        for name in ours.difference(&theirs) {
            out.push(fault(file, shape.at, format!("`{id}` uses `${name}`, which it does not use in `{other}`")));
        }
    }
}

/// Returns the variables of a message and of the messages that it inserts.
fn variables(shape: &Shape, known: &BTreeMap<String, (Shape, File<'_>)>) -> BTreeSet<String> {
    let (mut out, mut seen, mut todo) = (BTreeSet::new(), BTreeSet::new(), vec![shape]);
    while let Some(it) = todo.pop() {
        out.extend(it.variables.keys().cloned());
        let inserted = it.references.iter().filter(|name| !name.starts_with('-') && seen.insert((*name).clone()));
        todo.extend(inserted.filter_map(|name| known.get(name)).map(|(shape, _)| shape));
    }
    out
}

fn fault(file: &File<'_>, at: usize, what: String) -> Fault {
    Fault { path: file.path.to_owned(), line: line(file.text, at), what }
}

fn shape(text: &str, name: &str, id: String, value: Option<&Pattern<&str>>) -> Shape {
    let mut out = Shape { id, at: offset(text, name), ..Shape::default() };
    if let Some(pattern) = value {
        pattern_parts(text, pattern, &mut out);
    }
    out
}

/// Returns where a slice of `text` begins; the parser keeps no places but borrows from its input.
fn offset(text: &str, slice: &str) -> usize {
    (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len())
}

fn pattern_parts(text: &str, pattern: &Pattern<&str>, out: &mut Shape) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_parts(text, expression, out);
        }
    }
}

fn expression_parts(text: &str, expression: &Expression<&str>, out: &mut Shape) {
    match expression {
        Expression::Inline(it) => inline_parts(text, it, out),
        Expression::Select { selector, variants } => {
            inline_parts(text, selector, out);
            if let InlineExpression::VariableReference { id } = selector {
                out.choices.push(choice(text, id.name, variants));
            }
            for variant in variants {
                pattern_parts(text, &variant.value, out);
            }
        }
    }
}

fn choice(text: &str, variable: &str, variants: &[Variant<&str>]) -> Choice {
    let mut out =
        Choice { at: offset(text, variable), variable: variable.to_owned(), words: Vec::new(), numbers: Vec::new() };
    for variant in variants {
        match variant.key {
            VariantKey::Identifier { name } => out.words.push(name.to_owned()),
            VariantKey::NumberLiteral { value } => out.numbers.push(value.to_owned()),
        }
    }
    out
}

fn inline_parts(text: &str, expression: &InlineExpression<&str>, out: &mut Shape) {
    match expression {
        InlineExpression::VariableReference { id } => {
            out.variables.entry(id.name.to_owned()).or_insert(offset(text, id.name));
        }
        InlineExpression::MessageReference { id, attribute } => {
            let attribute = attribute.as_ref().map(|it| format!(".{}", it.name)).unwrap_or_default();
            out.references.insert(format!("{}{attribute}", id.name));
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            out.references.insert(format!("-{}", id.name));
            arguments.iter().for_each(|it| argument_parts(text, it, out));
        }
        InlineExpression::FunctionReference { arguments, .. } => argument_parts(text, arguments, out),
        InlineExpression::Placeable { expression } => expression_parts(text, expression, out),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn argument_parts(text: &str, arguments: &CallArguments<&str>, out: &mut Shape) {
    arguments.positional.iter().for_each(|it| inline_parts(text, it, out));
    arguments.named.iter().for_each(|it| inline_parts(text, &it.value, out));
}

#[cfg(test)]
mod tests {
    use super::{File, faults};

    fn check(ar: &str, en: &str, expected: &[&str]) {
        let files =
            [File { lang: "ar", path: "ar/ui.ftl", text: ar }, File { lang: "en", path: "en/ui.ftl", text: en }];
        let found: Vec<String> =
            faults(&files).iter().map(|it| format!("{}:{}: {}", it.path, it.line, it.what)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn equal_shapes_pass() {
        check("a = صفحة { $n }\n    .hint-x = { $n }\n", "a = page { $n }\n    .hint-x = { $n }\n", &[]);
    }

    #[test]
    fn missing_messages_and_attributes_are_named_with_their_line() {
        check(
            "# عنوان\na = صفحة\n    .hint-x = تلميح\nb = بحث\n",
            "a = page\n",
            &["ar/ui.ftl:3: `a.hint-x` is missing in `en`", "ar/ui.ftl:4: `b` is missing in `en`"],
        );
    }

    #[test]
    fn variables_must_agree_also_through_inserted_messages() {
        check(
            "a = { $n }\n",
            "a = { b }\n",
            &[
                "ar/ui.ftl:1: `a` uses `$n`, which it does not use in `en`",
                "en/ui.ftl:1: `a` inserts `b`, which does not exist",
            ],
        );
        check("a = { $n }\nb = { $n }\n", "a = { b }\nb = { $n }\n", &[]);
    }

    #[test]
    fn syntax_errors_and_doubles_are_named() {
        check(
            "a = {\n",
            "a = page\na = again\n",
            &[
                "ar/ui.ftl:2: Expected an inline expression",
                "en/ui.ftl:1: `a` is missing in `ar`",
                "en/ui.ftl:2: `a` stands also in en/ui.ftl",
            ],
        );
    }
}
