//! Panics as values: a fault of this program ends as a message and an exit code, not as a trace.

use std::{
    any::Any,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Mutex, PoisonError},
};

/// Runs something; when it panics, returns what was said and where. The last panic counts: a panic of a worker thread
/// is raised again in the thread that waits for it, without passing here a second time.
pub fn guarded<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    let said = Arc::new(Mutex::new(String::new()));
    let hook = Arc::clone(&said);
    let earlier = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let text = said_by(panic.payload()).replace('\n', " ");
        let place = panic.location().map_or_else(String::new, |it| format!(" ({}:{})", it.file(), it.line()));
        *hook.lock().unwrap_or_else(PoisonError::into_inner) = text + &place;
    }));
    // What the closure leaves half done ends with the process; only the earlier output matters, and that is whole.
    let ran = panic::catch_unwind(AssertUnwindSafe(run));
    panic::set_hook(earlier);
    ran.map_err(|_| said.lock().unwrap_or_else(PoisonError::into_inner).clone())
}

/// Returns the text of a panic, which is borrowed or owned according to how it was raised.
fn said_by(payload: &dyn Any) -> &str {
    let borrowed = payload.downcast_ref::<&'static str>().copied();
    borrowed.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("?")
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_panic_becomes_its_message_and_place() {
        let ran: Result<(), String> = guarded(|| panic!("every route has an owner\nafter resolve"));
        let message = ran.expect_err("it panics");
        assert!(message.starts_with("every route has an owner after resolve ("), "{message}");
        assert!(message.contains("guard.rs:"), "{message}");
        assert_eq!(guarded(|| 7), Ok(7));
    }
}
