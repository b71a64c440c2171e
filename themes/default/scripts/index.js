// Reads the files of the index. The writer is `src/output/search/pack.rs`; a change here is a change there.

import { decoder } from "./coder.js";
import { readProse } from "./prose.js";

const shapeContexts = 12;

// Unpacks a file: compressed by us, unless the host or the browser has already undone it.
export async function unpack(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function reader(bytes) {
  let at = 0;
  const number = () => {
    let [value, scale, byte] = [0, 1, 0];
    do {
      byte = bytes[at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  };
  return { number, byte: () => bytes[at++], take: (size) => bytes.subarray(at, (at += size)), more: () => at < bytes.length };
}

function parts(bytes) {
  const input = reader(bytes);
  const out = [];
  while (input.more()) out.push(input.take(input.number()));
  return out;
}

const text = (bytes) => new TextDecoder().decode(bytes);

// Reads the file from which a search starts: head and facts; in a small index words and cards, in a large one the words of titles.
export function readIndex(bytes) {
  const [head, facts, words, cards] = parts(bytes);
  const lead = JSON.parse(text(head));
  const index = { ...lead, alphabet: [...lead.alphabet], facts: readFacts(facts, lead.pages), cards: { path: [], title: [], description: [] } };
  if (lead.shards) index.spelling = readWords(words, index.alphabet, 1).words;
  else index.words = readWords(words, index.alphabet, index.pages);
  if (cards) readCards(cards, index.cards);
  return index;
}

// Reads a piece of a large index: words, and the titles that go with them.
export function readPiece(bytes, index) {
  const [words, cards] = parts(bytes);
  readCards(cards, index.cards);
  return readWords(words, index.alphabet, index.pages);
}

// Reads a file of titles.
export function readTitles(bytes, index) {
  readCards(parts(bytes)[0], index.cards);
}

// Reads words in order, and where the pages of each start.
export function readWords(bytes, alphabet, pageCount) {
  const [size, shapes, letters, counts, pages, codes] = parts(bytes);
  const shape = decoder(shapes, 2 * shapeContexts);
  const letter = decoder(letters, 256);
  const count = decoder(counts, 2);
  const words = [];
  const starts = [0];
  let last = [];
  let ranks = [];
  for (let left = reader(size).number(); left; left--) {
    const shared = shape(Math.min(last.length, shapeContexts - 1));
    const fresh = shape(shapeContexts + Math.min(shared, shapeContexts - 1));
    last = last.slice(0, shared);
    ranks = ranks.slice(0, shared);
    for (let it = 0; it < fresh; it++) {
      const rank = letter(ranks.at(-1) ?? 0);
      ranks.push(rank);
      last.push(rank === 255 ? String.fromCodePoint(three(letter, 255)) : alphabet[rank]);
    }
    words.push(last.join(""));
    const pagesOfWord = count(0);
    starts.push(starts.at(-1) + (pagesOfWord === 255 ? three(count, 1) : pagesOfWord));
  }
  const total = starts.at(-1);
  const postings = new Uint32Array(total);
  const fields = new Uint8Array(total);
  const bits = bitReader(pages);
  const code = decoder(codes, 8 * 128);
  for (let word = 0; word < words.length; word++) {
    const [from, to] = [starts[word], starts[word + 1]];
    interpolate(bits, postings, from, to, 0, pageCount - 1);
    const context = Math.min(31 - Math.clz32(to - from), 7) * 128;
    for (let it = from, before = 0; it < to; it++) before = fields[it] = code(context + before);
  }
  return { words, starts, postings, fields };
}

const three = (read, context) => read(context) + read(context) * 256 + read(context) * 65536;

function bitReader(bytes) {
  let [at, open, left] = [0, 0, 0];
  return (width) => {
    let value = 0;
    for (; width > 0; width--) {
      if (!left) [open, left] = [bytes[at++], 8];
      value = value * 2 + ((open >> --left) & 1);
    }
    return value;
  };
}

// Reads rising numbers between two bounds: the middle one first, then both halves between narrower bounds.
function interpolate(bits, out, from, to, low, high) {
  if (from >= to) return;
  const middle = from + ((to - from) >> 1);
  const least = low + middle - from;
  const span = high - (to - 1 - middle) - least + 1;
  const width = 32 - Math.clz32(span - 1);
  let value = 0;
  if (width) {
    const short = 2 ** width - span;
    value = bits(width - 1);
    if (value >= short) value = value * 2 + bits(1) - short;
  }
  out[middle] = least + value;
  interpolate(bits, out, from, middle, low, out[middle] - 1);
  interpolate(bits, out, middle + 1, to, out[middle] + 1, high);
}

function readFacts(bytes, count) {
  const [kinds, language, lengths, titleLength, twinLength] = parts(bytes);
  const kind = reader(kinds);
  return {
    kind: Array.from({ length: count }, () => kind.number()),
    language,
    length: Array.from(lengths, (it) => ((8 + (it & 7)) / 8) * 2 ** (it >> 3) - 1),
    titleLength,
    twinLength,
  };
}

function readCards(bytes, out) {
  const [ranks, body] = parts(bytes);
  const rank = reader(ranks);
  const [letters, size, coded] = parts(body);
  const prose = letters.length ? readProse(text(letters), reader(size).number(), coded) : text(coded);
  const lines = prose.split("\n").slice(0, -1);
  const count = rank.number();
  let [page, last] = [0, ""];
  for (let at = 0; at < count; at++) {
    const line = lines[at];
    const space = line.indexOf(" ");
    last = last.slice(0, Number(line.slice(0, space))) + line.slice(space + 1);
    page += rank.number();
    out.path[page] = last;
    out.title[page] = lines[count + at];
    out.description[page] = lines[2 * count + at] ?? out.description[page] ?? "";
  }
}
