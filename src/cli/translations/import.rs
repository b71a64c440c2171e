//! `translations import FILE`: brings what translators' tools hand back into texts and records, all of it or nothing.

use super::{Task, refuse_errors};
use crate::{
    base::Lang,
    cli::{Context, Exit},
    diag::Arg,
    exchange::{self, Brought, Texts},
    locale::ids,
    source::{self, Dress},
    write::{self, Change},
};

/// What a document is called and says, for messages that name a place in it.
struct Document {
    name: String,
    text: String,
}

/// Reads the document, works out the changes, writes them.
pub fn run(task: &Task<'_>, ctx: &mut Context<'_, '_>) -> Exit {
    let [name] = task.names else { return ctx.wrong_use(ids::CLI_IMPORT_FILE, &[]) };
    if let Some(exit) = refuse_errors(task, ctx) {
        return exit;
    }
    let text = match source::read_named(&ctx.machine.folder.join(name)) {
        Ok(text) => text,
        Err(fault) => return ctx.fault(&fault.diagnostic()),
    };
    let document = Document { name: name.clone(), text };
    let brought = match brought(task, &document, ctx) {
        Ok(brought) => brought,
        Err(exit) => return exit,
    };
    let changes: Vec<Change> = brought.changes.iter().map(|it| change(task, it)).collect();
    if let Err(fault) = write::sources(&task.arguments.site, &changes) {
        return ctx.fault(&fault.diagnostic());
    }
    tell(&brought, ctx);
    Exit::Done
}

fn brought(task: &Task<'_>, document: &Document, ctx: &mut Context<'_, '_>) -> Result<Brought, Exit> {
    let returned = exchange::parse(&document.text).map_err(|it| refuse(document, (it.at, it.reason, &it.what), ctx))?;
    let languages = task.site.languages();
    let mut find = |tag: &str| -> Result<Lang, Exit> {
        languages.find(tag).ok_or_else(|| refuse(document, (0, "xliff-language", tag), ctx))
    };
    let both = (find(&returned.from)?, find(&returned.to)?);
    if both.0 == both.1 {
        return Err(refuse(document, (0, "xliff-language", &returned.to), ctx));
    }
    let sources = &task.gathered.sources;
    let texts = Texts { text: &|it| &*sources.file(it).text, path: &|it| &*sources.file(it).path };
    let found = exchange::bring(task.site, &task.translations.pairs, &returned, both, texts);
    found.map_err(|it| refuse(document, (it.at, it.reason, &it.what), ctx))
}

/// A file keeps its byte-order mark and its line ends.
fn change(task: &Task<'_>, of: &exchange::Change) -> Change {
    let dress = of.file.map_or_else(Dress::default, |it| task.gathered.sources.file(it).dress);
    Change { path: of.path.clone(), bytes: dress.wear(&of.text).into_bytes() }
}

/// Says where and why a document cannot be used. Nothing was written.
fn refuse(document: &Document, (at, reason, what): (usize, &'static str, &str), ctx: &mut Context<'_, '_>) -> Exit {
    let before = document.text.get(..at).unwrap_or(&document.text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let place = format!("{}:{line}:{column}", document.name);
    let (id, args) = (ids::CLI_XLIFF_FAULT, [("place", Arg::from(place)), ("reason", Arg::Message(reason))]);
    let message = ctx.locale.format(id, &args);
    ctx.error(&message);
    if !what.is_empty() {
        let line = ctx.locale.format(ids::CLI_XLIFF_FOUND, &[("what", Arg::from(what))]);
        ctx.hint(&line);
    }
    Exit::Mistakes
}

fn tell(brought: &Brought, ctx: &mut Context<'_, '_>) {
    let line = ctx.locale.format(ids::CLI_IMPORTED, &[("count", Arg::from(brought.count))]);
    ctx.say(&format!("{line}\n"));
    for change in &brought.changes {
        ctx.say(&format!("  {}\n", change.path));
    }
    for (id, names) in [(ids::CLI_IMPORT_WAITS, &brought.waiting), (ids::CLI_IMPORT_OUTDATED, &brought.outdated)] {
        if !names.is_empty() {
            let line = ctx.locale.format(id, &[("known", names.clone().into())]);
            ctx.hint(&line);
        }
    }
    if brought.count > 0 {
        let line = ctx.locale.text(ids::CLI_IMPORT_NEXT);
        ctx.hint(&line);
    }
}
