import { type Html, html, type Piece, present } from "../html.ts";
import type { Shell } from "../page.ts";

/**
 * A form that posts to `action` with the token that proves it comes from our page (SEC-15). `files` lets it carry documents.
 * In
 * somebody else's space it says in whose, so that it is not taken for another's once that space was left (MC-07).
 * Browsers' own bubbles are off: the server's messages are in plain words and are read out.
 */
export const form = (
  shell: Pick<Shell, "csrf" | "space">,
  to: { action: string; files?: boolean },
  content: Piece,
): Html => html`
<form method="post" action="${to.action}" novalidate${present({ enctype: to.files && "multipart/form-data" })}>
  <input type="hidden" name="csrf" value="${shell.csrf}">
  ${shell.space && html`<input type="hidden" name="space" value="${shell.space.personId}">`}
  ${content}
</form>`;
