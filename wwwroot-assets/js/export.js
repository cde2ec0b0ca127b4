// The export's count follows its fields: what they say is sent as the query that the export itself would send.
let target = null;
let waiting = null;

const onChange = event => {
  const form = event.target instanceof Element ? event.target.closest("form[data-export]") : null;
  if (!form || event.target.name === "column") return;
  clearTimeout(waiting);
  waiting = setTimeout(() => target?.invokeMethodAsync("FollowAsync", new URLSearchParams(new FormData(form)).toString()), 150);
};

export const start = page => {
  target = page;
  document.addEventListener("input", onChange);
  document.querySelector("form[data-export]")?.setAttribute("data-following", "ready");
};

export const stop = () => {
  target = null;
  clearTimeout(waiting);
  document.removeEventListener("input", onChange);
};
