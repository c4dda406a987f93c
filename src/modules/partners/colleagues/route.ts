import { z } from "zod";
import { onlyMailbox } from "../../../../law/credentials/second-step.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { codePage, visitorOf, wayOf } from "../../identity/index.ts";
import type { Errors } from "../ask/questions/question.ts";
import { ownService } from "../standing.ts";
import { closeColleague, readService } from "./close-colleague.ts";
import {
  askColleagueCode,
  confirmColleague,
  nameColleague,
  type TypedColleague,
  waitingForColleague,
} from "./name-colleague.ts";
import { closePage, namePage, servicePage, servicePath } from "./page.ts";

const service = z.object({ serviceId: z.uuid() });
const colleague = service.extend({ personId: z.uuid() });
const naming = service.extend({ namingId: z.uuid() });
const field = z.string().max(300).default("");
const told = z.object({ firstNames: field, lastName: field, mail: field, staff: field });
const arriving = z.object({ done: z.enum(["named", "closed"]).optional().catch(undefined) });
const coded = z.object({ code: field });
const asked = z.object({ seen: z.coerce.number().int().catch(0) });

/** A manager's pages about the people of their own service (SP-03, SP-04). */
export function colleagueRoutes(app: App, world: World) {
  app.get(
    "/services/:serviceId",
    { schema: { params: service, querystring: arriving } },
    async (request, reply) => {
      const found = await readService(world, visitorOf(request), request.params.serviceId);
      if (!found) return notYours(world, request, reply);
      const { timeZone } = world.institution;
      const shell = shellOf(request, reply);
      return answer(reply, servicePage({ shell, ...found, timeZone, done: request.query.done }));
    },
  );

  app.get("/services/:serviceId/colleagues/new", { schema: { params: service } }, (request, reply) =>
    answerForm(world, request, reply, request.params.serviceId, { typed: {} }),
  );

  app.post(
    "/services/:serviceId/colleagues",
    { schema: { params: service, body: told } },
    async (request, reply) => {
      const { params, body, language } = request;
      const { serviceId } = params;
      const result = await nameColleague(world, visitorOf(request), serviceId, body, language);
      if ("notYours" in result) return notYours(world, request, reply);
      if ("refused" in result)
        return answerForm(world, request, reply, serviceId, { typed: body, errors: result.refused });
      if ("confirm" in result) return goTo(reply, `${namingPath(serviceId, result.confirm)}/code`);
      return goTo(reply, `${servicePath(serviceId)}?done=named`);
    },
  );

  app.get("/services/:serviceId/namings/:namingId/code", { schema: { params: naming } }, (request, reply) =>
    answerCode(world, request, reply, request.params),
  );

  app.post(
    "/services/:serviceId/namings/:namingId/code",
    { config: { credential: true }, schema: { params: naming, body: coded } },
    async (request, reply) => {
      const { params, body, language } = request;
      const { serviceId, namingId } = params;
      const result = await confirmColleague(
        world,
        visitorOf(request),
        serviceId,
        namingId,
        body.code,
        language,
      );
      if ("refused" in result) return answerCode(world, request, reply, params, result.refused);
      return goTo(reply, `${servicePath(serviceId)}${"named" in result ? "?done=named" : ""}`);
    },
  );

  app.post(
    "/services/:serviceId/namings/:namingId/codes",
    { schema: { params: naming, body: asked } },
    async (request, reply) => {
      const { params, body, language } = request;
      const result = await askColleagueCode(world, visitorOf(request), { ...params, ...body }, language);
      if ("refused" in result) return answerCode(world, request, reply, params, result.refused);
      return goTo(reply, `${namingPath(params.serviceId, params.namingId)}/code`);
    },
  );

  app.get(
    "/services/:serviceId/colleagues/:personId/end",
    { schema: { params: colleague } },
    async (request, reply) => {
      const { serviceId, personId } = request.params;
      const found = await readService(world, visitorOf(request), serviceId);
      const one = found?.staff.find((staff) => staff.personId === personId && staff.role === "colleague");
      if (!found) return notYours(world, request, reply);
      if (!one) return goTo(reply, servicePath(serviceId));
      return answer(reply, closePage({ shell: shellOf(request, reply), post: found.post, one }));
    },
  );

  app.post(
    "/services/:serviceId/colleagues/:personId/end",
    { schema: { params: colleague } },
    async (request, reply) => {
      const { serviceId, personId } = request.params;
      await closeColleague(world, visitorOf(request), serviceId, personId);
      return goTo(reply, `${servicePath(serviceId)}?done=closed`);
    },
  );
}

const namingPath = (serviceId: string, namingId: string) => `${servicePath(serviceId)}/namings/${namingId}`;

/** The same for a service of somebody else and for one that nobody has; its manager reads which proof is missing (SEC-08). */
async function notYours(world: World, request: Request, reply: Reply) {
  const { serviceId = "" } = request.params as { serviceId?: string };
  const own = await ownService(world, visitorOf(request), serviceId);
  const shell = shellOf(request, reply);
  if (!own) return answer(reply, refusedPage(shell, refusal), 403);
  return answer(reply, refusedPage(shell, noProof, addProof.title, addProof), 403);
}

const refusal = {
  says: {
    fr: "Cette page est pour la personne responsable de ce service.",
    en: "This page is for the manager of this service.",
  } satisfies Sentence,
  source: "SP-03",
  way: {
    fr: "Revenez à votre espace\u202f: vous y trouvez vos services.",
    en: "Go back to your account: you find your services there.",
  } satisfies Sentence,
};

const noProof = {
  says: onlyMailbox,
  source: "SEC-08",
  way: {
    fr: "Vous préférez une clé d’accès ? Elle se crée depuis votre espace, dans « Vos clés d’accès ».",
    en: "You prefer a passkey? You create it from your account, under “Your passkeys”.",
  } satisfies Sentence,
};

const addProof = {
  title: { fr: "Ajoutez d’abord une seconde preuve", en: "First add a second proof" },
  href: "/contacts/mobile",
  text: { fr: "Ajouter un numéro de mobile", en: "Add a mobile number" },
} satisfies { title: Sentence; href: string; text: Sentence };

async function answerForm(
  world: World,
  request: Request,
  reply: Reply,
  serviceId: string,
  shown: { typed: Partial<TypedColleague>; errors?: Errors },
) {
  const found = await readService(world, visitorOf(request), serviceId);
  if (!found) return notYours(world, request, reply);
  const shell = shellOf(request, reply);
  return answer(reply, namePage({ shell, post: found.post, ...shown }), shown.errors ? 422 : 200);
}

async function answerCode(
  world: World,
  request: Request,
  reply: Reply,
  { serviceId, namingId }: { serviceId: string; namingId: string },
  error?: Sentence,
) {
  const waiting = await waitingForColleague(world, visitorOf(request), serviceId, namingId);
  if (!waiting) return goTo(reply, servicePath(serviceId));
  const change = `${servicePath(serviceId)}/colleagues/new`;
  const at = { base: namingPath(serviceId, namingId), change, mayPutOff: false };
  const minutes = world.institution.codes.minutes[wayOf.mail];
  const shell = shellOf(request, reply);
  const markup = codePage({ shell, kind: "mail", waiting, minutes, at, ...(error && { error }) });
  return answer(reply, markup, error ? 422 : 200);
}
