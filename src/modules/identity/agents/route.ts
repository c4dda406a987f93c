import { normalizeIP } from "@fastify/rate-limit";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { afterDay } from "../../../../law/credentials/told-moment.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { askPasswordChange, campaignProgress, campaignsOf } from "../campaign/campaign.ts";
import { readCase } from "../raise-alarm/read-case.ts";
import { liftAlarm, liftSuspension, suspendAccess } from "../suspend-access/suspend-access.ts";
import { type AgentKey, agentBearing } from "./keys.ts";
import { openApi } from "./open-api.ts";
import { personBy, personsBy } from "./persons.ts";
import { campaignSchema, caseSchema, liftingSchema, suspensionSchema, whichCampaign } from "./schema.ts";

/** Room for the longest list of identifiers, in bytes. */
const bodyLimit = 512 * 1024;

/** Programs of agents ask here: no session, no cookie, no token, but a key of their own (SEC-15). */
const machine = { opens: "public", machine: true, plain: true } as const;

/** What programs of agents may do about access to accounts (MC-13, MC-14, SP-06). Identifiers stand in bodies only. */
export function agentRoutes(app: App, world: World, keys: readonly AgentKey[]) {
  const document = openApi();
  const open = { config: machine, errorHandler: answerError };
  const { check, agentOf } = bearers(app, world, keys);
  const config = { ...open, bodyLimit, onRequest: check };
  const { timeZone } = world.institution;

  app.get("/api/agents/openapi.json", open, (_request, reply) =>
    reply.header("cache-control", "public, max-age=3600").send(document),
  );

  app.post(
    "/api/agents/suspensions",
    { ...config, schema: { body: suspensionSchema } },
    async (request, reply) => {
      const agent = agentOf(request);
      const { identifier, reason, until } = request.body;
      const end = until === undefined ? {} : { until: afterDay(until, timeZone) };
      const found = await personBy(world, identifier);
      if ("refused" in found) return refuse(reply, "identifier", found.refused);
      const result = await suspendAccess(world, agent, found.personId, { reason, ...end });
      return "refused" in result ? refuse(reply, "body", result.refused) : done(reply, 201, result);
    },
  );

  app.post("/api/agents/liftings", { ...config, schema: { body: liftingSchema } }, async (request, reply) => {
    const agent = agentOf(request);
    const { identifier, reason, kind } = request.body;
    const found = await personBy(world, identifier);
    if ("refused" in found) return refuse(reply, "identifier", found.refused);
    const lift = kind === "alarm" ? liftAlarm : liftSuspension;
    const result = await lift(world, agent, found.personId, { reason });
    return "refused" in result ? refuse(reply, "body", result.refused) : done(reply, 201, result);
  });

  app.post(
    "/api/agents/password-campaigns",
    { ...config, schema: { body: campaignSchema } },
    async (request, reply) => {
      const agent = agentOf(request);
      const { to, why, note } = request.body;
      const found = to === "everybody" ? { personIds: to } : await personsBy(world, to);
      if ("refused" in found)
        return refuse(reply, found.at === undefined ? "to" : `to[${found.at}]`, found.refused);
      const result = await askPasswordChange(world, agent, { to: found.personIds, why, note });
      return "refused" in result ? refuse(reply, "body", result.refused) : done(reply, 201, result);
    },
  );

  app.get("/api/agents/password-campaigns", config, async (_request, reply) =>
    done(reply, 200, await campaignsOf(world)),
  );

  app.get(
    "/api/agents/password-campaigns/:campaignId",
    { ...config, schema: { params: whichCampaign } },
    async (request, reply) => {
      const progress = await campaignProgress(world, request.params.campaignId);
      return progress ? done(reply, 200, progress) : refuse(reply, "campaignId", says.noCampaign, 404);
    },
  );

  app.post(
    "/api/agents/case-readings",
    { ...config, schema: { body: caseSchema } },
    async (request, reply) => {
      const read = await readCase(world, agentOf(request), request.body.case);
      return read ? done(reply, 200, read) : refuse(reply, "case", says.noCase, 404);
    },
  );
}

/**
 * Who asks, by their key, before anything they send is read. 120 requests a minute for each program; 30 without a right
 * key from one address.
 */
function bearers(app: App, world: World, keys: readonly AgentKey[]) {
  const bearer = ({ headers }: Request) => agentBearing(keys, world.institution.id, headers.authorization);
  const limit = (max: number, keyGenerator: (request: Request) => string) =>
    app.createRateLimit({ max, timeWindow: "1 minute", keyGenerator });
  const known = limit(120, (request) => bearer(request)?.name ?? "");
  const unknown = limit(30, (request) => normalizeIP(request.ip));
  const agents = new WeakMap<Request, Agent>();
  const check = async (request: Request) => {
    const agent = bearer(request);
    const counted = await (agent ? known : unknown)(request);
    if (!counted.isAllowed && counted.isExceeded) throw refusal(429);
    if (!agent) throw refusal(401);
    agents.set(request, agent);
  };
  const agentOf = (request: Request): Agent => {
    const agent = agents.get(request);
    if (!agent) throw new Error("A route of agents was reached without a key");
    return agent;
  };
  return { check, agentOf };
}

const refusal = (statusCode: 401 | 429) =>
  Object.assign(new Error(`A program of agents was answered ${statusCode}`), { statusCode });

const done = (reply: Reply, status: number, answer: object) =>
  reply.code(status).header("cache-control", "no-store").send(answer);

const refuse = (reply: Reply, field: string, why: Sentence, status = 422) =>
  reply
    .code(status)
    .header("cache-control", "no-store")
    .send({ errors: [{ field, says: why }] });

const says = {
  key: {
    fr: "Une clé connue est attendue : « Authorization: Bearer … ».",
    en: "A known key is expected: “Authorization: Bearer …”.",
  },
  field: { fr: "Ce champ manque ou n’a pas la forme attendue.", en: "This field is missing or malformed." },
  body: { fr: "Un objet JSON est attendu.", en: "A JSON object is expected." },
  often: { fr: "Trop de demandes : attendez une minute.", en: "Too many requests: wait a minute." },
  away: { fr: "Le service revient dans un instant.", en: "The service will be back in a moment." },
  ours: { fr: "Une erreur s’est produite chez nous.", en: "Something went wrong on our side." },
  noCampaign: { fr: "Aucune campagne n’a cet identifiant.", en: "No campaign has this id." },
  noCase: { fr: "Aucun signalement n’a ce numéro.", en: "No report has this number." },
} satisfies Record<string, Sentence>;

/** A program reads JSON, also when it was not understood: which field, and what to mend. */
function answerError(error: Error & { statusCode?: number; code?: string }, request: Request, reply: Reply) {
  const status = error.code === "FST_ERR_HANDLER_TIMEOUT" ? 503 : (error.statusCode ?? 500);
  if (status >= 500) request.log.error({ req: request, err: error, support: request.id }, "fault");
  if (status === 401) reply.header("www-authenticate", "Bearer");
  if (status === 429) reply.header("retry-after", "60");
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .send({ errors: errorsOf(error, status) });
}

function errorsOf(error: Error, status: number): { field: string; says: Sentence }[] {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = new Set(error.validation.map(({ instancePath }) => instancePath.split("/")[1] ?? "body"));
    return [...fields].map((field) => ({ field, says: says.field }));
  }
  const word = { 401: says.key, 429: says.often, 503: says.away }[status];
  return [{ field: "body", says: word ?? (status < 500 ? says.body : says.ours) }];
}
