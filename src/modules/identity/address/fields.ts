import type { Language, Sentence } from "../../../../law/language.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { errorFor } from "../../../design/patterns.ts";
import {
  type AddressErrors,
  type AddressField,
  type Country,
  fieldsIn,
  type TypedAddress,
} from "./address.ts";

type Words = { label: Sentence; hint?: Sentence };

/** How each part is called where it is written. */
const words = {
  FR: {
    street: {
      label: { fr: "Numéro et rue", en: "Number and street" },
      hint: { fr: "Par exemple 12 rue des Tilleuls", en: "For example 12 rue des Tilleuls" },
    },
    extra: {
      label: { fr: "Complément d’adresse (facultatif)", en: "More about the address (optional)" },
      hint: {
        fr: "Bâtiment, étage, ou chez qui vous recevez votre courrier",
        en: "Building, floor, or at whose place you get your post",
      },
    },
    postcode: { label: { fr: "Code postal", en: "Postcode" } },
    town: { label: { fr: "Commune", en: "Town" } },
  },
  DJ: {
    street: { label: { fr: "Quartier et rue, ou lot", en: "District and street, or plot" } },
    extra: { label: { fr: "Boîte postale (facultatif)", en: "Post-office box (optional)" } },
    postcode: { label: { fr: "Code postal", en: "Postcode" } },
    town: { label: { fr: "Ville", en: "Town" } },
  },
} as const satisfies Record<Country, Record<AddressField, Words>>;

const autocomplete = {
  street: "address-line1",
  extra: "address-line2",
  postcode: "postal-code",
  town: "address-level2",
} as const satisfies Record<AddressField, string>;

const widths = { street: "", extra: "", postcode: "govuk-input--width-5", town: "" } as const;

/** The boxes of an address as its country writes one. Their names and ids are those of its parts. */
export const addressInputs = (
  language: Language,
  country: Country,
  typed: TypedAddress,
  errors: AddressErrors = {},
): Html =>
  html`${fieldsIn(country).map((field) => {
    const { label, hint }: Words = words[country][field];
    return input({
      id: field,
      name: field,
      label: { text: label[language], classes: "govuk-label--s" },
      hint: hint && { text: hint[language] },
      value: typed[field] ?? "",
      autocomplete: autocomplete[field],
      classes: widths[field],
      inputmode: field === "postcode" ? "numeric" : undefined,
      spellcheck: false,
      errorMessage: errorFor(language, errors[field]?.[language]),
    });
  })}`;
