// What a shopper does with a product. Every click gets its own id and waits in an outbox until the shop confirms it:
// a lost connection loses nothing, and a repeat is recognised by its id.
window.fashionRecs = window.fashionRecs ?? {};
(() => {
  const key = "fashionrecs-outbox";
  const read = () => { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; } };
  const write = events => { try { localStorage.setItem(key, JSON.stringify(events.slice(-200))); } catch { /* private window */ } };
  const change = edit => write(edit(read()));
  const newId = () => crypto.randomUUID ? crypto.randomUUID() : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, digit =>
    (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16));
  const device = () => matchMedia("(max-width: 760px)").matches ? "phone" : matchMedia("(hover: none)").matches ? "tablet" : "desktop";

  // One sentence for as long as clicks wait here, in a place that screen readers follow.
  const say = waiting => {
    const note = document.getElementById("outbox-note");
    const text = waiting ? "The shop cannot take your clicks at the moment. They are kept here and sent as soon as it can." : "";
    if (note && note.textContent !== text) note.textContent = text;
  };

  // A pressed button looks pressed at once; the attribute is none of the circuit's, which draws what is true when the answer is there.
  const looks = { like: "on", bag: "on", dislike: "on", unlike: "off", unbag: "off", undislike: "off" };
  const waiting = new Map();
  const settle = () => {
    const left = new Set(read().map(event => event.id));
    for (const [control, id] of waiting) {
      if (!left.has(id)) { control.removeAttribute("data-waiting"); waiting.delete(control); }
    }
  };

  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    let slow;
    try {
      for (let event = read()[0]; event; event = read()[0]) {
        // Silence for longer than this looks as if nothing had been pressed.
        slow = setTimeout(() => say(true), 1000);
        const answer = await fetch("/clicks", {
          method: "POST", body: JSON.stringify(event), keepalive: true,
          headers: { "Content-Type": "application/json", "X-Requested-With": "fashionrecs" },
        });
        // A refusal will not turn into a yes by repeating it; a server in trouble may recover.
        if (!answer.ok && (answer.status >= 500 || answer.status === 429)) break;
        change(events => events.filter(other => other.id !== event.id));
        clearTimeout(slow);
        settle();
      }
    } catch { /* offline: tried again below */ } finally { sending = false; clearTimeout(slow); }
    settle();
    say(read().length > 0);
    if (read().length > 0) setTimeout(send, 2000);
  };

  // For what is no click on a button, such as an opened page.
  window.fashionRecs.click = fields => {
    const id = newId();
    change(events => [...events, { id, device: device(), ...fields }]);
    send();
    return id;
  };

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
    if ((product || undo) && read().some(event => event.kind === kind && event.product === product && (event.undo ?? undefined) === undo && event.value === value)) return;
    const id = window.fashionRecs.click({
      kind, product, value, position: position ? Number(position) : null, weight: weight ? Number(weight) : null, undo: undo ?? null, page: page ?? null,
      impression: control.closest("[data-impression]")?.dataset.impression || null, shown: control.closest("[data-shown]")?.dataset.shown || null,
    });
    if (control.tagName === "SELECT") return;
    control.dataset.waiting = looks[kind] ?? "";
    waiting.set(control, id);
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

  addEventListener("online", send);
  send();
})();
