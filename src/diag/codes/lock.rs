//! The lock of translations.

codes! {
    /// A line of the lock that cannot be read.
    DAMAGED = "lock/damaged" Error args ["expected"] hints [] labels [];
    /// Marks of a merge conflict in the lock; what the texts decide is decided.
    CONFLICT = "lock/conflict" Warning args ["count", "open"] hints [] labels [];
    /// An entry with two versions of which the texts hold neither.
    UNDECIDED = "lock/undecided" Warning args ["id", "text"] hints [] labels [];
    /// Two lines with one id in a section.
    DUPLICATE = "lock/duplicate-id" Warning args ["id"] hints [] labels ["first"];
    /// A block that may have been moved and reworded at once.
    MOVED = "lock/moved-block" Warning args ["known"] hints [] labels [];
    /// A text whose translation changed and that did not follow.
    STALE = "lock/stale" Note args ["lang", "count"] hints [] labels [];
}
