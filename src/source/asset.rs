//! Files that are published as they are: their size, their picture's size, their fingerprint. Bytes are streamed, never kept.

use std::{
    hash::Hasher,
    io::{self, BufReader, Read, Seek, SeekFrom},
    sync::Arc,
};

use siphasher::sip128::{Hasher128, SipHasher13};

use super::{Fault, Stream};
use crate::base::Fingerprint;

/// A file that texts link to, or that a theme brings along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path below the site's folder, with `/`: `content/members/map.svg`.
    pub path: Arc<str>,
    /// How it is read.
    pub format: Format,
    /// Bytes on disk.
    pub bytes: u64,
    /// Width and height, of images that have them.
    pub size: Option<Size>,
    /// Stands for the bytes.
    pub fingerprint: Fingerprint,
}

/// How an asset is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A raster image.
    Image,
    /// A vector image, which is a program unless checked.
    Svg,
    /// Anything else.
    Other,
}

/// Width and height of an image in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// Reads the size of a raster image from its header; nothing when it is no image.
pub fn image_size(stream: &mut Stream<'_>) -> io::Result<Option<Size>> {
    let mut buffered = BufReader::new(&mut stream.bytes);
    let size = imagesize::reader_size(&mut buffered);
    stream.bytes.seek(SeekFrom::Start(0))?;
    let number = |it: usize| u32::try_from(it).ok().filter(|it| *it > 0);
    match size {
        Ok(size) => Ok(number(size.width).zip(number(size.height)).map(|(width, height)| Size { width, height })),
        // Headers that end early are a mistake in the image; only a fault of the machine is one of ours.
        Err(imagesize::ImageError::IoError(cause))
            if cause.kind() != io::ErrorKind::UnexpectedEof && cause.raw_os_error().is_some() =>
        {
            Err(cause)
        }
        Err(_) => Ok(None),
    }
}

/// Returns the fingerprint of everything that a stream holds, as [`Fingerprint::of_bytes`] would.
pub fn fingerprint(stream: &mut Stream<'_>, path: &str) -> Result<Fingerprint, Fault> {
    let mut hasher = SipHasher13::new();
    let mut buffer = [0; 1 << 16];
    loop {
        match stream.bytes.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => hasher.write(&buffer[..count]),
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return Err(Fault::new(path, cause)),
        }
    }
    let hash = hasher.finish128();
    Ok(Fingerprint((u128::from(hash.h1) << 64) | u128::from(hash.h2)))
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, Size, fingerprint, image_size};
    use crate::source::{Files, Memory};

    /// The header of a PNG of 3 by 2 pixels.
    const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0";

    #[test]
    fn streamed_fingerprint_is_that_of_the_bytes_even_after_the_header_was_read() {
        let bytes: Vec<u8> = PNG.iter().copied().chain((0..200_000u32).map(|it| it.to_le_bytes()[0])).collect();
        let files = Memory::new().with("content/a.png", bytes.clone());
        let mut stream = files.open("content/a.png").expect("it is there");
        assert_eq!(image_size(&mut stream).expect("memory has no faults"), Some(Size { width: 3, height: 2 }));
        assert_eq!(fingerprint(&mut stream, "").expect("memory has no faults"), Fingerprint::of_bytes(&bytes));
    }

    #[test]
    fn what_is_no_image_has_no_size() {
        for bytes in [b"".as_slice(), b"hello", &PNG[..12]] {
            let files = Memory::new().with("content/a.png", bytes);
            let mut stream = files.open("content/a.png").expect("it is there");
            assert_eq!(image_size(&mut stream).expect("memory has no faults"), None, "{bytes:?}");
        }
    }
}
