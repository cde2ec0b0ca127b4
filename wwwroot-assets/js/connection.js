// The circuit: marks the document once clicks reach it, and shows the reconnect dialog while it is away.
window.fashionRecs = window.fashionRecs ?? {};
window.fashionRecs.connected = () => { document.documentElement.dataset.ready = "true"; };

(() => {
  const dialog = document.getElementById("components-reconnect-modal");
  if (!dialog) return;

  dialog.addEventListener("components-reconnect-state-changed", event => {
    const state = event.detail.state;
    if (state === "hide") {
      if (dialog.open) dialog.close();
    } else if (state === "rejected") {
      // The server no longer knows this circuit; the page's state is in its address.
      location.reload();
    } else if (!dialog.open) {
      dialog.showModal();
    }
  });

  dialog.addEventListener("click", async event => {
    const action = event.target.closest("[data-reconnect]")?.dataset.reconnect;
    if (!action) return;
    try {
      const joined = action === "resume" ? await Blazor.resumeCircuit() : await Blazor.reconnect();
      if (!joined) location.reload();
    } catch {
      dialog.classList.add("components-reconnect-failed");
    }
  });
})();
