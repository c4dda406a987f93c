import { z } from "zod";
import type { ClaimKindName } from "../../../../institutions/institution.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { mayClaimNow, standingOf } from "../../households/index.ts";
import { takeTyped, visitorOf } from "../../identity/index.ts";
import { givenOf, nextQuestion } from "../claimant.ts";
import type { Typed } from "../kind.ts";
import { claimKinds } from "../kinds.ts";
import { keepAnswers } from "./draft.ts";
import { claimQuestionPage } from "./page.ts";

const typed = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (Array.isArray(value) ? (value.at(-1) ?? "") : value).slice(0, 1000)),
);

/** The questions of a claim, for who is signed in and whom the law lets claim (CP-11). */
export function answerRoutes(app: App, world: World, names: readonly [ClaimKindName, ...ClaimKindName[]]) {
  const which = z.object({ kind: z.enum(names) });
  const asked = which.extend({ question: z.string().max(30) });

  app.get("/claims/:kind", { schema: { params: which } }, (request, reply) =>
    ifMayClaim(world, request, reply, async (personId) => {
      const { kind: name } = request.params;
      const { answers } = await givenOf(world, world.db, personId, name, request.language);
      return goTo(reply, pathOf(name, nextQuestion(claimKinds[name], answers)?.name));
    }),
  );

  app.get("/claims/:kind/:question", { schema: { params: asked } }, (request, reply) =>
    ifMayClaim(world, request, reply, async (personId) => {
      const { kind: name, question } = request.params;
      return showQuestion(world, request, reply, personId, name, question, {
        typed: await takeTyped(world, personId, pathOf(name, question)),
      });
    }),
  );

  app.post("/claims/:kind/:question", { schema: { params: asked, body: typed } }, (request, reply) =>
    ifMayClaim(world, request, reply, async (personId) => {
      const { kind: name, question: asks } = request.params;
      const kind = claimKinds[name];
      const question = kind.questions.find((one) => one.name === asks);
      if (!question) return goTo(reply, pathOf(name, undefined));
      const given = await givenOf(world, world.db, personId, name, request.language);
      const read = question.read(request.body, given);
      if ("refused" in read) {
        const shown = { typed: request.body, errors: read.refused };
        return showQuestion(world, request, reply, personId, name, asks, shown);
      }
      await keepAnswers(world, personId, name, read.answers);
      return goTo(reply, pathOf(name, nextQuestion(kind, read.answers)?.name));
    }),
  );
}

/** A question's page, or the one where everything is read again. */
const pathOf = (name: ClaimKindName, question: string | undefined) =>
  `/claims/${name}/${question ?? "check"}`;

/** Whom the law stops reads why, and which way is open (CP-11). */
export async function ifMayClaim<T>(
  world: World,
  request: Request,
  reply: Reply,
  show: (personId: string) => Promise<T>,
): Promise<T | Reply> {
  const { personId } = visitorOf(request).person;
  const decided = mayClaimNow(request.standing ?? (await standingOf(world, personId)));
  if (decided.allowed) return show(personId);
  return answer(reply, refusedPage(shellOf(request, reply), decided, stopped), 403);
}

/** Names what was asked for, on the page that says why not. */
export const stopped = { fr: "Faire une demande", en: "Make a claim" };

async function showQuestion(
  world: World,
  request: Request,
  reply: Reply,
  personId: string,
  name: ClaimKindName,
  asks: string,
  shown: { typed?: Typed | undefined; errors?: Parameters<typeof claimQuestionPage>[0]["errors"] },
) {
  const kind = claimKinds[name];
  const question = kind.questions.find((one) => one.name === asks);
  if (!question) return goTo(reply, pathOf(name, undefined));
  const given = await givenOf(world, world.db, personId, name, request.language);
  const shell = shellOf(request, reply);
  const page = claimQuestionPage({ shell, base: `/claims/${name}`, kind, question, given, ...shown });
  return answer(reply, page, shown.errors ? 422 : 200);
}
