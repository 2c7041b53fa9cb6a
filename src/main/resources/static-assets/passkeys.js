// Asks the device for a passkey and puts its answer into the form around the button, which is then sent like any other. Without this, or
// without a browser that knows passkeys, the buttons stay hidden and every page does without.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer ?? [])))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function used(part) {
  const proof = document.querySelector('meta[name="holdfast-csrf"]');
  const asked = await fetch(part.dataset.question, {
    method: "POST", body: new URLSearchParams({ [proof.dataset.name]: proof.content }), headers: { Accept: "text/plain" },
  });
  // a page instead of a question: the session is over, which the page after this one says and puts right
  if (!asked.ok || !asked.headers.get("Content-Type")?.startsWith("text/plain")) return {};
  const { rawId, response } = await navigator.credentials.get({
    publicKey: { challenge: bytes(await asked.text()), rpId: part.dataset.domain, userVerification: "required", timeout: 240_000 },
  });
  return {
    id: rawId, client: response.clientDataJSON, device: response.authenticatorData, signature: response.signature, owner: response.userHandle,
  };
}

async function made(part) {
  const { challenge, domain, account, username, name, known } = part.dataset;
  const { response } = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(challenge),
      rp: { id: domain, name: "Holdfast" },
      user: { id: bytes(account), name: username, displayName: name },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
      timeout: 240_000,
    },
  });
  return { client: response.clientDataJSON, made: response.attestationObject };
}

function offer(part, ask) {
  const button = part.querySelector("button");
  const said = part.querySelector("[data-passkey-said]");
  let answered = false;
  let asking = false;
  button.addEventListener("click", async (event) => {
    if (answered) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    said.hidden = true;
    try {
      for (const [name, value] of Object.entries(await ask(part))) {
        part.querySelector(`input[name="passkey-${name}"]`).value = text(value);
      }
      answered = true;
      button.form.requestSubmit(button);
    } catch {
      // the person thought better of it, or the device could not: why, the browser tells nobody
      said.textContent = part.dataset.failed;
      said.hidden = false;
      document.getElementById("announcements").textContent = part.dataset.failed;
    } finally {
      asking = false;
    }
  });
}

if (window.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-passkey]")) {
    part.hidden = false;
    if (part.dataset.passkey === "use") offer(part, used);
    if (part.dataset.passkey === "make") offer(part, made);
  }
}
