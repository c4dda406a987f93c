import type { Colours } from "../../institutions/institution.ts";
import type { Sentence } from "../../law/language.ts";

/** Colours that mean the same for every institution. The style sheets get them from here under the same names. */
export const palette = {
  white: "#ffffff",
  ink: "#22243a",
  quiet: "#4f5268",
  line: "#d9dbe4",
  control: "#5c6078",
  danger: "#a8211b",
  dangerPale: "#fdf1ef",
  success: "#17613f",
  successPale: "#edf7f0",
  ember: "#ffb457",
  glow: "#ffe3b0",
  enhancedInk: "#000000",
  enhancedQuiet: "#1d1e2b",
  enhancedDanger: "#7d0f0b",
  enhancedSuccess: "#0b4429",
  enhancedGlow: "#ffd97d",
} as const;

/** Two colours that stand one on the other, and the contrast asked of them (WCAG 2.2: 4.5 for text, 3 for lines; ours enhanced: 7). */
export type Pair = { id: string; use: Sentence; front: string; behind: string; least: 3 | 4.5 | 7 };

/** Every pair the pages show for an institution in each mode: the guide prints them, a test measures them (A11Y-04). */
export const pairs = (colours: Colours): Record<"standard" | "enhanced", readonly Pair[]> => ({
  standard: [
    pair("ink", "Texte", "Text", palette.ink, palette.white, 4.5),
    pair("ink-on-tint", "Texte sur la teinte", "Text on the tint", palette.ink, colours.tint, 4.5),
    pair(
      "quiet",
      "Texte secondaire sur la teinte",
      "Secondary text on the tint",
      palette.quiet,
      colours.tint,
      4.5,
    ),
    pair("brand", "Nom et titres", "Name and titles", colours.brand, palette.white, 4.5),
    pair(
      "on-brand",
      "Texte sur la couleur principale",
      "Text on the brand",
      colours.onBrand,
      colours.brand,
      4.5,
    ),
    pair("link", "Lien", "Link", colours.link, palette.white, 4.5),
    pair("link-on-tint", "Lien sur la teinte", "Link on the tint", colours.link, colours.tint, 4.5),
    pair("link-hover", "Lien survolé", "Link under the pointer", colours.linkHover, palette.white, 4.5),
    pair("button", "Bouton", "Button", palette.white, colours.button, 4.5),
    pair(
      "button-hover",
      "Bouton survolé",
      "Button under the pointer",
      palette.white,
      colours.buttonHover,
      4.5,
    ),
    pair("danger", "Erreur", "Error", palette.danger, palette.dangerPale, 4.5),
    pair("success", "Réussite", "Success", palette.success, palette.successPale, 4.5),
    pair("control", "Bord d’un champ", "Border of a field", palette.control, palette.white, 3),
    pair("focus", "Élément actif au clavier", "What the keyboard is on", palette.ink, palette.glow, 4.5),
  ],
  enhanced: [
    pair("enhanced-ink", "Texte et bords", "Text and borders", palette.enhancedInk, palette.white, 7),
    pair("enhanced-quiet", "Texte secondaire", "Secondary text", palette.enhancedQuiet, palette.white, 7),
    pair("enhanced-brand", "Nom", "Name", colours.brand, palette.white, 7),
    pair(
      "enhanced-on-brand",
      "Texte sur la couleur principale",
      "Text on the brand",
      colours.onBrand,
      colours.brand,
      7,
    ),
    pair("enhanced-link", "Lien", "Link", colours.linkHover, palette.white, 7),
    pair("enhanced-button", "Bouton", "Button", palette.white, colours.buttonHover, 7),
    pair("enhanced-danger", "Erreur", "Error", palette.enhancedDanger, palette.white, 7),
    pair("enhanced-success", "Réussite", "Success", palette.enhancedSuccess, palette.white, 7),
    pair(
      "enhanced-focus",
      "Élément actif au clavier",
      "What the keyboard is on",
      palette.enhancedInk,
      palette.enhancedGlow,
      7,
    ),
  ],
});

const pair = (
  id: string,
  fr: string,
  en: string,
  front: string,
  behind: string,
  least: Pair["least"],
): Pair => ({
  id,
  use: { fr, en },
  front,
  behind,
  least,
});

/** Contrast of two colours `#rrggbb`, from 1 to 21, as WCAG 2.2 defines it. */
export const contrastOf = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
