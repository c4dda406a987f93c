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

/** A stretch of a text, by its place and length, and what stands there instead. */
export type Marked = { at: number; length: number; drawn: Html };

/** Replaces what `find` finds in the text itself; links, code and titles stay as they are. */
markdown.core.ruler.push("marks", ({ tokens, env, Token }) => {
  const { find } = env as { find?: (text: string) => readonly Marked[] };
  if (!find) return;
  for (const [index, block] of tokens.entries()) {
    if (block.type !== "inline" || tokens[index - 1]?.type === "heading_open") continue;
    let links = 0;
    block.children = (block.children ?? []).flatMap((token) => {
      links += token.type === "link_open" ? 1 : token.type === "link_close" ? -1 : 0;
      if (token.type !== "text" || links > 0) return [token];
      const pieces: (typeof token)[] = [];
      const add = (type: "text" | "html_inline", content: string) => {
        if (content !== "") pieces.push(Object.assign(new Token(type, "", 0), { content }));
      };
      let from = 0;
      for (const { at, length, drawn } of find(token.content)) {
        add("text", token.content.slice(from, at));
        add("html_inline", drawn.toString());
        from = at + length;
      }
      add("text", token.content.slice(from));
      return pieces;
    });
  }
});

/** Draws texts in Markdown with marks in them. `find` gives the marks of a stretch of text, in order and apart. */
export const marking =
  (find: (text: string) => readonly Marked[]) =>
  (text: string): Html =>
    raw(markdown.render(text, { find }));

/** A long text written in Markdown by the institution: a charter, a notice. Its own `#` is the `<h1>` of the page. */
export const prose = (text: string): Html => raw(markdown.render(text));
