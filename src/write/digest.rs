//! SHA-256 digests, as `MANIFEST.sha256` states them.

use std::{fmt, io};

use sha2::{Digest as _, Sha256};

use super::Rewind;

/// The SHA-256 of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Returns the digest of a run of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads the 64 hexadecimal digits of a manifest.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut out = [0; 32];
        let pairs = text.as_bytes().chunks_exact(2);
        if text.len() != 64 || !text.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        for (slot, pair) in out.iter_mut().zip(pairs) {
            *slot = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(out))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|it| write!(out, "{it:02x}"))
    }
}

/// Content on its way to a file: bytes in hand, or a stream that is read as often as needed.
pub enum Content<'a> {
    /// Bytes in hand.
    Bytes(&'a [u8]),
    /// A stream.
    Stream(&'a mut dyn Rewind),
}

impl Content<'_> {
    /// Reads the content from its start, in pieces, until `each` says that it has enough.
    pub fn read(&mut self, mut each: impl FnMut(&[u8]) -> io::Result<bool>) -> io::Result<()> {
        match self {
            Self::Bytes(bytes) => each(bytes).map(drop),
            Self::Stream(stream) => {
                stream.seek(io::SeekFrom::Start(0))?;
                pieces(*stream, each)
            }
        }
    }

    /// Returns the digest.
    pub fn digest(&mut self) -> io::Result<Digest> {
        let mut hasher = Sha256::new();
        self.read(|piece| {
            hasher.update(piece);
            Ok(true)
        })?;
        Ok(Digest(hasher.finalize().into()))
    }
}

/// Reads a stream piece by piece.
pub fn pieces(
    stream: &mut (impl io::Read + ?Sized),
    mut each: impl FnMut(&[u8]) -> io::Result<bool>,
) -> io::Result<()> {
    let mut buffer = [0; 1 << 15];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) if each(&buffer[..count])? => {}
            Ok(_) => return Ok(()),
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return Err(cause),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Content, Digest};

    #[test]
    fn digest_is_read_as_it_is_written() {
        let digest = Digest::of(b"abc");
        assert_eq!(digest.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(Digest::from_hex(&digest.to_string()), Some(digest));
        assert_eq!(Digest::from_hex("+a"), None);
        assert_eq!(Digest::from_hex(&"+a".repeat(32)), None);
    }

    #[test]
    fn a_stream_gives_the_digest_of_its_bytes_twice() {
        let bytes = vec![7; 100_000];
        let mut stream = std::io::Cursor::new(bytes.clone());
        let mut content = Content::Stream(&mut stream);
        for _ in 0..2 {
            assert_eq!(content.digest().expect("memory has no faults"), Digest::of(&bytes));
        }
    }
}
