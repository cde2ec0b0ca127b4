// Words and marked regions light each other up. Both carry data-region with the same key, inside one data-regions.
(() => {
  const parts = target => {
    const part = target instanceof Element ? target.closest("[data-region]") : null;
    const group = part?.closest("[data-regions]");
    return group ? [...group.querySelectorAll("[data-region]")].filter(other => other.dataset.region === part.dataset.region) : [];
  };
  const light = event => parts(event.target).forEach(part => part.setAttribute("data-lit", ""));
  const dim = event => {
    const alike = parts(event.target);
    // What holds the focus stays lit when the pointer only passes by.
    if (!alike.some(part => part.contains(document.activeElement))) alike.forEach(part => part.removeAttribute("data-lit"));
  };

  // On a small screen words and region may be a screen apart: a tap goes to the other one, as with a footnote.
  const follow = button => {
    const isRegion = button.classList.contains("region");
    const other = parts(button).find(part => part.classList.contains("region") !== isRegion);
    if (!other) return;
    const box = other.getBoundingClientRect();
    const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, document.querySelector(".site-header")?.offsetHeight ?? 0);
    if (seen < Math.min(box.height, innerHeight / 3) / 2) {
      other.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    }
  };

  // After a tap the page may move under a pointer that is only there in name.
  let touched = false;
  document.addEventListener("pointerdown", event => { touched = event.pointerType === "touch"; }, true);
  document.addEventListener("pointermove", event => { if (event.pointerType === "mouse" && (event.movementX || event.movementY)) touched = false; });

  document.addEventListener("click", event => {
    const enlarged = event.target instanceof Element ? event.target.closest("[data-viewer-open]") : null;
    if (enlarged) import("/js/viewer.js").then(viewer => viewer.openFrom(enlarged));
  });
  document.addEventListener("mouseover", event => { if (!touched) light(event); });
  document.addEventListener("mouseout", dim);
  document.addEventListener("focusin", light);
  document.addEventListener("focusout", event => parts(event.target).forEach(part => part.removeAttribute("data-lit")));
  document.addEventListener("click", event => {
    // A tap focuses a button in most browsers, not in all.
    const button = event.target instanceof Element ? event.target.closest("button[data-region]") : null;
    if (!button) return;
    button.focus({ preventScroll: true });
    follow(button);
  });
})();
