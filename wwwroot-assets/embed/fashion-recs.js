// Explained recommendations for any shop's page, see docs/embedding.md.
(() => {
const base = new URL("..", document.currentScript.src).href.replace(/\/$/, "");
const words = {
  heading: "Picked for you", like: "Like", liked: "Liked", hide: "Not for me", hidden: "We will not show this again.", undo: "Undo",
  how: "How these are chosen", wait: "Looking for picks for you",
};
const fill = (element, attributes, children) => {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter(child => child !== null));
  return element;
};
const make = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
const svg = (name, attributes, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

// Rounded polygons in a picture whose sides are 1; else the box.
const path = region => {
  const box = region.boxFraction;
  const polygons = region.outlineFraction
    ?? [[[0, 0], [1, 0], [1, 1], [0, 1]].map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }))];
  const towards = (from, to) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y), part = length ? Math.min(.5, .03 / length) : 0;
    return `${(from.x + (to.x - from.x) * part).toFixed(4)} ${(from.y + (to.y - from.y) * part).toFixed(4)}`;
  };
  return polygons.map(points => points.map((corner, at) => {
    const before = points[(at + points.length - 1) % points.length], after = points[(at + 1) % points.length];
    return `${at ? "L" : "M"}${towards(corner, before)}Q${corner.x} ${corner.y} ${towards(corner, after)}`;
  }).join("") + "Z").join("");
};
const outline = lines => svg("svg",
  { viewBox: "0 0 1 1", preserveAspectRatio: "none", "aria-hidden": "true", class: "outline", part: "outline" },
  ...lines.flatMap(line => Object.entries({ rest: `M0 0H1V1H0Z${line}`, dark: line, light: line })
    .map(([name, d]) => svg("path", { class: name, d }))));

class FashionRecs extends HTMLElement {
  static observedAttributes = ["key", "shopper", "consent", "count", "type", "colour", "value", "language"];
  #words = words; #shown = new Map(); #list; #asked = 0; #waiting; #seen; #sent = Promise.resolve();

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    this.#soon();
  }
  disconnectedCallback() { this.#seen?.disconnect(); }
  attributeChangedCallback() { if (this.isConnected) this.#soon(); }

  /** Fetches new picks. Nothing that was done to the cards changes their order before. */
  refresh() { return this.#load(); }

  // Several attributes set at once are one request.
  #soon() { clearTimeout(this.#waiting); this.#waiting = setTimeout(() => this.#load()); }
  get #knows() { return this.getAttribute("consent") === "granted" && this.hasAttribute("shopper"); }
  #ask(address, options = {}) {
    const headers = { Authorization: `Bearer ${this.getAttribute("key")}` };
    if (this.#knows) headers["X-Shopper"] = this.getAttribute("shopper");
    if (options.body) headers["Content-Type"] = "application/json";
    return fetch(`${base}/api/v1/${address}`, { ...options, headers, credentials: "omit" });
  }

  async #load() {
    const asked = ++this.#asked;
    if (!this.getAttribute("key")) return;
    this.setAttribute("aria-busy", "true");
    if (!this.shadowRoot.firstChild) this.#draw(make("p", { class: "wait", role: "status" }, this.#words.wait));
    const query = new URLSearchParams({ count: this.getAttribute("count") ?? "8" });
    for (const name of ["type", "colour", "value", "language"]) {
      (this.getAttribute(name) ?? "").split("|").filter(Boolean).forEach(one => query.append(name, one));
    }
    try {
      this.#words = { ...words, ...JSON.parse(this.getAttribute("words") ?? "{}") };
      const answer = await this.#ask(`recommendations?${query}`);
      const body = await answer.json();
      if (!answer.ok) throw new Error(body.detail ?? answer.statusText);
      if (asked !== this.#asked) return;
      this.#list = crypto.randomUUID();
      this.#shown.clear();
      this.#draw(body.products.length ? this.#row(body.products) : "");
      this.#tell("loaded", { count: body.products.length });
    } catch (error) {
      // The shop's page stands without us.
      if (asked !== this.#asked) return;
      this.#draw("");
      console.warn(`<fashion-recs>: ${error.message}`);
      this.#tell("failed", { message: error.message });
    } finally {
      if (asked === this.#asked) this.removeAttribute("aria-busy");
    }
  }
  #draw(content) {
    this.shadowRoot.replaceChildren(make("link", { rel: "stylesheet", href: `${base}/embed/fashion-recs.css` }), content);
  }
  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`fashion-recs:${name}`, { detail, bubbles: true, composed: true, cancelable }));
  }

  #row(products) {
    const list = make("ul", { class: "cards", part: "cards", role: "list" }, ...products.map(found => this.#card(found)));
    this.#seen?.disconnect();
    this.#seen = new IntersectionObserver(entries => entries.forEach(entry => {
      const card = this.#shown.get(entry.target.dataset.product);
      clearTimeout(card.timer);
      if (entry.isIntersecting) card.timer = setTimeout(() => { card.seen = true; }, 1000);
    }), { threshold: .5 });
    [...list.children].forEach(card => this.#seen.observe(card));
    const { heading, how } = this.#words;
    return make("section", { part: "row", "aria-label": heading },
      make("div", { class: "head" }, make("h2", { part: "heading" }, heading),
        make("a", { class: "how", part: "how", href: `${base}/how-we-choose`, target: "_blank", rel: "noopener" }, how)), list);
  }

  #card({ position, product, why }) {
    this.#shown.set(product.id, { position });
    const link = (this.getAttribute("link") ?? `${base}/product/{id}`).replace("{id}", encodeURIComponent(product.id));
    const picture = product.picture, sized = width => base + picture.address.replace(/\d+(?=\.webp$)/, width);
    const marked = why.contributions.filter(part => part.marked && part.region);
    const price = product.price === null ? null : product.price.toLocaleString(document.documentElement.lang || undefined,
      { style: "currency", currency: this.getAttribute("currency") ?? "EUR" });
    const card = make("li", { class: "card", part: "card", "data-product": product.id },
      make("a", { href: link, class: "open" },
        make("span", { class: "frame", part: "picture" },
          make("img", { src: sized(480), srcset: [240, 480, 960].map(width => `${sized(width)} ${width}w`).join(),
            sizes: "(max-width: 600px) 44vw, 260px", width: picture.width, height: picture.height, loading: "lazy", alt: "" }),
          marked.length ? outline(marked.map(part => path(part.region))) : null),
        make("span", { class: "name", part: "name" }, product.name), price && make("span", { class: "price", part: "price" }, price)),
      why.sentence && make("p", { class: "why", part: "reason", ...marked.length && { "data-marked": "" } }, why.sentence));
    card.querySelector("a").addEventListener("click", event => this.#open(event, product, position));
    if (this.#knows) card.append(this.#buttons(card, product, position));
    return card;
  }

  #buttons(card, product, position) {
    let liked = null;
    const button = (word, attributes) =>
      make("button", { type: "button", part: "button", "aria-label": `${word}: ${product.name}`, ...attributes }, word);
    const like = button(this.#words.like, { "aria-pressed": "false" });
    like.addEventListener("click", () => {
      liked = liked ? this.#takeBack(liked) : this.#send("like", product.id, position);
      like.setAttribute("aria-pressed", String(!!liked));
      like.textContent = this.#words[liked ? "liked" : "like"];
    });
    const hide = button(this.#words.hide);
    hide.addEventListener("click", () => {
      const id = this.#send("hide", product.id, position), was = [...card.childNodes];
      const undo = button(this.#words.undo);
      undo.addEventListener("click", () => { this.#takeBack(id); card.replaceChildren(...was); hide.focus(); });
      card.replaceChildren(make("p", { class: "gone", role: "status" }, this.#words.hidden), undo);
      undo.focus();
    });
    return make("div", { class: "buttons", part: "buttons" }, like, hide);
  }

  #open(event, product, position) {
    if (!this.#tell("open", { product, position }, true)) event.preventDefault();
    const card = this.#shown.get(product.id);
    if (!this.#knows || card.opened) return;
    card.opened = true;
    // Seen for a second before the chosen one, and not taken: passed over.
    const passed = [...this.#shown].filter(([, other]) => other.position < position && other.seen && !other.opened);
    passed.forEach(([, other]) => { other.seen = false; });
    this.#post([...passed.map(([id, other]) => this.#event("skipped", id, other.position)), this.#event("view", product.id, position)]);
  }

  #event(kind, product, position) { return { id: crypto.randomUUID(), kind, product, position, impression: this.#list }; }
  #send(...done) {
    const event = this.#event(...done);
    this.#post([event]);
    return event.id;
  }
  // Counted once per id, so that sending again is safe.
  #post(events, again = 3) {
    this.#sent = this.#sent.then(() => this.#ask("events/batch", { method: "POST", body: JSON.stringify({ events }), keepalive: true }))
      .then(answer => { if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status)); })
      .catch(() => { if (again) setTimeout(() => this.#post(events, again - 1), 4000 / again); });
  }
  #takeBack(id) { this.#sent = this.#sent.then(() => this.#ask(`events/${id}`, { method: "DELETE", keepalive: true })).catch(() => {}); }
}
if (!customElements.get("fashion-recs")) customElements.define("fashion-recs", FashionRecs);
})();
