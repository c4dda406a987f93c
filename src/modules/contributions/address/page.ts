import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form } from "../../../design/patterns.ts";
import { type AddressErrors, addressInputs, type Country, type TypedAddress } from "../../identity/index.ts";

const words = {
  fr: {
    title: "Mon adresse",
    lead: "Nous vous écrivons à cette adresse. Elle compte dès aujourd’hui.",
    submit: "Enregistrer",
  },
  en: {
    title: "My address",
    lead: "We write to you at this address. It counts from today.",
    submit: "Save",
  },
};

export type AddressPage = { shell: Shell; country: Country; typed: TypedAddress; errors?: AddressErrors };

/** A person's own address, to change at any time (CN-12). */
export function addressPage({ shell, country, typed, errors = {} }: AddressPage): Html {
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(Object.entries(errors).map(([field, says]) => [field, says[language]]));
  return page(
    shell,
    { title: t.title, errors: Object.keys(said).length > 0, back: "/home" },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${form(
  shell,
  { action: "/address" },
  html`${addressInputs(language, country, typed, errors)}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}
