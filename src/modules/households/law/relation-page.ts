import { conditions } from "../../../../law/access/conditions.ts";
import { readings } from "../../../../law/access/readings.ts";
import { type Relation, relations } from "../../../../law/access/relations.ts";
import type { Language } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { capital, list, rule } from "./parts.ts";
import { type AllowedGroup, type RefusedGroup, readRow } from "./read-table.ts";
import { words } from "./words.ts";

/** What one relation to a file may do and may not, why, by which statement, and which way is open (SEC-11). */
export function relationPage(shell: Shell, relation: Relation): Html {
  const { language } = shell;
  const t = words[language];
  const { says, who, source } = relations[relation];
  const { may, mayNot } = readRow(relation);
  const reading = relation in readings && readings[relation as keyof typeof readings];
  return page(
    shell,
    { title: says[language], back: "/law/access" },
    html`<p class="govuk-caption-l">${t.title}</p>
<h1 class="govuk-heading-l">${says[language]}</h1>
<p class="govuk-body-l">${who[language]}</p>
<p class="govuk-body">${rule(language, source)}</p>
${reading && insetText({ html: html`<strong>${t.reading}</strong> ${reading[language]}` })}
${may.length > 0 && html`<h2 class="govuk-heading-m">${t.may}</h2>${may.map((group) => allowed(language, group))}`}
<h2 class="govuk-heading-m">${t.mayNot}</h2>
${mayNot.map((group) => refused(language, group))}`,
  );
}

function allowed(language: Language, group: AllowedGroup): Html {
  const t = words[language];
  const when = [
    ...group.conditions.map((name) => conditions[name].says[language]),
    ...(group.within ? [t.within] : []),
    ...(group.fourEyes ? [t.fourEyes] : []),
  ];
  return html`${list(language, group.acts)}
<p class="govuk-body">${when.length > 0 && html`<strong>${capital(when.join(t.and))}.</strong> `}${group.because.says[language]} ${rule(language, group.because.source)}</p>`;
}

const refused = (language: Language, { acts, because, way }: RefusedGroup): Html =>
  html`${list(language, acts)}
<p class="govuk-body">${because.says[language]} ${rule(language, because.source)}<br>${words[language].way} ${way[language]}</p>`;
