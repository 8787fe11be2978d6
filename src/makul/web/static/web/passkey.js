// Passkeys: what a browser does only for a script. A form marked data-passkey fills its field
// `credential` and goes its usual way; without a script the other ways of the page remain.
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const bytes = (words) =>
  Uint8Array.from(atob(words.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const keys = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

async function create(options, form) {
  const asked = options.creation_options.publicKey;
  const alone = form.elements.passwordless?.checked;
  asked.challenge = bytes(asked.challenge);
  asked.user = { ...asked.user, id: bytes(asked.user.id) };
  asked.excludeCredentials = keys(asked.excludeCredentials);
  asked.authenticatorSelection = {
    ...asked.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: Boolean(alone),
    userVerification: alone ? "required" : "preferred",
  };
  return navigator.credentials.create({ publicKey: asked });
}

async function get(options) {
  const asked = options.request_options.publicKey;
  asked.challenge = bytes(asked.challenge);
  asked.allowCredentials = keys(asked.allowCredentials);
  return navigator.credentials.get({ publicKey: asked });
}

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(document.getElementById(form.dataset.options).textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function written(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (credential.response[name]) response[name] = text(credential.response[name]);
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    const field = form.elements.credential, said = form.querySelector("[data-said]");
    event.preventDefault();
    said.hidden = true;
    try {
      const options = await optionsOf(form);
      field.value = written(await (form.dataset.passkey === "create" ? create : get)(options, form));
      form.submit();
    } catch {
      said.hidden = false;
      said.focus();
    }
  });
}
