// Waits for the reader to turn to search: the field gets the focus, or `/` is pressed. Only then is anything else fetched.
(() => {
  const all = document;
  const path = all.currentScript.dataset.search;
  const go = (it) => it?.name == "q" && import(path).then((module) => module.start(it));
  const main = all.querySelector("main [name=q]");
  addEventListener("focusin", (it) => go(it.target));
  addEventListener("keydown", (it) => {
    if (it.key == "/" && !it.ctrlKey && !it.metaKey && !it.altKey && !it.target.closest("input,textarea,select,[contenteditable]")) {
      it.preventDefault();
      (main ?? all.querySelector("[name=q]")).focus();
    }
  });
  // The language switch leads to the place that is read: ids are the same in every language.
  addEventListener("click", (it) => {
    const link = it.target.closest(".languages a");
    if (!link) return;
    const cited = all.getElementById(location.hash.slice(1));
    const heads = [...all.querySelectorAll("main :is(h2,h3,h4)[id]")];
    const seen = heads.findLast((it) => it.getBoundingClientRect().top < innerHeight / 5);
    const home = cited && heads.findLast((it) => it == cited || it.compareDocumentPosition(cited) & 4);
    link.hash = (seen && seen != home ? seen : cited)?.id ?? seen?.id ?? "";
  });
  go(main ?? all.activeElement);
})();
