// The grid of regions: arrow keys move, one key marks, one press confirms the page. Each press gets an id and waits in line until the server has
// taken it: a slow or lost connection loses none and repeats none.
import { createOutbox } from "./outbox.js";

const keys = { x: "wrong", " ": "wrong", u: "unsure", a: "confirm", n: "next", z: "undo" };
const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
let target = null;
let at = "";

const cells = () => [...document.querySelectorAll("[data-cell]")];

const outbox = createOutbox({
  key: "fashionrecs-grid-keys",
  store: () => sessionStorage,
  most: 500,
  pauses: [1000, 1000],
  deliver: async ([press]) => {
    if (!target) return false;
    await target.invokeMethodAsync("ActAsync", press.action, press.product, press.id);
    return true;
  },
  settled: (_, [press]) => {
    document.querySelector(`[data-cell="${CSS.escape(press.product)}"]`)?.removeAttribute("data-pending");
    (window.fashionRecs.gridTimes ??= []).push(performance.now() - press.at);
  },
});

const act = (action, product = "") => {
  if (product) document.querySelector(`[data-cell="${CSS.escape(product)}"]`)?.setAttribute("data-pending", action);
  outbox.add({ action, product, at: performance.now() });
};

// One stop for Tab; arrow keys do the rest. What has the focus keeps it, whatever the server draws anew.
const rove = () => {
  const all = cells();
  const current = all.find(cell => cell.dataset.cell === at) ?? all[0];
  for (const cell of all) cell.tabIndex = cell === current ? 0 : -1;
  return current;
};

const focus = cell => {
  if (!cell) return;
  at = cell.dataset.cell;
  rove();
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest" });
};

const move = key => {
  const all = cells();
  const from = Math.max(0, all.findIndex(cell => cell.dataset.cell === at));
  if (key in steps) return focus(all[Math.min(all.length - 1, Math.max(0, from + steps[key]))]);
  const across = all.filter(cell => cell.offsetParent === all[0].offsetParent && cell.getBoundingClientRect().top === all[0].getBoundingClientRect().top).length || 1;
  focus(all[from + (key === "ArrowDown" ? across : -across)]);
};

const onKey = event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !document.querySelector("[data-region-grid]")) return;
  const element = event.target instanceof Element ? event.target : null;
  if (element?.closest("input, textarea, select")) return;
  if (event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End") { event.preventDefault(); move(event.key); return; }
  const control = element?.closest("button, a, summary");
  if (control && !control.matches("[data-cell]") && (event.key === "Enter" || event.key === " ")) return;
  // On a keyboard of another script, or with digits behind Shift, the key's place is what people learn.
  const place = /^Key[A-Z]$/.test(event.code) && !/^[\x20-\x7e]$/.test(event.key) ? event.code[3].toLowerCase() : event.key;
  const digit = /^[0-9]$/.test(event.key) ? event.key : /^Digit[0-9]$/.test(event.code) && !event.shiftKey ? event.code[5] : null;
  const action = digit ? `value-${digit === "0" ? 10 : digit}` : keys[place];
  if (!action) return;
  event.preventDefault();
  // A key that is held acts once: whoever leans on it has looked at one page only.
  if (event.repeat) return;
  if (["confirm", "next", "undo"].includes(action)) { act(action); return; }
  const cell = cells().find(cell => cell.dataset.cell === at);
  if (cell) act(action, at);
};

const onClick = event => {
  const element = event.target instanceof Element ? event.target : null;
  const cell = element?.closest("[data-cell]");
  if (cell) { focus(cell); act("wrong", at); return; }
  const button = element?.closest("[data-grid-act]");
  if (button && !button.disabled) act(button.dataset.gridAct);
};

const onFocus = event => { if (event.target instanceof Element && event.target.matches("[data-cell]")) { at = event.target.dataset.cell; rove(); } };

// A page that has been confirmed gives way to the next, which is looked at from its beginning.
let watcher = null;
const watch = () => {
  const grid = document.querySelector("[data-region-grid]");
  if (!grid) return;
  watcher = new MutationObserver(() => {
    if (cells().some(cell => cell.dataset.cell === at)) { rove(); return; }
    at = "";
    const first = rove();
    if (document.activeElement === document.body || document.activeElement?.matches?.("[data-cell]") || !document.activeElement) focus(first);
    else if (first) at = first.dataset.cell;
  });
  watcher.observe(grid, { childList: true });
};

export const start = page => {
  target = page;
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.addEventListener("focusin", onFocus);
  watch();
  focus(rove());
  document.querySelector("[data-region-grid]")?.setAttribute("data-keys", "ready");
  outbox.send();
};

export const stop = () => {
  target = null;
  watcher?.disconnect();
  document.removeEventListener("keydown", onKey);
  document.removeEventListener("click", onClick);
  document.removeEventListener("focusin", onFocus);
};
