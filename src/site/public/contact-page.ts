import type { Institution } from "../../../institutions/institution.ts";
import { type Html, html } from "../../design/html.ts";
import { page, type Shell } from "../../design/page.ts";
import { phoneLink } from "../../design/patterns.ts";
import { bullets, promise } from "./parts.ts";

const words = {
  fr: {
    title: "Nous contacter",
    lead: "Une question, un doute, une situation qui change : mieux vaut nous en parler tôt.",
    phone: "Par téléphone",
    desk: "Sur place",
    safety: "Avant de nous répondre",
  },
  en: {
    title: "Contact us",
    lead: "A question, a doubt, a change in your life: better to tell us early.",
    phone: "By phone",
    desk: "In person",
    safety: "Before you answer a call or a message",
  },
};

/** How to reach a person (IL-09), and what that person will never ask (CN-05). */
export function contactPage({ shell, institution }: { shell: Shell; institution: Institution }): Html {
  const { help, siteAddress, name } = institution;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/" },
    html`<p class="govuk-caption-l">${name[language]}</p>
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body-l">${t.lead}</p>
<h2 class="govuk-heading-m">${t.phone}</h2>
<p class="govuk-body"><strong>${phoneLink(help)}</strong><br>${help.hours[language]}</p>
<h2 class="govuk-heading-m">${t.desk}</h2>
<p class="govuk-body">${help.desk[language]}</p>
<h2 class="govuk-heading-m">${t.safety}</h2>
${bullets(promise(language, siteAddress))}`,
  );
}
