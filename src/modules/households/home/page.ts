import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, notice, whyDoISeeThis } from "../../../design/patterns.ts";
import { callName } from "../../identity/index.ts";
import {
  contacts,
  delegation,
  entrusted,
  household,
  protection,
  protects,
  safety,
  separation,
} from "./cards.ts";
import type { Home } from "./home.ts";
import { forEveryone, words } from "./words.ts";

export type HomePage = {
  shell: Shell;
  home: Home;
  quality: Sentence;
  advice: readonly Sentence[];
  /** The institution's site estimates rights. */
  simulator: boolean;
  /** The rule by which this person may claim; undefined where they may not, or nothing can be claimed here (CP-11). */
  claims?: Because | undefined;
};

export type Because = { says: Sentence; source: string };

/** The person's own page: each part says by which rule it shows (CP-16 to CP-20, MC-12). */
export function homePage({ shell, home, quality, advice, simulator, claims }: HomePage): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, width: "wide" },
    html`<h1 class="govuk-heading-xl">${t.hello(callName(home.person))}</h1>
${
  home.alarmAt &&
  notice(language, {
    html: html`<p class="govuk-body">${t.alarm(moment(language, home.alarmAt, home.timeZone))} <a class="govuk-link" href="/alarms">${t.alarmActs}</a></p>`,
  })
}
${summaryList({ rows: identityRows(language, home, quality) })}
${whyDoISeeThis(language, [home.own, ...(home.fileNumber ? [home.fileNumber.because] : [])])}
${details({
  summaryText: t.notMe,
  html: html`<p class="govuk-body">${t.notMeText}</p>${button({ text: t.change, href: "/password/change" })}
<p class="govuk-body"><a class="govuk-link" href="/alarms/new/not-me">${t.close}</a></p>`,
})}
<div class="foyer-grid">
${home.protection && card({ title: t.protection, content: { html: protection(language, home.protection) } })}
${claims && card({ title: t.claim, href: "/claims/new", content: { html: claim(language, claims) } })}
${simulator && card({ title: t.estimate, href: "/simulations/new", content: { html: estimate(language) } })}
${card({ title: t.household, content: { html: household(language, home.household) } })}
${home.delegation && card({ title: t.delegation, content: { html: delegation(shell, home.delegation) } })}
${home.entrusted && card({ title: t.delegation, content: { html: entrusted(language, home.entrusted) } })}
${card({ title: t.contacts, content: { html: contacts(language, home.contacts) } })}
${home.separation && card({ title: t.situation, content: { html: separation(language, home.separation) } })}
${card({ title: t.protects, content: { html: protects(language) } })}
${card({ title: t.safety, content: { html: safety(language, advice) } })}
</div>`,
  );
}

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });

function identityRows(language: Language, home: Home, quality: Sentence) {
  const t = words[language];
  const before = home.previousSignInAt;
  return [
    row(t.signedIn, callName(home.person)),
    row(t.quality, quality[language]),
    ...(home.fileNumber ? [row(t.fileNumber, home.fileNumber.number)] : []),
    row(t.previous, before ? moment(language, before, home.timeZone) : t.firstTime),
  ];
}

const claim = (language: Language, because: Because): Html =>
  html`<p class="govuk-body">${words[language].claimText}</p>${whyDoISeeThis(language, [because])}`;

const estimate = (language: Language): Html =>
  html`<p class="govuk-body">${words[language].estimateText}</p>${whyDoISeeThis(language, [forEveryone.estimate])}`;
