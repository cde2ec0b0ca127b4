// The review screen's keys. Each press gets an id and waits in line until the server has taken it: a slow or lost connection
// loses none and repeats none. Also measures the time from a key to the next picture.
const store = "fashionrecs-review-keys";
let target = null;
let keys = {};
let waiting = [];
let pumping = false;
let pressedAt = 0;
let shown = "";

const load = () => { try { return JSON.parse(sessionStorage.getItem(store)) ?? []; } catch { return []; } };
const save = () => { try { sessionStorage.setItem(store, JSON.stringify(waiting.slice(-500))); } catch { /* private window */ } };
const newId = () => crypto.randomUUID ? crypto.randomUUID() : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, digit =>
  (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16));

const pump = async () => {
  if (pumping || !target) return;
  pumping = true;
  try {
    while (waiting.length > 0 && target) {
      const press = waiting[0];
      pressedAt = pressedAt || press.at;
      await target.invokeMethodAsync("ActAsync", press.action, press.id);
      waiting.shift();
      save();
      if (waiting.length > 0) pressedAt = waiting[0].at;
    }
  } catch {
    // The circuit is away: kept, and sent again once it is back.
    setTimeout(pump, 1000);
  } finally { pumping = false; }
};

const act = action => {
  if (action === "comment") { document.querySelector("[data-review-comment]")?.focus(); return; }
  if (action === "shortcuts") {
    const list = document.querySelector("[data-shortcuts]");
    if (list) { list.open = !list.open; if (list.open) list.scrollIntoView({ block: "nearest" }); }
    return;
  }
  if (waiting.length === 0) pressedAt = performance.now();
  waiting.push({ action, id: newId(), at: performance.now() });
  save();
  pump();
};

const onKey = event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !document.querySelector("[data-review]")) return;
  const field = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (field) {
    if (event.key === "Escape" || (event.key === "Enter" && field.matches("[data-review-comment]"))) { field.blur(); event.preventDefault(); }
    return;
  }
  // Enter and Space belong to a control that holds the focus, unless it is the page itself.
  const control = event.target instanceof Element && event.target.closest("button, a, summary");
  if (control && (event.key === "Enter" || event.key === " ")) return;
  const action = /^[0-9]$/.test(event.key) ? `choose-${event.key === "0" ? 10 : event.key}` : keys[event.key];
  if (!action) return;
  event.preventDefault();
  act(action);
};

const onClick = event => {
  const button = event.target instanceof Element ? event.target.closest("[data-act]") : null;
  if (!button || button.disabled) return;
  act(button.dataset.act);
  button.blur();
};

// From the key press to the moment the next product's picture can be painted, in milliseconds.
const watch = new MutationObserver(async () => {
  const product = document.querySelector("[data-review]")?.dataset.product ?? "";
  if (!product || product === shown) return;
  const first = shown === "";
  shown = product;
  const picture = document.querySelector("[data-review-picture]");
  const started = pressedAt;
  pressedAt = 0;
  if (first || !picture || !started) return;
  try { await picture.decode(); } catch { return; }
  if (shown === product) (window.fashionRecs.reviewTimes ??= []).push(performance.now() - started);
});

export const start = (page, map) => {
  [target, keys, waiting] = [page, map, load()];
  shown = document.querySelector("[data-review]")?.dataset.product ?? "";
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-product"] });
  document.querySelector("[data-review]")?.setAttribute("data-keys", "ready");
  pump();
};

export const setKeys = map => { keys = map; };

export const stop = () => {
  target = null;
  document.removeEventListener("keydown", onKey);
  document.removeEventListener("click", onClick);
  watch.disconnect();
};
