import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Une page de votre propre espace",
    lead: (name: string) =>
      `Vous êtes dans l’espace de ${name}. Pour ne rien mélanger, cette page ne s’ouvre que dans le vôtre. Rien n’a été fait.`,
    leave: "Revenir dans mon espace et continuer",
    stay: (name: string) => `Rester dans l’espace de ${name}`,
  },
  en: {
    title: "A page of your own space",
    lead: (name: string) =>
      `You are in the space of ${name}. So that nothing gets mixed up, this page opens only in your own. Nothing was done.`,
    leave: "Go back to my space and go on",
    stay: (name: string) => `Stay in the space of ${name}`,
  },
};

/** In place of a page of the visitor's own, while they are in another person's space (MC-07). */
export function elsewherePage({ shell, name, next }: { shell: Shell; name: string; next: string }): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.title },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead(name)}</p>
${form(
  shell,
  { action: "/spaces/current/end" },
  html`<input type="hidden" name="next" value="${next}">${button({ text: t.leave, preventDoubleClick: true })}`,
)}
<p class="govuk-body"><a class="govuk-link" href="/spaces/current">${t.stay(name)}</a></p>`,
  );
}
