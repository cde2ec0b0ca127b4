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

  document.addEventListener("mouseover", light);
  document.addEventListener("mouseout", dim);
  document.addEventListener("focusin", light);
  document.addEventListener("focusout", event => parts(event.target).forEach(part => part.removeAttribute("data-lit")));
  document.addEventListener("click", event => {
    // A tap focuses a button in most browsers, not in all.
    const button = event.target instanceof Element ? event.target.closest("button[data-region]") : null;
    if (button) button.focus({ preventScroll: true });
  });
})();
