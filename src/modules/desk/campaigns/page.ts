import { insetText } from "../../../design/components/inset-text.ts";
import { tag } from "../../../design/components/tag.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import type { campaignsOf } from "../../identity/index.ts";

const words = {
  fr: {
    title: "Demandes de nouveaux mots de passe",
    none: "Aucune demande n’a été lancée.",
    everybody: "Tout le monde",
    some: "Des personnes choisies",
    asked: (n: number) => `demandé à ${n}`,
    done: (n: number) => `choisi par ${n}`,
    remaining: (n: number) => `attendu de ${n}`,
    running: "en cours",
    over: "terminée",
  },
  en: {
    title: "Requests for new passwords",
    none: "No request was started.",
    everybody: "Everybody",
    some: "Chosen people",
    asked: (n: number) => `asked of ${n}`,
    done: (n: number) => `chosen by ${n}`,
    remaining: (n: number) => `awaited from ${n}`,
    running: "running",
    over: "over",
  },
};

/** The last campaigns, and how far each is. */
export function campaignsPage(given: {
  shell: Shell;
  campaigns: Awaited<ReturnType<typeof campaignsOf>>;
  timeZone: string;
}): Html {
  const { shell, campaigns, timeZone } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/desk" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
${campaigns.length === 0 && insetText({ text: t.none })}
<ul class="govuk-list govuk-list--spaced">${campaigns.map(
      (one) => html`<li><strong>${one.everybody ? t.everybody : t.some}</strong>
${tag({ text: one.finishedAt ? t.over : t.running, classes: one.finishedAt ? "govuk-tag--grey" : "govuk-tag--green" })}<br>
${moment(language, one.startedAt, timeZone)}<br>
${t.asked(one.asked)}, ${t.done(one.done)}, ${t.remaining(one.remaining)}</li>`,
    )}</ul>`,
  );
}
