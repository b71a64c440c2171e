// The search in the page: fetches the index, listens to the field, shows results. Text enters the page as text only.
import { readIndex, readPiece, readTitles, unpack } from "./index.js";
import { makeEngine } from "./engine.js";
import { STYLE } from "../styles/components/search.css";
import { cheapest, counted, filtered, filtersOf, foundWords, grouped, highlighted, reason, suggestions } from "./results.js";

const root = new URL("../", import.meta.url);
const language = document.documentElement.lang;
const shownInHeader = 7;
const shownAtOnce = 40;
const shownOfMany = 10;
const mostPieces = 12;
const started = new WeakSet();
const engines = new Map();

// What this script shows has its lines of style here, as a sheet of the script's own: no page carries them before.
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets.push(sheet);

// Makes a field answer while the reader types.
export function start(field) {
  if (!field || started.has(field)) return;
  started.add(field);
  const page = document.querySelector("[data-search-results]");
  if (page && field.closest("main")) onPage(field, page);
  else inHeader(field);
}

// The engine of a language; its index is fetched once.
function engineOf(tag) {
  if (!engines.has(tag)) engines.set(tag, load(tag));
  return engines.get(tag);
}

async function load(tag) {
  return makeEngine(readIndex(await bytesOf((await addresses())[tag])));
}

async function bytesOf(path) {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return unpack(new Uint8Array(await response.arrayBuffer()));
}

const pieces = new Map();

// Fetches the pieces of a large index in which a query's words may be, each once: as they are written, read, and misspelt.
async function fetchWords(engine, query, step) {
  const { shards } = engine.index;
  if (!shards) return;
  const files = new Set(engine.keys(query, step).map((key) => (shards.findLast(([first]) => first <= key) ?? shards[0])[1]));
  await Promise.all([...files].slice(0, mostPieces).map((it) => once(it, async () => engine.add(readPiece(await bytesOf(it), engine.index)))));
}

// Fetches the titles of the first results that came without, and returns the results in the order in which they are shown. Titles
// lie in files of many pages, and each is a request: of the first results that need one, those of another file than the best give
// way to results that are nearly as good and have their titles, until the reader asks for more.
async function fetchTitles({ index }, results, count, isThrifty) {
  if (!index.blocks) return results;
  const { size, files } = index.blocks;
  const fileOf = ({ page }) => index.cards.title[page] === undefined && files[Math.floor(page / size)];
  const shown = isThrifty ? cheapest(results, count, fileOf) : results.slice(0, count);
  const missing = new Set(shown.map(fileOf).filter(Boolean));
  await Promise.all([...missing].map((it) => once(it, async () => readTitles(await bytesOf(it), index))));
  const isShown = new Set(shown);
  return [...shown, ...results.filter((it) => !isShown.has(it))];
}

function once(path, fetchIt) {
  if (!pieces.has(path)) pieces.set(path, fetchIt());
  return pieces.get(path);
}

// Where the indexes are: the search page says so itself.
async function addresses() {
  const told = document.querySelector("[data-search-indexes]")?.dataset.searchIndexes;
  if (told) return Object.fromEntries(told.split(" ").map((it) => it.split("=")));
  return (await fetch(new URL("search.json", root))).json();
}

async function answer(query) {
  const engine = await engineOf(language);
  for (const step of ["written", "read", "misspelt"]) await fetchWords(engine, query, step);
  const others = await Promise.all(engine.wanted(query).map(engineOf));
  await Promise.all(others.map((it) => fetchWords(it, query, "written")));
  return { engine, ...engine.search(query, others) };
}

// The search page: results below the field, and the query in the address.
function onPage(field, holder) {
  let filters = {};
  let limit = shownAtOnce;
  let turn = 0;
  const read = () => {
    const { q = "", ...rest } = Object.fromEntries(new URLSearchParams(location.search));
    field.value = q;
    filters = rest;
  };
  const show = async () => {
    const mine = ++turn;
    const query = field.value.trim();
    holder.removeAttribute("data-search-done");
    try {
      const found = query ? await answer(query) : { engine: await engineOf(language), asked: [], results: [] };
      const { index } = found.engine;
      const many = index.blocks ? Math.max(shownOfMany, limit - shownAtOnce) : limit;
      const kept = await fetchTitles(found.engine, filtered(index, found.results, filters), many, many === shownOfMany);
      if (mine !== turn) return;
      paint(holder, { ...found, kept }, query, filters, many, { choose, more });
    } catch {
      if (mine === turn) holder.replaceChildren(make("p", { role: "status" }, holder.dataset.failed));
    }
    if (mine === turn) holder.setAttribute("data-search-done", "");
  };
  const address = (isNew) => {
    const query = new URLSearchParams({ q: field.value.trim(), ...filters });
    for (const [name, value] of [...query]) if (!value) query.delete(name);
    history[isNew ? "pushState" : "replaceState"](null, "", query.size ? `?${query}` : location.pathname);
  };
  const choose = (name, value) => {
    filters = { ...filters, [name]: value };
    address(true);
    show();
  };
  const more = () => {
    limit += shownAtOnce;
    show();
  };
  field.addEventListener("input", () => {
    filters = {};
    limit = shownAtOnce;
    address(false);
    show();
  });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    address(true);
    show();
  });
  addEventListener("popstate", () => {
    read();
    show();
  });
  arrows(field, holder, () => field.select());
  read();
  if (field.value) show();
}

// The header: a panel below the field.
function inHeader(field) {
  const panel = make("div", { class: "finds panel", "data-search-results": "", hidden: "" });
  field.form.after(panel);
  let turn = 0;
  const close = () => {
    turn++;
    panel.setAttribute("hidden", "");
  };
  const show = async () => {
    const mine = ++turn;
    const query = field.value.trim();
    panel.removeAttribute("data-search-done");
    if (!query) return close();
    // Without an index the form still leads to the search page.
    const found = await answer(query).catch(() => null);
    const kept = found && (await fetchTitles(found.engine, found.results, shownInHeader, true).catch(() => []));
    if (mine !== turn || !found) return;
    const { index } = found.engine;
    const list = make("ol", { class: "found" });
    const shown = kept.slice(0, shownInHeader);
    const words = foundWords(shown);
    list.append(...shown.map((it) => item(found, it, words)));
    const all = make("a", { class: "all", href: `${field.form.getAttribute("action")}?${new URLSearchParams({ q: query })}` }, index.texts.all);
    panel.replaceChildren(status(index, found.results.length), ...meant(found, query), list, all);
    panel.removeAttribute("hidden");
    panel.setAttribute("data-search-done", "");
  };
  field.addEventListener("input", show);
  arrows(field, panel, close);
  document.addEventListener("focusin", ({ target }) => !panel.parentElement.contains(target) && close());
  document.addEventListener("click", ({ target }) => !panel.parentElement.contains(target) && close());
  engineOf(language).catch(() => {});
  if (field.value.trim()) show();
}

// Arrow keys lead from the field through the results and back; Esc leads back to the field.
function arrows(field, holder, close) {
  holder.parentElement.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      event.preventDefault();
      field.focus();
      close();
    } else if (step && !/^SELECT$/.test(event.target.tagName)) {
      const stops = [field, ...holder.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
    }
  });
}

function paint(holder, found, query, filters, limit, actions) {
  const { engine, results, kept } = found;
  const { index } = engine;
  if (!query) return holder.replaceChildren(make("p", { role: "status" }, index.texts.empty));
  const shown = kept.slice(0, limit);
  const words = foundWords(shown);
  const { best, groups } = grouped(index, shown);
  const list = (results) => {
    const out = make("ol", { class: "found" });
    out.append(...results.map((it) => item(found, it, words)));
    return out;
  };
  const parts = [status(index, kept.length), ...meant(found, query), ...narrow(index, results, filters, actions.choose)];
  if (best) parts.push(list([best]));
  for (const group of groups) {
    if (group.label) parts.push(named(make("h2"), index, group.label));
    if (group.results.length) parts.push(list(group.results));
  }
  if (kept.length > limit) {
    const more = make("button", { type: "button", class: "more" }, index.texts.more);
    more.addEventListener("click", actions.more);
    parts.push(more);
  }
  const active = holder.contains(document.activeElement) ? document.activeElement.name : null;
  holder.replaceChildren(...parts);
  if (active) holder.querySelector(`[name="${CSS.escape(active)}"]`)?.focus();
}

const status = (index, count) => make("p", { role: "status", class: "count" }, counted(index, count));

function meant({ engine, asked }, query) {
  const all = suggestions(engine, query, asked);
  if (!all.length) return [];
  const [before, behind] = engine.index.texts.meant.split("%");
  const line = make("p", { class: "meant" }, before);
  const action = document.querySelector("form.search").getAttribute("action");
  all.forEach((it, at) => {
    if (at) line.append(" · ");
    const link = make("a", { href: `${action}?${new URLSearchParams({ q: it })}` });
    link.append(make("bdi", {}, it));
    line.append(link);
  });
  line.append(behind);
  return [line];
}

function narrow(index, results, filters, choose) {
  const all = filtersOf(index, results, filters);
  if (!all.length) return [];
  const line = make("div", { class: "narrow" });
  for (const { name, label, values } of all) {
    const select = make("select", { name });
    select.append(make("option", { value: "" }, index.texts.any));
    for (const it of values) select.append(make("option", { value: it.value }, `${it.label} (${it.count})`));
    select.value = filters[name] ?? "";
    select.addEventListener("change", () => choose(name, select.value));
    const holder = named(make("label"), index, label);
    holder.append(" ", select);
    line.append(holder);
  }
  return [line];
}

function item({ engine, asked }, result, words) {
  const { index, tool } = engine;
  const { cards, facts } = index;
  const tag = index.languages[facts.language[result.page]];
  const out = make("li");
  const path = cards.path[result.page];
  const link = make("a", { href: new URL(path ? `${tag}/${path}/` : `${tag}/`, root).href });
  if (tag !== index.language) {
    for (const it of [link, out]) it.setAttribute("lang", tag);
    link.setAttribute("hreflang", tag);
    out.setAttribute("dir", index.directions[facts.language[result.page]]);
  }
  write(link, index, highlighted(tool, cards.title[result.page], words));
  out.append(link);
  const kind = index.kinds[facts.kind[result.page] - 1];
  if (kind) out.append(" ", named(make("span", { class: "kind", lang: index.language }), index, kind.label));
  if (cards.description[result.page]) {
    const line = make("p", {});
    write(line, index, highlighted(tool, cards.description[result.page], words));
    out.append(line);
  }
  const why = reason(index, tool, result);
  if (why) {
    const line = make("p", { class: "why", lang: index.language, dir: index.directions[index.rank] }, index.texts[why.message]);
    if (why.word) line.append(" ", make("bdi", {}, why.word));
    out.append(line);
  }
  return out;
}

const named = (holder, index, text) => write(holder, index, [{ text, isMarked: false }]);

// Writes pieces of a text; isolates in it become elements, and words of another language say which it is.
function write(holder, index, pieces) {
  const whole = pieces.map((it) => it.text).join("");
  const open = [holder];
  let at = 0;
  for (const { text, isMarked } of pieces) {
    for (const part of text.split(/([\u2066-\u2069])/)) {
      if (part === "\u2069") {
        if (open.length > 1) open.pop();
      } else if (part === "\u2066" || part === "\u2067" || part === "\u2068") {
        const element = isolating(index, part, whole.slice(at + 1, whole.indexOf("\u2069", at)));
        open.at(-1).append(element);
        open.push(element);
      } else if (part) {
        open.at(-1).append(isMarked ? make("mark", {}, part) : part);
      }
      at += part.length;
    }
  }
  return holder;
}

function isolating(index, control, text) {
  const dir = control === "\u2066" ? "ltr" : control === "\u2067" ? "rtl" : "auto";
  const words = text.split(/\s+/).filter((it) => /\p{L}/u.test(it));
  const lang = index.languages[index.directions.indexOf(dir)];
  // One word between left-to-right letters is a name or a code in any language.
  const least = dir === "rtl" ? 1 : 2;
  return words.length >= least && lang ? make("span", { lang, dir }) : make("bdi", { dir });
}

function make(name, attributes = {}, text = "") {
  const out = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) out.setAttribute(key, value);
  if (text) out.textContent = text;
  return out;
}
