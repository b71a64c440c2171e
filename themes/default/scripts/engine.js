// Answers queries from one language's index: which pages, in which order, and why. Knows no document and no network.
import { makeWords, neighbours } from "./words.js";

const longestQuery = 400;
const mostWords = 12;
// No word is longer, so longer ones are not misspelt.
const longestWord = 32;
// How much a slip counts where the index has the word with an article, and with an ending; which slips are kept beside the likeliest.
const bareShare = 0.95;
const restShare = 0.75;
const likely = 0.8;
// A slip leads to a word of a title or name rather than to any other.
const unnamedShare = 0.85;
// The least likely slip in words of four letters, five, and so on, that lead to words of titles and to others: other words are near too.
const leastShares = { named: [0.85, 0.6, 0], other: [2, 0.9, 0.75, 0] };
// Another form of the word found counts for less; so do plurals of a word that titles have as it is.
const formShare = 0.95;
const pluralShare = 0.65;

// Makes the engine of an index.
export function makeEngine(index) {
  const tool = makeWords(index.rules);
  const { tiers, fields: weights, k, b, title: titleShare, more, whole } = index.weights;
  const { titleLength, twinLength, length } = index.facts;
  const mean = (lengths) => lengths.reduce((sum, it) => sum + it, 0) / lengths.length || 1;
  const [meanTitle, meanTwin] = [mean(titleLength), mean(twinLength)];
  const inTitleOf = (length, mean) => 1 - titleShare + (titleShare * length) / mean;
  // The words known so far; a large index brings more when they are asked for.
  const words = [];
  const lists = [];
  const ids = new Map();
  let rests;

  // Adds words with their pages.
  function add(part) {
    part.words.forEach((word, at) => {
      if (ids.has(word)) return;
      ids.set(word, words.length);
      words.push(word);
      lists.push({ part, from: part.starts[at], to: part.starts[at + 1] });
      if (rests) addRests(word, words.length - 1);
    });
  }

  function addRests(word, id) {
    if (word.startsWith("=")) return;
    for (const [rest, tier] of tool.readings(word)) {
      const found = rests.get(rest);
      if (found) found.push(id, tier);
      else rests.set(rest, [id, tier]);
    }
  }

  // Calls `use` with every page of a word and what the page says of it.
  function eachPage(id, use) {
    const { part, from, to } = lists[id];
    for (let at = from; at < to; at++) use(part.postings[at], part.fields[at]);
  }

  // What is left of each word without affixes, to the words; made when first asked for.
  function restsOf() {
    if (rests) return rests;
    rests = new Map();
    words.forEach(addRests);
    return rests;
  }

  const bodyWeight = index.weights.mentions.map((it) => it * weights.body);

  // How much one page says of a word: a word counts for more in a short title. What stands in the title of the other language or
  // in the address is of that title if the word is of its script.
  function weigh(code, page, isForeign) {
    const title = code & 1 && weights.title / inTitleOf(titleLength[page], meanTitle);
    const twin = code & 4 && weights.twin / (isForeign ? inTitleOf(twinLength[page], meanTwin) : 1);
    return bodyWeight[code >> 4] + title + (code & 2 && weights.heading) + twin + (code & 8 && weights.name);
  }

  // The words of the index that a word of a query may mean, each with its weight and the reason.
  function expand(word, isLast, seats = []) {
    const out = new Map();
    const add = (id, weight, why) => {
      const known = out.get(id);
      if (!known || known.weight < weight) out.set(id, { weight, why });
    };
    if (ids.has(word)) add(ids.get(word), tiers.exact, "exact");
    const quoted = ids.get(`=${word}`);
    if (word.startsWith("@") || /[0-9]/.test(word)) return out;
    family(word, 1, add);
    // A hamza may sit on another letter: مسئول, مسؤول.
    for (const it of seats) family(it, tiers.light, add);
    const best = Math.max(0, ...[...out.values()].map((it) => it.weight));
    const isWhole = best === 1 && (tool.isArabic(word) || [...out.keys()].some(isNamed));
    if (isLast && word.length >= 2 && !isWhole) prefixed(word, add);
    // A reading that takes much off a word, or of which no title knows, may be the wrong one: the word may be misspelt.
    const found = [...out.values()];
    const isNear = found.some((it) => it.weight > tiers.clitic || it.why === "prefix");
    const bare = tool.withoutArticle(word);
    const isKnown = [...out.keys()].some((id) => tool.withoutArticle(words[id]) === bare);
    const isSure = isKnown || (isNear && [...out.keys()].some(isNamed));
    if (!isSure && word.length >= 4) typed(word, add);
    if (quoted !== undefined) add(quoted, tiers.quoted, "quoted");
    return out;
  }

  // The words of one family: inflected, with clitics.
  function inflected(word, scale, add) {
    const all = restsOf();
    for (const [rest, tier] of tool.readings(word)) {
      if (tier === "clitic" && tool.isStop(rest)) continue;
      const found = all.get(rest) ?? [];
      for (let at = 0; at < found.length; at += 2) {
        const other = found[at + 1];
        if (tier === "clitic" && other === "clitic" && rest.length < 4) continue;
        const left = tier === "clitic" ? Math.min(1, (index.weights.left * rest.length) / word.length) : 1;
        add(found[at], scale * left * Math.min(tiers[tier], tiers[other]), tier === "exact" && other === "exact" ? "exact" : "stem");
      }
    }
  }

  // The words of one family, and those of its broken plurals and singulars.
  function family(word, scale, add) {
    let inTitles = false;
    inflected(word, scale, (id, weight, why) => {
      inTitles ||= weight > 0.2 && inTitle(id).length > 0;
      add(id, weight, why);
    });
    if (inTitles) scale *= pluralShare;
    const all = restsOf();
    const bare = tool.withoutArticle(word);
    for (const [rest, tier] of tool.readings(word)) {
      // What is left without an ending counts where it is a word.
      if (tier !== "exact" && rest !== bare && !ids.has(rest)) continue;
      for (const [plural, share] of tool.plurals(rest)) {
        const found = all.get(plural) ?? [];
        for (let at = 0; at < found.length; at += 2) {
          if (found[at + 1] === "clitic") continue;
          add(found[at], scale * tiers.plural * share, "stem");
        }
      }
    }
  }

  // The pages in whose title a word is written as two.
  function split(word) {
    const out = new Map();
    if (word.length < 6 || !/^\p{L}+$/u.test(word)) return out;
    for (let at = 3; at <= word.length - 3; at++) {
      const [one, other] = [ids.get(word.slice(0, at)), ids.get(word.slice(at))];
      if (one === undefined || other === undefined) continue;
      const titled = new Set(inTitle(one));
      for (const page of inTitle(other)) if (titled.has(page)) out.set(page, `${words[one]} ${words[other]}`);
    }
    return out;
  }

  function isNamed(id) {
    let is = false;
    eachPage(id, (_, code) => (is ||= (code & 13) > 0));
    return is;
  }

  function inTitle(id) {
    const out = [];
    eachPage(id, (page, code) => code & 1 && out.push(page));
    return out;
  }

  function prefixed(word, add) {
    words.forEach((it, id) => {
      if (it.length > word.length && it.startsWith(word)) add(id, tiers.prefix, "prefix");
    });
    if (!tool.isArabic(word)) return;
    for (const [rest, found] of restsOf()) {
      if (rest.length <= word.length || !rest.startsWith(word)) continue;
      for (let at = 0; at < found.length; at += 2) {
        if (found[at + 1] === "light") add(found[at], tiers.prefix, "prefix");
      }
    }
  }

  function typed(word, add) {
    for (const [id, share] of near(word)) {
      const weight = tiers.typo * share;
      add(id, weight, "typo");
      inflected(words[id], weight, (other, weight) => add(other, weight, "typo"));
    }
  }

  // The words of the index within one typing error, each with how likely the slip is; within two for long words with none.
  function near(word) {
    const found = new Map();
    if (word.length > longestWord) return found;
    const note = (id, share) => share > (found.get(id) ?? 0) && found.set(id, share);
    oneAway(word, 1, note);
    // The article may stand before a word that the index has without it.
    const bare = tool.withoutArticle(word);
    if (bare !== word && bare.length >= 4) oneAway(bare, bareShare, note);
    if (!found.size && word.length >= 7) twoAway(word, note);
    const best = Math.max(0, ...found.values());
    for (const [id, share] of found) if (share < best * likely) found.delete(id);
    return found;
  }

  function oneAway(word, scale, note) {
    const all = restsOf();
    const alphabet = tool.isArabic(word) ? letters.arabic : letters.latin;
    for (const it of new Set(neighbours(word, alphabet))) {
      const family = all.get(it) ?? [];
      if (!family.length) continue;
      const isKnown = family.some((id, at) => at % 2 === 0 && family[at + 1] !== "clitic" && isNamed(id));
      const slip = tool.slip(word, it);
      const least = leastShares[isKnown ? "named" : "other"];
      if (slip < least[Math.min(word.length - 4, least.length - 1)]) continue;
      const share = scale * slip * (isKnown ? 1 : unnamedShare);
      for (let at = 0; at < family.length; at += 2) {
        if (family[at + 1] === "exact") note(family[at], share);
        else if (family[at + 1] === "light") note(family[at], share * (words[family[at]].endsWith(it) ? bareShare : restShare));
      }
    }
  }

  function twoAway(word, note) {
    const sorted = (it) => [...it].sort().join("");
    const same = sorted(word);
    words.forEach((it, id) => {
      if (it[0] !== word[0] || Math.abs(it.length - word.length) > 1) return;
      if ((word.length >= 10 || sorted(it) === same) && distance(it, word) <= 2) note(id, restShare);
    });
  }

  const letters = { arabic: [], latin: [] };
  for (const it of new Set(index.alphabet)) {
    if (tool.isArabic(it)) letters.arabic.push(it);
    else if (/[a-z]/.test(it)) letters.latin.push(it);
  }

  // The other spellings of a word with a hamza: on another letter within, or on none at the end.
  function seatsOf(written, folded) {
    const bare = written.replace(/[ؤئ]$/, "ء");
    const all = ["ؤ", "ئ"].map((seat) => tool.fold(written.replace(/[ؤئء](?=.)/g, seat)));
    return [...new Set([...all, tool.fold(bare)])].filter((it) => it !== folded);
  }

  // The words of a query: dates as one, other words each.
  function parse(query) {
    const { words, special } = tool.terms(query.slice(0, longestQuery));
    const dates = tool.dates(words).filter((it) => it.terms.length);
    const out = [];
    const covered = new Set();
    for (const date of dates) {
      const known = date.terms.find((it) => ids.has(it));
      if (!known) continue;
      const isMonth = known.length === 3;
      if (isMonth && dates.some((it) => it !== date && it.from <= date.from && it.to >= date.to && it.terms.some((term) => ids.has(term)))) continue;
      out.push({ text: known, shown: words.slice(date.from, date.to).map((it) => it.text).join(" "), extra: isMonth ? words[date.to - 1].text : null });
      for (let at = date.from; at < date.to; at++) covered.add(at);
    }
    for (const it of special) if (!it.startsWith("@") && ids.has(it) && !dates.length) out.push({ text: it, shown: it });
    words.forEach((it, at) => {
      if (!covered.has(at)) out.push({ text: it.text, shown: it.text, at, seats: seatsOf(query.slice(it.from, it.to), it.text) });
    });
    // Two words that elsewhere are written as one.
    for (let at = 1; at < words.length; at++) {
      const both = words[at - 1].text + words[at].text;
      if (both.length >= 6 && /^\p{L}+$/u.test(both) && ids.has(both)) {
        for (const it of out) if (it.at === at || it.at === at - 1) it.extra = both;
      }
    }
    const telling = out.filter((it) => !tool.isStop(it.text));
    const kept = (telling.length ? telling : out).slice(0, mostWords);
    const unique = kept.filter((it, at) => kept.findIndex((other) => other.text === it.text) === at);
    return unique.map((it) => ({ ...it, isLast: it.at === words.length - 1 }));
  }

  // The pages that say something of a word, each with how much and the reason.
  function hits(word) {
    const expanded = expand(word.text, word.isLast, word.seats);
    if (word.extra && ids.has(word.extra)) expanded.set(ids.get(word.extra), { weight: 1, why: "exact" });
    const pages = new Map();
    const isForeign = (scriptOf(word.text) ?? index.scripts[index.rank]) !== index.scripts[index.rank];
    for (const [page, parts] of split(word.text)) {
      const value = tiers.light * weigh(1, page);
      pages.set(page, { value, best: value, weight: tiers.light, titled: tiers.light, twinned: 0, why: "stem", word: parts, words: new Set(parts.split(" ")), code: 1 });
    }
    for (const [id, { weight, why }] of expanded) {
      eachPage(id, (page, code) => {
        const value = weight * weigh(code, page, isForeign);
        const [titled, twinned] = [code & 1 ? weight : 0, code & 4 && isForeign ? weight : 0];
        const hit = pages.get(page);
        if (!hit) pages.set(page, { value, best: value, weight, titled, twinned, why, word: plain(id), words: new Set([plain(id)]), code });
        else {
          hit.titled = Math.max(hit.titled, titled);
          hit.twinned = Math.max(hit.twinned, twinned);
          hit.value = Math.max(value, hit.best) + more * (hit.value - hit.best + Math.min(value, hit.best));
          hit.words.add(plain(id));
          if (value > hit.best) Object.assign(hit, { best: value, weight, why, word: plain(id), code });
        }
      });
    }
    return pages;
  }

  // Words that are only quoted somewhere, as found, stand apart behind `=`: they are no words of the site.
  const plain = (id) => words[id].replace(/^=/, "");

  const scriptOf = (word) => (tool.isArabic(word) ? "arabic" : /^[a-z]+$/.test(word) ? "latin" : null);

  // Ranks the pages for a query, the best first. `others` are engines of other languages for words in their script.
  function search(query, others = []) {
    const asked = parse(query);
    const scores = new Map();
    asked.forEach((word, rank) => {
      const pages = hits(word);
      for (const other of others) {
        if (other.script !== scriptOf(word.text)) continue;
        for (const [page, hit] of other.hits(word)) {
          const value = hit.value * tiers.other;
          if (value > (pages.get(page)?.value ?? 0)) pages.set(page, { ...hit, value, best: hit.best * tiers.other, isOther: true });
        }
      }
      const idf = Math.log(1 + (index.pages - pages.size + 0.5) / (pages.size + 0.5));
      for (const [page, hit] of pages) {
        const norm = 1 - b + (b * length[page]) / (index.length || 1);
        const entry = scores.get(page) ?? scores.set(page, { page, score: 0, covered: 0, titled: 0, twinned: 0, hits: [] }).get(page);
        entry.score += (idf * hit.value * (k + 1) * (hit.why === "exact" ? 1 : formShare)) / (hit.value + k * norm);
        entry.covered += 1;
        // A title may be what was meant in full, though a letter is wrong.
        const meant = (share) => (hit.why === "typo" ? Math.min(1, share / tiers.typo) : share);
        // What another index says of titles it says of the twin's.
        if (!hit.isOther) entry.titled += meant(hit.titled);
        entry.twinned += meant(hit.isOther ? hit.titled : hit.twinned);
        entry.hits[rank] = hit;
      }
      word.hits = [...new Set([...pages.values()].map((it) => it.why))];
    });
    const results = [...scores.values()];
    for (const it of results) {
      const share = Math.min(1, it.titled / Math.max(titleLength[it.page], asked.length));
      const twin = twinLength[it.page] && Math.min(1, it.twinned / Math.max(twinLength[it.page], asked.length));
      it.score *= (it.covered / asked.length) ** 2 * (1 + whole * Math.max(share, twin) ** 3);
    }
    results.sort((one, other) => other.score - one.score || one.page - other.page);
    return { asked, results };
  }

  // The stems under which a large index keeps what a query may mean: those of its words; then, where nothing was found, those
  // of their other readings; then those of the words of titles that are a typing error away.
  function keys(query, step) {
    const out = new Set();
    for (const word of parse(query)) {
      if (step === "written") {
        const all = word.text.startsWith("@") ? [] : [word.extra, ...dateKeys(query)].filter(Boolean);
        for (const it of [word.text, ...all]) out.add(tool.stem(it));
        continue;
      }
      const found = new Set([...hits(word).values()].map((it) => it.why));
      if (found.has("exact") || found.has("stem")) continue;
      if (step === "misspelt") {
        if (!found.has("prefix") && word.text.length >= 4) for (const it of spelt(word.text)) out.add(tool.stem(it));
        continue;
      }
      for (const [rest] of tool.readings(word.text)) {
        out.add(tool.stem(rest));
        for (const it of tool.plurals(rest)) out.add(tool.stem(it));
      }
    }
    return [...out];
  }

  let spelling;

  // The likeliest words of titles one typing error away.
  function spelt(word) {
    if (word.length > longestWord) return [];
    spelling ??= new Set(index.spelling.flatMap((it) => [it, tool.withoutArticle(it)]));
    const near = [word, tool.withoutArticle(word)].flatMap((asked) => {
      const all = [...new Set(neighbours(asked, tool.isArabic(asked) ? letters.arabic : letters.latin))];
      return all.filter((it) => spelling.has(it)).map((it) => [it, tool.slip(asked, it)]);
    });
    return near.sort(([, one], [, other]) => other - one).slice(0, 3).map(([it]) => it);
  }

  const dateKeys = (query) => tool.terms(query.slice(0, longestQuery)).special;

  // The languages whose index may know more: words in their script that no name or title here has.
  function wanted(query) {
    const out = new Set();
    for (const word of parse(query)) {
      const script = scriptOf(word.text);
      if (!script || script === index.scripts[index.rank]) continue;
      const isKnown = [...hits(word).values()].some((it) => it.code & 15 && it.weight >= tiers.light && it.why !== "prefix");
      if (!isKnown) index.languages.forEach((tag, rank) => rank !== index.rank && index.scripts[rank] === script && out.add(tag));
    }
    return [...out];
  }

  if (index.words) add(index.words);
  const count = (id) => lists[id].to - lists[id].from;
  return { add, search, wanted, keys, hits, near, count, words, tool, ids, index, script: index.scripts[index.rank] };
}

// The number of typing errors between two words, up to three.
export function distance(one, other) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    let least = at;
    for (let to = 1; to <= other.length; to++) {
      const cost = one[at - 1] === other[to - 1] ? 0 : 1;
      row[to] = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + cost);
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) {
        row[to] = Math.min(row[to], before[to - 2] + 1);
      }
      least = Math.min(least, row[to]);
    }
    if (least > 2) return 3;
    [before, last] = [last, row];
  }
  return last[other.length];
}
