import { type Attributes, attributes, classList, type Html, html, present } from "../html.ts";
import { type Field, field } from "./field.ts";
import { type Extras, type Plurals, scriptWords, wordsOf } from "./parts.ts";

export type FileUpload = Field &
  Extras & {
    disabled?: boolean | undefined;
    multiple?: boolean | undefined;
    /** Lets the script show a drop zone. */
    javascript?: boolean | undefined;
    chooseFilesButtonText?: string | undefined;
    dropInstructionText?: string | undefined;
    multipleFilesChosenText?: Plurals | undefined;
    noFileChosenText?: string | undefined;
    enteredDropZoneText?: string | undefined;
    leftDropZoneText?: string | undefined;
    wrapperClasses?: string | undefined;
    wrapperAttributes?: Attributes | undefined;
  };

/** A field for documents; the form needs `enctype="multipart/form-data"`. */
export const fileUpload = (params: FileUpload): Html =>
  field(params, (id, describedBy) => {
    const control = html`<input class="${classList("govuk-file-upload", params.classes, params.errorMessage && "govuk-file-upload--error")}" id="${id}" name="${params.name}" type="file"${present({ disabled: params.disabled, multiple: params.multiple, "aria-describedby": describedBy })}${attributes(params.attributes)}>`;
    return html`${wordsOf(params.formGroup?.beforeInput)}
  ${params.javascript ? dropZone(params, control) : control}
  ${wordsOf(params.formGroup?.afterInput)}`;
  });

const dropZone = (params: FileUpload, control: Html) => html`
  <div class="${classList("govuk-file-upload-wrapper", params.wrapperClasses)}" data-module="govuk-file-upload"${attributes(
    scriptWords({
      "choose-files-button": params.chooseFilesButtonText,
      "no-file-chosen": params.noFileChosenText,
      "multiple-files-chosen": params.multipleFilesChosenText,
      "drop-instruction": params.dropInstructionText,
      "entered-drop-zone": params.enteredDropZoneText,
      "left-drop-zone": params.leftDropZoneText,
    }),
  )}${attributes(params.wrapperAttributes)}>
    ${control}
  </div>`;
