import type { Language } from "../../law/language.ts";

/** Each language as its own speakers call it. */
export const languageNames = { fr: "Français", en: "English" } satisfies Record<Language, string>;

/** The address of the same page with one thing set otherwise, the rest of its query kept. */
export const withQuery = (path: string, name: string, value: string): string => {
  const [address = ""] = path.split("#", 1);
  const cut = address.indexOf("?");
  const asked = new URLSearchParams(cut < 0 ? "" : address.slice(cut + 1));
  asked.set(name, value);
  // Two slashes at the start would lead to another site.
  const place = `/${(cut < 0 ? address : address.slice(0, cut)).replace(/^[/\\]+/, "")}`;
  return `${place}?${asked}`;
};
