// Share a product: the system's own sheet where there is one, else the link goes to the clipboard. The link says nothing of who shares it.
const done = (button, said) => {
  const words = button.textContent;
  button.textContent = said;
  setTimeout(() => { button.textContent = words; }, 2500);
};
document.addEventListener("click", async event => {
  const copy = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
  if (!copy) return;
  try {
    await navigator.clipboard.writeText(copy.dataset.copy);
    done(copy, copy.dataset.copied);
  } catch { prompt(copy.textContent, copy.dataset.copy); }
});
document.addEventListener("click", async event => {
  const button = event.target instanceof Element ? event.target.closest("[data-share]") : null;
  if (!button) return;
  const url = button.dataset.shareUrl ?? document.querySelector("link[rel=canonical]")?.href ?? location.origin + location.pathname;
  try {
    if (navigator.share) {
      await navigator.share({ title: button.dataset.share, url });
      return;
    }
    await navigator.clipboard.writeText(url);
    done(button, button.dataset.shared);
  } catch (error) {
    // Whoever closes the sheet meant to.
    if (error.name !== "AbortError") prompt(button.dataset.share, url);
  }
});
