import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";
import { words } from "./start-words.ts";

export type StartPage = {
  shell: Shell;
  /** A simulation is under way in this browser. */
  underWay: boolean;
  /** For who is signed in: what the file may bring. */
  offer?: "household" | "own birth";
  /** The names of the benefits told. */
  benefits: readonly Sentence[];
};

/** What the simulator does, what it does not keep, and where to start (MC-01). */
export function startPage({ shell, underWay, offer, benefits }: StartPage): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: shell.visitor ? "/home" : "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body-l">${t.lead}</p>
${underWay && html`<p class="govuk-body"><a class="govuk-link" href="/simulations/current">${t.resume}</a></p>`}
${shell.space && !offer && html`<p class="govuk-body">${t.closedOf(shell.space.name)}</p>`}
${offer ? choices(shell, offer) : start(shell, { text: t.start })}
${insetText({
  html: html`<h2 class="govuk-heading-s">${t.privateTitle}</h2>
<ul class="govuk-list govuk-list--bullet">${t.private.map((line) => html`<li>${line}</li>`)}</ul>`,
})}
<h2 class="govuk-heading-m">${t.countsTitle}</h2>
<ul class="govuk-list govuk-list--bullet">${benefits.map((one) => html`<li>${one[language]}</li>`)}</ul>
<h2 class="govuk-heading-m">${t.limitsTitle}</h2>
<ul class="govuk-list govuk-list--bullet">${t.limits.map((line) => html`<li>${line}</li>`)}</ul>`,
  );
}

const start = (shell: Shell, { text, classes }: { text: string; classes?: string }) =>
  form(shell, { action: "/simulations" }, button({ text, classes, preventDoubleClick: true }));

function choices(shell: Shell, offer: NonNullable<StartPage["offer"]>) {
  const t = words[shell.language];
  const { space } = shell;
  const says = space
    ? { household: t.householdOf(space.name), "own birth": t.birthOf(space.name) }
    : { household: t.household, "own birth": t.ownBirth };
  const fromFile = space ? t.fromFileOf(space.name) : t.fromFile;
  return html`<p class="govuk-body">${says[offer]}</p>
<div class="govuk-button-group">
${form(shell, { action: "/home/simulations" }, button({ text: fromFile, preventDoubleClick: true }))}
${start(shell, { text: t.fromNothing, classes: "govuk-button--secondary" })}
</div>`;
}
