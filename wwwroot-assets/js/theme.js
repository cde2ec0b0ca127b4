// Theme: what the visitor chose here before, else what the system prefers. Runs before the first paint.
(() => {
  const key = "fashionrecs-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const apply = () => { document.documentElement.dataset.theme = chosen() ?? (system.matches ? "dark" : "light"); };

  apply();
  system.addEventListener("change", apply);
  addEventListener("storage", apply);
  document.addEventListener("click", event => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    try { localStorage.setItem(key, next); } catch { /* private window: the choice lasts for this page */ }
    document.documentElement.dataset.theme = next;
  });
})();
