import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import type { ContactKind } from "../contact/contact.ts";
import { codePage } from "../give-contacts/code-page.ts";
import { wayOf } from "../give-contacts/send-code.ts";
import {
  askOpeningCode,
  giveOpeningContacts,
  putOffOpeningCode,
  typeOpeningCode,
  waitingInOpening,
} from "./contacts.ts";
import { openingContactsPage } from "./contacts-page.ts";
import { openingIn } from "./cookie.ts";
import type { Errors, Typed } from "./questions/question.ts";
import { pathOf } from "./steps.ts";
import { elsewhere, onStep } from "./where.ts";

const field = z.string().max(300).default("");
const given = z.object({ mail: field, mobile: field });
const which = z.object({ kind: z.enum(["mail", "mobile"]) });
const typed = z.object({ code: field });
const asked = z.object({ seen: z.coerce.number().int().catch(0) });

/** Times that one address may have codes sent in an hour: a library, not a machine that spends our SMS. */
const sendingsPerHour = 60;

const base = "/openings/current/contacts";

/** Contact points of who opens an account, and the codes that prove them (CP-05 to CP-09, MC-16). */
export function openingContactsRoutes(app: App, world: World) {
  const page = { config: { opens: "public" } } as const;
  const limit = app.createRateLimit({ max: sendingsPerHour, timeWindow: "1 hour" });
  const limitSendings = async (request: Request) => {
    const counted = await limit(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany;
  };

  app.get(base, page, (request, reply) => answerContacts(world, request, reply));

  app.post(base, { ...page, schema: { body: given } }, async (request, reply) => {
    await limitSendings(request);
    const result = await giveOpeningContacts(world, openingIn(request), request.body, request.language);
    if (!("refused" in result)) return elsewhere(world, request, reply);
    return answerContacts(world, request, reply, { typed: request.body, errors: result.refused });
  });

  app.get(`${base}/:kind/code`, { ...page, schema: { params: which } }, (request, reply) =>
    answerCode(world, request, reply, request.params.kind),
  );

  app.post(
    `${base}/:kind/code`,
    { config: { opens: "public", credential: true }, schema: { params: which, body: typed } },
    async (request, reply) => {
      const { kind } = request.params;
      const { body, language } = request;
      const result = await typeOpeningCode(world, openingIn(request), kind, body.code, language);
      if (!("refused" in result)) return elsewhere(world, request, reply);
      if (!result.taken) return answerCode(world, request, reply, kind, result.refused);
      return answerContacts(world, request, reply, { errors: { [kind]: result.refused } });
    },
  );

  app.post(
    `${base}/:kind/codes`,
    { ...page, schema: { params: which, body: asked } },
    async (request, reply) => {
      await limitSendings(request);
      const { kind } = request.params;
      const { body, language } = request;
      const result = await askOpeningCode(world, openingIn(request), kind, body.seen, language);
      if ("refused" in result) return answerCode(world, request, reply, kind, result.refused);
      return elsewhere(world, request, reply);
    },
  );

  app.post(`${base}/:kind/later`, { ...page, schema: { params: which } }, async (request, reply) => {
    await putOffOpeningCode(world, openingIn(request), request.params.kind, request.language);
    return elsewhere(world, request, reply);
  });
}

const tooMany = Object.assign(new Error("Too many codes asked for from one address"), { statusCode: 429 });

const answerContacts = (
  world: World,
  request: Request,
  reply: Reply,
  shown: { typed?: Typed; errors?: Errors } = {},
) =>
  onStep(world, request, reply, "contacts", (draft) =>
    answer(
      reply,
      openingContactsPage({ shell: shellOf(request, reply), draft, ...shown }),
      shown.errors ? 422 : 200,
    ),
  );

async function answerCode(world: World, request: Request, reply: Reply, kind: ContactKind, error?: Sentence) {
  const awaited = await waitingInOpening(world, openingIn(request), kind);
  if (!awaited || request.visitor) return elsewhere(world, request, reply);
  const { waiting, mayPutOff } = awaited;
  const at = { base: `${base}/${kind}`, change: pathOf("contacts"), mayPutOff };
  const minutes = world.institution.codes.minutes[wayOf[kind]];
  const shell = shellOf(request, reply);
  const page = codePage({ shell, kind, waiting, minutes, at, ...(error && { error }) });
  return answer(reply, page, error ? 422 : 200);
}
