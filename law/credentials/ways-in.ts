import type { Sentence } from "../language.ts";

/** What opens a person's account. */
export type WaysIn = { password: boolean; passkeys: number; franceConnect: boolean };

/** Whether one of them may go: something must be left to come in by (CP-22). */
export function mayRemove(ways: WaysIn, removed: "passkey" | "franceConnect"): boolean {
  const passkeys = ways.passkeys - (removed === "passkey" ? 1 : 0);
  return ways.password || passkeys > 0 || (ways.franceConnect && removed !== "franceConnect");
}

/** Said where the last way in was to go. */
export const lastWayIn: Sentence = {
  fr: "C’est votre seule façon de vous connecter. Choisissez d’abord un mot de passe ; vous pourrez ensuite la retirer.",
  en: "This is your only way of signing in. Choose a password first; you can then remove it.",
};
