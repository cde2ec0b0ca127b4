// The circuit: marks the document once clicks reach it, and shows the reconnect dialog while it is away.
window.fashionRecs = window.fashionRecs ?? {};
window.fashionRecs.connected = () => {
  document.documentElement.dataset.ready = "true";
  dispatchEvent(new Event("fashionrecs-connected"));
};
// Loads the page anew because the shop no longer knows its circuit: js/resume.js brings back what was not sent yet.
window.fashionRecs.loadAgain = () => {
  dispatchEvent(new Event("fashionrecs-leaving"));
  location.reload();
};

(() => {
  const dialog = document.getElementById("components-reconnect-modal");
  if (!dialog) return;

  dialog.addEventListener("components-reconnect-state-changed", event => {
    const state = event.detail.state;
    if (state === "hide") {
      if (dialog.open) dialog.close();
    } else if (state === "rejected") {
      // The server no longer knows this circuit; the page's state is in its address.
      window.fashionRecs.loadAgain();
    } else if (!dialog.open) {
      dialog.showModal();
    }
  });

  dialog.addEventListener("click", async event => {
    const action = event.target.closest("[data-reconnect]")?.dataset.reconnect;
    if (!action) return;
    try {
      const joined = action === "resume" ? await Blazor.resumeCircuit() : await Blazor.reconnect();
      if (!joined) window.fashionRecs.loadAgain();
    } catch {
      dialog.classList.add("components-reconnect-failed");
    }
  });
})();
