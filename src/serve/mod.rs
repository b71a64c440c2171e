//! The preview: the site in memory, made again when a source changes, served on this machine only, shown in open pages at
//! once. And the watching that `check --watch` uses as well.
//!
//! Three threads: the caller's prints what it hears ([`Event`]); one builds; one answers requests. They share one value,
//! `now::Now`, which the builder replaces and requests wait for. Nothing is written to the disk.
//!
//! Pages are those of `build`, byte for byte, with one script more; headers are those of `_headers`. This module knows
//! paths, bytes and reports; it may not know what a page is made of.

mod answer;
mod builder;
mod door;
mod gate;
mod list;
mod now;
mod problems;
mod watch;

use std::{
    io,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    sync::{Arc, mpsc},
};

pub use watch::{Watch, WatchFault};

use crate::{
    pipeline::{self, Options, Stage, Workshop},
    source::{Disk, Sources},
};

/// The port that is taken unless another is asked for.
pub const PORT: u16 = 4747;
/// So many ports after the usual one are tried.
const TRIED: u16 = 40;

/// What a preview is asked for.
pub struct Setup {
    /// The site's folder.
    pub site: PathBuf,
    /// How it is built.
    pub options: Options,
    /// The address of this machine to listen on; a loopback address.
    pub host: IpAddr,
    /// The port; without one the usual one, or the next that is free.
    pub port: Option<u16>,
    /// The language in which an editor wants to be told of mistakes; without one that of the page that is looked at.
    pub lang: Option<String>,
    /// The language of the terminal, for the list of all pages.
    pub home: String,
}

/// What happens while a preview runs.
pub enum Event {
    /// The site can be looked at.
    Listening {
        /// Its address.
        address: String,
        /// The port that was taken, where this is another one.
        taken: Option<u16>,
    },
    /// The sources were looked at.
    Checked(Checked),
    /// Pages were made.
    Rendered(Rendered),
    /// The machine refused something; the preview goes on.
    Refused(pipeline::Fault),
    /// Somebody wants the program to end.
    Stop,
}

/// What a look at the sources came to.
pub struct Checked {
    /// For reports.
    pub sources: Arc<Sources>,
    /// What was found.
    pub diagnostics: Vec<crate::diag::Diagnostic>,
}

/// What making pages came to.
pub struct Rendered {
    /// The pages that were made, by the path of their file.
    pub made: Vec<String>,
    /// How many stayed as they were.
    pub kept: usize,
    /// Time per stage.
    pub stages: Vec<Stage>,
}

/// Why a preview cannot begin.
#[derive(Debug)]
pub enum Fault {
    /// The site cannot be read.
    Pipeline(pipeline::Fault),
    /// The folder cannot be watched.
    Watch(WatchFault),
    /// The port is taken.
    Taken {
        /// The port.
        port: u16,
        /// One that is free.
        free: Option<u16>,
    },
    /// No port can be opened.
    Closed(io::Error),
}

impl From<pipeline::Fault> for Fault {
    fn from(fault: pipeline::Fault) -> Self {
        Self::Pipeline(fault)
    }
}

/// Begins a preview and returns what happens from then on. It ends with the program.
pub fn start(setup: Setup) -> Result<mpsc::Receiver<Event>, Fault> {
    let disk = Arc::new(Disk::open(&setup.site).map_err(pipeline::Fault::from)?);
    let workshop = Workshop::new(setup.options)?;
    let (listener, taken) = listen(setup.host, setup.port)?;
    let address = listener.local_addr().map_err(Fault::Closed)?;
    let (tell, events) = mpsc::channel();
    let (messages, inbox) = mpsc::channel();
    let watch = Watch::start(&disk, messages.clone(), inbox).map_err(Fault::Watch)?;
    let shared = Arc::new(now::Shared::new(messages));
    // A receiver that is gone means that the program ends.
    let shown = format!("http://{address}/");
    tell.send(Event::Listening { address: shown, taken }).unwrap_or_default();
    let builder = builder::Builder {
        workshop,
        disk: Arc::clone(&disk),
        watch,
        shared: Arc::clone(&shared),
        tell: tell.clone(),
        pending: None,
        good: None,
    };
    std::thread::spawn(move || builder.run());
    let desk = answer::Desk { shared, disk, gate: gate::Gate::new(address), lang: setup.lang, home: setup.home };
    door::open(listener, Arc::new(desk), tell).map_err(Fault::Closed)?;
    Ok(events)
}

/// Opens the port asked for, or the usual one or one of those after it; returns the usual one where that was taken.
fn listen(host: IpAddr, port: Option<u16>) -> Result<(std::net::TcpListener, Option<u16>), Fault> {
    let first = port.unwrap_or(PORT);
    match std::net::TcpListener::bind(SocketAddr::new(host, first)) {
        Ok(listener) => Ok((listener, None)),
        Err(cause) if cause.kind() == io::ErrorKind::AddrInUse => {
            let next = (first..first.saturating_add(TRIED)).skip(1);
            let free = next.filter_map(|it| std::net::TcpListener::bind(SocketAddr::new(host, it)).ok()).next();
            match (port, free) {
                (None, Some(listener)) => Ok((listener, Some(first))),
                (_, free) => {
                    let free = free.and_then(|it| it.local_addr().ok()).map(|it| it.port());
                    Err(Fault::Taken { port: first, free })
                }
            }
        }
        Err(cause) => Err(Fault::Closed(cause)),
    }
}
