/** Warns before the session ends, lets the person stay, and says how to go on once it has ended (SEC-05). */
export const sessionEnd = (): void => {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-session-warning]");
  const { endsAt, now, warnSeconds } = document.body.dataset;
  if (!dialog || !endsAt) return;

  const told = new BroadcastChannel("foyer-session");
  // The clock of a phone may be minutes off: count from the time the server gave.
  const slow = now ? Date.parse(now) - Date.now() : 0;
  const serverTime = () => Date.now() + slow;
  let end = Date.parse(endsAt);
  let ended = false;

  const look = () => {
    const left = Math.ceil((end - serverTime()) / 1000);
    if (left <= 0) {
      ended = true;
      showEnded(dialog);
    } else if (left <= Number(warnSeconds ?? 150)) showSoon(dialog, left);
    else if (!ended && dialog.open) dialog.close();
  };

  const goesOnUntil = (later: number) => {
    end = Math.max(end, later);
    ended = false;
    look();
  };

  const stay = async () => {
    const answer = await askForMore(dialog.dataset.csrf ?? "");
    if (answer.outcome === "extended") {
      told.postMessage(answer.endsAt);
      goesOnUntil(answer.endsAt);
      if (dialog.open) news(dialog, dialog.dataset.longest);
    } else if (answer.outcome === "ended") {
      end = 0;
      look();
    } else news(dialog, dialog.dataset.failed);
  };

  dialog.querySelector("[data-session-stay]")?.addEventListener("click", stay);
  dialog.querySelector("[data-session-close]")?.addEventListener("click", () => dialog.close());
  // Escape during the warning means "I am here": the same as staying.
  dialog.addEventListener("cancel", () => {
    if (!ended) stay();
  });
  // Another tab was used: the session it shares goes on here too.
  told.addEventListener("message", ({ data }) => goesOnUntil(Number(data)));
  told.postMessage(end);

  const ticking = setInterval(() => {
    if (!ended) look();
  }, 1000);
  // A page kept by the browser would go on counting for nobody.
  addEventListener("pagehide", () => clearInterval(ticking), { once: true });
  // After a night in a bag the timer is late: look again as soon as the person is back.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !ended) look();
  });
};

type Answer = { outcome: "extended"; endsAt: number } | { outcome: "ended" } | { outcome: "failed" };

const askForMore = async (csrf: string): Promise<Answer> => {
  try {
    const answer = await fetch("/sessions/current/extend", {
      method: "POST",
      headers: { "x-csrf-token": csrf, accept: "application/json" },
    });
    if ([401, 403, 410].includes(answer.status) || answer.redirected) return { outcome: "ended" };
    if (!answer.ok) return { outcome: "failed" };
    const { endsAt } = (await answer.json()) as { endsAt: string };
    return { outcome: "extended", endsAt: Date.parse(endsAt) };
  } catch {
    return { outcome: "failed" };
  }
};

const showSoon = (dialog: HTMLDialogElement, left: number) => {
  const text =
    left > 90
      ? dialog.dataset.minutes?.replace("{n}", String(Math.round(left / 60)))
      : dialog.dataset.seconds?.replace("{n}", String(left));
  const place = dialog.querySelector("[data-session-left]");
  if (place) place.textContent = text ?? "";
  if (dialog.open) return;
  part(dialog, "soon");
  news(dialog, "");
  dialog.showModal();
  dialog.querySelector<HTMLElement>("#session-soon-title")?.focus();
};

const showEnded = (dialog: HTMLDialogElement) => {
  part(dialog, "ended");
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<HTMLElement>("#session-ended-title")?.focus();
};

const part = (dialog: HTMLDialogElement, name: "soon" | "ended") => {
  dialog.querySelector<HTMLElement>("[data-session-soon]")?.toggleAttribute("hidden", name !== "soon");
  dialog.querySelector<HTMLElement>("[data-session-ended]")?.toggleAttribute("hidden", name !== "ended");
  dialog.setAttribute("aria-labelledby", `session-${name}-title`);
};

const news = (dialog: HTMLDialogElement, message: string | undefined) => {
  const place = dialog.querySelector("[data-session-news]");
  if (place) place.textContent = message ?? "";
};
