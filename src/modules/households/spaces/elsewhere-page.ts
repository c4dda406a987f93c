import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form, refusal } from "../../../design/patterns.ts";
import type { Refusal } from "../../../site/refused-page.ts";

const words = {
  fr: {
    title: "Une page de votre propre espace",
    lead: (name: string) =>
      `Vous êtes dans l’espace de ${name}. Pour ne rien mélanger, cette page ne s’ouvre que dans le vôtre. Rien n’a été fait.`,
    leave: "Revenir dans mon espace et continuer",
    stay: (name: string) => `Rester dans l’espace de ${name}`,
    theirs: (name: string) => `Vous vouliez le faire pour ${name} ?`,
    moved: "Vous avez changé d’espace",
    movedText:
      "Cette page avait été ouverte dans un autre espace que celui où vous êtes maintenant. Pour ne rien mélanger, rien n’a été enregistré.",
    goOn: "Continuer dans l’espace où je suis",
    choose: "Choisir un autre espace",
  },
  en: {
    title: "A page of your own space",
    lead: (name: string) =>
      `You are in the space of ${name}. So that nothing gets mixed up, this page opens only in your own. Nothing was done.`,
    leave: "Go back to my space and go on",
    stay: (name: string) => `Stay in the space of ${name}`,
    theirs: (name: string) => `Did you want to do this for ${name}?`,
    moved: "You changed spaces",
    movedText:
      "This page was opened in another space than the one you are in now. So that nothing gets mixed up, nothing was saved.",
    goOn: "Go on in the space where I am",
    choose: "Choose another space",
  },
};

/** In place of a page of the visitor's own, while they are in another person's space (MC-07). */
export function elsewherePage(given: {
  shell: Shell;
  name: string;
  next: string;
  /** What the law says of the same for the protected person. */
  refused: Refusal | undefined;
}): Html {
  const { shell, name, next, refused } = given;
  const t = words[shell.language];
  return page(
    shell,
    { title: t.title },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead(name)}</p>
${refused && html`<h2 class="govuk-heading-m">${t.theirs(name)}</h2>${refusal(shell.language, refused)}`}
${form(
  shell,
  { action: "/spaces/current/end" },
  html`<input type="hidden" name="next" value="${next}">${button({ text: t.leave, preventDoubleClick: true })}`,
)}
<p class="govuk-body"><a class="govuk-link" href="/spaces/current">${t.stay(name)}</a></p>`,
  );
}

/** In place of what a form of another space would have done, once that space was left or entered in another window. */
export function anotherSpacePage(shell: Shell): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.moved },
    html`<h1 class="govuk-heading-l">${t.moved}</h1>
<p class="govuk-body">${t.movedText}</p>
${button({ text: t.goOn, href: "/home" })}
<p class="govuk-body"><a class="govuk-link" href="/spaces">${t.choose}</a></p>`,
  );
}
