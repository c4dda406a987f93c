import { codeFields } from "./code-field.ts";
import { exclusiveBoxes } from "./exclusive-boxes.ts";
import { govuk } from "./govuk.ts";
import { passwordRuleLists } from "./password-rules.ts";
import { sessionEnd } from "./session-warning.ts";

// Every page works without this file; it only makes them easier.
govuk();
passwordRuleLists();
codeFields();
exclusiveBoxes();
sessionEnd();
