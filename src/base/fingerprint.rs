//! Content fingerprints: 128 bits over values, equal on every machine and for every run of one program.

use std::{
    fmt,
    hash::{Hash, Hasher},
};

use siphasher::sip128::{Hasher128, SipHasher13};

/// 128 bits that stand for a value. Equal values have equal fingerprints; different ones differ for all practical purposes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u128);

impl Fingerprint {
    /// Returns the fingerprint of a value.
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut hasher = SipHasher13::new();
        value.hash(&mut hasher);
        let hash = hasher.finish128();
        Self((u128::from(hash.h1) << 64) | u128::from(hash.h2))
    }

    /// Returns the fingerprint of a run of bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut hasher = SipHasher13::new();
        hasher.write(bytes);
        let hash = hasher.finish128();
        Self((u128::from(hash.h1) << 64) | u128::from(hash.h2))
    }

    /// Returns the first eight hexadecimal digits, for file names.
    pub fn short(self) -> String {
        let mut text = self.to_string();
        text.truncate(8);
        text
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn equal_values_have_equal_fingerprints() {
        assert_eq!(Fingerprint::of("هجرة"), Fingerprint::of("هجرة"));
        assert_ne!(Fingerprint::of("هجرة"), Fingerprint::of("هجره"));
        assert_eq!(Fingerprint::of_bytes(b"a").short().len(), 8);
    }
}
