import { attributes, classList, type Html, html, present } from "../html.ts";
import { type FieldGroup, fieldGroup } from "./field.ts";
import { type Input, input } from "./input.ts";
import { type Extras, wordsOf } from "./parts.ts";

export type DatePart = Extras & {
  id?: string | undefined;
  name?: string | undefined;
  /** Above the box; the name with a capital when left out. */
  label?: string | undefined;
  value?: string | number | undefined;
  /** True: this part is wrong; false: it is right although the date is not. */
  error?: boolean | undefined;
  autocomplete?: string | undefined;
  pattern?: string | undefined;
  inputmode?: Input["inputmode"];
};
export type DateInput = FieldGroup &
  Extras & {
    id?: string | undefined;
    /** Goes before each name, with a hyphen: `birth` sends `birth-day`, `birth-month`, `birth-year`. */
    namePrefix?: string | undefined;
    items?: readonly (DatePart | false | null | undefined)[] | undefined;
    day?: DatePart | undefined;
    month?: DatePart | undefined;
    year?: DatePart | undefined;
    values?: Readonly<Record<string, string | number | undefined>> | undefined;
  };

/** A date people know by heart, typed in three boxes. Pages use `dateField`, which speaks their language. */
export const dateInput = (params: DateInput): Html => {
  const id = params.id ?? "";
  const list = html`
  <div class="${classList("govuk-date-input", params.classes)}"${attributes(params.attributes)}${present({ id })}>
    ${wordsOf(params.formGroup?.beforeInputs)}
    ${datePieces(params)}
    ${wordsOf(params.formGroup?.afterInputs)}
  </div>`;
  // Without the role, one widespread screen reader does not read the description of a group of text fields.
  return fieldGroup(params, { id, role: "group" }, list);
};

const datePieces = (params: DateInput) => {
  const { day, month, year } = namedParts(params);
  const given = params.items?.length ? params.items : [day, month, year];
  const items = given.filter((item) => item !== undefined && item !== null && item !== false);
  const someWrong = items.some(isWrong);
  return items.map((item) => {
    const kind = ([day, month, year] as const).findIndex(
      (part, index) => item === part || (item.name && [kinds[index], part.name].includes(item.name)),
    );
    const part = [day, month, year][kind];
    return datePiece(params, {
      item: { ...item, value: item.value ?? part?.value },
      name: item.name ?? kinds[kind] ?? "",
      width: kind === 2 ? 4 : 2,
      wrong: isWrong(item) || (item.error !== false && params.errorMessage !== undefined && !someWrong),
    });
  });
};

const kinds = ["day", "month", "year"];

const namedParts = (params: DateInput): { day: DatePart; month: DatePart; year: DatePart } => ({
  day: params.day ?? { name: "day", value: params.values?.day, classes: "govuk-input--width-2" },
  month: params.month ?? { name: "month", value: params.values?.month, classes: "govuk-input--width-2" },
  year: params.year ?? { name: "year", value: params.values?.year, classes: "govuk-input--width-4" },
});

const isWrong = (part: DatePart) => part.error || hasClass(part, "govuk-input--error");
const hasClass = (part: DatePart, name: string) => part.classes?.includes(name) ?? false;

const datePiece = (
  params: DateInput,
  { item, name, width, wrong }: { item: DatePart; name: string; width: number; wrong: boolean },
) => {
  const fullName = params.namePrefix ? `${params.namePrefix}-${name}` : name;
  return html`
    <div class="govuk-date-input__item">${input({
      label: { text: item.label || capitalised(name), classes: "govuk-date-input__label" },
      id: item.id || `${params.id ?? ""}-${name}`,
      classes: classList(
        "govuk-date-input__input",
        wrong && !hasClass(item, "govuk-input--error") && "govuk-input--error",
        !hasClass(item, "govuk-input--width-") && `govuk-input--width-${width}`,
        item.classes,
      ),
      name: fullName,
      value: item.value ?? params.values?.[fullName],
      inputmode: item.inputmode || "numeric",
      autocomplete: item.autocomplete,
      pattern: item.pattern,
      attributes: item.attributes,
    })}</div>`;
};

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
