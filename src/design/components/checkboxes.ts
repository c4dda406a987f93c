import type { Html } from "../html.ts";
import { type Choice, type Choices, choiceList } from "./choices.ts";
import { fieldGroup } from "./field.ts";

export type Checkbox = Choice & {
  name?: string | undefined;
  /** `exclusive` unticks all the others ("none of these"). */
  behaviour?: "exclusive" | undefined;
};
export type Checkboxes = Choices<Checkbox> & {
  describedBy?: string | undefined;
  /** The values that are ticked when the answers do not say so themselves. */
  values?: readonly (string | number)[] | undefined;
};

/** Several answers may be ticked, or one box agrees to something. */
export const checkboxes = (params: Checkboxes): Html => {
  const id = params.idPrefix || params.name;
  const list = choiceList("checkboxes", params, (item) => ({
    name: item.name || params.name,
    checked: item.checked || (item.checked !== false && isTicked(params.values, item.value)),
    describedBy: params.fieldset ? undefined : describedOutside(params, id),
    behaviour: item.behaviour,
  }));
  return fieldGroup(params, { id, describedBy: params.describedBy }, list);
};

const isTicked = (values: Checkboxes["values"], value: Choice["value"]) =>
  value !== undefined && (values?.includes(value) ?? false);

/** Without a fieldset to carry it, each box carries the description of the group. */
const describedOutside = (params: Checkboxes, id: string) =>
  [params.describedBy, params.hint && `${id}-hint`, params.errorMessage && `${id}-error`]
    .filter(Boolean)
    .join(" ");
