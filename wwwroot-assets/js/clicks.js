// What a shopper does with a product. Every click waits in an outbox until the shop confirms it.
import { createOutbox, device, newId, post } from "./outbox.js";

window.fashionRecs = window.fashionRecs ?? {};

// One sentence for as long as clicks wait here, in a place that screen readers follow.
const say = waiting => {
  const note = document.getElementById("outbox-note");
  const text = waiting ? note?.dataset.says : "";
  if (note && note.textContent !== text) note.textContent = text;
};

// A pressed button looks pressed at once; the attribute is none of the circuit's, which draws what is true when the answer is there.
const looks = { like: "on", bag: "on", dislike: "on", unlike: "off", unbag: "off", undislike: "off" };
const pressed = new Map();
const settle = events => {
  const left = new Set(events.map(event => event.id));
  for (const [control, id] of pressed) {
    if (!left.has(id)) { control.removeAttribute("data-waiting"); pressed.delete(control); }
  }
};

const outbox = createOutbox({
  key: "fashionrecs-outbox",
  store: () => localStorage,
  deliver: async ([event]) => {
    // Silence for longer than this looks as if nothing had been pressed.
    const slow = setTimeout(() => say(true), 1000);
    try { return await post("/clicks", event); } finally { clearTimeout(slow); }
  },
  settled: settle,
  rested: events => { settle(events); say(events.length > 0); },
});

// For what is no click on a button, such as an opened page.
window.fashionRecs.click = fields => outbox.add({ device: device(), ...fields });

// A card that was liked or hidden leaves, and the focus with it: whoever goes by keyboard stays in the same place of the list, on the card that
// moves up. On the card itself, so that a key that is still held down presses nothing; where no card moves up, on what takes the click back.
const keepFocus = control => {
  const position = control.closest("[data-product-card]")?.dataset.position;
  const list = control.closest("ul");
  const place = () => {
    if (control.isConnected) return control;
    const card = position && (list?.isConnected ? list : document).querySelector(`[data-product-card][data-position="${Number(position)}"]`);
    card?.setAttribute("tabindex", "-1");
    return card || document.querySelector(".undo-bar button") || document.querySelector("h1");
  };
  const watch = new MutationObserver(() => {
    if (!document.activeElement || document.activeElement === document.body) place()?.focus();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), 5000);
};

const tell = (control, weight) => {
  const { click: kind, product, value, position, undo, page } = control.dataset;
  // The second half of a double click: the first is still on its way.
  if ((product || undo) && outbox.waiting().some(event => event.kind === kind && event.product === product && (event.undo ?? undefined) === undo && event.value === value)) return;
  const id = newId();
  const fields = {
    id, kind, product, value, position: position ? Number(position) : null, weight: weight ? Number(weight) : null, undo: undo ?? null, page: page ?? null,
    impression: control.closest("[data-impression]")?.dataset.impression || null, shown: control.closest("[data-shown]")?.dataset.shown || null,
  };
  if (control.tagName !== "SELECT") {
    control.dataset.waiting = looks[kind] ?? "";
    pressed.set(control, id);
  }
  window.fashionRecs.click(fields);
};
const controlOf = event => event.target instanceof Element ? event.target.closest("[data-click]") : null;
document.addEventListener("click", event => {
  const control = controlOf(event);
  if (!control || control.tagName === "SELECT") return;
  tell(control, control.dataset.weight);
  if (event.detail === 0 && document.activeElement === control) keepFocus(control);
});
document.addEventListener("change", event => {
  const control = controlOf(event);
  if (control?.tagName === "SELECT") tell(control, control.value);
});

addEventListener("online", outbox.send);
outbox.send();
