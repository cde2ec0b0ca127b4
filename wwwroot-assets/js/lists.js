// Back brings a list as it was left: the shop knows by the key in the browser's history which one it was, and this knows how far down it was scrolled and what was opened.
const store = "fashionrecs-places";
const most = 50;
let places = [];
try { const kept = JSON.parse(sessionStorage.getItem(store)); places = Array.isArray(kept) ? kept : []; } catch { /* private window: known as long as the page lives */ }

let current = null;   // the list on the screen
let back = false;     // whether the browser went back or forth to it
let asked = false;
let turned = false;   // whether another page of a list was asked for: it is read from its beginning
const keyHere = () => history.state?.userState ?? null;
const placeOf = key => places.find(place => place.key === key);
const keep = (key, fields) => {
  places = [...places.filter(place => place.key !== key), { ...placeOf(key), key, ...fields }].slice(-most);
  try { sessionStorage.setItem(store, JSON.stringify(places)); } catch { /* as above */ }
};

// Only while the list and the address belong together: on the way to another page the browser scrolls, too.
addEventListener("scroll", () => { if (current && keyHere() === current) keep(current, { top: scrollY }); }, { passive: true });
addEventListener("popstate", () => { back = true; current = null; });
document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link) return;
  back = false;
  turned = !!link.closest(".page-numbers, .per-page");
  const card = link.closest("[data-product-card]");
  if (current && keyHere() === current) keep(current, { top: scrollY, opened: card?.dataset.productCard ?? null });
}, true);

// As long as the page is too short, for at most three seconds, and not against somebody who scrolls meanwhile.
const restore = (top, done) => {
  const stop = () => {
    watch.disconnect();
    clearTimeout(patience);
    ["wheel", "touchstart", "keydown"].forEach(kind => removeEventListener(kind, stop));
    done();
  };
  const go = () => {
    scrollTo({ top, behavior: "instant" });
    if (Math.abs(scrollY - top) <= 1) stop();
  };
  const watch = new ResizeObserver(go);
  const patience = setTimeout(stop, 3000);
  ["wheel", "touchstart", "keydown"].forEach(kind => addEventListener(kind, stop, { passive: true, once: true }));
  watch.observe(document.body);
  go();
};

window.fashionRecs = window.fashionRecs ?? {};

// The list that the browser came back to with a page that was loaded anew; asked once.
window.fashionRecs.returning = () => {
  const isFirst = !asked && (performance.getEntriesByType("navigation")[0]?.type === "back_forward" || !!window.fashionRecs.resumed);
  asked = true;
  back ||= isFirst;
  return isFirst ? keyHere() : null;
};

// The circuit has drawn a list at an address.
window.fashionRecs.listed = (key, address) => {
  if (location.pathname + location.search !== address) return;
  if (keyHere() !== key) history.replaceState({ ...history.state, userState: key }, "");
  // After a restart the shop has made the list anew, under another key: it goes on about where it was.
  const place = back ? placeOf(key) ?? (window.fashionRecs.resumed && { top: window.fashionRecs.resumed.top }) : null;
  window.fashionRecs.resumed = null;
  back = false;
  if (!place) {
    current = key;
    if (turned) window.fashionRecs.refreshed();
    turned = false;
    return;
  }
  restore(place.top ?? 0, () => { current = key; });
  const opened = place.opened && [...document.querySelectorAll("[data-product-card]")].find(card => card.dataset.productCard === place.opened);
  opened?.querySelector("h3 a")?.focus({ preventScroll: true });
};

// More of the list was asked for: whoever goes by keyboard or hears the page goes on with the first of it.
window.fashionRecs.goOnAt = position => document.querySelector(`[data-product-card][data-position="${position}"] h3 a`)?.focus({ preventScroll: true });

// The list was asked for anew: it is read from its beginning.
window.fashionRecs.refreshed = () => {
  scrollTo({ top: 0, behavior: "instant" });
  document.querySelector("h1")?.focus({ preventScroll: true });
};
