import { z } from "zod";
import {
  alarmCaseSchema,
  campaignSchema,
  caseSchema,
  doneSchema,
  liftingSchema,
  progressSchema,
  refusedSchema,
  startedSchema,
  suspensionSchema,
} from "./schema.ts";

/** JSON Schema 2020-12 of a zod schema, as OpenAPI 3.1 takes it. */
function described(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

const json = (name: string, description: string) => ({
  description,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

const refusals = {
  400: json("Refused", "Not the JSON that is expected"),
  401: json("Refused", "No key, or one that is not known here"),
  422: json("Refused", "What cannot be: which field, and what to mend"),
  429: json("Refused", "Too many requests in a minute"),
};

const act = (operationId: string, summary: string, asked: string, status: number, answer: string) => ({
  operationId,
  summary,
  requestBody: { required: true, ...json(asked, "Identifiers stand here, never in an address") },
  responses: { [status]: json(answer, "Done"), ...refusals },
});

/** The description of what agents' programs may do, made from the schemas that guard it. */
export function openApi(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Foyer: access to accounts, for agents' programs",
      version: "1",
      description:
        "Suspends access and lifts it, asks for new passwords, reads reports of danger. Every act is journalled under the program's name.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    security: [{ key: [] }],
    paths: {
      "/api/agents/suspensions": {
        post: act("suspend", "Suspends a person's access", "Suspension", 201, "Done"),
      },
      "/api/agents/liftings": {
        post: act("lift", "Opens a person's access again", "Lifting", 201, "Done"),
      },
      "/api/agents/password-campaigns": {
        get: {
          operationId: "campaigns",
          summary: "The last 20 campaigns with how far they are",
          responses: {
            200: {
              description: "The last first",
              content: {
                "application/json": {
                  schema: { type: "array", items: { $ref: "#/components/schemas/Progress" } },
                },
              },
            },
            401: refusals[401],
          },
        },
        post: act("askPasswordChange", "Asks for new passwords", "Campaign", 201, "Started"),
      },
      "/api/agents/password-campaigns/{campaignId}": {
        get: {
          operationId: "campaignProgress",
          summary: "How far one campaign is",
          parameters: [
            { name: "campaignId", in: "path", required: true, schema: { type: "string", format: "uuid" } },
          ],
          responses: {
            200: json("Progress", "Asked, done, remaining"),
            401: refusals[401],
            404: json("Refused", "No campaign has this id"),
          },
        },
      },
      "/api/agents/case-readings": {
        post: act("readCase", "Reads a report by the number the person was given", "Case", 200, "AlarmCase"),
      },
    },
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      schemas: {
        Suspension: described(suspensionSchema),
        Lifting: described(liftingSchema),
        Campaign: described(campaignSchema),
        Case: described(caseSchema),
        Done: described(doneSchema),
        Started: described(startedSchema),
        Progress: described(progressSchema),
        AlarmCase: described(alarmCaseSchema),
        Refused: described(refusedSchema),
      },
    },
  };
}
