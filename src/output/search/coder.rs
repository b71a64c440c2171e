//! An adaptive coder of bytes: what is likely after what came before takes a fraction of a bit (a binary range coder as in LZMA).
//!
//! The decoder is in `themes/default/scripts/coder.js`.

/// Probabilities have so many bits.
const SCALE: u32 = 12;
/// How fast a probability follows what is seen, by how much was seen before: boldly at first, slowly later.
const RATES: [u16; 6] = [1, 2, 2, 3, 3, 3];
/// The same after that, and after `MANY`.
const LATER: [u16; 2] = [4, 5];
/// Nothing is less likely than this.
const LEAST: u16 = 16;
/// So much was seen.
const MANY: u16 = 40;
/// Below this the range is widened by a byte.
const TOP: u32 = 1 << 24;

/// Writes bytes, each in a context.
pub struct Coder {
    low: u64,
    range: u32,
    held: u8,
    waiting: usize,
    out: Vec<u8>,
    /// How likely a zero is, and how often it was asked.
    models: Vec<[u16; 2]>,
}

impl Coder {
    /// Starts with so many contexts, in which everything is equally likely.
    pub fn new(contexts: usize) -> Self {
        Self {
            low: 0,
            range: u32::MAX,
            held: 0,
            waiting: 1,
            out: Vec::new(),
            models: vec![[1 << (SCALE - 1), 0]; contexts << 8],
        }
    }

    /// Writes a byte.
    pub fn push(&mut self, context: usize, byte: u8) {
        let mut node = 1;
        for at in (0..8).rev() {
            let bit = byte >> at & 1;
            self.bit(context << 8 | node, bit == 1);
            node = node << 1 | usize::from(bit);
        }
    }

    fn bit(&mut self, model: usize, bit: bool) {
        let [chance, seen] = self.models[model];
        self.write(bit, u32::from(chance));
        let rate = RATES.get(usize::from(seen)).copied().unwrap_or(LATER[usize::from(seen >= MANY)]);
        let seen = (seen + 1).min(MANY);
        let chance = match bit {
            true => (chance - (chance >> rate)).max(LEAST),
            false => (chance + (((1 << SCALE) - chance) >> rate)).min((1 << SCALE) - LEAST),
        };
        self.models[model] = [chance, seen];
    }

    /// Writes a bit, of which is known how likely a zero is, of 4096.
    pub fn write(&mut self, bit: bool, chance: u32) {
        let bound = (self.range >> SCALE) * chance;
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < TOP {
            self.range <<= 8;
            self.shift();
        }
    }

    /// Moves the highest byte out; a carry may still run through bytes of ones, which therefore wait.
    fn shift(&mut self) {
        let is_carry = self.low > u64::from(u32::MAX);
        if is_carry || self.low < 0xFF00_0000 {
            let carry = u8::from(is_carry);
            while self.waiting > 0 {
                self.out.push(self.held.wrapping_add(carry));
                self.held = 0xFF;
                self.waiting -= 1;
            }
            self.held = u8::try_from(self.low >> 24 & 0xFF).unwrap_or_default();
        }
        self.waiting += 1;
        self.low = (self.low & 0x00FF_FFFF) << 8;
    }

    /// Returns what was written.
    pub fn finish(mut self) -> Vec<u8> {
        (0..5).for_each(|_| self.shift());
        // The first byte that moves out is always zero.
        self.out.split_off(1)
    }
}

#[cfg(test)]
mod tests {
    use super::Coder;

    #[test]
    fn what_repeats_takes_little() {
        let mut coder = Coder::new(1);
        (0..1000).for_each(|_| coder.push(0, 16));
        assert!(coder.finish().len() < 60);
    }
}
