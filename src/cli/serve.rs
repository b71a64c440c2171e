//! `serve`: the preview, and what it says in the terminal.

use std::net::IpAddr;

use clap::ArgMatches;

use super::{
    Context, Exit,
    arguments::{self, Arguments},
    progress::Progress,
    table::{self, Entry},
    work::{options_of, watched},
};
use crate::{
    diag::Arg,
    locale::{MessageId, ids},
    serve::{self, Event, Fault, Rendered, Setup},
};

/// The command.
pub static ENTRY: Entry = Entry {
    name: "serve",
    about: ids::CLI_COMMAND_SERVE,
    argument: None,
    options: &[
        &table::SITE,
        &table::PORT,
        &table::HOST,
        &table::BASE,
        &table::DATE,
        &table::DRAFTS,
        &table::STRICT,
        &table::JOBS,
        &table::TIMINGS,
    ],
    run,
};

fn run(matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Exit {
    let setup = Arguments::read(matches, ctx).and_then(|it| Ok((setup(&it, matches, ctx)?, it)));
    let (setup, arguments) = match setup {
        Ok(it) => it,
        Err(exit) => return exit,
    };
    let events = match serve::start(setup) {
        Ok(events) => events,
        Err(fault) => return refused(&fault, ctx),
    };
    let mut told = watched::Told::default();
    let mut progress = Progress::begin(ctx, arguments.format);
    // The channel closes only when nobody builds or answers any more.
    for event in events {
        if let Event::Listening { address, taken } = event {
            progress.pause(|| listening(&address, taken, ctx));
            continue;
        }
        progress.clear();
        match event {
            Event::Listening { .. } => {}
            Event::Checked(it) => told.show(&it.diagnostics, &it.sources, &arguments, ctx),
            Event::Rendered(it) => rendered(&it, &arguments, ctx),
            Event::Refused(fault) => drop(ctx.fault(&fault.diagnostic())),
            Event::Stop => return Exit::Done,
        }
    }
    Exit::Fault
}

fn setup(arguments: &Arguments, matches: &ArgMatches, ctx: &mut Context<'_, '_>) -> Result<Setup, Exit> {
    let port = arguments::given::<String>(matches, &table::PORT);
    let port = port.map(|it| it.parse().or_else(|_| refuse(ctx, ids::SERVE_BAD_PORT, &it))).transpose()?;
    let host = arguments::given::<String>(matches, &table::HOST).map(|it| host(&it, ctx)).transpose()?;
    Ok(Setup {
        site: arguments.site.clone(),
        options: options_of(arguments),
        host: host.unwrap_or(IpAddr::from([127, 0, 0, 1])),
        port,
        lang: arguments::given::<String>(matches, &table::LANG),
        home: ctx.locale.tag().to_owned(),
    })
}

/// Reads an address of this machine that no other can reach.
fn host(text: &str, ctx: &mut Context<'_, '_>) -> Result<IpAddr, Exit> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let address = if bare == "localhost" { Ok(IpAddr::from([127, 0, 0, 1])) } else { bare.parse() };
    match address {
        Ok(address) if IpAddr::is_loopback(&address) => Ok(address),
        _ => refuse(ctx, ids::SERVE_BAD_HOST, text),
    }
}

fn refuse<T>(ctx: &mut Context<'_, '_>, id: MessageId, value: &str) -> Result<T, Exit> {
    Err(ctx.wrong_use(id, &[("value", Arg::from(value))]))
}

fn refused(fault: &Fault, ctx: &mut Context<'_, '_>) -> Exit {
    match fault {
        Fault::Pipeline(fault) => ctx.fault(&fault.diagnostic()),
        Fault::Watch(fault) => not_watched(fault, ctx),
        Fault::Closed(cause) => ctx.wrong_use(ids::SERVE_PORT_CLOSED, &[("reason", Arg::of_io(cause))]),
        Fault::Taken { port, free } => {
            let exit = ctx.wrong_use(ids::SERVE_PORT_TAKEN, &[("port", plain(*port))]);
            if let Some(free) = free {
                ctx.hint(&ctx.locale.format(ids::SERVE_PORT_FREE, &[("port", plain(*free))]));
            }
            exit
        }
    }
}

/// Says that the folder cannot be watched.
pub fn not_watched(fault: &serve::WatchFault, ctx: &mut Context<'_, '_>) -> Exit {
    ctx.wrong_use(ids::SERVE_NOT_WATCHED, &[("reason", Arg::from(fault.to_string()))])
}

/// A port is a name, so it is written without separators and in the digits that an address takes.
fn plain(port: u16) -> Arg {
    Arg::from(port.to_string())
}

fn listening(address: &str, taken: Option<u16>, ctx: &mut Context<'_, '_>) {
    let mut out = String::new();
    if let Some(port) = taken {
        out.push_str(&format!("{}\n", ctx.locale.format(ids::SERVE_PORT_INSTEAD, &[("port", plain(port))])));
    }
    // An address stands on a line of its own: isolates beside it would become a part of it where it is clicked.
    for (name, address) in [(ids::SERVE_LISTENING, address), (ids::SERVE_LIST_AT, &format!("{address}_/"))] {
        out.push_str(&format!("{}\n  {address}\n", ctx.locale.text(name)));
    }
    out.push_str(&format!("{}\n", ctx.locale.text(ids::SERVE_STOP)));
    ctx.say(&out);
}

fn rendered(it: &Rendered, arguments: &Arguments, ctx: &mut Context<'_, '_>) {
    if arguments.timings {
        ctx.say(&super::timings::table(&it.stages, ctx.locale));
    }
    let pages = |count: usize| Arg::from(ctx.locale.format(ids::CLI_PAGES, &[("count", Arg::from(count))]));
    let wall: std::time::Duration = it.stages.iter().map(|it| it.wall).sum();
    let ms = usize::try_from(wall.as_millis()).unwrap_or(usize::MAX);
    let args = [("pages", pages(it.made.len())), ("kept", pages(it.kept)), ("ms", Arg::from(ms))];
    let line = format!("{}\n", ctx.locale.format(ids::SERVE_RENDERED, &args));
    ctx.say(&line);
}
