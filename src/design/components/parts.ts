import { type Attributes, filled, type Html, html, type Piece } from "../html.ts";

/** The two ways to give words: `text` is escaped, `html` is markup made by the `html` template and wins. */
export type Words = { text?: string | number | undefined; html?: Html | undefined };

/** Options every component has: more class names and more attributes on its outer element. */
export type Extras = { classes?: string | undefined; attributes?: Attributes | undefined };

/** Around a control: what stands in the same group before and after it. */
export type FormGroup = Extras & { beforeInput?: Words | undefined; afterInput?: Words | undefined };

/** Around several controls. */
export type InputsGroup = Extras & { beforeInputs?: Words | undefined; afterInputs?: Words | undefined };

/** One message by plural rule, for the scripts that count. */
export type Plurals = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** The markup if there is any, else the text. */
export const wordsOf = (words: Words | undefined): Piece =>
  words && (filled(words.html) ? words.html : words.text);

/** True when there is a word to show. */
export const speaks = (words: Words | undefined): boolean =>
  words !== undefined && (filled(words.html) || filled(words.text));

/** A heading of level 1 to 6 with its attributes already written. */
export const heading = (level: number | string, written: Html, content: Piece): Html =>
  tagOfLevel[String(level)]?.(written, content) ?? html`<h2${written}>${content}</h2>`;

const tagOfLevel: Readonly<Record<string, (written: Html, content: Piece) => Html>> = {
  1: (written, content) => html`<h1${written}>${content}</h1>`,
  2: (written, content) => html`<h2${written}>${content}</h2>`,
  3: (written, content) => html`<h3${written}>${content}</h3>`,
  4: (written, content) => html`<h4${written}>${content}</h4>`,
  5: (written, content) => html`<h5${written}>${content}</h5>`,
  6: (written, content) => html`<h6${written}>${content}</h6>`,
};

/** Words for a script, as `data-i18n` attributes: one, or one for each plural rule. */
export const scriptWords = (given: Readonly<Record<string, string | Plurals | undefined>>): Attributes => {
  const written: Record<string, string> = {};
  for (const [key, words] of Object.entries(given)) {
    if (typeof words === "string" && words) written[`data-i18n.${key}`] = words;
    else if (typeof words === "object")
      for (const [rule, word] of Object.entries(words)) written[`data-i18n.${key}.${rule}`] = word;
  }
  return written;
};
