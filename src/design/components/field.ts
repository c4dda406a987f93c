import { attributes, classList, type Html, html, type Piece } from "../html.ts";
import { type ErrorMessage, errorMessage } from "./error-message.ts";
import { type Fieldset, fieldset } from "./fieldset.ts";
import { type Hint, hint } from "./hint.ts";
import { type Label, label } from "./label.ts";
import type { Extras, FormGroup, InputsGroup } from "./parts.ts";

/** What every single control has around it. */
export type Field = {
  id?: string | undefined;
  name: string;
  /** Ids of elements elsewhere that describe the field. */
  describedBy?: string | undefined;
  label?: Label | undefined;
  hint?: Hint | undefined;
  errorMessage?: ErrorMessage | undefined;
  formGroup?: FormGroup | undefined;
};

/** The frame of one control: label, hint and error above it, each tied to it by its id. */
export const field = (params: Field, control: (id: string, describedBy: string) => Piece): Html => {
  const id = params.id || params.name;
  const told = described(id, params.describedBy, params);
  return html`
<div class="${groupClass(params)}"${attributes(params.formGroup?.attributes)}>
  ${label({ ...params.label, for: id })}
  ${told.lines}
  ${control(id, told.by)}
</div>`;
};

/** What every group of controls has around it. */
export type FieldGroup = {
  fieldset?: Fieldset | undefined;
  hint?: Hint | undefined;
  errorMessage?: ErrorMessage | undefined;
  formGroup?: InputsGroup | undefined;
};

/** The frame of several controls that answer one question: in a fieldset if one is given. */
export const fieldGroup = (
  params: FieldGroup,
  frame: { id: string; describedBy?: string | undefined; role?: string },
  controls: Piece,
): Html => {
  const told = described(frame.id, params.fieldset?.describedBy || frame.describedBy, params);
  const inside = html`${told.lines}
  ${controls}`;
  return html`
<div class="${groupClass(params)}"${attributes(params.formGroup?.attributes)}>
  ${params.fieldset ? fieldset({ ...params.fieldset, role: frame.role, describedBy: told.by, html: inside }) : inside}
</div>`;
};

/** The hint and the error of a field, and the ids to give to `aria-describedby`. */
const described = (
  id: string,
  before: string | undefined,
  params: { hint?: Hint | undefined; errorMessage?: ErrorMessage | undefined },
) => ({
  by: classList(before, params.hint && `${id}-hint`, params.errorMessage && `${id}-error`),
  lines: html`${params.hint && hint({ ...params.hint, id: `${id}-hint` })}
  ${params.errorMessage && errorMessage({ ...params.errorMessage, id: `${id}-error` })}`,
});

const groupClass = (params: { errorMessage?: ErrorMessage | undefined; formGroup?: Extras | undefined }) =>
  classList("govuk-form-group", params.errorMessage && "govuk-form-group--error", params.formGroup?.classes);
