//! `explain`: the page of a code, or the list of all codes.

use std::fmt::Write as _;

use clap::ArgMatches;

use super::{Context, Exit, table::Entry};
use crate::{
    diag::{Arg, Code, codes},
    locale::{Locale, ids},
};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "explain",
    about: ids::CLI_COMMAND_EXPLAIN,
    argument: Some(("CODE", ids::CLI_ARGUMENT_CODE)),
    options: &[],
    run,
};

/// So many names are offered for one that does not exist.
const OFFERED: usize = 5;

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let Some(name) = matches.get_one::<String>("CODE") else {
        ctx.print(&list(ctx.locale));
        return Exit::Done;
    };
    match codes::find(name) {
        Some(code) => {
            ctx.print(&format!("{}\n", ctx.locale.explain(code).trim_end()));
            Exit::Done
        }
        None => unknown(name, ctx),
    }
}

fn unknown(name: &str, ctx: &mut Context<'_, '_>) -> Exit {
    let exit = ctx.wrong_use(ids::CLI_UNKNOWN_CODE, &[("code", Arg::from(name))]);
    let near: Vec<String> = near(name).into_iter().map(str::to_owned).collect();
    if near.is_empty() {
        ctx.hint(&ctx.locale.text(ids::CLI_ALL_CODES));
    } else {
        ctx.hint(&ctx.locale.format(ids::CLI_NEAR_CODES, &[("known", near.into())]));
    }
    exit
}

/// Returns the codes that may be meant, nearest first: by spelling, or by one half of the name.
fn near(name: &str) -> Vec<&'static str> {
    let name = name.to_lowercase();
    let limit = (name.chars().count() / 3).max(1);
    let fault = name.split('/').next_back().unwrap_or_default();
    let half = |code: &str| code.split('/').any(|it| it == name || it == fault);
    let scored = codes::all().map(|it| (strsim::damerau_levenshtein(&name, it.name), it.name));
    let mut near: Vec<(usize, &str)> = scored.filter(|(distance, code)| *distance <= limit || half(code)).collect();
    near.sort_unstable();
    near.into_iter().take(OFFERED).map(|(_, code)| code).collect()
}

/// Lists all codes by area, each with the title of its page.
fn list(locale: &Locale) -> String {
    let width = codes::all().map(|it| it.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    let mut last = "";
    for code in codes::all() {
        let area = code.name.split('/').next().unwrap_or_default();
        if area != last {
            let gap = if last.is_empty() { "" } else { "\n" };
            let name = locale.by_name(&format!("cli-area-{area}")).unwrap_or_else(|| area.to_owned());
            writeln!(out, "{gap}{name}").expect("writing into a string cannot fail");
            last = area;
        }
        writeln!(out, "  {:width$}  {}", code.name, title(code, locale)).expect("writing into a string cannot fail");
    }
    out
}

/// Returns the title of a code's page, without the code.
fn title(code: &Code, locale: &Locale) -> &'static str {
    let first = locale.explain(code).lines().next().unwrap_or_default();
    first.split_once(": ").map_or("", |(_, title)| title)
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn names_are_offered_by_spelling_and_by_half() {
        assert_eq!(near("link/no-targt").first(), Some(&"link/no-target"));
        assert!(near("no-target").contains(&"record/no-target"), "{:?}", near("no-target"));
        assert!(!near("yaml").is_empty());
        assert!(near("nothing-like-it-at-all").is_empty());
    }
}
