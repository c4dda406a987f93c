export { codeInput } from "./patterns/code-input.ts";
export { errorFor, errorSummaryFrom } from "./patterns/errors.ts";
export { dateField, longText } from "./patterns/fields.ts";
export { form } from "./patterns/form.ts";
export { pages, wideTable } from "./patterns/lists.ts";
export { card, notice, refusal, success, warning, whyDoISeeThis } from "./patterns/messages.ts";
export { passwordField, passwordRulesList } from "./patterns/password.ts";
export { prose } from "./patterns/prose.ts";
