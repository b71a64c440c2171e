// Keeps an open page like the site: asks the preview for changes, puts only what differs into the page, shows mistakes.
// Content enters as nodes of a parsed document and as text, never as markup in a string.

const own = document.querySelector("script[data-key]");
let key = own.dataset.key;
let before = document.documentElement.cloneNode(true);
let seen = "";
let overlay;

// ---- Asking ----

async function ask() {
  const query = new URLSearchParams({ page: decodeURI(location.pathname), lang: document.documentElement.lang });
  if (seen !== "") query.set("seen", seen);
  const response = await fetch(`/_/state?${query}`);
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

async function follow() {
  for (let pause = 100; ; ) {
    // A page that nobody sees holds no connection: browsers have six for a host.
    if (document.hidden) await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
    try {
      const state = await ask();
      seen = state.token;
      pause = 100;
      if (state.key && state.key !== key) await renew(state.key);
      // The list of all pages, which also stands for a site that cannot be shown yet, tells of mistakes itself.
      tell(document.querySelector("main.preview") ? null : state.problems);
    } catch {
      // The preview has ended or begins again.
      seen = "";
      await new Promise((done) => setTimeout(done, pause));
      pause = Math.min(pause * 2, 2000);
    }
  }
}

// Fetches the page as a document, which runs no script and needs no parsing of strings.
function fetchPage() {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.pathname + location.search);
    request.responseType = "document";
    request.onload = () => (request.response ? done(request.response) : fail(new Error("no document")));
    request.onerror = fail;
    request.send();
  });
}

// ---- Putting in ----

async function renew(next) {
  const page = await fetchPage();
  const after = page.documentElement;
  const scripts = (it) => [...it.querySelectorAll("script[src]:not([data-key])")].map((script) => script.getAttribute("src")).join(" ");
  if (scripts(after) !== scripts(before)) return location.reload();
  const [left, top] = [scrollX, scrollY];
  const focused = document.activeElement;
  patch(document.documentElement, before, after);
  if (focused?.id && focused !== document.activeElement) document.getElementById(focused.id)?.focus({ preventScroll: true });
  // Where the browser has kept the place by itself, this changes nothing.
  if (scrollX !== left && scrollY === 0) scrollTo({ left, top, behavior: "instant" });
  before = after.cloneNode(true);
  key = page.querySelector("script[data-key]")?.dataset.key ?? next;
  document.dispatchEvent(new CustomEvent("tashawur:renewed", { detail: key }));
}

// Makes `live` what `after` is, where `before` is what it was when it came. What scripts or readers changed since stays
// as long as the author did not change the same place.
function patch(live, before, after) {
  if (before.isEqualNode(after) || live === overlay || live.nodeName === "SCRIPT") return;
  if (live.nodeType !== Node.ELEMENT_NODE) {
    if (live.data !== after.data) live.data = after.data;
    return;
  }
  if (live.nodeName === "LINK" && after.getAttribute("rel") === "stylesheet") return replaceStyle(live, after);
  attributes(live, before, after);
  children(live, before, after);
}

function attributes(live, before, after) {
  for (const { name } of [...before.attributes]) if (!after.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of [...after.attributes]) {
    if (before.getAttribute(name) !== value) live.setAttribute(name, value);
  }
}

function children(live, before, after) {
  const here = [...live.childNodes].filter((it) => it !== overlay);
  const [old, fresh] = [[...before.childNodes], [...after.childNodes]];
  if (here.length !== old.length) {
    live.replaceChildren(...fresh.map(taken));
    return;
  }
  let start = 0;
  while (start < old.length && start < fresh.length && old[start].isEqualNode(fresh[start])) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end).isEqualNode(fresh.at(-1 - end))) end += 1;
  const stop = here.length - end;
  const follower = here[stop] ?? (live === document.documentElement ? overlay : null) ?? null;
  let at = start;
  for (const node of fresh.slice(start, fresh.length - end)) {
    if (at < stop && here[at].nodeName === node.nodeName) patch(here[at], old[at], node);
    else if (at < stop) here[at].replaceWith(taken(node));
    else live.insertBefore(taken(node), follower);
    at += 1;
  }
  for (; at < stop; at += 1) here[at].remove();
}

function taken(node) {
  return document.adoptNode(node.cloneNode(true));
}

// The old style sheet goes when the new one is there, so that the page is never bare.
function replaceStyle(live, after) {
  const next = taken(after);
  next.addEventListener("load", () => live.remove());
  next.addEventListener("error", () => live.remove());
  live.after(next);
}

// ---- Mistakes ----

function tell(problems) {
  if (!problems) {
    overlay?.remove();
    overlay = undefined;
    return;
  }
  const text = JSON.stringify(problems);
  if (overlay?.told === text) return;
  overlay?.remove();
  overlay = draw(problems);
  overlay.told = text;
  document.documentElement.append(overlay);
}

function make(name, properties, ...inside) {
  const element = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) element.setAttribute(property, value);
  element.append(...inside.filter((it) => it !== null && it !== undefined));
  return element;
}

function draw(problems) {
  const host = make("div", { id: "preview_mistakes", lang: problems.lang, dir: problems.dir });
  const root = host.attachShadow({ mode: "open" });
  const close = make("button", { type: "button", part: "close" }, problems.close);
  close.addEventListener("click", hide);
  const cards = problems.cards.map((it) => card(it, problems));
  root.append(
    make("link", { rel: "stylesheet", href: "/_/live.css" }),
    make(
      "section",
      { role: "alert", lang: problems.lang, dir: problems.dir, class: "mistakes" },
      make("header", {}, make("h2", {}, problems.title), close),
      make("p", {}, problems.note),
      ...cards,
      make("p", {}, make("a", { href: "/_/" }, problems.all)),
    ),
  );
  return host;
}

function card(it, problems) {
  const line = it.excerpt && make("pre", { dir: "auto" }, it.excerpt[0], make("mark", {}, it.excerpt[1] || "\u200a"), it.excerpt[2]);
  return make(
    "article",
    {},
    make("p", { class: "message" }, make("strong", {}, it.grade), " ", make("bdi", {}, it.message), " ", make("code", { dir: "ltr" }, it.code)),
    it.place && make("p", {}, make("code", { dir: "ltr" }, it.place)),
    line,
    it.hint && make("p", {}, make("strong", {}, problems.hint), " ", it.hint),
  );
}

// Hidden until something else is wrong: what was told stays told.
function hide() {
  if (overlay) overlay.hidden = true;
}

addEventListener("keydown", (it) => {
  if (it.key === "Escape") hide();
});

follow();
