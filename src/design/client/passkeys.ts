import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from "@simplewebauthn/browser";

// Loaded by the few pages that make or use passkeys; every one of them has another way (SEC-08).
for (const place of document.querySelectorAll<HTMLElement>("[data-passkey]")) open(place);

function open(place: HTMLElement): void {
  const form = place.querySelector("form");
  const field = form?.querySelector<HTMLInputElement>("[name=credential]");
  const news = place.querySelector<HTMLElement>("[data-passkey-news]");
  if (!form || !field) return;
  if (!browserSupportsWebAuthn()) {
    document.querySelector("[data-passkey-unsupported]")?.removeAttribute("hidden");
    return;
  }
  place.hidden = false;

  const send = (credential: unknown) => {
    field.value = JSON.stringify(credential);
    form.submit();
  };

  const texts = [...form.querySelectorAll<HTMLInputElement>("input[type=text]")];
  let busy = false;
  form.addEventListener("submit", async (event) => {
    // The server has words for what is missing: the device is not asked to make what would not be kept.
    if (texts.some(({ value }) => value.trim() === "")) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    if (news) news.textContent = "";
    try {
      send(await ask(place, form));
    } catch (error) {
      busy = false;
      if (news) news.textContent = news.dataset[wordFor(error)] ?? "";
    }
  });

  if (place.hasAttribute("data-autofill")) offerInField(place, form, send);
}

/** Asks the server for something to sign, then the device to do it. */
async function ask(place: HTMLElement, form: HTMLFormElement): Promise<unknown> {
  const optionsJSON = await challenge(place, form);
  return place.dataset.passkey === "create"
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON });
}

/** Waits quietly for the person to pick a passkey in the field; pressing the button puts an end to it. */
async function offerInField(place: HTMLElement, form: HTMLFormElement, send: (credential: unknown) => void) {
  try {
    if (!(await browserSupportsWebAuthnAutofill())) return;
    send(await startAuthentication({ optionsJSON: await challenge(place, form), useBrowserAutofill: true }));
  } catch {
    // Nothing was asked of the person: there is nothing to tell them.
  }
}

async function challenge(place: HTMLElement, form: HTMLFormElement) {
  const token = form.querySelector<HTMLInputElement>("[name=csrf]")?.value ?? "";
  const answer = await fetch(place.dataset.challenges ?? "", {
    method: "POST",
    headers: { "x-csrf-token": token, accept: "application/json" },
  });
  // The session is over, or the password must be typed again: the page itself knows the way.
  if (answer.status === 401) location.reload();
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

function wordFor(error: unknown): "cancelled" | "already" | "failed" {
  if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
    return "already";
  const name = error instanceof Error ? error.name : "";
  return name === "NotAllowedError" || name === "AbortError" ? "cancelled" : "failed";
}
