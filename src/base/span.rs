//! Places in source files: a file and a range of bytes.

use std::sync::Arc;

/// Names a source file by its rank in path order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in one source file. Line and column exist only in `report`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Returns the span of the bytes `start..end` of `file`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: clamp(start), end: clamp(end) }
    }

    /// Returns the empty place at the start of `file`.
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// Returns the range of bytes as indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// How places in a text become places in the file that holds it in another form: indented, folded or between quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    file: FileId,
    /// From which byte of the text on which bytes of the file follow, in order.
    breaks: Arc<[(u32, u32)]>,
}

impl Origin {
    /// Joins what is known; nothing when nothing is.
    pub fn new(file: FileId, breaks: &[(u32, u32)]) -> Option<Self> {
        (!breaks.is_empty()).then(|| Self { file, breaks: breaks.into() })
    }

    /// Returns where a range of the text stands in the file.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let (first, last) = (self.at(start), self.at(end.max(start + 1) - 1) + 1);
        Span::new(self.file, first, if start == end { first } else { last })
    }

    fn at(&self, offset: usize) -> usize {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        let after = self.breaks.partition_point(|(it, _)| *it <= offset);
        let (from, to) = self.breaks.get(after.saturating_sub(1)).copied().unwrap_or_default();
        (to + offset.saturating_sub(from)) as usize
    }
}

/// A value with the place where an author wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where it was written.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Joins a value and its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Borrows the value, keeping the place.
    pub fn as_ref(&self) -> Spanned<&T> {
        Spanned { value: &self.value, span: self.span }
    }

    /// Changes the value, keeping the place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}
