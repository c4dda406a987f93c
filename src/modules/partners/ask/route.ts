import { z } from "zod";
import { inForce } from "../../../../law/charters/life.ts";
import type { Sentence } from "../../../../law/language.ts";
import { type App, cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { charterFor, receiptsOf, today } from "../../charters/index.ts";
import { codePage, wayOf } from "../../identity/index.ts";
import {
  askAskerCode,
  confirmAnswers,
  endServices,
  type QuestionName,
  questions,
  removeService,
  takeAnswer,
  typeAskerCode,
  waitingForAsker,
} from "./answer.ts";
import type { Draft } from "./draft.ts";
import { beginDraft, forgetDraft, readDraft } from "./drafts.ts";
import {
  charterStepPage,
  checkPage,
  erasedPage,
  questionPage,
  sentPage,
  servicesPage,
  startPage,
} from "./pages.ts";
import type { Errors, Typed } from "./questions/question.ts";
import { sendRequest } from "./send.ts";
import { base, isOpen, pathOf, type Step, stepOf } from "./steps.ts";

/** Bound to this host, gone with the browser; the server decides when it ends. */
const draftCookie = "__Host-structure";
const cookieOf = (request: Request) => request.cookies[draftCookie];

const typed = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (Array.isArray(value) ? (value.at(-1) ?? "") : value).slice(0, 1000)),
);
const coded = z.object({ code: z.string().max(300).default("") });
const asked = z.object({ seen: z.coerce.number().int().catch(0) });
const which = z.object({ n: z.coerce.number().int().min(0).max(100) });
const named = z.object({ name: z.string().max(200).default("") });
const said = z.object({ accepted: z.string().max(5).default(""), shown: z.string().max(64).default("") });

/** Times that one address may begin requests or have codes sent in an hour. */
const perHour = 60;

/** The pages on which a structure asks for its accesses: public, for the browser that began (SP-02). */
export function askRoutes(app: App, world: World) {
  const page = { config: { opens: "public", part: "requests" } } as const;
  const credential = { config: { opens: "public", part: "requests", credential: true } } as const;
  const limit = app.createRateLimit({ max: perHour, timeWindow: "1 hour" });
  const limited = async (request: Request) => {
    const counted = await limit(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany;
  };

  app.get("/structures/new", page, async (request, reply) => {
    const kept = await readDraft(world, cookieOf(request));
    const underWay = kept !== undefined && !kept.sent && kept.draft.structure !== undefined;
    return answer(reply, startPage({ shell: shellOf(request, reply), underWay }));
  });

  app.post("/structures/requests", page, async (request, reply) => {
    await limited(request);
    reply.setCookie(draftCookie, await beginDraft(world), cookieRules);
    return goTo(reply, pathOf("structure"));
  });

  app.get(base, page, async (request, reply) => {
    const kept = await readDraft(world, cookieOf(request));
    if (!kept?.sent) return elsewhere(world, request, reply);
    const [receipt] = await receiptsOf(world, kept.sent.askedBy);
    const proof = receipt && { number: receipt.acceptance.receipt, code: receipt.code };
    const { caseNumber } = kept.sent;
    return answer(reply, sentPage({ shell: shellOf(request, reply), caseNumber, receipt: proof }));
  });

  app.post(`${base}/end`, page, async (request, reply) => {
    await forgetDraft(world, cookieOf(request));
    return goTo(reply.clearCookie(draftCookie, cookieRules), "/structures/requests/erased");
  });

  app.get("/structures/requests/erased", page, (request, reply) =>
    answer(reply, erasedPage({ shell: shellOf(request, reply) })),
  );

  for (const [name, path] of [
    ["structure", pathOf("structure")],
    ["address", pathOf("address")],
    ["asker", pathOf("asker")],
    ["services-new", `${base}/services/new`],
  ] as const) {
    app.get(path, page, (request, reply) => answerQuestion(world, request, reply, { name, path }));

    app.post(path, { ...page, schema: { body: typed } }, async (request, reply) => {
      if (name === "asker") await limited(request);
      const { body, language } = request;
      const result = await takeAnswer(world, cookieOf(request), name, body, language);
      if (!("refused" in result)) return elsewhere(world, request, reply);
      return answerQuestion(world, request, reply, { name, path, typed: body, errors: result.refused });
    });
  }

  app.get(pathOf("code"), page, (request, reply) => answerCode(world, request, reply));

  app.post(pathOf("code"), { ...credential, schema: { body: coded } }, async (request, reply) => {
    const result = await typeAskerCode(world, cookieOf(request), request.body.code);
    if ("refused" in result) return answerCode(world, request, reply, result.refused);
    return elsewhere(world, request, reply);
  });

  app.post(`${base}/mail/codes`, { ...page, schema: { body: asked } }, async (request, reply) => {
    await limited(request);
    const { body, language } = request;
    const result = await askAskerCode(world, cookieOf(request), body.seen, language);
    if ("refused" in result) return answerCode(world, request, reply, result.refused);
    return elsewhere(world, request, reply);
  });

  app.get(pathOf("services"), page, (request, reply) =>
    onStep(world, request, reply, "services", (draft) =>
      draft.services.length > 0
        ? answer(reply, servicesPage({ shell: shellOf(request, reply), draft }))
        : goTo(reply, `${base}/services/new`),
    ),
  );

  app.post(pathOf("services"), page, async (request, reply) => {
    await endServices(world, cookieOf(request));
    return elsewhere(world, request, reply);
  });

  app.post(
    `${base}/services/:n/end`,
    { ...page, schema: { params: which, body: named } },
    async (request, reply) => {
      await removeService(world, cookieOf(request), request.params.n, request.body.name);
      return elsewhere(world, request, reply);
    },
  );

  app.get(pathOf("check"), page, (request, reply) =>
    onStep(world, request, reply, "check", (draft) =>
      answer(reply, checkPage({ shell: shellOf(request, reply), draft })),
    ),
  );

  app.post(pathOf("check"), page, async (request, reply) => {
    await confirmAnswers(world, cookieOf(request));
    return elsewhere(world, request, reply);
  });

  app.get(pathOf("charter"), page, (request, reply) => answerCharter(world, request, reply));

  app.post(pathOf("charter"), { ...page, schema: { body: said } }, async (request, reply) => {
    const { accepted, shown } = request.body;
    const given = { accepted: accepted === "yes", shown };
    const result = await sendRequest(world, cookieOf(request), given, request.language);
    if ("refused" in result) return answerCharter(world, request, reply, result.refused);
    if ("changed" in result) return answerCharter(world, request, reply, changed);
    return goTo(reply, base);
  });
}

const tooMany = Object.assign(new Error("Too many requests begun from one address"), { statusCode: 429 });

const changed: Sentence = {
  fr: "La charte vient de changer. Voici la nouvelle version\u202f: lisez-la avant d’envoyer la demande.",
  en: "The charter has just changed. Here is the new version: read it before you send the request.",
};

/** Leads to the first step not done, or to what is told once all is sent. */
async function elsewhere(world: World, request: Request, reply: Reply) {
  const kept = await readDraft(world, cookieOf(request));
  if (!kept) return goTo(reply, "/structures/new");
  return goTo(reply, kept.sent ? base : pathOf(stepOf(kept.draft)));
}

/** Shows a step to who is at it, or leads to where they are. */
async function onStep(
  world: World,
  request: Request,
  reply: Reply,
  step: Step,
  show: (draft: Draft) => Reply | Promise<Reply>,
): Promise<Reply> {
  const kept = await readDraft(world, cookieOf(request));
  if (!kept || kept.sent || !isOpen(step, kept.draft)) return elsewhere(world, request, reply);
  return show(kept.draft);
}

const answerQuestion = (
  world: World,
  request: Request,
  reply: Reply,
  given: { name: QuestionName; path: string; typed?: Typed; errors?: Errors },
) => {
  const { step, ask } = questions[given.name];
  return onStep(world, request, reply, step, (draft) => {
    const { path: action, errors } = given;
    const shown = { shell: shellOf(request, reply), step, question: ask, action, errors };
    const back =
      given.name === "services-new" && draft.services.length > 0 ? { back: pathOf("services") } : {};
    const markup = questionPage({ ...shown, ...back, typed: given.typed ?? ask.known(draft) });
    return answer(reply, markup, errors ? 422 : 200);
  });
};

async function answerCode(world: World, request: Request, reply: Reply, error?: Sentence) {
  const waiting = await waitingForAsker(world, cookieOf(request));
  if (!waiting) return elsewhere(world, request, reply);
  const at = { base: `${base}/mail`, change: pathOf("asker"), mayPutOff: false };
  const minutes = world.institution.codes.minutes[wayOf.mail];
  const shell = shellOf(request, reply);
  const markup = codePage({ shell, kind: "mail", waiting, minutes, at, ...(error && { error }) });
  return answer(reply, markup, error ? 422 : 200);
}

const answerCharter = (world: World, request: Request, reply: Reply, refused?: Sentence) =>
  onStep(world, request, reply, "charter", (_draft) => {
    const charter = charterFor(world, "partner");
    const version = charter && inForce(charter, today(world));
    if (!version) throw new Error("A structure asks for accesses where partners have no charter");
    const shell = shellOf(request, reply);
    const glossary = world.institution.words;
    const markup = charterStepPage({ shell, version, glossary, ...(refused && { refused }) });
    return answer(reply, markup, refused ? 422 : 200);
  });
