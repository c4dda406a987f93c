import type { z } from "zod";
import type { Refusal } from "../../../../engine/household.ts";
import { simulate } from "../../../simulate.ts";
import { type answeredSchema, type askedSchema, mostExplained } from "./schema.ts";

type Answered = z.infer<typeof answeredSchema>;
type Refused = { id: string; refused: readonly Refusal[] };

/**
 * Answers many households at once, as `foyer simulate` does: euros by key, in the order asked. One impossible field
 * and nothing is answered: each is named with its case, `cases[2].adults[0].net_pay`.
 */
export async function answerCases({
  month,
  cases,
  explain,
}: z.infer<typeof askedSchema>): Promise<Answered | { errors: readonly Refusal[] }> {
  if (explain && cases.length > mostExplained) return { errors: [tooMany] };
  let told = "";
  await simulate(["--month", month, ...(explain ? ["--explain"] : [])], JSON.stringify({ cases }), (text) => {
    told += text;
  });
  const { note, results } = JSON.parse(told) as Pick<Answered, "note"> & {
    results: (Answered["results"][number] | Refused)[];
  };
  const errors = results.flatMap((result, at) =>
    "refused" in result ? result.refused.map(({ field, says }) => ({ field: fieldIn(at, field), says })) : [],
  );
  return errors.length > 0
    ? { errors }
    : { month, ...(note && { note }), results: results as Answered["results"] };
}

const tooMany: Refusal = {
  field: "cases",
  says: {
    fr: `Avec « explain », au plus ${mostExplained} foyers à la fois : partagez la demande.`,
    en: `With “explain”, at most ${mostExplained} households at once: split the request.`,
  },
};

const fieldIn = (at: number, field: string): string =>
  field === "case" ? `cases[${at}]` : `cases[${at}].${field}`;
