// The review screen's keys. Each press gets an id and waits in line until the server has taken it: a slow or lost connection
// loses none and repeats none. Measures how long a key takes to the next picture and to its words.
import { createOutbox } from "./outbox.js";

let target = null;
let keys = {};
const held = new Set(["next", "previous", "attribute-next", "attribute-previous"]);

// The picture that follows is here already, so it is shown at once; the words come when the server has them. `ahead` counts the
// pictures shown before their words.
let ahead = 0;

const lookAhead = action => {
  const review = document.querySelector("[data-review]");
  const picture = document.querySelector("[data-review-picture]");
  if (!review || !picture) return false;
  const upcoming = (review.dataset.upcoming ?? "").split(" ").filter(Boolean);
  const next = action === "previous" ? (ahead === 0 ? review.dataset.before : "") : upcoming[ahead];
  if (!["accept-all", "skip", "next", "previous"].includes(action) || !next) return false;
  ahead++;
  review.dataset.pending = "true";
  picture.src = next;
  const started = performance.now();
  picture.decode().then(() => { if (picture.getAttribute("src") === next) times("reviewTimes").push(performance.now() - started); }, () => {});
  return true;
};

// One of the keys that went ahead has arrived; those still under way keep their picture.
const arrived = () => {
  ahead = Math.max(0, ahead - 1);
  const next = (document.querySelector("[data-review]")?.dataset.upcoming ?? "").split(" ")[ahead - 1];
  if (next) document.querySelector("[data-review-picture]").src = next;
};

const times = name => window.fashionRecs[name] ??= [];

// All keys have arrived: where the server stayed, its picture comes back.
const settle = () => {
  const review = document.querySelector("[data-review]");
  const picture = document.querySelector("[data-review-picture]");
  ahead = 0;
  if (!review || !picture) return;
  delete review.dataset.pending;
  const own = picture.dataset.reviewPicture;
  if (own && picture.getAttribute("src") !== own) picture.src = own;
};

const outbox = createOutbox({
  key: "fashionrecs-review-keys",
  store: () => sessionStorage,
  most: 500,
  pauses: [1000, 1000], // A circuit that is away comes back at once.
  deliver: async ([press]) => {
    if (!target) return false;
    await target.invokeMethodAsync("ActAsync", press.action, press.id);
    return true;
  },
  settled: (_, [press]) => {
    if (press.moved) arrived();
    times("reviewWords").push(performance.now() - press.at);
  },
  rested: waiting => { if (waiting.length === 0) settle(); },
});

const act = action => {
  if (action === "comment") { document.querySelector("[data-review-comment]")?.focus(); return; }
  if (action === "shortcuts") {
    const list = document.querySelector("[data-shortcuts]");
    // Beside the work, not instead of it: keys go on saying what they say, so the list itself holds the focus and none of its buttons.
    if (list?.open) list.close(); else if (list) { list.show(); list.focus({ preventScroll: true }); }
    return;
  }
  const moved = lookAhead(action);
  outbox.add({ action, moved, at: performance.now() });
};

const onKey = event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !document.querySelector("[data-review]")) return;
  const field = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (field) {
    if (event.key === "Escape" || (event.key === "Enter" && field.matches("[data-review-comment]"))) { field.blur(); event.preventDefault(); }
    return;
  }
  if (event.key === "Escape") document.querySelector("[data-shortcuts][open]")?.close();
  // Enter and Space belong to a control that holds the focus, unless it is the page itself.
  const control = event.target instanceof Element && event.target.closest("button, a, summary");
  if (control && (event.key === "Enter" || event.key === " ")) return;
  // On a keyboard of another script the same key says another letter; its place is what people learn.
  const place = /^Key[A-Z]$/.test(event.code) && !/^[\x20-\x7e]$/.test(event.key) ? event.code[3].toLowerCase() : event.key;
  const action = /^[0-9]$/.test(event.key) ? `choose-${event.key === "0" ? 10 : event.key}` : keys[place];
  if (!action) return;
  event.preventDefault();
  // A key that is held decides once: whoever leans on "accept" has looked at one product only.
  if (event.repeat && !held.has(action)) return;
  act(action);
};

const onClick = event => {
  // A click of the mouse only points at an attribute; Enter is for its value again. Whoever came here by Tab stays.
  if (event.detail > 0 && event.target instanceof Element) event.target.closest(".attribute-head")?.blur();
  const button = event.target instanceof Element ? event.target.closest("[data-act]") : null;
  if (!button || button.disabled) return;
  act(button.dataset.act);
  button.blur();
};

export const start = (page, map) => {
  [target, keys] = [page, map];
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.querySelector("[data-review]")?.setAttribute("data-keys", "ready");
  outbox.send();
};

// The attribute in focus, wherever the last key or click has put it, between what sticks to the window's upper and lower edge.
export const reveal = () => document.querySelector(".attribute.focused")?.scrollIntoView({ block: "nearest" });

export const setKeys = map => { keys = map; };

export const stop = () => {
  target = null;
  document.removeEventListener("keydown", onKey);
  document.removeEventListener("click", onClick);
};
