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

/// What is wrong with a raster image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageFault {
    /// It has no size.
    Unreadable,
    /// It is of this format, and its name says another: a host would send it as what it is not.
    Other(&'static str),
    /// It ends too early.
    Cut,
}

/// So many bytes at the end of a file hold the mark that ends an image, with what some programs write behind it.
const TAIL: u64 = 4096;

/// Tells what is wrong with an image whose name ends with `extension` and whose header gave `size`.
pub fn image_fault(stream: &mut Stream<'_>, extension: &str, size: Option<Size>) -> io::Result<Option<ImageFault>> {
    if size.is_none() {
        return Ok(Some(ImageFault::Unreadable));
    }
    let mut head = Vec::new();
    (&mut stream.bytes).take(32).read_to_end(&mut head)?;
    let format = match imagesize::image_type(&head) {
        Ok(imagesize::ImageType::Png) => "PNG",
        Ok(imagesize::ImageType::Jpeg) => "JPEG",
        Ok(imagesize::ImageType::Gif) => "GIF",
        Ok(imagesize::ImageType::Webp) => "WEBP",
        // The others are families of formats that share their heads.
        _ => return stream.bytes.seek(SeekFrom::Start(0)).map(|_| None),
    };
    let start = stream.size.saturating_sub(TAIL);
    stream.bytes.seek(SeekFrom::Start(start))?;
    let mut tail = Vec::new();
    stream.bytes.read_to_end(&mut tail)?;
    stream.bytes.seek(SeekFrom::Start(0))?;
    let named = if extension.eq_ignore_ascii_case("jpg") { "JPEG" } else { extension };
    let holds = |mark: &[u8]| tail.windows(mark.len()).any(|it| it == mark);
    let is_whole = match format {
        "PNG" => holds(b"IEND"),
        "JPEG" => holds(&[0xFF, 0xD9]),
        "WEBP" => head.get(4..8).is_some_and(|it| {
            let length = it.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
            length + 8 <= stream.size
        }),
        _ => true,
    };
    Ok(match () {
        () if !named.eq_ignore_ascii_case(format) => Some(ImageFault::Other(format)),
        () if !is_whole => Some(ImageFault::Cut),
        () => None,
    })
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
    use super::{Fingerprint, ImageFault, Size, fingerprint, image_fault, image_size};
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

    #[test]
    fn an_image_is_what_its_name_says_and_whole() {
        let fault = |path: &str, bytes: &[u8]| {
            let files = Memory::new().with("content/a", bytes);
            let mut stream = files.open("content/a").expect("it is there");
            let size = image_size(&mut stream).expect("memory has no faults");
            let found = image_fault(&mut stream, path, size).expect("memory has no faults");
            assert_eq!(fingerprint(&mut stream, "").expect("memory has no faults"), Fingerprint::of_bytes(bytes));
            found
        };
        let whole = [PNG, b"\0\0\0\0IEND\xAEB`\x82"].concat();
        assert_eq!(fault("png", &whole), None);
        assert_eq!(fault("PNG", &whole), None);
        assert_eq!(fault("jpg", &whole), Some(ImageFault::Other("PNG")));
        assert_eq!(fault("png", PNG), Some(ImageFault::Cut));
        assert_eq!(fault("png", b"no image"), Some(ImageFault::Unreadable));
    }
}
