// Messages that wait in the browser until the shop has confirmed them: a lost connection loses nothing, and a repeat is recognised
// by its id. Nothing here touches a page; stores, clocks and requests are handed in.

/** A version 4 UUID (RFC 9562). Pages without TLS have random bytes, but no crypto.randomUUID. */
export const newId = (source = crypto) => source.randomUUID ? source.randomUUID() : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, digit =>
  (digit ^ source.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16));

/** What kind of screen it is: "phone", "tablet" or "desktop". */
export const device = (matches = query => matchMedia(query).matches) =>
  matches("(max-width: 760px)") ? "phone" : matches("(hover: none)") ? "tablet" : "desktop";

/** Posts as JSON; true once it need not be sent again. A refusal will not turn into a yes by repeating it; a server in trouble may recover. */
export const post = async (url, body, ask = fetch) => {
  const answer = await ask(url, {
    method: "POST", body: JSON.stringify(body), keepalive: true, headers: { "Content-Type": "application/json", "X-Requested-With": "fashionrecs" },
  });
  return answer.ok || answer.status < 500 && answer.status !== 429;
};

/**
 * A queue in a store (localStorage or sessionStorage), which the other tabs share.
 * `deliver(messages)` gets at most `batch` of them, the oldest first, and says whether they need not be sent again; it may throw.
 * `settled(waiting, sent)` is told after each delivery that succeeded, `rested(waiting)` when sending pauses, with whatever is left.
 * Of more than `most` messages the oldest are given up. What is left is sent again after the first of `pauses`, in milliseconds, then after twice as
 * long each time, up to the second; something new, or `send`, does not wait.
 */
export const createOutbox = ({
  key, store, most = 200, batch = 1, pauses: [first, longest] = [2000, 8000], deliver, settled = () => {}, rested = () => {},
  later = (act, milliseconds) => setTimeout(act, milliseconds), never = timer => clearTimeout(timer),
}) => {
  // What the store does not take, in a private window, lives as long as the page.
  let here = null;
  const waiting = () => {
    if (here) return here;
    try { const kept = JSON.parse(store().getItem(key)); return Array.isArray(kept) ? kept : []; } catch { return []; }
  };
  const write = messages => {
    const kept = messages.slice(-most);
    try { store().setItem(key, JSON.stringify(kept)); here = null; } catch { here = kept; }
  };

  let [sending, pause, timer] = [false, first, null];
  const send = async () => {
    if (sending) return;
    sending = true;
    never(timer);
    try {
      for (let next = waiting().slice(0, batch); next.length > 0; next = waiting().slice(0, batch)) {
        if (!await deliver(next)) break;
        const sent = new Set(next.map(message => message.id));
        write(waiting().filter(message => !sent.has(message.id)));
        pause = first;
        settled(waiting(), next);
      }
    } catch { /* offline: tried again below */ } finally { sending = false; }
    rested(waiting());
    if (waiting().length === 0) return;
    timer = later(send, pause);
    pause = Math.min(longest, 2 * pause);
  };

  /** Keeps a message and sends it; returns its id. One whose id waits already is not kept twice. */
  const add = message => {
    const kept = { id: newId(), ...message };
    if (!waiting().some(other => other.id === kept.id)) write([...waiting(), kept]);
    send();
    return kept.id;
  };
  return { add, send, waiting };
};

/**
 * Tries until it works, at most `tries` times, half a second longer apart each time. A problem with `answered` is final at once;
 * one with `patience`, in milliseconds, is waited for however often it comes.
 */
export const persist = async (attempt, { tries = 5, wait = milliseconds => new Promise(done => setTimeout(done, milliseconds)) } = {}) => {
  for (let number = 1; ; number++) {
    try { return await attempt(); } catch (problem) {
      if (problem.patience) { number--; await wait(problem.patience); continue; }
      if (problem.answered || number >= tries) throw problem;
      await wait(500 * number);
    }
  }
};
