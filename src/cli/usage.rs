//! Wrong use of the command line, told in the reader's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{
    Context, Exit,
    help::{see, unknown_command},
    table::COMMANDS,
};
use crate::{
    diag::Arg,
    locale::{MessageId, ids},
};

/// Says what is wrong with the arguments and what may be meant.
pub fn explain(error: &clap::Error, ctx: &mut Context<'_, '_>) -> Exit {
    let option = first(error, ContextKind::InvalidArg).map(bare);
    let value = first(error, ContextKind::InvalidValue).unwrap_or_default();
    let exit = match (error.kind(), option) {
        (ErrorKind::InvalidSubcommand, _) => {
            return unknown_command(&first(error, ContextKind::InvalidSubcommand).unwrap_or_default(), ctx);
        }
        (ErrorKind::UnknownArgument, Some(option)) => about(ctx, ids::CLI_UNKNOWN_ARGUMENT, option),
        (ErrorKind::InvalidValue, Some(option)) if value.is_empty() => about(ctx, ids::CLI_MISSING_VALUE, option),
        (ErrorKind::InvalidValue, Some(option)) => {
            let known = all(error, ContextKind::ValidValue);
            let args = [("value", Arg::from(value)), ("option", option.into()), ("known", known.into())];
            ctx.wrong_use(ids::CLI_BAD_VALUE, &args)
        }
        (ErrorKind::ArgumentConflict, Some(option)) => about(ctx, ids::CLI_REPEATED, option),
        (kind, option) => about(ctx, ids::CLI_WRONG_USE, option.unwrap_or_else(|| kind.to_string())),
    };
    let near = all(error, ContextKind::SuggestedArg).into_iter().chain(all(error, ContextKind::SuggestedValue)).next();
    match near {
        Some(near) => ctx.hint(&ctx.locale.format(ids::CLI_DID_YOU_MEAN, &[("near", near.into())])),
        None => see(command(error), ctx),
    }
    exit
}

fn about(ctx: &mut Context<'_, '_>, id: MessageId, option: String) -> Exit {
    ctx.wrong_use(id, &[("option", option.into())])
}

/// Returns the command in whose arguments the mistake is, as far as the parser tells it.
fn command(error: &clap::Error) -> Option<&'static str> {
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else { return None };
    let usage = usage.to_string();
    let name = usage.split_whitespace().skip_while(|it| *it != env!("CARGO_PKG_NAME")).nth(1)?;
    COMMANDS.iter().map(|it| it.name).find(|it| *it == name)
}

fn first(error: &clap::Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

/// Returns an option without the placeholder of its value: `--out` for `--out <DIR>`.
fn bare(option: String) -> String {
    option.split(' ').next().unwrap_or_default().to_owned()
}
