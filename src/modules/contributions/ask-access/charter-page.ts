import type { Word } from "../../../../institutions/institution.ts";
import type { Version } from "../../../../law/charters/charter.ts";
import { button } from "../../../design/components/button.ts";
import { checkboxes } from "../../../design/components/checkboxes.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";
import { errorFor, form } from "../../../design/patterns.ts";
import { charterBody } from "../../charters/index.ts";
import type { Errors } from "./ask-access.ts";
import { framed } from "./page.ts";
import { pathOf } from "./steps.ts";
import { words } from "./words.ts";

export type SignPage = {
  shell: Shell;
  version: Version;
  glossary: readonly Word[];
  errors?: Errors | undefined;
};

/** The charter, read and signed before anything is handed over (CN-04). */
export function signPage({ shell, version, glossary, errors }: SignPage): Html {
  const { language } = shell;
  const t = words[language];
  const text = version.texts[language];
  return framed(
    { shell, step: "charter", title: text.title, errors },
    html`<p class="govuk-body-l">${t.charterLead}</p>
<p class="govuk-hint">${t.version} ${civilDate(language, version.version)}</p>
${charterBody(language, text, glossary)}
${form(
  shell,
  { action: pathOf("charter") },
  html`<input type="hidden" name="shown" value="${text.sha256}">
${checkboxes({
  idPrefix: "accepted",
  name: "accepted",
  fieldset: { legend: { text: t.signature, classes: "govuk-fieldset__legend--m" } },
  items: [{ value: "yes", text: t.agree }],
  errorMessage: errorFor(language, errors?.accepted?.[language]),
})}
${button({ text: t.sign, preventDoubleClick: true })}`,
)}`,
  );
}
