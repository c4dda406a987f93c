import { z } from "zod";
import { codeState } from "../../../../law/credentials/codes.ts";
import type { Sentence } from "../../../../law/language.ts";
import { type App, cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { wayOf } from "../give-contacts/send-code.ts";
import { askAnotherCode, enterWayCode, giveNewContact } from "./new-contact.ts";
import { documentFields, sendLostContact, sentCaseNumber } from "./send-request.ts";
import { startPage } from "./start-page.ts";
import { codeFacts, type OpenedWay, startLostContact, wayOfBrowser } from "./way.ts";
import { documentsPage, newContactPage, requestSentPage, wayCodePage, wayOverPage } from "./way-page.ts";

const wayCookie = "__Host-lost-contact";
const field = z.string().max(200).default("");
const who = z.object({
  identifier: field,
  "first-names": field,
  "birth-name": field,
  "birth-day": field,
  "birth-month": field,
  "birth-year": field,
});
const given = z.object({ contact: field });
const coded = z.object({ code: field });
const asked = z.object({ seen: z.coerce.number().int().default(0) });

const current = "/lost-contacts/current";
const paths = {
  contact: `${current}/contact`,
  code: `${current}/code`,
  documents: `${current}/documents`,
  sent: current,
} as const;

/** Open to all: whoever is here cannot sign in. */
export function lostContactRoutes(app: App, world: World) {
  const page = { config: { opens: "public" } } as const;
  const post = { opens: "public", credential: true } as const;
  const cookieOf = (request: Request) => request.cookies[wayCookie];

  app.get("/lost-contacts/new", page, (request, reply) =>
    answer(reply, startPage({ shell: shellOf(request, reply) })),
  );

  app.post("/lost-contacts", { config: post, schema: { body: who } }, async (request, reply) => {
    const result = await startLostContact(world, request.body);
    if ("cookie" in result) {
      reply.setCookie(wayCookie, result.cookie, { ...cookieRules, maxAge: 2 * 3600 });
      return goTo(reply, paths.contact);
    }
    const shell = shellOf(request, reply);
    return answer(reply, startPage({ shell, typed: request.body, errors: result.refused }), 422);
  });

  app.get(paths.contact, page, async (request, reply) => {
    const opened = await wayOfBrowser(world, cookieOf(request));
    const may = ["contact", "code", "documents"].includes(opened?.stage.at ?? "");
    if (!may) return elsewhere(request, reply, opened);
    return answer(reply, newContactPage({ shell: shellOf(request, reply) }));
  });

  app.post(paths.contact, { config: post, schema: { body: given } }, async (request, reply) => {
    const typed = request.body.contact;
    const result = await giveNewContact(world, cookieOf(request), typed, request.language);
    if (!("refused" in result)) return goOn(request, reply);
    const { refused } = result;
    return answer(reply, newContactPage({ shell: shellOf(request, reply), typed, refused }), 422);
  });

  app.get(paths.code, page, (request, reply) => answerCode(request, reply));

  app.post(paths.code, { config: post, schema: { body: coded } }, async (request, reply) => {
    const result = await enterWayCode(world, cookieOf(request), request.body.code);
    if ("taken" in result)
      return answer(reply, newContactPage({ shell: shellOf(request, reply), refused: result.taken }), 422);
    return "refused" in result ? answerCode(request, reply, result.refused) : goOn(request, reply);
  });

  app.post(`${current}/codes`, { config: post, schema: { body: asked } }, async (request, reply) => {
    const result = await askAnotherCode(world, cookieOf(request), request.body.seen, request.language);
    return "refused" in result ? answerCode(request, reply, result.refused) : goOn(request, reply);
  });

  app.get(paths.documents, page, async (request, reply) => {
    const opened = await wayOfBrowser(world, cookieOf(request));
    if (opened?.stage.at !== "documents") return elsewhere(request, reply, opened);
    return answer(reply, documentsPage({ shell: shellOf(request, reply) }));
  });

  app.post(paths.documents, { config: { ...post, uploads: documentFields } }, async (request, reply) => {
    const result = await sendLostContact(world, cookieOf(request), request.uploads ?? [], request.language);
    const shell = shellOf(request, reply);
    if ("over" in result) return answer(reply, wayOverPage({ shell, says: result.over, again: false }), 409);
    if ("refused" in result) return answer(reply, documentsPage({ shell, errors: result.refused }), 422);
    return goOn(request, reply);
  });

  app.get(current, page, async (request, reply) => {
    const caseNumber = await sentCaseNumber(world, cookieOf(request));
    if (!caseNumber) return elsewhere(request, reply, await wayOfBrowser(world, cookieOf(request)));
    return answer(reply, requestSentPage({ shell: shellOf(request, reply), caseNumber }));
  });

  async function answerCode(request: Request, reply: Reply, refused?: Sentence) {
    const opened = await wayOfBrowser(world, cookieOf(request));
    if (opened?.stage.at !== "code" || !opened.code) return elsewhere(request, reply, opened);
    const { contact, number, kind } = opened.code;
    const state = codeState(codeFacts(world, opened.code, opened.today.tries), world.clock());
    const code = { contact, number, state, minutes: world.institution.codes.minutes[wayOf[kind]] };
    const shell = shellOf(request, reply);
    return answer(reply, wayCodePage({ shell, code, ...(refused && { refused }) }), refused ? 422 : 200);
  }

  const goOn = async (request: Request, reply: Reply) =>
    elsewhere(request, reply, await wayOfBrowser(world, cookieOf(request)));
}

/** Leads to where the browser stands, or says why its way ends here. */
function elsewhere(request: Request, reply: Reply, opened: OpenedWay | undefined) {
  if (!opened) return goTo(reply, "/lost-contacts/new");
  const { stage } = opened;
  if (stage.at !== "over") return goTo(reply, paths[stage.at]);
  return answer(reply, wayOverPage({ shell: shellOf(request, reply), says: stage.says, again: true }), 410);
}
