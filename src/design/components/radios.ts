import type { Html } from "../html.ts";
import { type Choice, type Choices, choiceList } from "./choices.ts";
import { fieldGroup } from "./field.ts";

export type Radios = Choices<Choice> & {
  /** The value that is chosen when the answers do not say so themselves. */
  value?: string | number | undefined;
};

/** One answer out of a few, all visible. */
export const radios = (params: Radios): Html => {
  const list = choiceList("radios", params, (item) => ({
    name: params.name,
    checked: item.checked || (item.checked !== false && Boolean(params.value) && item.value === params.value),
  }));
  return fieldGroup(params, { id: params.idPrefix || params.name }, list);
};
