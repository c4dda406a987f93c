import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { tag } from "../../../design/components/tag.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";
import { form, refusal, whyDoISeeThis } from "../../../design/patterns.ts";
import { callName, maskContact } from "../../identity/index.ts";
import type { Home } from "./home.ts";
import { forEveryone, itsOwnWay, measures, roles, words } from "./words.ts";

/** Who is in the household, or why this person is not told and what they can do (CP-16 to CP-20). */
export function household(language: Language, shown: Home["household"]): Html {
  const t = words[language];
  if ("refused" in shown) return refusal(language, shown.refused);
  const { members, because } = shown;
  return html`<ul class="govuk-list govuk-list--spaced">${members.map(
    ({
      person,
      role,
      self,
      ownFile,
    }) => html`<li><strong>${callName(person)}</strong>${self && ` (${t.you})`}<br>
${roles[role][language]}, ${t.born} ${civilDate(language, person.birthDate)}${ownFile && html`<br>${t.ownFile}`}</li>`,
  )}</ul>
${whyDoISeeThis(language, [because])}`;
}

/** To whom the holder has entrusted the file (CP-15). */
export function delegation(shell: Shell, shown: NonNullable<Home["delegation"]>): Html {
  const { language } = shell;
  const t = words[language];
  const name = callName(shown.spouse);
  const takeBack = { text: t.takeBack, classes: "govuk-button--secondary", preventDoubleClick: true };
  return html`<p class="govuk-body">${shown.granted ? t.granted(name) : t.notGranted(name)}</p>
${shown.granted ? form(shell, { action: "/delegations/end" }, button(takeBack)) : link("/delegations/new", t.grant)}
${link("/delegations", t.history)}
${whyDoISeeThis(language, [shown.because])}`;
}

/** The file is entrusted to this person, who may decline (CP-18). */
export const entrusted = (language: Language, because: AccessDecision): Html =>
  html`<p class="govuk-body">${words[language].entrusted}</p>
${link("/delegations/refusals/new", words[language].decline)}
${whyDoISeeThis(language, [because])}`;

/** The person's contact points, masked, and whether each is confirmed (CP-05). */
export function contacts(language: Language, { points, because }: Home["contacts"]): Html {
  const t = words[language];
  if (!because.allowed) return refusal(language, because);
  return html`${
    points.length === 0
      ? insetText({ text: t.none })
      : html`<ul class="govuk-list govuk-list--spaced">${points.map(
          (point) =>
            html`<li>${t[point.kind]} ${maskContact(point)} ${tag({
              text: point.verifiedAt ? t.verified : t.toConfirm,
              classes: point.verifiedAt ? "govuk-tag--green" : "govuk-tag--yellow",
            })}</li>`,
        )}</ul>`
  }
${link("/contacts", t.give)}
${whyDoISeeThis(language, [because])}`;
}

/** The measure that protects the person (MC-06). */
export const protection = (
  language: Language,
  { kind, from, because }: NonNullable<Home["protection"]>,
): Html =>
  html`<p class="govuk-body">${measures[kind][language]} ${civilDate(language, from)}. ${itsOwnWay[language]}</p>
${whyDoISeeThis(language, [because])}`;

/** Where who protects somebody deposits the decision, and chooses whose space to act in (MC-06, MC-09). */
export const protects = (language: Language): Html =>
  html`${link("/spaces", words[language].spaces)}
${link("/guardianships/new", words[language].deposit)}
${whyDoISeeThis(language, [forEveryone.protects])}`;

/** The way to tell that the couple has parted (CP-19). */
export const separation = (language: Language, because: AccessDecision): Html =>
  html`${link("/separations/new", words[language].separation)}
${whyDoISeeThis(language, [because])}`;

/** Advice on credentials, and the pages where a person watches over their account (MC-12, MC-28, SEC-12). */
export function safety(language: Language, advice: readonly Sentence[]): Html {
  const t = words[language];
  return html`<ul class="govuk-list govuk-list--bullet">${advice.map((one) => html`<li>${one[language]}</li>`)}</ul>
<ul class="govuk-list"><li><a class="govuk-link" href="/password/change">${t.change}</a></li><li><a class="govuk-link" href="/ways-in">${t.waysIn}</a></li><li><a class="govuk-link" href="/second-step">${t.twoSteps}</a></li><li><a class="govuk-link" href="/passkeys">${t.passkeys}</a></li><li><a class="govuk-link" href="/sessions">${t.sessions}</a></li><li><a class="govuk-link" href="/journal">${t.journal}</a></li><li><a class="govuk-link" href="/charters/receipts">${t.receipts}</a></li></ul>
${whyDoISeeThis(language, [forEveryone.safety])}`;
}

const link = (href: string, text: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`;
