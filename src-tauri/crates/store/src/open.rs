//! Reading a draft, or saying in one sentence why not.

use crate::{Hash, Situation};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use text::Text;

/// The largest file that is opened, in bytes. Beyond it the window's editor no longer answers a key
/// within a frame, and a draft of twenty novels is a mistake in the dialog rather than a draft.
pub const LARGEST_DRAFT: u64 = 20_000_000;

/// A draft as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its text with byte order mark and line ends as they stand in the file.
    pub text: Text,
    /// The hash of the file's bytes, the base of the next save.
    pub hash: Hash,
}

impl Opened {
    /// The draft whose file holds `source`.
    pub fn new(source: String) -> Self {
        let hash = Hash::of(source.as_bytes());
        Self { text: Text::new(source), hash }
    }
}

/// Opens the draft at `path`. Nothing on the disk changes, times of access aside.
///
/// # Errors
/// `Missing`, `LibraryGone`, `NotAllowed`, `Folder`, `NotAFile`, `TooBig`, `Binary`, `NotUtf8` (see
/// [`view`]), or what the disk says.
pub fn open(path: &Path) -> Result<Opened, Situation> {
    let bytes = read(path)?;
    match String::from_utf8(bytes) {
        Ok(source) if is_binary(source.as_bytes()) => Err(Situation::Binary(path.to_owned())),
        Ok(source) => Ok(Opened::new(source)),
        Err(refused) if is_binary(refused.as_bytes()) => Err(Situation::Binary(path.to_owned())),
        Err(_) => Err(Situation::NotUtf8(path.to_owned())),
    }
}

/// A file that is not UTF-8, to look at: what cannot be read becomes U+FFFD. Never save it.
///
/// # Errors
/// As [`open`], without `NotUtf8` and `Binary`.
pub fn view(path: &Path) -> Result<String, Situation> {
    Ok(String::from_utf8_lossy(&read(path)?).into_owned())
}

/// The bytes of a regular file of at most [`LARGEST_DRAFT`].
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Situation> {
    let about = fs::metadata(path).map_err(Situation::at(path))?;
    // Asked before opening: a pipe would wait for a writer for ever.
    check_kind(path, &about)?;
    let too_big = |size: u64| Situation::TooBig {
        path: path.to_owned(),
        megabytes: size.div_ceil(1_000_000),
    };
    if about.len() > LARGEST_DRAFT {
        return Err(too_big(about.len()));
    }
    let file = File::open(path).map_err(Situation::at(path))?;
    let mut bytes = Vec::with_capacity(about.len() as usize);
    file.take(LARGEST_DRAFT + 1).read_to_end(&mut bytes).map_err(Situation::at(path))?;
    // The file may have grown since it was asked for its size.
    if bytes.len() as u64 > LARGEST_DRAFT { Err(too_big(bytes.len() as u64)) } else { Ok(bytes) }
}

/// Refuses what is no regular file.
pub(crate) fn check_kind(path: &Path, about: &fs::Metadata) -> Result<(), Situation> {
    match about.file_type() {
        kind if kind.is_file() => Ok(()),
        kind if kind.is_dir() => Err(Situation::Folder(path.to_owned())),
        _ => Err(Situation::NotAFile(path.to_owned())),
    }
}

/// Whether so many of the first bytes are NUL that this is no text. A draft may hold a stray NUL or
/// two, and a short one many; UTF-16 is full of them, but says what it is in its first two bytes.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let utf16 = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    let nuls = head.iter().filter(|&&byte| byte == 0).count();
    !utf16 && nuls >= 64 && nuls * 10 > head.len()
}
