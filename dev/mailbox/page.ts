import type { Language, Sentence } from "../../law/language.ts";
import { insetText } from "../../src/design/components/inset-text.ts";
import { summaryList } from "../../src/design/components/summary-list.ts";
import { type Html, html } from "../../src/design/html.ts";
import { page, type Shell } from "../../src/design/page.ts";
import { wideTable } from "../../src/design/patterns.ts";
import type { Message } from "./message.ts";

const path = "/dev/mailbox";

const words = {
  title: { fr: "Boîte aux lettres de développement", en: "Development mailbox" },
  intro: {
    fr: "Les mails et les SMS de ce site arrivent ici, et ne partent nulle part ailleurs.",
    en: "The mails and SMS of this site arrive here, and go nowhere else.",
  },
  empty: { fr: "Rien n’est encore arrivé", en: "Nothing has arrived yet" },
  awaited: {
    fr: "Vous trouverez ici les codes à 6 chiffres, les identifiants et les avis, dès que le site en enverra. Demandez par exemple un code de vérification, puis rechargez cette page.",
    en: "You will find the 6-digit codes, identifiers and notices here as soon as the site sends some. Ask for a verification code, for example, then reload this page.",
  },
  caption: { fr: "Messages reçus, les plus récents d’abord", en: "Messages received, newest first" },
  message: { fr: "Message", en: "Message" },
  to: { fr: "Pour", en: "To" },
  from: { fr: "De", en: "From" },
  by: { fr: "Par", en: "By" },
  at: { fr: "Reçu le", en: "Received" },
  mail: { fr: "Mail", en: "Mail" },
  sms: { fr: "SMS", en: "SMS" },
  noSubject: { fr: "(sans objet)", en: "(no subject)" },
  code: { fr: "Code reçu", en: "Code received" },
  text: { fr: "Texte", en: "Text" },
} satisfies Record<string, Sentence>;

/** Everything that arrived, in the order given: newest first, as the mailbox keeps it. */
export function mailboxPage(shell: Shell, messages: readonly Message[]): Html {
  const { language } = shell;
  const content = html`
    <h1 class="govuk-heading-l">${words.title[language]}</h1>
    <p class="govuk-body">${words.intro[language]}</p>
    ${messages.length > 0 ? list(language, messages) : nothingYet(language)}`;
  return page(shell, { title: words.title[language], width: "wide" }, content);
}

/** One message, as its reader gets it; a code in it stands out, ready to be copied. */
export function messagePage(shell: Shell, message: Message): Html {
  const { language } = shell;
  const title = titleOf(language, message);
  const code = /(?<!\d)\d{6}(?!\d)/.exec(message.text)?.[0];
  const content = html`
    <h1 class="govuk-heading-l">${title}</h1>
    ${code && insetText({ html: html`<p class="govuk-body">${words.code[language]}</p><p class="govuk-heading-xl">${code}</p>` })}
    ${summaryList({
      rows: [
        { key: { text: words.at[language] }, value: { html: moment(language, message.at) } },
        { key: { text: words.by[language] }, value: { text: words[message.kind][language] } },
        { key: { text: words.from[language] }, value: { text: message.from } },
        { key: { text: words.to[language] }, value: { text: message.to } },
      ],
    })}
    <h2 class="govuk-heading-m">${words.text[language]}</h2>
    <div lang="${message.language ?? language}">${paragraphs(message.text)}</div>`;
  return page(shell, { title, back: path }, content);
}

const nothingYet = (language: Language) => html`
    <h2 class="govuk-heading-m">${words.empty[language]}</h2>
    <p class="govuk-body">${words.awaited[language]}</p>`;

const list = (language: Language, messages: readonly Message[]) =>
  wideTable({
    caption: words.caption[language],
    captionClasses: "govuk-visually-hidden",
    head: [words.message, words.to, words.by, words.at].map((word) => ({ text: word[language] })),
    rows: messages.map((message) => [
      { html: link(language, message) },
      { text: message.to },
      { text: words[message.kind][language] },
      { html: moment(language, message.at) },
    ]),
  });

const link = (language: Language, message: Message) =>
  html`<a class="govuk-link" href="${path}/${encodeURIComponent(message.id)}" lang="${message.language ?? language}">${message.kind === "mail" ? titleOf(language, message) : beginning(message.text)}</a>`;

const titleOf = (language: Language, { kind, subject, to }: Message) =>
  kind === "mail" ? subject || words.noSubject[language] : `${words.sms[language]} – ${to}`;

const longest = 80;
const beginning = (text: string) => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);

const shown = { dateStyle: "short", timeStyle: "medium" } as const;
const clocks = {
  fr: new Intl.DateTimeFormat("fr-FR", shown),
  en: new Intl.DateTimeFormat("en-GB", shown),
} satisfies Record<Language, Intl.DateTimeFormat>;

/** In the time of the machine it runs on: its reader sits in front of it. */
const moment = (language: Language, at: Date) =>
  html`<time datetime="${at.toISOString()}">${clocks[language].format(at)}</time>`;

/** Every line and every blank line where the writer put them. */
const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        html`<p class="govuk-body">${paragraph.split("\n").map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`,
    );
