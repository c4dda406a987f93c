import { html as tagged, raw as trusted } from "hono/html";

/** Markup that is safe to send: made only by `html`, so everything typed by people in it is escaped. */
export type Html = ReturnType<typeof trusted>;

/** What may stand in a template: text (escaped), numbers, markup, lists of these; nothing for false and undefined. */
export type Piece = Html | string | number | false | null | undefined | readonly Piece[];

/**
 * The tagged template of every view: escapes strings, keeps nested `Html`. It stays synchronous because a `Piece` is never a promise.
 */
export const html = tagged as (strings: TemplateStringsArray, ...pieces: readonly Piece[]) => Html;

/** Marks a text as safe markup. For use inside `src/design/` only: elsewhere it would open a hole. */
export const raw = (markup: string): Html => trusted(markup);

/** Attributes of an element by name. `{ value, optional: true }` is left out when empty, and bare when true. */
export type Attributes = Readonly<
  Record<string, AttributeValue | { value: AttributeValue; optional?: boolean }>
>;
type AttributeValue = string | number | boolean | null | undefined;

/** Writes attributes with a leading space each; a value that is missing prints as an empty one. */
export const attributes = (given: Attributes | undefined): Html => {
  if (!given) return nothing;
  let written = "";
  for (const [name, item] of Object.entries(given)) {
    const { value, optional } =
      typeof item === "object" && item ? { optional: false, ...item } : { value: item, optional: false };
    if (!optional) written += pair(name, value ?? "");
    else if (value === true) written += ` ${escaped(name)}`;
    else if (value !== undefined && value !== null && value !== false) written += pair(name, value);
  }
  return raw(written);
};

/** Writes the attributes that have a value: undefined, null, false and "" are left out, true prints the bare name. */
export const present = (given: Readonly<Record<string, AttributeValue>>): Html => {
  let written = "";
  for (const [name, value] of Object.entries(given)) {
    if (value === true) written += ` ${name}`;
    else if (value || value === 0) written += pair(name, value);
  }
  return raw(written);
};

const pair = (name: string, value: string | number | boolean) =>
  ` ${escaped(name)}="${escaped(String(value))}"`;
const escaped = (text: string) => html`${text}`.toString();
const nothing = raw("");

/** True when there is something to show: an empty `Html` is an object, so it does not count as false by itself. */
export const filled = (piece: string | number | Html | null | undefined): boolean =>
  piece !== undefined && piece !== null && String(piece) !== "";

/** Joins class names, leaving out the missing ones. */
export const classList = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(" ");
