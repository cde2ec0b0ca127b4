// Share a product: the system's own sheet where there is one, else the link goes to the clipboard. The link says nothing of who shares it.
document.addEventListener("click", async event => {
  const button = event.target instanceof Element ? event.target.closest("[data-share]") : null;
  if (!button) return;
  const url = document.querySelector("link[rel=canonical]")?.href ?? location.origin + location.pathname;
  try {
    if (navigator.share) {
      await navigator.share({ title: button.dataset.share, url });
      return;
    }
    await navigator.clipboard.writeText(url);
    const words = button.textContent;
    button.textContent = button.dataset.shared;
    setTimeout(() => { button.textContent = words; }, 2500);
  } catch (error) {
    // Whoever closes the sheet meant to.
    if (error.name !== "AbortError") prompt(button.dataset.share, url);
  }
});
