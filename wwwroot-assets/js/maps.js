// Heat maps over a picture. Inside a data-regions, a data-map-toggle lays the map of the region in focus, or of the first one,
// over the picture; while it is on, pointing at another region or its words changes the map.
(() => {
  const overlay = group => group.querySelector("[data-map-overlay]");
  const toggle = group => group.querySelector("[data-map-toggle]");
  const isOn = group => toggle(group)?.getAttribute("aria-pressed") === "true";
  const say = (group, text) => { const place = group.querySelector("[data-map-status]"); if (place) place.textContent = text; };

  // In the language of the page, which wrote them there.
  const words = (group, what, part) => group.querySelector("[data-map-status]")?.dataset[what].replace("#", part.dataset.mapWords);

  const show = (group, part) => {
    const image = overlay(group);
    if (!image || !part || image.dataset.of === part.dataset.region) return;
    image.dataset.of = part.dataset.region;
    image.dataset.loading = "";
    say(group, words(group, "looking", part));
    image.onload = () => { delete image.dataset.loading; image.hidden = false; say(group, words(group, "sees", part)); };
    image.onerror = () => { delete image.dataset.loading; image.hidden = true; delete image.dataset.of; say(group, words(group, "failed", part)); };
    image.src = part.dataset.map;
  };
  const hide = group => {
    const image = overlay(group);
    if (image) { image.hidden = true; image.removeAttribute("src"); delete image.dataset.of; }
    say(group, "");
  };

  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-map-toggle]") : null;
    const group = button?.closest("[data-regions]");
    if (!group) return;
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", on ? "true" : "false");
    if (on) show(group, group.querySelector("[data-lit][data-map]") ?? group.querySelector("[data-map]")); else hide(group);
  });
  const follow = event => {
    const part = event.target instanceof Element ? event.target.closest("[data-region]") : null;
    const group = part?.closest("[data-regions]");
    if (!group || !isOn(group)) return;
    show(group, [...group.querySelectorAll("[data-map]")].find(other => other.dataset.region === part.dataset.region));
  };
  document.addEventListener("mouseover", follow);
  document.addEventListener("focusin", follow);
})();
