// Sends a product's new picture over HTTP and tells the page what became of it.
let target = null;
let product = "";

const onChange = async event => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !field.matches("[data-new-picture]") || !field.files?.length) return;
  const [file, page] = [field.files[0], target];
  const before = document.querySelector("[data-product-picture]")?.dataset.productPicture ?? "";
  field.value = "";
  await page?.invokeMethodAsync("Sending");
  let [act, words] = [null, "The picture could not be sent. Try again."];
  try {
    const answer = await fetch(`/merchandising/products/${encodeURIComponent(product)}/picture?before=${before}`, {
      method: "PUT", body: file, headers: { "X-Requested-With": "fashionrecs" },
    });
    const said = await answer.json();
    [act, words] = answer.ok ? [said.act, said.words] : [null, said.detail ?? words];
  } catch { /* The words above say so. */ }
  await page?.invokeMethodAsync("PictureAsync", act, words);
};

export const start = (page, id) => {
  [target, product] = [page, id];
  document.addEventListener("change", onChange);
  document.querySelector("[data-edit]")?.setAttribute("data-keys", "ready");
};

export const stop = () => {
  target = null;
  document.removeEventListener("change", onChange);
};
