import type { Field } from "../components/field.ts";
import { input } from "../components/input.ts";
import type { Html } from "../html.ts";

/**
 * A field for the code we sent: numeric keyboard, filled by the phone, and taking what is pasted with its spaces (A11Y-03).
 * No `maxlength`: it would cut a code pasted as "123 456".
 */
export const codeInput = (
  params: Field & { digits?: number | undefined; value?: string | undefined },
): Html =>
  input({
    ...params,
    classes: "foyer-code",
    inputmode: "numeric",
    autocomplete: "one-time-code",
    spellcheck: false,
    attributes: { "data-code": params.digits ?? 6 },
  });
