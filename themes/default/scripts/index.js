// Reads the files of the index. The writer is `src/output/search/pack.rs`; a change here is a change there.

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
const lines = (bytes) => text(bytes).split("\n").slice(0, -1);

// Reads the file from which a search starts: head, words, cards.
export function readIndex(bytes) {
  const [head, words, cards] = parts(bytes);
  const lead = JSON.parse(text(head));
  return { ...lead, ...readWords(words, [...lead.alphabet]), cards: readCards(cards, lead.pages) };
}

// Reads words in order, and where the pages of each start.
export function readWords(bytes, alphabet) {
  const [shapes, letters, counts, pages, codes] = parts(bytes);
  const [shape, letter, count, page] = [shapes, letters, counts, pages].map(reader);
  const words = [];
  const starts = [0];
  let last = [];
  while (shape.more()) {
    const shared = shape.number();
    const fresh = shape.number();
    last = last.slice(0, shared);
    for (let it = 0; it < fresh; it++) {
      const rank = letter.byte();
      last.push(rank === 255 ? String.fromCodePoint(letter.number()) : alphabet[rank]);
    }
    words.push(last.join(""));
    starts.push(starts.at(-1) + count.number());
  }
  const total = starts.at(-1);
  const postings = new Uint32Array(total);
  const fields = new Uint8Array(total);
  let code = 0;
  for (let word = 0; word < words.length; word++) {
    let at = 0;
    for (let it = starts[word]; it < starts[word + 1]; it++) {
      const value = page.number();
      at += value >> 1;
      postings[it] = at;
      fields[it] = value & 1 ? codes[code++] : 16;
    }
  }
  return { words, starts, postings, fields };
}

function readCards(bytes, count) {
  const [kinds, languages, lengths, paths, titles, descriptions] = parts(bytes);
  const kind = reader(kinds);
  let last = "";
  const path = lines(paths).map((line) => {
    const space = line.indexOf(" ");
    return (last = last.slice(0, Number(line.slice(0, space))) + line.slice(space + 1));
  });
  return {
    kind: Array.from({ length: count }, () => kind.number()),
    language: languages,
    length: Array.from(lengths, (it) => ((8 + (it & 7)) / 8) * 2 ** (it >> 3) - 1),
    path,
    title: lines(titles),
    description: lines(descriptions),
  };
}
