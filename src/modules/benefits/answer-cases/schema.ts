import { z } from "zod";
import { monthNumber } from "../../../../engine/months.ts";
import { frenchBenefits } from "../../../../law/benefits/fr/index.ts";

/** As many households as one request takes. */
export const mostCases = 200;
/** As many when every step is to be told: a household takes some hundred kilobytes of steps. */
export const mostExplained = 10;

const date = z.iso.date().describe("Civil date, yyyy-mm-dd");
const euros = z.number().min(0).max(10_000_000);

const adult = z.object({
  birth: date,
  net_pay: euros.describe("Net monthly pay in euros, the same every month of the last five years"),
  taxable_pay: euros
    .optional()
    .describe("Taxable pay of the year two years ago, in euros; 1.03 × net pay × 12 when left out"),
  disabled: z.boolean().optional().describe("The right to AAH is recognised"),
});
const child = z.object({
  birth: date,
  aeeh: z
    .int()
    .min(-1)
    .max(6)
    .optional()
    .describe("Category recognised for AEEH: 0 without complement, 1 to 6; −1 or nothing for none"),
});

/** One household, as programs describe it. Other fields are ignored. */
export const caseSchema = z.object({
  id: z
    .union([z.string().max(200), z.number()])
    .optional()
    .describe("Comes back with the answer"),
  adults: z.array(adult).min(1).max(2).describe("One adult, or two who live as a couple"),
  children: z.array(child).max(30).describe("Children who live with them, born by the end of the month"),
  expected: z.array(child).max(30).optional().describe("Births expected within nine months"),
  housing: z.enum(["owner", "housed-free"]).describe("Without rent: housing benefit is not computed"),
});

/** What is posted. The cases are read one by one, so that every impossible field is named. */
export const askedSchema = z.object({
  month: z
    .string()
    .refine((text) => monthNumber(text) !== undefined && text >= frenchBenefits.since)
    .describe(`The month computed, yyyy-mm, from ${frenchBenefits.since} on`),
  cases: z.array(z.unknown()).max(mostCases),
  explain: z
    .boolean()
    .optional()
    .describe(`Tells every step, its article and its numbers; for up to ${mostExplained} households at once`),
});

const amount = z.number();

/** Euros a month, but for resources (a year) and `ars_year` (a year). */
export const resultSchema = z.object({
  id: z.string(),
  prestations_familiales_base_ressources: amount.describe("Yearly resources that family benefits look at"),
  af: amount.describe("Family allowances, all parts"),
  af_base: amount,
  af_majoration: amount.describe("Age supplement"),
  af_allocation_forfaitaire: amount.describe("Flat allowance for a child of 20"),
  af_complement_degressif: amount.describe("Degressive complement just above a band"),
  cf: amount.describe("Family supplement"),
  asf: amount.describe("Family support allowance"),
  paje_base: amount.describe("Base allowance for a young child"),
  aide_logement: amount.describe("Always 0: not computed"),
  rsa_base_ressources: amount.describe("Monthly resources for RSA"),
  rsa: amount,
  ppa: amount.describe("Activity bonus"),
  ars_year: amount.describe("Back-to-school allowance of the year"),
  explained: z
    .record(z.string(), z.unknown())
    .optional()
    .describe(
      "With explain: for each result its amount, why it is zero where it is, and the tree of steps with inputs, parameters and articles",
    ),
});

const sentence = z.object({ fr: z.string(), en: z.string() });

export const answeredSchema = z.object({
  month: z.string(),
  note: sentence.optional().describe("For a month whose law is not all published yet: what was used instead"),
  results: z.array(resultSchema),
});

/** What is wrong, field by field. */
export const refusedSchema = z.object({
  errors: z.array(
    z.object({
      field: z.string().describe("Where: cases[2].adults[0].net_pay"),
      says: sentence.describe("What to mend, in each language"),
    }),
  ),
});
