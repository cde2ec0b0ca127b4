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

  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let event = read()[0]; event; event = read()[0]) {
        const answer = await fetch("/clicks", {
          method: "POST", body: JSON.stringify(event), keepalive: true,
          headers: { "Content-Type": "application/json", "X-Requested-With": "fashionrecs" },
        });
        // A refusal will not turn into a yes by repeating it; a server in trouble may recover.
        if (!answer.ok && (answer.status >= 500 || answer.status === 429)) break;
        change(events => events.filter(other => other.id !== event.id));
      }
    } catch { /* offline: tried again below */ } finally { sending = false; }
    say(read().length > 0);
    if (read().length > 0) setTimeout(send, 2000);
  };

  // For what is no click on a button, such as an opened page.
  window.fashionRecs.click = fields => { change(events => [...events, { id: newId(), device: device(), ...fields }]); send(); };

  const tell = (control, weight) => {
    const { click: kind, product, value, position, undo, page } = control.dataset;
    window.fashionRecs.click({
      kind, product, value, position: position ? Number(position) : null, weight: weight ? Number(weight) : null, undo: undo ?? null, page: page ?? null,
      impression: control.closest("[data-impression]")?.dataset.impression || null, shown: control.closest("[data-shown]")?.dataset.shown || null,
    });
  };
  const controlOf = event => event.target instanceof Element ? event.target.closest("[data-click]") : null;
  document.addEventListener("click", event => {
    const control = controlOf(event);
    if (control && control.tagName !== "SELECT") tell(control, control.dataset.weight);
  });
  document.addEventListener("change", event => {
    const control = controlOf(event);
    if (control?.tagName === "SELECT") tell(control, control.value);
  });

  addEventListener("online", send);
  send();
})();
