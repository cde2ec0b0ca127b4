// Suggestions under a field for words (ARIA combobox with a list): arrows choose, Enter searches, Escape closes. Without this the field is a plain one.
const wait = 180;      // milliseconds without a letter before the shop is asked
const shortest = 2;    // letters from which it is asked; one is enough where signs are words
let lists = 0;

const enough = words => words.length >= shortest || /[^\u0000-\u2e7f]/.test(words);

class SearchField extends HTMLElement {
  // Whoever puts it on the page may add the input a moment later.
  connectedCallback() { queueMicrotask(() => this.prepare()); }

  prepare() {
    this.input = this.querySelector("input");
    if (!this.input || this.list) return;
    this.list = Object.assign(document.createElement("ul"), { id: `suggestions-${++lists}`, className: "suggestions", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.list);
    this.said = Object.assign(document.createElement("span"), { className: "visually-hidden" });
    this.said.setAttribute("role", "status");
    this.append(this.list, this.said);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id })) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => { this.written = this.input.value; clearTimeout(this.timer); this.timer = setTimeout(() => this.ask(), wait); });
    this.input.addEventListener("keydown", event => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    // The field keeps the focus while something is chosen with a finger or the mouse.
    this.list.addEventListener("pointerdown", event => event.preventDefault());
    this.list.addEventListener("mousedown", event => event.preventDefault());
    this.list.addEventListener("click", event => {
      const option = event.target.closest("[role=option]");
      if (option) this.search(option.dataset.words);
    });
  }

  disconnectedCallback() { clearTimeout(this.timer); this.asked?.abort(); }

  async ask() {
    this.asked?.abort();
    const words = this.input.value.trimStart();
    if (!enough(words.trim())) { this.close(); return; }
    const asked = this.asked = new AbortController();
    try {
      const answer = await fetch(`/catalog/suggestions?q=${encodeURIComponent(words)}`, { signal: asked.signal, headers: { accept: "application/json" } });
      if (answer.ok && document.activeElement === this.input) this.show(await answer.json());
      else this.close();
    } catch { /* away, or asked for something else meanwhile: the field works without */ }
  }

  show(found) {
    this.list.replaceChildren(...found.map((suggestion, at) => {
      const option = Object.assign(document.createElement("li"), { id: `${this.list.id}-${at}` });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.words = suggestion.words;
      const picture = Object.assign(document.createElement("img"), { src: suggestion.picture, alt: "", width: 36, height: 48, loading: "lazy" });
      const words = Object.assign(document.createElement("bdi"), { textContent: suggestion.words });
      const count = Object.assign(document.createElement("span"), { textContent: suggestion.count.toLocaleString(document.documentElement.lang || undefined) });
      option.append(picture, words, count);
      return option;
    }));
    this.list.hidden = found.length === 0;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.choose(-1);
    this.said.textContent = found.length === 0 ? this.dataset.none : found.length === 1 ? this.dataset.one : this.dataset.some.replace("#", found.length);
  }

  close() {
    this.asked?.abort();
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
    this.said.textContent = "";
  }

  choose(at) {
    this.at = at;
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const option = this.list.children[at];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  press(event) {
    const count = this.list.children.length;
    if (event.isComposing) return;
    if (this.list.hidden) {
      if (event.key === "ArrowDown") { event.preventDefault(); this.ask(); }
      return;
    }
    switch (event.key) {
      case "ArrowDown": event.preventDefault(); this.choose(this.at + 1 < count ? this.at + 1 : -1); break;
      case "ArrowUp": event.preventDefault(); this.choose(this.at < 0 ? count - 1 : this.at - 1); break;
      case "Escape": event.preventDefault(); this.close(); break;
      case "Enter": if (this.at >= 0) { event.preventDefault(); this.search(this.list.children[this.at].dataset.words); } else this.close(); break;
    }
  }

  search(words) {
    this.input.value = words;
    this.close();
    this.input.form?.requestSubmit();
  }
}

customElements.define("search-field", SearchField);
