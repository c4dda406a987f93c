import { type CharacterClass, passwordRules } from "../../../law/credentials/password.ts";

/** Ticks the rules of a password while it is typed; the server judges by the same rules (CP-04). */
export const passwordRuleLists = (): void => {
  for (const list of document.querySelectorAll<HTMLElement>("[data-password-rules]")) {
    const field = document.getElementById(list.dataset.passwordRules ?? "");
    if (field instanceof HTMLInputElement) tick(list, field);
  }
};

const tick = (list: HTMLElement, field: HTMLInputElement) => {
  const lines = [...list.querySelectorAll<HTMLElement>("[data-rule]")];
  const holdsById = new Map(rulesOf(lines).map(({ id, holds }) => [id as string, holds]));
  const announce = quietly(document.querySelector(`[data-password-rules-status="${field.id}"]`));

  field.addEventListener("input", () => {
    let met = 0;
    for (const line of lines) {
      const holds = holdsById.get(line.dataset.rule ?? "")?.(field.value) ?? false;
      // An empty password is not too long, but a tick before the first letter would surprise.
      const ticked = holds && field.value !== "";
      if (ticked) met++;
      line.classList.toggle("foyer-rules__rule--met", ticked);
      const state = line.querySelector("[data-rule-state]");
      if (state) state.textContent = ticked ? ` (${list.dataset.met})` : "";
    }
    announce((list.dataset.count ?? "").replace("{met}", `${met}`).replace("{all}", `${lines.length}`));
  });
};

/** The rules of the list itself, so that page and script cannot disagree. */
const rulesOf = (lines: readonly HTMLElement[]) => {
  const ids = lines.map((line) => line.dataset.rule ?? "");
  const limit = (name: string, otherwise: number) =>
    Number(ids.find((id) => id.startsWith(`${name}:`))?.slice(name.length + 1) ?? otherwise);
  const classes = ids.filter((id): id is CharacterClass => !id.includes(":"));
  return passwordRules({
    min: limit("min", 0),
    max: limit("max", Number.POSITIVE_INFINITY),
    require: classes,
  });
};

/** Says something once the person has stopped typing, and only when it has changed. */
const quietly = (status: Element | null | undefined) => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (message: string) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (status && status.textContent !== message) status.textContent = message;
    }, 1200);
  };
};
