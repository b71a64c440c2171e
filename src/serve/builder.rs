//! The thread that builds: waits for a change, checks, makes the pages that are looked at, then the others, then the rest.

use std::{
    collections::BTreeMap,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Mutex, PoisonError, mpsc::Sender},
    time::Duration,
};

use super::{
    Checked, Event, Rendered,
    now::{Shared, Shown},
    problems::Problems,
    watch::{Heard, Watch},
};
use crate::{
    diag::{Diagnostic, Place, codes},
    pipeline::{Draft, Drawn, Fault, Finished, Made, Pages, Stage, Workshop},
    source::{Changed, Disk, Sources},
};

/// Everything that the thread owns.
pub struct Builder {
    /// What earlier builds left.
    pub workshop: Workshop,
    /// The sources.
    pub disk: Arc<Disk>,
    /// What changes in them.
    pub watch: Watch,
    /// What is shown.
    pub shared: Arc<Shared>,
    /// Who wants to hear of it.
    pub tell: Sender<Event>,
    /// The last site that stood, if it is not wholly made.
    pub pending: Option<Pending>,
    /// The last site that was wholly made.
    pub good: Option<Shown>,
}

/// How a build ended.
enum Ended {
    /// Everything is made.
    Done,
    /// A newer change came in between.
    GaveWay,
}

/// What is made beside the pages waits until nobody has saved for so long, or somebody asks.
const CALM: Duration = Duration::from_millis(400);
/// After the pages that are looked at, the others wait so long: the browser fetches and paints meanwhile, on the same processors.
const GLANCE: Duration = Duration::from_millis(60);
/// So many builds in a row may give way to a newer change.
const PATIENCE: usize = 16;

/// A site that is not wholly made yet.
pub struct Pending {
    draft: Arc<Draft>,
    pages: Option<Pages>,
}

impl Builder {
    /// Builds until the program ends.
    pub fn run(mut self) {
        let mut changed = Changed::Anything;
        let mut given_way = 0;
        loop {
            let built = panic::catch_unwind(AssertUnwindSafe(|| self.build(&changed, given_way < PATIENCE)));
            let is_lost = built.is_err();
            match built {
                Ok(Ok(Ended::Done)) => given_way = 0,
                Ok(Ok(Ended::GaveWay)) => given_way += 1,
                Ok(Err(fault)) => self.tell(Event::Refused(fault)),
                Err(_) => self.stumble(),
            }
            match self.watch.changes() {
                Some(next) => changed = if is_lost { Changed::Anything } else { next },
                None => return,
            }
        }
    }

    /// Builds once.
    fn build(&mut self, changed: &Changed, may_give_way: bool) -> Result<Ended, Fault> {
        let Drawn { sources, diagnostics, mut stages, draft } = self.workshop.draw(&*self.disk, changed)?;
        self.tell(Event::Checked(Checked { sources: Arc::clone(&sources), diagnostics: diagnostics.clone() }));
        let problems = Arc::new(Problems { sources, diagnostics });
        let Some(draft) = draft else {
            self.shared.show(|now| now.problems = Arc::clone(&problems));
            self.settle(&problems);
            return Ok(Ended::Done);
        };
        let open = self.shared.open();
        let first: BTreeMap<String, Made> =
            open.into_iter().filter_map(|path| draft.page(&path).map(|made| (path, made))).collect();
        let shown =
            Shown { draft: Arc::clone(&draft), first: Arc::new(first), pages: None, whole: None, before: self.whole() };
        self.shared.show(|now| (now.shown, now.problems) = (Some(shown.clone()), Arc::clone(&problems)));
        if !shown.first.is_empty() {
            // A change that comes meanwhile is seen below.
            self.watch.wait(GLANCE);
        }
        let pages = self.pages(&draft, may_give_way);
        let is_made = pages.is_some();
        if let Some(pages) = pages.as_ref().filter(|it| !it.has_faults()) {
            let all = Arc::new(pages.pages.clone());
            self.workshop.keep(Arc::clone(&all));
            stages.extend(pages.stages.iter().cloned());
            self.tell(Event::Rendered(rendered(&all, stages)));
            self.shared.show(|now| now.shown = Some(Shown { pages: Some(all), ..shown }));
        }
        self.pending = Some(Pending { draft, pages });
        if !is_made || self.watch.wait(CALM) == Heard::Change {
            return Ok(Ended::GaveWay);
        }
        self.settle(&problems);
        Ok(Ended::Done)
    }

    /// Returns the last site that was wholly made.
    fn whole(&self) -> Option<Arc<Finished>> {
        self.good.as_ref().and_then(|it| it.whole.clone())
    }

    /// Makes every page, unless something changes meanwhile.
    fn pages(&mut self, draft: &Draft, may_give_way: bool) -> Option<Pages> {
        let watch = Mutex::new(&mut self.watch);
        let is_stopped = || may_give_way && watch.lock().unwrap_or_else(PoisonError::into_inner).is_pending();
        draft.pages(&is_stopped)
    }

    /// Makes what is left of the last site that stood. With an error in it the one before is shown again.
    fn settle(&mut self, problems: &Problems) {
        let Some(Pending { draft, pages }) = self.pending.take() else { return };
        let Some(pages) = pages.or_else(|| draft.pages(&|| false)) else { return };
        let finished = draft.finish(pages);
        let problems = Arc::new(problems.with(&finished.diagnostics));
        if !finished.diagnostics.is_empty() {
            let Problems { sources, diagnostics } = (*problems).clone();
            self.tell(Event::Checked(Checked { sources, diagnostics }));
        }
        if !finished.has_errors() {
            self.workshop.keep(Arc::clone(&finished.pages));
            let whole = Some(Arc::new(finished));
            self.good = Some(Shown { draft, first: Arc::default(), pages: None, whole, before: self.whole() });
        }
        self.shared.show(|now| (now.shown, now.problems) = (self.good.clone(), problems));
    }

    /// Tells of a fault of this program; the earlier site stays.
    fn stumble(&self) {
        let found = vec![Diagnostic::new(&codes::build::INTERNAL, Place::Site).with("page", "/").with("reason", "?")];
        let sources = Arc::new(Sources::default());
        self.tell(Event::Checked(Checked { sources: Arc::clone(&sources), diagnostics: found.clone() }));
        self.shared.show(|now| now.problems = Arc::new(Problems { sources, diagnostics: found }));
    }

    fn tell(&self, event: Event) {
        // Nobody listens any more when the program ends.
        self.tell.send(event).unwrap_or_default();
    }
}

fn rendered(pages: &BTreeMap<String, Made>, stages: Vec<Stage>) -> Rendered {
    let made: Vec<String> = pages.iter().filter(|(_, it)| !it.is_kept).map(|(path, _)| path.clone()).collect();
    Rendered { kept: pages.len() - made.len(), made, stages }
}
