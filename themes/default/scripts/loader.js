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
  go(main ?? all.activeElement);
})();
