import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answerCases } from "./answer-cases.ts";
import { openApi } from "./open-api.ts";
import { askedSchema, mostCases } from "./schema.ts";

/** Room for as many cases as a request takes, in bytes. */
const bodyLimit = 256 * 1024;

/** Programs ask here: no session, no cookie, no token. A minute's requests from one address are counted. */
const machine = {
  opens: "public",
  machine: true,
  plain: true,
  rateLimit: { max: 60, timeWindow: "1 minute" },
} as const;

/** The rules of benefits over HTTP, as JSON (MC-01, MC-27). */
export function casesRoutes(app: App) {
  const document = openApi();

  app.get("/api/openapi.json", { config: machine, errorHandler: answerError }, (_request, reply) =>
    reply.header("cache-control", "public, max-age=3600").send(document),
  );

  app.post(
    "/api/simulations",
    { config: machine, bodyLimit, schema: { body: askedSchema }, errorHandler: answerError },
    async (request, reply) => {
      const answered = await answerCases(request.body);
      return reply
        .code("errors" in answered ? 422 : 200)
        .header("cache-control", "no-store")
        .send(answered);
    },
  );
}

const says = {
  month: {
    fr: "Un mois est attendu, comme 2026-06, à partir de 2024-01.",
    en: "A month is expected, such as 2026-06, from 2024-01 on.",
  },
  cases: {
    fr: `Une liste d’au plus ${mostCases} foyers est attendue.`,
    en: `A list of at most ${mostCases} households is expected.`,
  },
  explain: {
    fr: "« explain » est true ou false, ou n’est pas là.",
    en: "“explain” is true or false, or left out.",
  },
  body: {
    fr: "Un objet JSON est attendu, avec « month » et « cases ».",
    en: "A JSON object is expected, with “month” and “cases”.",
  },
  large: {
    fr: "C’est trop d’un coup : partagez la demande.",
    en: "This is too much at once: split the request.",
  },
  often: { fr: "Trop de demandes : attendez une minute.", en: "Too many requests: wait a minute." },
  away: { fr: "Le service revient dans un instant.", en: "The service will be back in a moment." },
  ours: { fr: "Une erreur s’est produite chez nous.", en: "Something went wrong on our side." },
} satisfies Record<string, Sentence>;

/** A program reads JSON, also when it was not understood: which field, and what to mend. */
function answerError(error: Error & { statusCode?: number; code?: string }, request: Request, reply: Reply) {
  const status = error.code === "FST_ERR_HANDLER_TIMEOUT" ? 503 : (error.statusCode ?? 500);
  if (status >= 500) request.log.error({ req: request, err: error, support: request.id }, "fault");
  if (status === 429) reply.header("retry-after", "60");
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .send({ errors: errorsOf(error, status) });
}

function errorsOf(error: Error, status: number): { field: string; says: Sentence }[] {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = new Set(error.validation.map(({ instancePath }) => instancePath.split("/")[1] ?? ""));
    return [...fields].map((field) =>
      field === "month" || field === "cases" || field === "explain"
        ? { field, says: says[field] }
        : { field: "body", says: says.body },
    );
  }
  const word = { 413: says.large, 429: says.often, 503: says.away }[status];
  return [{ field: "body", says: word ?? (status < 500 ? says.body : says.ours) }];
}
