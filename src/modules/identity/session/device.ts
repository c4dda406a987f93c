import type { Sentence } from "../../../../law/language.ts";

/** Browsers and systems people know by name, the telling words first: Edge and Opera also say Chrome, Chrome says Safari. */
const browsers = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["FxiOS", "Firefox"],
  ["Chrome", "Chrome"],
  ["CriOS", "Chrome"],
  ["Safari", "Safari"],
] as const;

const systems = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "Mac"],
  ["CrOS", "Chromebook"],
  ["Linux", "Linux"],
] as const;

/**
 * A device as its owner would recognise it, "Firefox, Windows": coarse on purpose, no version, nothing that tells one
 * device from another of its kind. Empty where the browser does not say.
 */
export function deviceOf(userAgent: string | undefined): string {
  const named = (names: readonly (readonly [string, string])[]) =>
    names.find(([word]) => userAgent?.includes(word))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(", ");
}

export const unknownDevice: Sentence = { fr: "Appareil inconnu", en: "Unknown device" };
