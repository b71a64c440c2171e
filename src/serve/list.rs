//! The list of all pages at `/_/`: each with its state in every language, and what was found.

use std::fmt::Write as _;

use super::{now::Now, problems::Problems};
use crate::{
    locale::{Arg, Locale, MessageId, ids},
    pipeline::{Draft, Listed, Standing, Version},
    report::{self, Card},
};

/// Makes the list in the editor's language.
pub fn page(now: &Now, locale: &Locale) -> String {
    let mut out = String::new();
    let draft = now.shown.as_ref().map(|it| &*it.draft);
    head(&mut out, locale, draft, &now.token.to_string());
    languages(&mut out, locale);
    found(&mut out, locale, &now.problems);
    if let Some(draft) = draft {
        pages(&mut out, locale, draft);
    }
    out.push_str("</main></body></html>\n");
    out
}

/// Makes the page that stands for every other as long as there is no site.
pub fn nothing_yet(now: &Now, locale: &Locale) -> String {
    let mut out = String::new();
    head(&mut out, locale, None, &now.token.to_string());
    write(&mut out, format_args!("<p>{}</p>", escaped(&locale.text(ids::SERVE_NOTHING_YET))));
    found(&mut out, locale, &now.problems);
    out.push_str("</main></body></html>\n");
    out
}

fn head(out: &mut String, locale: &Locale, draft: Option<&Draft>, key: &str) {
    let title = escaped(&locale.text(ids::SERVE_TITLE));
    let style = draft.map_or_else(String::new, |it| {
        format!("<link rel=\"stylesheet\" href=\"{}{}\">", escaped(it.base_path()), escaped(it.stylesheet()))
    });
    write(
        out,
        format_args!(
            "<!doctype html><html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             <script type=\"module\" src=\"/_/live.js\" data-key=\"{key}\"></script>\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\">{style}<link rel=\"stylesheet\" href=\"/_/live.css\"></head>\
             <body><main class=\"preview\"><h1>{title}</h1>",
            locale.tag(),
            locale.dir().as_str(),
        ),
    );
}

/// Writes links to the list in the languages that the program speaks, and to the site.
fn languages(out: &mut String, locale: &Locale) {
    out.push_str("<ul>");
    for other in Locale::embedded_tags().filter_map(Locale::embedded) {
        let (tag, name) = (other.tag(), escaped(&other.text(ids::LANGUAGE_NAME)));
        if tag == locale.tag() {
            write(out, format_args!("<li><span aria-current=\"true\">{name}</span></li>"));
        } else {
            write(out, format_args!("<li><a href=\"?lang={tag}\" lang=\"{tag}\" hreflang=\"{tag}\">{name}</a></li>"));
        }
    }
    write(out, format_args!("<li><a href=\"/\">{}</a></li></ul>", escaped(&locale.text(ids::SERVE_SITE))));
}

fn found(out: &mut String, locale: &Locale, problems: &Problems) {
    write(out, format_args!("<h2>{}</h2>", escaped(&locale.text(ids::SERVE_FOUND))));
    if problems.diagnostics.is_empty() {
        write(out, format_args!("<p>{}</p>", escaped(&locale.text(ids::SERVE_FOUND_NOTHING))));
        return;
    }
    let counts = report::summary(&problems.diagnostics).text(locale);
    write(out, format_args!("<p>{}</p><div class=\"mistakes\">", escaped(&counts)));
    for it in report::cards(&problems.diagnostics, &problems.sources, locale) {
        card(out, locale, &it);
    }
    out.push_str("</div>");
}

fn card(out: &mut String, locale: &Locale, card: &Card) {
    let Card { grade, code, message, .. } = card;
    let (grade, message) = (escaped(grade), escaped(message));
    write(
        out,
        format_args!("<article><p><strong>{grade}</strong> <bdi>{message}</bdi> <code dir=\"ltr\">{code}</code></p>"),
    );
    if let Some(place) = &card.place {
        write(out, format_args!("<p><code dir=\"ltr\">{}</code></p>", escaped(place)));
    }
    if let Some(it) = &card.excerpt {
        let (before, meant, after) = (escaped(&it.before), escaped(&it.meant), escaped(&it.after));
        write(out, format_args!("<pre dir=\"auto\">{before}<mark>{meant}</mark>{after}</pre>"));
    }
    if let Some(hint) = &card.hint {
        let name = escaped(&locale.text(ids::REPORT_HINT));
        write(out, format_args!("<p><strong>{name}</strong> {}</p>", escaped(hint)));
    }
    out.push_str("</article>");
}

fn pages(out: &mut String, locale: &Locale, draft: &Draft) {
    let listed = draft.listed();
    let count = locale.format(ids::CLI_PAGES, &[("count", Arg::from(listed.len()))]);
    let word = |id: MessageId| escaped(&locale.text(id));
    write(out, format_args!("<h2>{}</h2><p>{}</p>", word(ids::SERVE_PAGES), escaped(&count)));
    write(
        out,
        format_args!("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">{}</th>", word(ids::SERVE_PATH)),
    );
    for (tag, _) in draft.languages() {
        write(out, format_args!("<th scope=\"col\">{}</th>", escaped(&name(tag))));
    }
    out.push_str("</tr></thead><tbody>");
    for it in &listed {
        row(out, locale, draft, it);
    }
    out.push_str("</tbody></table></div>");
}

fn row(out: &mut String, locale: &Locale, draft: &Draft, listed: &Listed) {
    write(out, format_args!("<tr><th scope=\"row\"><code dir=\"ltr\">/{}</code></th>", escaped(&listed.path)));
    for (version, (tag, dir)) in listed.versions.iter().zip(draft.languages()) {
        let Version { standing, route, title } = version;
        let (class, word) = match standing {
            Standing::Present => ("present", ids::SERVE_PRESENT),
            Standing::Draft => ("draft", ids::SERVE_DRAFT),
            Standing::Missing => ("missing", ids::SERVE_MISSING),
        };
        let title = escaped(title);
        out.push_str("<td>");
        match route {
            Some(route) => write(
                out,
                format_args!(
                    "<a href=\"{}{}\" lang=\"{tag}\" dir=\"{dir}\">{title}</a>",
                    escaped(draft.base_path()),
                    escaped(route)
                ),
            ),
            None => write(out, format_args!("<span lang=\"{tag}\" dir=\"{dir}\">{title}</span>")),
        }
        write(out, format_args!(" <span class=\"standing {class}\">{}</span></td>", escaped(&locale.text(word))));
    }
    out.push_str("</tr>");
}

/// Returns a language's name for itself, or its tag where the program does not speak it.
fn name(tag: &str) -> String {
    Locale::embedded(tag).map_or_else(|| tag.to_owned(), |it| it.text(ids::LANGUAGE_NAME))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(it),
        }
    }
    out
}

fn write(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("writing into a string cannot fail");
}
