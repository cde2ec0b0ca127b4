// What was really on screen, and what was done with it, for experiments. A place that takes part carries data-shown, a seal
// that only the shop can read. Every message waits in an outbox until the shop confirms it.
import { createOutbox, device, post } from "./outbox.js";

const outbox = createOutbox({ key: "fashionrecs-shown", store: () => localStorage, most: 500, batch: 50, deliver: messages => post("/shown", messages) });
const tell = (shown, kind, value = null, question = undefined) => outbox.add({ kind, shown, value, device: device(), question });
const seconds = since => Math.min(86400, Math.max(0, Math.round(performance.now() - since) / 1000));

// On screen: half of the place, or half of the window, for one second without a break.
const since = new Map(); // product on this page → when it came into view
let page = location.pathname;
const timers = new Map();
const places = "[data-shown], [data-question]";
const seen = place => {
  // A question that was asked: told once, as the shop takes it once however often it is told.
  if (place.dataset.question) {
    if (!place.dataset.asked) { place.dataset.asked = ""; tell(place.dataset.about, "asked", null, place.dataset.question); }
    return;
  }
  const { shown, productCard, shownAlone } = place.dataset;
  const product = productCard ?? shownAlone;
  if (!shown || since.has(product) && (!shownAlone || opened?.shown === shown)) return;
  if (!since.has(product)) since.set(product, performance.now());
  tell(shown, shownAlone ? "seen" : "impression");
  // The same page may come to explain what it did not before, once the first like has taught the shop something.
  if (shownAlone) opened = { from: performance.now(), spent: 0, ...opened, shown };
};
const watcher = new IntersectionObserver(entries => entries.forEach(({ target, isIntersecting, intersectionRatio, intersectionRect }) => {
  const visible = isIntersecting && (intersectionRatio >= .5 || intersectionRect.height >= innerHeight / 2);
  if (visible && document.visibilityState === "visible") {
    if (!timers.has(target)) timers.set(target, setTimeout(() => { timers.delete(target); if (target.isConnected) seen(target); }, 1000));
  } else {
    clearTimeout(timers.get(target));
    timers.delete(target);
  }
}), { threshold: [0, .25, .5, .75, 1] });
const watch = (changes = []) => {
  if (page !== location.pathname) { leave(); page = location.pathname; since.clear(); }
  // What changed under the shopper's eyes has to be on screen for a second of its own.
  changes.filter(change => change.type === "attributes" && change.target.dataset.shownAlone).forEach(({ target }) => {
    clearTimeout(timers.get(target)); timers.delete(target); watcher.unobserve(target);
  });
  document.querySelectorAll(places).forEach(place => watcher.observe(place));
};

// How long a product's own page was looked at: only while the window is visible.
let opened = null;
const pause = () => { if (opened?.from != null) { opened.spent += seconds(opened.from); opened.from = null; } };
const leave = () => {
  pause();
  if (opened && opened.spent > 0) tell(opened.shown, "dwell", opened.spent);
  opened = null;
};
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") {
    timers.forEach(clearTimeout); timers.clear();
    pause();
  } else {
    if (opened) opened.from = performance.now();
    document.querySelectorAll(places).forEach(place => { watcher.unobserve(place); watcher.observe(place); });
  }
});
addEventListener("pagehide", leave);

// Pointing at words or regions, longer than in passing.
let hover = null;
const endHover = () => {
  if (hover && seconds(hover.from) >= .3) tell(hover.shown, "hover", seconds(hover.from));
  hover = null;
};
document.addEventListener("mouseover", event => {
  const part = event.target instanceof Element ? event.target.closest("[data-region]") : null;
  if (part === hover?.part) return;
  endHover();
  const shown = part?.closest("[data-shown]")?.dataset.shown;
  if (shown) hover = { part, shown, from: performance.now() };
});
addEventListener("pagehide", endHover);

document.addEventListener("click", event => {
  const target = event.target instanceof Element ? event.target : null;
  const answer = target?.closest("[data-answer]");
  const declined = target?.closest("[data-decline]");
  const question = (answer ?? declined)?.closest("[data-question]");
  if (question) seen(question); // Whoever answers it, or would rather not, saw it.
  if (declined) { tell(declined.dataset.about, "declined", null, declined.dataset.decline); return; }
  if (answer) { tell(answer.dataset.about, answer.dataset.kind, Number(answer.dataset.answer)); return; }
  const place = target?.closest("[data-shown]");
  if (!place || !place.dataset.shown) return;
  if (target.closest("[data-map-toggle]")) tell(place.dataset.shown, "maptoggle");
  const opens = place.dataset.productCard && target.closest("a[href]");
  const decides = opens || target.closest("[data-click=like], [data-click=hide], [data-click=bag], [data-click=dislike]");
  if (!decides) return;
  seen(place); // Whoever acts on it saw it.
  if (opens) tell(place.dataset.shown, "click");
  const from = since.get(place.dataset.productCard ?? place.dataset.shownAlone);
  if (!place.dataset.decided) { place.dataset.decided = ""; tell(place.dataset.shown, "decision", seconds(from)); }
}, true);

// Pages change without a load, and lists are ranked anew.
new MutationObserver(watch).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-shown"] });
addEventListener("online", outbox.send);
watch();
outbox.send();
