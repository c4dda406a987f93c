import type { Language, Sentence } from "../../../law/language.ts";
import { details } from "../components/details.ts";
import { type NotificationBanner, notificationBanner } from "../components/notification-banner.ts";
import type { Words } from "../components/parts.ts";
import { warningText } from "../components/warning-text.ts";
import { classList, filled, type Html, html } from "../html.ts";

const words = {
  refused: { fr: "Ce n’est pas possible ici", en: "This is not possible here" },
  way: { fr: "Ce que vous pouvez faire", en: "What you can do" },
  rule: { fr: "Règle appliquée : ", en: "Rule applied: " },
  why: { fr: "Pourquoi je vois ceci ?", en: "Why do I see this?" },
  done: { fr: "C’est fait", en: "Done" },
  know: { fr: "À savoir", en: "Good to know" },
  warning: { fr: "Attention", en: "Warning" },
} satisfies Record<string, Sentence>;

/** Why something is refused and which way is open. `source` is the id of the statement; a refusal always comes with a `way`. */
export const refusal = (
  language: Language,
  { says, source, way }: { says: Sentence; source?: string | undefined; way: Sentence | Html },
): Html => html`
<section class="foyer-refusal" aria-labelledby="refusal-title">
  <h2 class="govuk-heading-m" id="refusal-title">${words.refused[language]}</h2>
  <p class="govuk-body">${says[language]}</p>
  <div class="foyer-refusal__way">
    <h3 class="govuk-heading-s">${words.way[language]}</h3>
    ${"fr" in way ? html`<p class="govuk-body">${way[language]}</p>` : way}
  </div>
  ${source && sourceLine(language, source)}
</section>`;

/** Tells a person, where they look, by which rule something shows on their page. */
export const whyDoISeeThis = (
  language: Language,
  reasons: readonly { says: Sentence; source?: string | undefined }[],
): Html =>
  details({
    summaryText: words.why[language],
    html: html`${reasons.map(({ says, source }) => html`<p class="govuk-body">${says[language]}</p>${source && sourceLine(language, source)}`)}`,
  });

const sourceLine = (language: Language, source: string) =>
  html`<p class="foyer-source">${words.rule[language]}${source}</p>`;

/** Says at the top of the next page that what was asked is done; read out at once. */
export const success = (
  language: Language,
  said: Words & Pick<NotificationBanner, "disableAutoFocus">,
): Html => notificationBanner({ ...said, type: "success", titleText: words.done[language] });

/** Something worth knowing that is not about the page itself. `id` must differ when a page has several. */
export const notice = (language: Language, said: Words & { id?: string | undefined }): Html =>
  notificationBanner({ text: said.text, html: said.html, titleText: words.know[language], titleId: said.id });

/** Something with serious consequences, in the language of the page. */
export const warning = (language: Language, said: Words): Html =>
  warningText({ ...said, iconFallbackText: words.warning[language] });

/** A box of its own on a wide page. With `href`, its title leads there. */
export const card = (params: {
  title: string;
  href?: string | undefined;
  level?: 2 | 3;
  content?: Words;
}): Html => {
  const title = params.href ? html`<a href="${params.href}">${params.title}</a>` : params.title;
  const content = params.content?.html;
  return html`
<div class="${classList("foyer-card", params.href && "foyer-card--link")}">
  ${params.level === 3 ? html`<h3 class="govuk-heading-m">${title}</h3>` : html`<h2 class="govuk-heading-m">${title}</h2>`}
  ${filled(content) ? content : params.content && html`<p class="govuk-body">${params.content.text}</p>`}
</div>`;
};
