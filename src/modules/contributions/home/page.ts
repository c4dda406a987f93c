import { adviceFor } from "../../../../law/credentials/advice.ts";
import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { tag } from "../../../design/components/tag.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, notice, success, unbroken, whyDoISeeThis } from "../../../design/patterns.ts";
import { callName, linesOf, maskContact } from "../../identity/index.ts";
import type { Employer } from "../employer.ts";
import type { ContributorHome } from "./home.ts";
import { reasons, words } from "./words.ts";

export type HomePage = {
  shell: Shell;
  home: ContributorHome;
  quality: string;
  /** The institution's site estimates pensions. */
  pension: boolean;
  /** What was just saved. */
  done?: "address" | "company" | undefined;
};

/** The own page of an insured person, or of who acts for an employer: each part says by which rule it shows (CN-01). */
export function contributorHomePage({ shell, home, quality, pension, done }: HomePage): Html {
  const { language } = shell;
  const t = words[language];
  const { contributor, person } = home;
  return page(
    shell,
    { title: t.title, width: "wide" },
    html`${done && success(language, { text: t.done[done] })}
<h1 class="govuk-heading-xl">${t.hello(callName(person))}</h1>
${
  home.alarmAt &&
  notice(language, {
    html: html`<p class="govuk-body">${t.alarm(moment(language, home.alarmAt, home.timeZone))} ${anchor("/alarms", t.alarmActs)}</p>`,
  })
}
${summaryList({ rows: identityRows(language, home, quality) })}
${whyDoISeeThis(language, [reasons.own, reasons.purposes])}
${details({
  summaryText: t.notMe,
  html: html`<p class="govuk-body">${t.notMeText}</p>${button({ text: t.change, href: "/password/change" })}
${link("/alarms/new/not-me", t.close)}`,
})}
<div class="foyer-grid">
${contributor.kind === "employer" ? companyCards(shell, home, contributor) : personCards(shell, home, pension)}
${card({ title: t.contacts, content: { html: contacts(language, home) } })}
${card({ title: t.safety, content: { html: safety(language) } })}
</div>`,
  );
}

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });

function identityRows(language: Language, home: ContributorHome, quality: string) {
  const t = words[language];
  const before = home.previousSignInAt;
  return [
    row(t.signedIn, callName(home.person)),
    row(t.quality, quality),
    row(t.previous, before ? moment(language, before, home.timeZone) : t.firstTime),
  ];
}

function personCards({ language, brand }: Shell, { address }: ContributorHome, pension: boolean): Html {
  const t = words[language];
  return html`${card({ title: t.contributions, content: { html: soon(t.soon, t.callUs(unbroken(brand.help.phone))) } })}
${pension && card({ title: t.pension, href: "/pension/new", content: { text: t.pensionText } })}
${card({
  title: t.address,
  content: {
    html: html`${address ? addressLines(address) : insetText({ text: t.noAddress })}
${link("/address", t.changeAddress)}
${whyDoISeeThis(language, [reasons.own])}`,
  },
})}`;
}

function companyCards(
  { language, brand }: Shell,
  { person }: ContributorHome,
  { employer, quality }: { employer: Employer; quality: string },
): Html {
  const t = words[language];
  return html`${card({ title: t.company, content: { html: company(language, employer) } })}
${card({ title: t.companyContributions, content: { html: soon(t.companySoon, t.callUs(unbroken(brand.help.phone))) } })}
${card({
  title: t.representative,
  content: {
    html: html`<p class="govuk-body">${t.represents(callName(person), quality)}</p><p class="govuk-body">${t.representativeText}</p>`,
  },
})}`;
}

const soon = (says: string, call: string): Html =>
  html`<p class="govuk-body">${says}</p><p class="govuk-body">${call}</p>`;

function company(language: Language, employer: Employer): Html {
  const t = words[language];
  const { name, tradeName, phone, street, extra, postcode, town } = employer;
  const lines = [street, extra, [postcode, town].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  const facts: [name: string, value: string][] = [
    [t.registeredName, name],
    ...(tradeName ? [[t.tradeName, tradeName] as [string, string]] : []),
    [t.phone, phone ?? t.unknown],
    [t.where, lines || t.unknown],
  ];
  return html`${facts.map(([key, value]) => html`<p class="govuk-body"><strong>${key}</strong><br>${value}</p>`)}
${link("/company", t.changeCompany)}
${whyDoISeeThis(language, [reasons.company])}`;
}

const addressLines = (address: NonNullable<ContributorHome["address"]>): Html =>
  html`<p class="govuk-body">${linesOf(address).map((line, n) => html`${n > 0 && html`<br>`}${line}`)}</p>`;

function contacts(language: Language, { points }: ContributorHome): Html {
  const t = words[language];
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
${link("/contacts", t.giveContacts)}
${whyDoISeeThis(language, [reasons.own])}`;
}

function safety(language: Language): Html {
  const t = words[language];
  const advice = adviceFor("home");
  return html`<ul class="govuk-list govuk-list--bullet">${advice.map((one) => html`<li>${one.says[language]}</li>`)}</ul>
<ul class="govuk-list"><li>${anchor("/password/change", t.change)}</li><li>${anchor("/ways-in", t.waysIn)}</li><li>${anchor("/second-step", t.twoSteps)}</li><li>${anchor("/passkeys", t.passkeys)}</li><li>${anchor("/sessions", t.sessions)}</li><li>${anchor("/journal", t.journal)}</li><li>${anchor("/charters/receipts", t.receipts)}</li><li>${anchor("/alarms/new", t.danger)}</li></ul>`;
}

const anchor = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`;
const link = (href: string, text: string): Html => html`<p class="govuk-body">${anchor(href, text)}</p>`;
