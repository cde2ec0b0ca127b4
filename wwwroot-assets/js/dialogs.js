// A dialog takes the focus a moment after it is drawn, later on a slow line. Whoever went to a field of it meanwhile stays there: the rest of what
// they type must not go elsewhere.
(() => {
  const focusFirst = window.mudElementRef.focusFirst.bind(window.mudElementRef);
  window.mudElementRef.focusFirst = (dialog, ...rest) => {
    const at = document.activeElement;
    if (at?.matches("input, select, textarea, button, a") && dialog?.contains(at)) return;
    focusFirst(dialog, ...rest);
  };
})();
