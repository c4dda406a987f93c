import type { Language, Sentence } from "../../../law/language.ts";
import { type PageNumber, pagination } from "../components/pagination.ts";
import { type Table, table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { withQuery } from "../switches.ts";

const words = {
  pages: { fr: "Pages de la liste", en: "Pages of the list" },
  page: { fr: "Page", en: "Page" },
  previous: { fr: "Page précédente", en: "Previous page" },
  next: { fr: "Page suivante", en: "Next page" },
} satisfies Record<string, Sentence>;

/** The pages of a long list, in the language of the page: numbers start at 1 and stand in the query as `page`. Nothing for one page. */
export const pages = (
  language: Language,
  { path, current, count }: { path: string; current: number; count: number },
): Html => {
  const to = (number: number) => withQuery(path, "page", String(number));
  return count < 2
    ? html``
    : pagination({
        landmarkLabel: words.pages[language],
        previous: current > 1 ? { href: to(current - 1), text: words.previous[language] } : undefined,
        next: current < count ? { href: to(current + 1), text: words.next[language] } : undefined,
        items: shownNumbers(current, count).map(
          (number): PageNumber =>
            number === "gap"
              ? { ellipsis: true }
              : {
                  number,
                  href: to(number),
                  current: number === current,
                  visuallyHiddenText: `${words.page[language]} ${number}`,
                },
        ),
      });
};

/** The first, the last and the neighbours; a gap stands for the others. */
const shownNumbers = (current: number, count: number): (number | "gap")[] => {
  const shown = [1, current - 1, current, current + 1, count].filter(
    (number, index, all) => number >= 1 && number <= count && all.indexOf(number) === index,
  );
  return shown.flatMap((number, index) => {
    const before = shown[index - 1];
    return before !== undefined && number - before > 1 ? ["gap" as const, number] : [number];
  });
};

/** A table that scrolls sideways by itself on a narrow screen, by touch or by keyboard. The caption names it. */
export const wideTable = (params: Table & { caption: string }): Html => html`
<section class="foyer-table-scroll" tabindex="0" aria-label="${params.caption}">
  ${table(params)}
</section>`;
