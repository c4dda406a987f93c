import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { panel } from "../../../design/components/panel.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import type { Verified } from "./receipt.ts";

const words = {
  fr: {
    title: "Vérifier un reçu",
    lead: "Un reçu prouve qu’une personne a accepté un texte. Recopiez son numéro et son code : nous disons s’il est authentique, sans dire de qui il est.",
    number: "Numéro du reçu",
    numberHint: "Douze lettres et chiffres, par exemple 7K2M-Q4ZB-0XHC",
    code: "Code de vérification",
    codeHint: "Seize lettres et chiffres, en quatre groupes",
    check: "Vérifier",
    genuine: "Ce reçu est authentique",
    proves: (title: string, version: string, at: string) =>
      `Il prouve l’acceptation de « ${title} », version du ${version}, le ${at}.`,
    read: "Lire ce texte",
    another: "Vérifier un autre reçu",
  },
  en: {
    title: "Check a receipt",
    lead: "A receipt proves that someone accepted a text. Copy its number and its code: we say whether it is genuine, without saying whose it is.",
    number: "Number of the receipt",
    numberHint: "Twelve letters and digits, for instance 7K2M-Q4ZB-0XHC",
    code: "Verification code",
    codeHint: "Sixteen letters and digits, in four groups",
    check: "Check",
    genuine: "This receipt is genuine",
    proves: (title: string, version: string, at: string) =>
      `It proves the acceptance of “${title}”, version of ${version}, on ${at}.`,
    read: "Read this text",
    another: "Check another receipt",
  },
};

export type VerifyPage = {
  shell: Shell;
  timeZone: string;
  verified?: Verified;
  typed?: { number: string; code: string };
  refused?: Sentence;
};

/** Where anyone types what stands on a receipt. */
export function verifyPage({ shell, timeZone, verified, typed, refused }: VerifyPage): Html {
  const { language } = shell;
  const t = words[language];
  if (verified) return genuinePage(shell, timeZone, verified);
  const error = refused?.[language];
  return page(
    shell,
    { title: t.title, back: "/charters", errors: error !== undefined },
    html`${errorSummaryFrom(language, { number: error })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${form(
  shell,
  { action: "/charters/receipts/verify" },
  html`${input({
    id: "number",
    name: "number",
    label: { text: t.number },
    hint: { text: t.numberHint },
    value: typed?.number ?? "",
    autocomplete: "off",
    spellcheck: false,
    errorMessage: errorFor(language, error),
  })}
${input({
  id: "code",
  name: "code",
  label: { text: t.code },
  hint: { text: t.codeHint },
  value: typed?.code ?? "",
  autocomplete: "off",
  spellcheck: false,
})}
${button({ text: t.check, preventDoubleClick: true })}`,
)}`,
  );
}

function genuinePage(shell: Shell, timeZone: string, verified: Verified): Html {
  const { language } = shell;
  const t = words[language];
  const { title, charter, version, acceptedAt } = verified;
  return page(
    shell,
    { title: t.genuine, back: "/charters" },
    html`${panel({
      titleText: t.genuine,
      headingLevel: 1,
      text: t.proves(title, civilDate(language, version), moment(language, acceptedAt, timeZone)),
    })}
<p class="govuk-body"><a class="govuk-link" href="/charters/${charter}/${version}">${t.read}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/charters/receipts/verify">${t.another}</a></p>`,
  );
}
