// Words as the search sees them: folded letters, numbers, symbols, dates, and readings of a word.
// The counterpart of `src/text/search`, from the same rules; `tests/vectors` holds for both. Knows nothing of pages.

const part = "\\p{L}\\p{M}\\p{N}\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF";
const wordPattern = new RegExp(`[${part}]+`, "gu");
const symbolParts = 6;
// How much a rarer singular of a pattern counts beside the one before it.
const rarer = 0.9;

// Makes the functions of the search's words from `rules.json`.
export function makeWords(rules) {
  const list = (text) => text.split(" ");
  const stop = new Set(list(rules.stop));
  const ambiguous = new Set(list(rules.ambiguous));
  const between = new Set(list(rules.between));
  const affixes = [["light", rules.light], ["clitic", rules.clitic]].map(([tier, it]) => ({
    tier,
    before: ["", ...list(it.before)].map(affix),
    after: ["", ...list(it.after)].map(affix),
  }));
  const patterns = rules.plurals.flatMap(([plural, singulars]) =>
    list(singulars).flatMap((it, rank) => [[[...plural], [...it], rarer ** rank], [[...it], [...plural], rarer ** rank]]));

  // `س:يتن` is an affix that counts only beside one of the letters behind the colon; what stands behind `>` takes its place.
  function affix(it) {
    const [text, instead = ""] = it.split(">");
    const [affix, beside] = text.split(":");
    return [affix, beside, instead];
  }

  const articles = list(rules.articles);
  const alike = list(rules.alike);
  const keys = list(rules.keys);

  // A word without its article.
  function withoutArticle(word) {
    const article = articles.find((it) => word.startsWith(it) && word.length >= it.length + 3);
    return article ? word.slice(article.length) : word;
  }

  const isAlike = (one, other) => alike.some((it) => it.includes(one) && it.includes(other));
  const areNeighbours = (one, other) => keys.some((it) => it.includes(one) && it.includes(other) && Math.abs(it.indexOf(one) - it.indexOf(other)) === 1);

  // How likely somebody writes one word for another that is one typing error away, between 0 and 1.
  function slip(written, meant) {
    let at = 0;
    while (at < written.length && written[at] === meant[at]) at++;
    const first = at ? 1 : 0.85;
    if (written.length === meant.length) {
      const [one, other] = [written[at], meant[at]];
      const isSwap = written[at + 1] === other && meant[at + 1] === one;
      return first * (isSwap || isAlike(one, other) ? 1 : areNeighbours(one, other) ? 0.9 : 0.7);
    }
    const longer = written.length > meant.length ? written : meant;
    const letter = longer[at];
    if (letter === longer[at - 1] || letter === longer[at + 1]) return 1;
    return first * (longer === meant ? 0.9 : areNeighbours(letter, longer[at - 1]) || areNeighbours(letter, longer[at + 1]) ? 0.9 : 0.8);
  }

  const isDropped = (code) => rules.drop.some(([from, to]) => code >= from && code <= to);

  // One form for all spellings of a word.
  function fold(word) {
    if (/^[\x00-\x7F]*$/.test(word)) return word.toLowerCase();
    let out = "";
    for (const it of word.normalize("NFKD").toLowerCase()) {
      const code = it.codePointAt(0);
      const zero = rules.zeros.find((zero) => code >= zero && code < zero + 10);
      if (code < 128) out += it;
      else if (it in rules.letters) out += rules.letters[it];
      else if (zero) out += code - zero;
      else if (!isDropped(code)) out += it;
    }
    return out;
  }

  // The words of a text with what joins them, and the symbols and dates among them.
  function terms(text) {
    const words = [];
    let end = 0;
    for (const match of text.matchAll(wordPattern)) {
      const gap = [...text.slice(end, match.index)];
      let joint = gap.length === 1 ? gap[0] : null;
      end = match.index + match[0].length;
      for (const it of fold(match[0]).split(/\s+/).filter(Boolean)) {
        words.push({ text: it, joint, from: match.index, to: end });
        joint = " ";
      }
    }
    return { words, special: [...symbols(words), ...dates(words).flatMap((it) => it.terms)] };
  }

  function symbols(words) {
    const out = [];
    for (let from = 0; from < words.length;) {
      let to = from + 1;
      while (to < words.length && /^[/.-]$/.test(words[to].joint ?? "")) to++;
      if (to - from > 1 && to - from <= symbolParts) {
        for (let start = from; start < to - 1; start++) {
          const end = words.slice(start, to).map((it) => it.text);
          if (end.some((it) => /[0-9]/.test(it))) out.push(end.join("/"));
        }
      }
      from = to;
    }
    return out;
  }

  const number = (word) => (word && /^[0-9]{1,4}$/.test(word.text) ? Number(word.text) : null);
  const pad = (it) => String(it).padStart(2, "0");

  // The dates among words, each with its terms and the words that it covers.
  function dates(words) {
    const out = [];
    const seen = new Set();
    const add = (terms, from, to) => {
      const fresh = terms.filter((it) => !seen.has(it));
      fresh.forEach((it) => seen.add(it));
      if (fresh.length) out.push({ terms: fresh, from, to });
    };
    for (let at = 0; at < words.length; at++) {
      const name = month(words, at + 1);
      if (name && (name.from < at || !ambiguous.has(words[at].text))) add([`@${pad(name.month)}`], name.from, at + 1);
      const year = words[at].text.length === 4 ? number(words[at]) : null;
      if (year === null || year < 1000 || year >= 3000) continue;
      const found = figures(words, at) ?? named(words, at);
      if (!found) continue;
      const key = `@${year}-${pad(found.month)}`;
      add([...found.days.map((day) => `${key}-${pad(day)}`), key], found.from, found.to);
    }
    return out;
  }

  // `2014/9/7` and `7/9/2014` around the year at `at`.
  function figures(words, at) {
    const joined = (it) => it < words.length && /^[/.-]$/.test(words[it].joint ?? "");
    const pair = (month, day, from) => {
      const [m, d] = [number(words[month]), number(words[day])];
      return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? { month: m, days: [d], from, to: from + 3 } : null;
    };
    if (joined(at + 1) && joined(at + 2)) return pair(at + 1, at + 2, at);
    return at >= 2 && joined(at) && joined(at - 1) ? pair(at - 1, at - 2, at - 2) : null;
  }

  // `7 أيلول/سبتمبر 2014`, `4-5 June 2013`, `June 4, 2013` before the year at `at`.
  function named(words, at) {
    const dayAt = (it) => {
      const value = it >= 0 && words[it].text.length <= 2 ? number(words[it]) : null;
      return value >= 1 && value <= 31 ? value : null;
    };
    let end = back(words, at);
    const before = dayAt(end - 1);
    if (before !== null) {
      const name = month(words, end - 1);
      if (name) return { month: name.month, days: [before], from: name.from, to: at + 1 };
    }
    const name = month(words, end);
    if (!name) return null;
    end = name.from;
    for (let other; (other = month(words, end)) && other.month === name.month;) end = other.from;
    end = back(words, end);
    const days = [];
    let day;
    while (days.length < 2 && (day = dayAt(end - 1)) !== null) {
      days.unshift(day);
      end--;
      if (!/^[-–/]$/.test(words[end].joint ?? "")) break;
    }
    return { month: name.month, days, from: end, to: at + 1 };
  }

  function back(words, end) {
    while (end > 0 && between.has(words[end - 1].text)) end--;
    return end;
  }

  function month(words, end) {
    if (end < 1 || end > words.length) return null;
    const both = end >= 2 ? rules.months[`${words[end - 2].text} ${words[end - 1].text}`] : undefined;
    if (both) return { month: both, from: end - 2 };
    const one = rules.months[words[end - 1].text];
    return one ? { month: one, from: end - 1 } : null;
  }

  const isArabic = (word) => /^[\u0621-\u064A]+$/.test(word);

  // The readings of a folded word, itself first: what is left without affixes, and how far that is from the word.
  function readings(word) {
    const out = new Map([[word, "exact"]]);
    const add = (rest, tier) => out.has(rest) || out.set(rest, tier);
    if (isArabic(word)) {
      for (const { tier, before, after } of affixes) {
        for (const [prefix, next] of before) {
          if (!word.startsWith(prefix) || (next && !next.includes(word[prefix.length]))) continue;
          for (const [suffix, last, instead] of after) {
            const end = word.length - suffix.length;
            if (end - prefix.length + instead.length < least(suffix, tier) || !word.endsWith(suffix)) continue;
            if (!last || last.includes(word[end - 1])) add(word.slice(prefix.length, end) + instead, tier);
          }
        }
      }
    } else if (/^[a-z]+$/.test(word)) {
      const inflected = english(word);
      add(inflected, "light");
      add(derived(inflected), "clitic");
    }
    return out;
  }

  const least = (suffix, tier) => (tier === "clitic" || suffix ? 3 : 2);

  // The stem by which words are put into shards.
  function stem(word) {
    let best = word;
    for (const [rest, tier] of readings(word)) {
      if (tier === "light" && (best === word || rest.length < best.length)) best = rest;
    }
    return best;
  }

  // The words that could be the broken plural of a word, or its singular, each with how likely that is.
  function plurals(word) {
    const out = new Map();
    if (!isArabic(word) || word.length < 2 || word.length > 7) return out;
    for (const [from, to, share] of patterns) {
      const root = rootOf(word, from);
      const other = root && written(root, to);
      if (other && other !== word && !(out.get(other) >= share)) out.set(other, share);
    }
    return out;
  }

  function rootOf(word, pattern) {
    if (word.length !== pattern.length) return null;
    const root = {};
    for (let at = 0; at < pattern.length; at++) {
      const slot = pattern[at];
      if (slot < "0" || slot > "9") {
        if (slot !== word[at]) return null;
      } else if (root[slot] === undefined) {
        // A long vowel is no letter of a root, though at its beginning it may be a hamza; nor is the ending of the feminine.
        if ((word[at] === "ا" && slot !== "1") || (word[at] === "ه" && slot === "4")) return null;
        root[slot] = word[at];
      } else if (root[slot] !== word[at]) return null;
    }
    return root;
  }

  function written(root, pattern) {
    let out = "";
    for (const slot of pattern) {
      const letter = slot >= "0" && slot <= "9" ? root[slot] : slot;
      if (letter === undefined) return null;
      out += letter;
    }
    return out;
  }

  return { fold, terms, dates, readings, stem, plurals, slip, withoutArticle, isStop: (it) => stop.has(it), isArabic };
}

const isVowel = (it) => "aeiouy".includes(it);
const hasVowel = (word) => [...word].some(isVowel);

function english(word) {
  if (word.length < 4) return word;
  let rest = singular(word);
  for (const [ending, instead] of [["ied", "y"], ["ed", ""], ["ing", ""]]) {
    const it = rest.slice(0, rest.length - ending.length);
    if (rest.endsWith(ending) && it.length >= 3 && hasVowel(it)) {
      rest = it + instead;
      break;
    }
  }
  return spelt(rest);
}

function singular(word) {
  if (word.endsWith("ies") && word.length >= 6) return word.slice(0, -3) + "y";
  if (/(sse|xe|che|she|ze|oe)s$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function spelt(rest) {
  if (rest.length > 4 && /[^aeiouy]re$/.test(rest)) rest = rest.slice(0, -2) + "er";
  if (rest.length > 4 && rest.endsWith("our")) rest = rest.slice(0, -2) + "r";
  if (rest.length > 3 && rest.endsWith("e")) rest = rest.slice(0, -1);
  if (rest.length > 5 && /[iy]s$/.test(rest)) rest = rest.slice(0, -1) + "z";
  return rest.length > 3 && /([^aeiouy])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

function derived(stem) {
  for (const ending of ["ation", "ion", "er", "or", "ly", "at", "ment", "al", "ist", "ship", "ness", "ity", "ous", "ive", "ance", "ence"]) {
    const rest = stem.slice(0, stem.length - ending.length);
    if (stem.endsWith(ending) && rest.length >= 4 && hasVowel(rest)) return spelt(rest);
  }
  return stem;
}

// The words one typing error away: two letters in the wrong order, one too many, one too few, one wrong.
export function* neighbours(word, alphabet) {
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    const rest = word.slice(at + 1);
    if (rest && after[0] !== rest[0]) yield before + rest[0] + after[0] + rest.slice(1);
    if (after) yield before + rest;
    for (const letter of alphabet) {
      yield before + letter + after;
      if (after && after[0] !== letter) yield before + letter + rest;
    }
  }
}
