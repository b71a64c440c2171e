// Reads texts that `src/output/search/prose.rs` wrote: every letter by what is likely after the letters and in the word before it.
// A change here is a change there.
import { ranger } from "./coder.js";

const orders = [1, 2, 4];
const guesses = orders.length + 1;
const curve = [
  1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085,
  4089, 4092, 4093, 4094,
];

// How likely something is, of 4096, from its logarithmic odds.
function squash(odds) {
  const inside = odds > 2047 ? 2047 : odds < -2047 ? -2047 : odds;
  const at = (inside >> 7) + 16;
  const rest = inside & 127;
  return (curve[at] * (128 - rest) + curve[at + 1] * rest + 64) >> 7;
}

// What words consist of, roughly.
const isPart = (it) => it >= "0" && !(it >= "\u2000" && it < "\u2070");

// The text of so many characters.
export function readProse(alphabet, length, bytes) {
  const width = Math.max(10, Math.min(18, 35 - Math.clz32(length)));
  const stretched = new Int16Array(4096).fill(2047);
  for (let odds = -2047, at = 0; odds < 2048; odds++) for (const end = squash(odds); at <= end;) stretched[at++] = odds;
  // Per guess a table by a hash of the context: how likely a one is, above six bits of how often that was asked.
  const table = new Int32Array(guesses << width).fill(1 << 21);
  const trust = new Int32Array(256 * guesses).fill(24000);
  const rates = Int32Array.from({ length: 61 }, (_, at) => Math.floor(327680 / (10 * at + 16)));
  const hashes = new Int32Array(guesses);
  const rows = new Int32Array(guesses);
  const inputs = new Int32Array(guesses);
  const before = new Int32Array(4);
  const next = ranger(bytes);
  const letters = [...alphabet];
  const isWord = letters.map(isPart);
  let word = 0;

  function look() {
    for (let at = 0; at < orders.length; at++) {
      let hash = orders[at] * 7919;
      for (let it = 0; it < orders[at]; it++) hash = Math.imul(hash ^ before[it], 0x9e3779b1) ^ (hash >>> 15);
      hashes[at] = hash;
    }
    hashes[guesses - 1] = Math.imul(word, 0x85ebca6b) ^ 77;
  }

  function byte() {
    let node = 1;
    let place = 1;
    while (node < 256) {
      if (node === 1 || place >= 16) {
        const salt = Math.imul(node, 0x2545f491);
        for (let at = 0; at < guesses; at++) rows[at] = (at << width) + ((Math.imul(hashes[at] ^ salt, 0x9e3779b1) >>> (32 - width)) & ~15);
        place = 1;
      }
      const own = node * guesses;
      let sum = 0;
      for (let at = 0; at < guesses; at++) {
        const known = table[rows[at] + place];
        inputs[at] = known & 63 ? stretched[known >> 10] : 0;
        sum += trust[own + at] * inputs[at];
      }
      const mixed = squash(sum >> 16);
      const bit = next(4096 - mixed);
      const error = ((bit << 12) - mixed) * 10;
      const target = bit ? 65535 : 0;
      for (let at = 0; at < guesses; at++) {
        const trusted = trust[own + at] + ((inputs[at] * error + 0x8000) >> 16);
        trust[own + at] = trusted > 131072 ? 131072 : trusted < -131072 ? -131072 : trusted;
        const known = table[rows[at] + place];
        const chance = known >> 6;
        const seen = known & 63;
        table[rows[at] + place] = ((chance + (((target - chance) * rates[seen]) >> 15)) << 6) | (seen < 60 ? seen + 1 : 60);
      }
      node = node * 2 + bit;
      place = place * 2 + bit;
    }
    return node - 256;
  }

  const out = [];
  look();
  while (out.length < length) {
    const rank = byte();
    const it = rank < 255 ? letters[rank] : String.fromCodePoint(byte() + byte() * 256 + byte() * 65536);
    out.push(it);
    before.copyWithin(1, 0);
    before[0] = rank + 1;
    word = (rank < 255 ? isWord[rank] : isPart(it)) ? Math.imul(word + rank + 1, 0x2f0b4c47) : 0;
    look();
  }
  return out.join("");
}
