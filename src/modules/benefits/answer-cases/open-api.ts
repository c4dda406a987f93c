import { z } from "zod";
import { answeredSchema, askedSchema, caseSchema, mostCases, refusedSchema } from "./schema.ts";

/** JSON Schema 2020-12 of a zod schema, as OpenAPI 3.1 takes it. */
function described(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

const json = (name: string, description: string) => ({
  description,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

/** The description of the endpoint for programs, made from the schemas that guard it. */
export function openApi(): object {
  const asked = askedSchema.extend({ cases: z.array(caseSchema).max(mostCases) });
  return {
    openapi: "3.1.0",
    info: {
      title: "Foyer: benefits",
      version: "1",
      description:
        "What households could receive, by the rules in force in a month. An estimate, not a decision. Nothing that is sent is stored or logged. Amounts are in euros, before CRDS.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    paths: {
      "/api/simulations": {
        post: {
          operationId: "simulate",
          summary: "Computes the benefits of up to 200 households for one month",
          security: [],
          requestBody: { required: true, ...json("Asked", "The month and the households") },
          responses: {
            200: json("Answered", "One result for each household, in the order asked"),
            400: json("Refused", "Not the JSON that is expected"),
            413: json("Refused", "Too large"),
            415: json("Refused", "Not JSON"),
            422: json("Refused", "A household that cannot be: each impossible field is named"),
            429: json("Refused", "More than 60 requests in a minute from one address"),
          },
        },
      },
    },
    components: {
      schemas: {
        Asked: described(asked),
        Answered: described(answeredSchema),
        Refused: described(refusedSchema),
      },
    },
  };
}
