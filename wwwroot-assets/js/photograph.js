// Search by photograph: what is chosen, dropped or pasted is sent at once, by the form itself.
(() => {
  const form = () => document.querySelector("form[data-photograph]");
  const send = (form, files) => {
    const input = form.querySelector("[type=file]");
    if (files) input.files = files;
    if (!input.files.length) return;
    form.querySelector("[data-photograph-note]").textContent = form.dataset.wait;
    form.classList.add("busy");
    form.requestSubmit();
  };
  const pictures = data => [...data?.files ?? []].some(file => file.type.startsWith("image/") || /\.(heic|heif|avif)$/i.test(file.name)) ? data.files : null;

  document.addEventListener("change", event => {
    const own = event.target instanceof Element ? event.target.closest("form[data-photograph]") : null;
    if (own) send(own);
  });
  document.addEventListener("dragover", event => {
    if (form() && event.dataTransfer?.types.includes("Files")) { event.preventDefault(); form().classList.add("over"); }
  });
  document.addEventListener("dragleave", event => { if (!event.relatedTarget) form()?.classList.remove("over"); });
  document.addEventListener("drop", event => {
    const files = form() && pictures(event.dataTransfer);
    form()?.classList.remove("over");
    if (files) { event.preventDefault(); send(form(), files); }
  });
  document.addEventListener("paste", event => {
    const files = form() && pictures(event.clipboardData);
    if (files) { event.preventDefault(); send(form(), files); }
  });
  // Who comes back with Back may send another one.
  addEventListener("pageshow", () => form()?.classList.remove("busy"));
})();
