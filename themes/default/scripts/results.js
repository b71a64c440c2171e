// From ranked pages to what a list of results says: groups, filters, highlights, reasons, suggestions. Knows no document.

// Keeps what every filter keeps; filters are `{ name: value }`.
export function filtered(index, results, filters) {
  const wanted = Object.entries(filters).filter(([, value]) => value);
  if (!wanted.length) return results;
  const tags = tagsOf(index);
  return results.filter(({ page }) => wanted.every(([name, value]) => valuesOf(index, tags, page, name).includes(value)));
}

// The filters that tell results apart, each with its values and how many results have them under the other filters.
// Beside kind and year it is those that half of the results have: what few have would empty the list.
export function filtersOf(index, results, filters) {
  const tags = tagsOf(index);
  const offer = ({ name, label, order }) => {
    const asked = filtered(index, results, { ...filters, [name]: "" });
    const counts = new Map();
    let having = 0;
    for (const { page } of asked) {
      const values = valuesOf(index, tags, page, name);
      having += values.length > 0;
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].map(([value, count]) => ({ value, count, label: name === "kind" ? kindLabel(index, value) : value }));
    // A choice that no result has stays to be seen, and to be taken back.
    const chosen = filters[name];
    if (chosen && !counts.has(chosen)) values.push({ value: chosen, count: 0, label: name === "kind" ? kindLabel(index, chosen) : chosen });
    if (order) values.sort((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
    const isOffered = filters[name] || (values.length > 1 && (name === "year" || having * 2 >= asked.length));
    return isOffered ? [{ name, label, values }] : [];
  };
  const declared = index.filters.map(({ name, label, values }) => ({ name, label, order: values }));
  return [{ name: "kind", label: index.texts.kind }, ...declared].flatMap(offer);
}

const memory = new WeakMap();

// The filter values of each page, read from the index once.
function tagsOf(index) {
  if (!memory.has(index)) {
    const tags = new Map();
    for (let at = 0; at < index.tagged.length; at += 3) {
      const [page, filter, value] = index.tagged.slice(at, at + 3);
      const { name, values } = index.filters[filter];
      const found = tags.get(page) ?? tags.set(page, []).get(page);
      found.push([name, values[value]]);
    }
    memory.set(index, tags);
  }
  return memory.get(index);
}

function valuesOf(index, tags, page, name) {
  if (name === "kind") return [kindName(index, page)];
  return (tags.get(page) ?? []).filter(([it]) => it === name).map(([, value]) => value);
}

const kindName = (index, page) => index.kinds[index.facts.kind[page] - 1]?.name ?? "page";
const kindLabel = (index, name) => index.kinds.find((it) => it.name === name)?.plural ?? index.texts.pages;

// The best result first, then the others by kind, the kinds by their best.
export function grouped(index, results) {
  const groups = new Map();
  for (const it of results.slice(1)) {
    const name = kindName(index, it.page);
    (groups.get(name) ?? groups.set(name, []).get(name)).push(it);
  }
  const isOne = new Set(results.map((it) => kindName(index, it.page))).size < 2;
  if (isOne) return { best: null, groups: [{ label: null, results }] };
  return { best: results[0], groups: [...groups].map(([name, results]) => ({ label: kindLabel(index, name), results })) };
}

// A result may be so much worse than the one that it stands in for.
const nearly = 0.75;

// The first results that together need few files of titles; `fileOf` names the file that a result still needs, if any. The best
// result is always among them, and so is every one that nothing nearly as good can stand in for.
export function cheapest(results, count, fileOf) {
  const files = new Set();
  const shown = [];
  const left = [];
  for (const it of results) {
    const file = fileOf(it);
    const isCheap = !file || !files.size || files.has(file);
    if (isCheap && file) files.add(file);
    (isCheap ? shown : left).push(it);
    if (shown.length === count) break;
  }
  for (const it of left) {
    if (shown.length === count && it.score * nearly <= shown.at(-1).score) break;
    shown.push(it);
    shown.sort((one, other) => other.score - one.score || one.page - other.page);
    shown.length = Math.min(shown.length, count);
  }
  return shown;
}

// Cuts a text into pieces that are marked and pieces that are not.
export function highlighted(tool, text, words) {
  const out = [];
  let done = 0;
  for (const it of tool.terms(text).words) {
    if (!words.has(it.text) || it.from < done) continue;
    if (it.from > done) out.push({ text: text.slice(done, it.from), isMarked: false });
    out.push({ text: text.slice(it.from, it.to), isMarked: true });
    done = it.to;
  }
  if (done < text.length) out.push({ text: text.slice(done), isMarked: false });
  return out;
}

// The words that were found, for highlighting.
export function foundWords(results) {
  const out = new Set();
  for (const { hits } of results) for (const hit of hits) for (const it of hit?.words ?? []) out.add(it);
  return out;
}

// Why a result matched, where its title and description do not show it: a message and a word.
export function reason(index, tool, result) {
  const { title, description } = index.cards;
  const shown = new Set(tool.terms(`${title[result.page]} ${description[result.page]}`).words.map((it) => it.text));
  for (const hit of result.hits) {
    if (!hit || [...hit.words].some((it) => shown.has(it))) continue;
    if (hit.isOther || (hit.code & 15) === 4) return { message: "why-twin", word: null };
    if (hit.why === "typo") return { message: "why-near", word: hit.word };
    if ((hit.code & 9) === 8) return { message: "why-name", word: hit.word.startsWith("@") ? null : hit.word };
    if (hit.why === "stem") return { message: "why-stem", word: hit.word };
  }
  return null;
}

// Words that the reader may have meant, for those that the index does not hold: the query with the first of them put right.
export function suggestions(engine, query, asked) {
  const out = [];
  for (const { text, hits } of asked) {
    const known = engine.index.misspelt.find(([wrong]) => wrong === text);
    // A number, a date or a symbol is what it is; nothing stands in for it.
    if (!known && (/\d/.test(text) || /[<>{}\[\]%/\\]/.test(query))) continue;
    const meant = known ? [known[1]] : hits.every((it) => it === "typo" || it === "quoted") ? nearest(engine, text) : [];
    for (const it of meant) {
      const word = engine.tool.terms(query).words.find((it) => it.text === text);
      if (!word) continue;
      const asked = query.slice(word.from, word.to);
      const right = written(engine, it);
      out.push(query.slice(0, word.from) + (asked === asked.toLowerCase() ? right.toLowerCase() : right) + query.slice(word.to));
    }
  }
  return [...new Set(out)].slice(0, 3);
}

function nearest(engine, text) {
  const { near, count, words, tool } = engine;
  const found = [...near(text)].sort(([one, a], [other, b]) => b - a || count(other) - count(one)).map(([it]) => words[it]);
  const stems = found.map(tool.stem);
  return found.filter((_, at) => stems.indexOf(stems[at]) === at).slice(0, 2);
}

// A folded word as a title or description writes it.
function written(engine, word) {
  const { title, description } = engine.index.cards;
  for (const text of [...title, ...description]) {
    if (!text) continue;
    const found = engine.tool.terms(text).words.find((it) => it.text === word);
    if (found) return text.slice(found.from, found.to).replace(/[\u2066-\u2069]/g, "");
  }
  return word;
}

// How many results, in words: each language has its own forms of plural.
export function counted(index, count) {
  const locale = `${index.language}-u-nu-${index.digits}`;
  const form = count === 0 ? "zero" : new Intl.PluralRules(index.language).select(count);
  return index.texts[`count-${form}`].replace("%", new Intl.NumberFormat(locale).format(count));
}
