import type { Institution } from "../../../institutions/institution.ts";
import { summaryList } from "../../design/components/summary-list.ts";
import { type Html, html } from "../../design/html.ts";
import { page, type Shell } from "../../design/page.ts";
import { hasPensionEstimate, hasSimulator } from "../simulator.ts";
import { words } from "./data-protection-words.ts";
import { linkLine, type Part, parts, reachUs } from "./parts.ts";

/** What the account keeps and why, the cookies, the rights (IL-04, IL-06): only what is so today. */
export function dataProtectionPage({ shell, institution }: { shell: Shell; institution: Institution }): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body-l">${t.lead(institution.name[language])}</p>
${parts([kept(shell, institution), cookies(shell, institution), ...duration(shell, institution), rights(shell, institution)])}`,
  );
}

function kept({ language }: Shell, { accounts }: Institution): Part {
  const t = words[language];
  if (!accounts) return { title: t.keeps, says: [t.keepsNothing] };
  const { lead, own } = accounts.texts.keeps;
  const theirs = own.map(({ name, says }) => [name[language], says[language]] as const);
  return { title: t.keeps, says: [lead[language]], after: facts([...theirs, ...t.kept]) };
}

function cookies({ language }: Shell, institution: Institution): Part {
  const { accounts, session } = institution;
  const t = words[language];
  const signedIn = accounts
    ? [
        t.sessionCookie(session.idleMinutes, session.absoluteHours),
        ...t.accountCookies,
        ...(accounts.home === "household" ? [t.openingCookie] : []),
        ...(accounts.accessRequests ? [t.accessRequestCookie] : []),
        ...(accounts.partners ? [t.structureCookie] : []),
        ...(accounts.franceConnect ? [t.franceConnectCookie] : []),
        ...(accounts.connect ? [t.connectCookies] : []),
      ]
    : [];
  const simulation = [
    ...(hasSimulator(institution) ? [t.simulationCookie] : []),
    ...(hasPensionEstimate(institution) ? [t.pensionCookie] : []),
  ];
  return {
    title: t.cookies,
    says: [t.cookiesText],
    after: facts([...signedIn, ...simulation, ...t.otherCookies]),
  };
}

function duration({ language }: Shell, { accounts }: Institution): Part[] {
  const t = words[language];
  return accounts ? [{ title: t.howLong, says: [t.howLongText] }] : [];
}

function rights({ language }: Shell, { accounts, country, help }: Institution): Part {
  const t = words[language];
  return {
    title: t.rights,
    says: [t.rightsText],
    list: t.rightsList[country],
    after: html`<p class="govuk-body">${t.how}</p>
${reachUs(language, help)}
${accounts && linkLine("/terms/current", t.terms)}
${country === "FR" && html`<p class="govuk-body">${t.appeal}</p>${linkLine("https://www.cnil.fr/", t.appealLink)}`}`,
  };
}

const facts = (all: readonly (readonly [string, string])[]) =>
  summaryList({ rows: all.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) });
