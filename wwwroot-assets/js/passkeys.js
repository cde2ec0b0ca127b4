// Passkeys (W3C Web Authentication, level 3): asks the shop for a challenge, the browser for a passkey, and sends what it says with the form it belongs to.
(() => {
  const able = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;
  if (!able) return;
  for (const form of document.querySelectorAll(".passkey-form")) form.hidden = false;

  const options = async (form, address) => {
    const answer = await fetch(address, { method: "POST", headers: { RequestVerificationToken: form.querySelector("[name=__RequestVerificationToken]").value } });
    if (!answer.ok) throw new Error(form.querySelector("[data-passkey-error]").dataset[answer.status === 429 ? "busy" : "old"]);
    return answer.json();
  };

  document.addEventListener("submit", async event => {
    const act = event.submitter?.dataset.passkey;
    if (!act) return;
    event.preventDefault();
    const form = event.target;
    const said = form.querySelector("[data-passkey-error]");
    said.textContent = "";
    try {
      const credential = act === "add"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await options(form, "/account/passkeys/to-add")) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await options(form, "/account/passkeys/to-use")) });
      form.querySelector("[name$='.Credential']").value = JSON.stringify(credential);
      const join = form.querySelector("[name='Passkey.Join']");
      if (join) join.value = document.querySelector("[name='Form.Join']:checked")?.value ?? "";
      const which = document.createElement("input");
      [which.type, which.name, which.value] = ["hidden", event.submitter.name, event.submitter.value];
      if (which.name) form.append(which);
      form.submit();
    } catch (problem) {
      said.textContent = problem.name === "NotAllowedError" ? said.dataset.nothing : problem.message;
    }
  });
})();
