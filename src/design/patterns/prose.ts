import MarkdownIt from "markdown-it";
import { type Html, raw } from "../html.ts";

const classOf: Readonly<Record<string, string>> = {
  h1: "govuk-heading-l",
  h2: "govuk-heading-m",
  h3: "govuk-heading-s",
  h4: "govuk-heading-s",
  p: "govuk-body",
  ul: "govuk-list govuk-list--bullet",
  ol: "govuk-list govuk-list--number",
  blockquote: "govuk-inset-text",
  table: "govuk-table",
  th: "govuk-table__header",
  td: "govuk-table__cell",
};

/** Markup inside the text is shown, not obeyed; addresses become links only where the author made them so. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.core.ruler.push("classes", ({ tokens }) => {
  for (const token of tokens) {
    const name = token.type.endsWith("_open") ? classOf[token.tag] : undefined;
    if (name) token.attrJoin("class", name);
  }
});

/** A long text written in Markdown by the institution: a charter, a notice. Its own `#` is the `<h1>` of the page. */
export const prose = (text: string): Html => raw(markdown.render(text));
