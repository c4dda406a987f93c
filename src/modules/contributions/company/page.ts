import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import { addressInputs, type Country } from "../../identity/index.ts";
import type { CompanyErrors, TypedCompany } from "./change-company.ts";

const words = {
  fr: {
    title: "Les données de l’entreprise",
    registered: (name: string) =>
      `${name} est le nom enregistré. Pour le changer, venez nous voir avec un document qui le prouve.`,
    trade: "Enseigne (facultatif)",
    tradeHint: "Le nom sous lequel l’entreprise est connue, s’il est différent",
    phone: "Téléphone (facultatif)",
    where: "Adresse",
    submit: "Enregistrer",
  },
  en: {
    title: "Company data",
    registered: (name: string) =>
      `${name} is the registered name. To change it, come and see us with a document that proves it.`,
    trade: "Trade name (optional)",
    tradeHint: "The name the company is known by, if it is another one",
    phone: "Phone (optional)",
    where: "Address",
    submit: "Save",
  },
};

export type CompanyPage = {
  shell: Shell;
  country: Country;
  name: string;
  typed: TypedCompany;
  errors?: CompanyErrors;
};

/** What an employer may change of its own data at any time (CN-12). */
export function companyPage({ shell, country, name, typed, errors = {} }: CompanyPage): Html {
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(
    (["trade-name", "phone", "street", "extra", "postcode", "town"] as const).flatMap((field) =>
      errors[field] ? [[field, errors[field][language]]] : [],
    ),
  );
  return page(
    shell,
    { title: t.title, errors: Object.keys(said).length > 0, back: "/home" },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.registered(name)}</p>
${form(
  shell,
  { action: "/company" },
  html`${input({
    id: "trade-name",
    name: "trade-name",
    label: { text: t.trade, classes: "govuk-label--s" },
    hint: { text: t.tradeHint },
    value: typed["trade-name"] ?? "",
    spellcheck: false,
    errorMessage: errorFor(language, said["trade-name"]),
  })}
${input({
  id: "phone",
  name: "phone",
  label: { text: t.phone, classes: "govuk-label--s" },
  value: typed.phone ?? "",
  type: "tel",
  classes: "govuk-input--width-20",
  errorMessage: errorFor(language, said.phone),
})}
<h2 class="govuk-heading-m">${t.where}</h2>
${addressInputs(language, country, typed, errors)}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}
