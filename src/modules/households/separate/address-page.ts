import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form } from "../../../design/patterns.ts";
import { type AddressErrors, addressInputs, type Country } from "../../identity/index.ts";
import type { Draft } from "./draft.ts";

const words = {
  fr: {
    title: "Votre nouvelle adresse",
    lead: "C’est là que nous vous écrirons. L’autre personne ne la verra pas, et nous ne la lui donnerons pas.",
    goOn: "Continuer",
  },
  en: {
    title: "Your new address",
    lead: "This is where we will write to you. The other person will not see it, and we will not give it to them.",
    goOn: "Continue",
  },
};

/** Where the person lives now, for who has moved. */
export function addressPage(given: {
  shell: Shell;
  draft: Draft;
  country: Country;
  errors?: AddressErrors | undefined;
}): Html {
  const { shell, draft, country, errors = {} } = given;
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(Object.entries(errors).map(([field, says]) => [field, says?.[language]]));
  return page(
    shell,
    { title: t.title, back: "/separations/new", errors: Object.keys(errors).length > 0 },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${form(
  shell,
  { action: "/separations/new/address" },
  html`${addressInputs(language, country, draft, errors)}
${button({ text: t.goOn, preventDoubleClick: true })}`,
)}`,
  );
}
