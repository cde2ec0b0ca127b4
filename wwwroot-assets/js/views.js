// What was opened, from which place of which list, and what was on the screen before it and passed over: whoever opens the
// fifth product has looked at the four above it (Joachims et al., 2005). Sent as one click, through the same outbox.
const key = "fashionrecs-opened";
const most = 24;
const onScreen = new Map(); // card → since when half of it is visible
const looked = new Map();   // list and product → position
const passed = new Set();   // list and product that were told already
const name = card => `${card.closest("[data-impression]")?.dataset.impression ?? ""} ${card.dataset.productCard}`;

const watcher = new IntersectionObserver(entries => entries.forEach(({ target, isIntersecting }) => {
  if (isIntersecting) { onScreen.set(target, performance.now()); return; }
  if (performance.now() - (onScreen.get(target) ?? Infinity) >= 1000) looked.set(name(target), Number(target.dataset.position));
  onScreen.delete(target);
}), { threshold: .5 });
const watch = () => document.querySelectorAll("[data-impression] [data-product-card][data-position]").forEach(card => watcher.observe(card));

document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest("[data-product-card] a[href^='/product/']") : null;
  const card = link?.closest("[data-product-card]");
  if (!card) return;
  onScreen.forEach((since, other) => { if (performance.now() - since >= 1000 && other.isConnected) looked.set(name(other), Number(other.dataset.position)); });
  const list = card.closest("[data-impression]")?.dataset.impression ?? "";
  const position = Number(card.dataset.position);
  const above = [...looked].filter(([place, at]) => list && place.startsWith(`${list} `) && at < position && !passed.has(place)).slice(-most);
  above.forEach(([place]) => passed.add(place));
  const opened = { product: card.dataset.productCard, position, impression: list || null,
    passed: above.map(([place, at]) => ({ product: place.slice(list.length + 1), position: at })) };
  try { sessionStorage.setItem(key, JSON.stringify(opened)); } catch { /* private window: counted without its place */ }
}, true);

// The product's page calls this once it is on the screen.
window.fashionRecs.opened = product => {
  let from = null;
  try { from = JSON.parse(sessionStorage.getItem(key)); sessionStorage.removeItem(key); } catch { /* none */ }
  window.fashionRecs.click({ kind: "view", page: "product", ...(from?.product === product ? from : { product }) });
};

new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
watch();
