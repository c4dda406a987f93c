import type { Sentence } from "../../law/language.ts";
import { type Html, html } from "../design/html.ts";
import { page, type Shell } from "../design/page.ts";
import { refusal } from "../design/patterns.ts";

const words = {
  fr: { title: "Cette page ne vous est pas ouverte" },
  en: { title: "This page is not open to you" },
};

const account = { href: "/home", text: { fr: "Revenir à mon espace", en: "Back to my account" } };

/** Why, by which rule, and the way that stays open: a decision of the law of access that says no. */
export type Refusal = { says: Sentence; source: string; way: Sentence };

/** The page in place of one that the law does not open to this person. `title` names what was asked for, `back` leads on. */
export function refusedPage(
  shell: Shell,
  { says, source, way }: Refusal,
  title?: Sentence,
  back: { href: string; text: Sentence } = account,
): Html {
  const t = words[shell.language];
  const named = title?.[shell.language] ?? t.title;
  return page(
    shell,
    { title: named },
    html`<h1 class="govuk-heading-l">${named}</h1>
${refusal(shell.language, { says, source, way })}
<p class="govuk-body"><a class="govuk-link" href="${back.href}">${back.text[shell.language]}</a></p>`,
  );
}
