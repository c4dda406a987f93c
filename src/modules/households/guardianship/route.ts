import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { beginOpening, confirmFirst, setOpeningCookie, takeTyped, visitorOf } from "../../identity/index.ts";
import { standingIn } from "../standing.ts";
import { answerDeposit, depositMeasure, fileFields, sendDocuments, type Taken } from "./deposit.ts";
import { type Errors, readDraft, type Typed, wholeDraft } from "./draft.ts";
import { type QuestionPage, questionPage } from "./question-pages.ts";
import { startPage } from "./start-page.ts";
import { sentPage, statementPage } from "./statement-page.ts";
import { isCaseOf } from "./store.ts";

/** Accounts that one address may begin to open in an hour. */
const openingsPerHour = 60;

const current = "/guardianships/current";
const typed = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (Array.isArray(value) ? (value.at(-1) ?? "") : value).slice(0, 200)),
);
const said = z.object({ signed: z.string().max(5).default("") });
const numbered = z.object({ number: z.string().max(20) });

/** How somebody who protects a person comes to act for them (MC-06 to MC-10). */
export function guardianshipRoutes(app: App, world: World) {
  const open = { config: { opens: "public" } } as const;
  const limit = app.createRateLimit({ max: openingsPerHour, timeWindow: "1 hour" });

  app.get("/guardianships/new", open, (request, reply) =>
    answer(reply, startPage({ shell: shellOf(request, reply), signedIn: request.visitor !== undefined })),
  );

  app.post("/guardianships/openings", open, async (request, reply) => {
    if (request.visitor) return goTo(reply, current);
    const counted = await limit(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany;
    const { cookie, path } = await beginOpening(world, undefined, current);
    return goTo(setOpeningCookie(reply, cookie), path);
  });

  app.get(current, (request, reply) =>
    ifMayDeposit(request, reply, async (personId) => {
      const { at } = wholeDraft(world, await readDraft(world, world.db, personId));
      return goTo(reply, `${current}/${at}`);
    }),
  );

  for (const asks of ["person", "measure", "decision", "bank"] as const)
    app.get(`${current}/${asks}`, (request, reply) =>
      ifMayDeposit(request, reply, async (personId) => {
        const again = await takeTyped(world, personId, `${current}/${asks}`);
        return ask(world, request, reply, asks, { ...(again && { typed: again }) });
      }),
    );

  for (const asks of ["person", "measure"] as const)
    app.post(`${current}/${asks}`, { schema: { body: typed } }, (request, reply) =>
      ifMayDeposit(request, reply, async () =>
        goOn(world, request, reply, asks, await answerDeposit(world, visitorOf(request), asks, request.body)),
      ),
    );

  for (const asks of ["decision", "bank"] as const) {
    const config = { uploads: [fileFields[asks]], form: `${current}/${asks}` };
    app.post(`${current}/${asks}`, { config, schema: { body: typed } }, (request, reply) =>
      ifMayDeposit(request, reply, async () => {
        const sent = { typed: request.body, received: request.uploads ?? [] };
        return goOn(world, request, reply, asks, await sendDocuments(world, visitorOf(request), asks, sent));
      }),
    );
  }

  app.get(`${current}/statement`, (request, reply) =>
    ifMayDeposit(request, reply, () => answerStatement(world, request, reply)),
  );

  app.post(
    "/guardianships",
    { config: { form: `${current}/statement` }, schema: { body: said } },
    async (request, reply) => {
      const given = { signed: request.body.signed === "yes", language: request.language };
      const result = await depositMeasure(world, visitorOf(request), given);
      if ("caseNumber" in result) return goTo(reply, `/guardianships/sent/${result.caseNumber}`);
      if ("confirm" in result) return goTo(reply, confirmFirst(`${current}/statement`));
      if ("elsewhere" in result) return goTo(reply, current);
      if ("refused" in result) return answerStatement(world, request, reply, result.refused);
      return answer(reply, refusedPage(shellOf(request, reply), result.stopped, title), 403);
    },
  );

  app.get("/guardianships/sent/:number", { schema: { params: numbered } }, async (request, reply) => {
    const { number: caseNumber } = request.params;
    // The number of somebody else's deposit says as little as one that none bears.
    const isOwn = await isCaseOf(world.db, visitorOf(request).person.personId, caseNumber);
    if (!isOwn) return reply.callNotFound();
    return answer(reply, sentPage({ shell: shellOf(request, reply), caseNumber }));
  });
}

const tooMany = Object.assign(new Error("Too many accounts begun from one address"), { statusCode: 429 });

/** Names what was asked for, on the page that says why not. */
const title: Sentence = { fr: "Déposer une décision de protection", en: "Deposit a protection decision" };

async function ifMayDeposit<T>(
  request: Request,
  reply: Reply,
  show: (personId: string) => Promise<T>,
): Promise<T | Reply> {
  const decided = standingIn(request).may("deposit-measure");
  if (decided.allowed) return show(visitorOf(request).person.personId);
  return answer(reply, refusedPage(shellOf(request, reply), decided, title), 403);
}

function goOn(world: World, request: Request, reply: Reply, asks: QuestionPage, taken: Taken) {
  if ("done" in taken) return goTo(reply, current);
  return ask(world, request, reply, asks, { typed: request.body as Typed, errors: taken.refused });
}

async function ask(
  world: World,
  request: Request,
  reply: Reply,
  asks: QuestionPage,
  shown: { typed?: Typed; errors?: Errors },
) {
  const draft = await readDraft(world, world.db, visitorOf(request).person.personId);
  const kept = asks === "decision" ? draft?.decision : asks === "bank" ? draft?.proof : [];
  const markup = questionPage({
    shell: shellOf(request, reply),
    asks,
    typed: { ...draft?.typed, ...shown.typed },
    kept: kept ?? [],
    errors: shown.errors,
  });
  return answer(reply, markup, shown.errors ? 422 : 200);
}

async function answerStatement(world: World, request: Request, reply: Reply, refused?: Sentence) {
  const draft = await readDraft(world, world.db, visitorOf(request).person.personId);
  const { at, whole } = wholeDraft(world, draft);
  if (!draft || !whole) return goTo(reply, `${current}/${at}`);
  const shell = shellOf(request, reply);
  const markup = statementPage({ shell, draft, whole, ...(refused && { refused }) });
  return answer(reply, markup, refused ? 422 : 200);
}
