import { conditions } from "../../../../law/access/conditions.ts";
import { readings } from "../../../../law/access/readings.ts";
import { type Relation, relations } from "../../../../law/access/relations.ts";
import type { Language } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { capital, rule, withReason } from "./parts.ts";
import { byConditions, type ConditionedGroups, type RefusedGroup, readRow } from "./read-table.ts";
import { words } from "./words.ts";

/** Conditions that a heading can still say. */
const mostInHeading = 2;

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
${may.length > 0 && html`<h2 class="govuk-heading-m">${t.may}</h2>${byConditions(may).map((group) => allowed(language, group))}`}
<h2 class="govuk-heading-m">${t.mayNot}</h2>
${mayNot.map((group) => refused(language, group))}`,
  );
}

/** Under one heading: what it takes, then what is allowed so, and why. */
function allowed(language: Language, conditioned: ConditionedGroups): Html {
  const t = words[language];
  const when = [
    ...conditioned.conditions.map((name) => conditions[name].says[language]),
    ...(conditioned.within ? [t.within] : []),
    ...(conditioned.fourEyes ? [t.fourEyes] : []),
  ];
  const said = capital(when.join(t.and));
  const isLong = when.length > mostInHeading;
  const title = isLong ? t.conditions(when.length) : said || t.always;
  return html`<h3 class="govuk-heading-s">${title}</h3>
${isLong && html`<p class="govuk-body">${said}.</p>`}
${conditioned.groups.map(({ acts, because }) => withReason(language, acts, because))}`;
}

const refused = (language: Language, { acts, because, way }: RefusedGroup): Html =>
  withReason(language, acts, because, html`<br>${words[language].way} ${way[language]}`);
