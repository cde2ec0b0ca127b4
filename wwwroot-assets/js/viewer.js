// A product's picture on the whole window, with all that is marked on it: wheel, pinch, double tap, keys and buttons make it larger, dragging and arrows
// move it, Escape leaves it. Where a product has several pictures the arrows go from one to the next while the picture is not enlarged.
const largest = 6;
let dialog = null, stage = null, page = null, sheet = null, opener = null;
let scale = 1, left = 0, top = 0, at = 0;
const fingers = new Map();

const pictures = () => [...page.querySelectorAll("[data-picture]")];
const draw = () => {
  // What is enlarged stays in sight: half of the picture at least.
  const [wide, high] = [sheet.offsetWidth * (scale - 1) / 2, sheet.offsetHeight * (scale - 1) / 2];
  left = Math.max(-wide, Math.min(wide, left));
  top = Math.max(-high, Math.min(high, top));
  sheet.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
  sheet.style.setProperty("--zoom", scale);
  dialog.toggleAttribute("data-zoomed", scale > 1);
};
// A point of the window stays where it is while the picture grows around it.
const zoom = (to, x = innerWidth / 2, y = innerHeight / 2) => {
  const next = Math.max(1, Math.min(largest, to));
  const box = stage.getBoundingClientRect();
  const [dx, dy] = [x - (box.left + box.width / 2), y - (box.top + box.height / 2)];
  left = dx - (dx - left) * next / scale;
  top = dy - (dy - top) * next / scale;
  scale = next;
  draw();
};
const say = words => { const place = dialog.querySelector(".viewer-words"); if (place.textContent !== words) place.textContent = words; };

const show = number => {
  const all = pictures();
  at = (number + all.length) % all.length;
  const shown = all[at];
  sheet = document.createElement("div");
  sheet.className = "viewer-sheet";
  const image = document.createElement("img");
  image.src = shown.dataset.picture;
  image.alt = shown.getAttribute("alt") ?? "";
  image.draggable = false;
  sheet.append(image);
  const fit = (wide, high) => sheet.style.setProperty("--shape", wide / high);
  if (at === 0) {
    // The page's own picture is there already, and its marks lie on the same pixels.
    fit(shown.naturalWidth || 3, shown.naturalHeight || 4);
    shown.parentElement.querySelectorAll(".region, .outline").forEach(mark => sheet.append(mark.cloneNode(true)));
    sheet.querySelectorAll("[data-lit]").forEach(mark => mark.removeAttribute("data-lit"));
  }
  image.addEventListener("load", () => fit(image.naturalWidth, image.naturalHeight));
  stage.replaceChildren(sheet);
  [scale, left, top] = [1, 0, 0];
  for (const step of ["previous", "next"]) dialog.querySelector(`[data-viewer-do=${step}]`).hidden = all.length < 2;
  dialog.querySelector("[data-viewer-do=marks]").hidden = !sheet.querySelector(".region, .outline");
  say("");
  draw();
};

const open = (button, number) => {
  page = button.closest(".product");
  dialog = document.querySelector("dialog[data-viewer]");
  if (!page || !dialog) return;
  opener = button.closest("button") ?? page.querySelector("button[data-viewer-open]");
  stage = dialog.querySelector(".viewer-stage");
  if (!stage.dataset.ready) listen();
  show(number);
  dialog.showModal();
  stage.focus({ preventScroll: true });
};

const does = {
  previous: () => show(at - 1), next: () => show(at + 1), larger: () => zoom(scale * 1.5), smaller: () => zoom(scale / 1.5), close: () => dialog.close(),
  marks: button => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", on ? "true" : "false");
    dialog.toggleAttribute("data-unmarked", !on);
  },
};
const keys = {
  "+": () => zoom(scale * 1.5), "=": () => zoom(scale * 1.5), "-": () => zoom(scale / 1.5), "0": () => zoom(1),
  ArrowLeft: () => move(60, 0), ArrowRight: () => move(-60, 0), ArrowUp: () => move(0, 60), ArrowDown: () => move(0, -60),
};
const move = (x, y) => {
  if (scale > 1) { left += x; top += y; draw(); } else if (x && pictures().length > 1) show(at - Math.sign(x));
};

const middle = () => {
  const [one, other] = [...fingers.values()];
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, apart: Math.hypot(one.x - other.x, one.y - other.y) || 1 };
};
const listen = () => {
  stage.dataset.ready = "true";
  dialog.addEventListener("click", event => {
    const button = event.target.closest("[data-viewer-do]");
    if (button) does[button.dataset.viewerDo](button);
  });
  dialog.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  dialog.addEventListener("close", () => { fingers.clear(); stage.replaceChildren(); opener?.focus({ preventScroll: true }); });
  // What is pointed at is said below the picture: on a phone its words are far away.
  const lit = event => { const mark = event.target.closest(".region"); if (mark) say(mark.getAttribute("aria-label") ?? ""); };
  dialog.addEventListener("mouseover", lit);
  dialog.addEventListener("focusin", lit);
  stage.addEventListener("wheel", event => { event.preventDefault(); zoom(scale * Math.exp(-event.deltaY / 400), event.clientX, event.clientY); }, { passive: false });
  stage.addEventListener("dblclick", event => zoom(scale > 1 ? 1 : 2.5, event.clientX, event.clientY));
  stage.addEventListener("pointerdown", event => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size > 1 || !event.target.closest(".region")) stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", event => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const was = fingers.size === 2 ? middle() : null;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (was) {
      const now = middle();
      left += now.x - was.x;
      top += now.y - was.y;
      zoom(scale * now.apart / was.apart, now.x, now.y);
    } else if (scale > 1) {
      left += event.clientX - before.x;
      top += event.clientY - before.y;
      draw();
    }
  });
  for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, event => fingers.delete(event.pointerId));
};

// js/regions.js fetches this with the first press: most pages need none of it.
export const openFrom = button => open(button, Number(button.dataset.viewerOpen));
