// Reads what `src/output/search/coder.rs` wrote. A change here is a change there.

// How fast chances follow what is seen, by how much was seen before.
const rates = [1, 2, 2, 3, 3, 3, ...Array(34).fill(4), 5];

// Reads bits, of each of which is known how likely a zero is, of 4096.
export function ranger(bytes) {
  let [at, range, code] = [4, 0xffffffff, ((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) >>> 0];
  return (chance) => {
    const bound = (range >>> 12) * chance;
    const bit = code < bound ? 0 : 1;
    if (bit) {
      range -= bound;
      code -= bound;
    } else range = bound;
    while (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | (at < bytes.length ? bytes[at++] : 0)) >>> 0;
    }
    return bit;
  };
}

// Reads bytes in contexts, by what was likely there before.
export function decoder(bytes, contexts) {
  const models = new Uint16Array(contexts * 256).fill(2048);
  const seen = new Uint8Array(contexts * 256);
  const next = ranger(bytes);
  return (context) => {
    let node = 1;
    while (node < 256) {
      const model = context * 256 + node;
      const chance = models[model];
      const rate = rates[seen[model]];
      if (seen[model] < 40) seen[model]++;
      const bit = next(chance);
      models[model] = bit ? Math.max(chance - (chance >> rate), 16) : Math.min(chance + ((4096 - chance) >> rate), 4080);
      node = node * 2 + bit;
    }
    return node - 256;
  };
}
