// A page whose circuit is gone, because a telephone was locked for hours or the shop was started anew, is loaded again by itself. Its list, its filters
// and its place are in the address and the history; what somebody had written and not sent is kept here for the while, in this tab alone.
const store = "fashionrecs-resume";
const longest = 20_000;   // letters of all fields together
const written = new Map();
const here = () => location.pathname + location.search;
const fields = () => [...document.querySelectorAll("main :is(input, textarea, select)")].filter(field =>
  !["hidden", "password", "file", "submit", "button"].includes(field.type) && !field.hasAttribute("data-click") && field.autocomplete !== "one-time-code");
// By name or id and place among those of the same: the page is drawn anew.
const nameOf = field => `${field.tagName} ${field.name || field.id}`;
const keyOf = field => { const name = nameOf(field); return `${name} ${fields().filter(other => nameOf(other) === name).indexOf(field)}`; };
const valueOf = field => ["checkbox", "radio"].includes(field.type) ? field.checked : field.value;

document.addEventListener("input", event => {
  if (event.target instanceof Element && fields().includes(event.target)) written.set(keyOf(event.target), { value: valueOf(event.target), at: here() });
});
document.addEventListener("submit", () => written.clear(), true);

let leaving = false;
const keep = () => {
  const left = [...written].filter(([, entry]) => entry.at === here()).map(([key, entry]) => [key, entry.value]);
  const text = JSON.stringify({ at: here(), leaving, top: scrollY, left });
  try { if (text.length <= longest) sessionStorage.setItem(store, text); } catch { /* private window */ }
};
addEventListener("fashionrecs-leaving", () => { leaving = true; keep(); });
// A telephone may drop a page that nobody looks at, without a word.
addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });

let found = null;
try {
  found = JSON.parse(sessionStorage.getItem(store));
  sessionStorage.removeItem(store);
} catch { /* nothing is kept */ }
// Only a page that was loaded again by itself goes on where it was.
const back = found?.at === here() && Array.isArray(found.left) && (found.leaving || document.wasDiscarded) ? found : null;
window.fashionRecs = window.fashionRecs ?? {};
window.fashionRecs.resumed = back;

const write = (field, key, value) => {
  if (valueOf(field) === value) return;
  if (typeof value === "boolean") field.checked = value; else field.value = value;
  written.set(key, { value, at: here() });
  field.dispatchEvent(new Event("input", { bubbles: true }));
  // What holds as soon as it is changed was not changed yet.
  if (!field.closest("[data-at-once]")) field.dispatchEvent(new Event("change", { bubbles: true }));
};
addEventListener("fashionrecs-connected", () => {
  if (!back) return;
  let left = back.left;
  // A page draws its fields when it knows what to show, a moment after it is connected.
  const go = () => {
    left = left.filter(([key, value]) => {
      const field = fields().find(candidate => keyOf(candidate) === key);
      if (field) write(field, key, value);
      return !field;
    });
    if (left.length === 0 || here() !== back.at) watch.disconnect();
  };
  const watch = new MutationObserver(go);
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), 10_000);
  go();
}, { once: true });
