import { z } from "zod";
import type { ClaimKindName } from "../../../../institutions/institution.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { type ActedFor, type Acting, actingIn, mayClaimNow } from "../../households/index.ts";
import { takeTyped } from "../../identity/index.ts";
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

/** The questions of a claim, for whom the law lets claim: for themselves, or for a person they protect (CP-11, MC-15). */
export function answerRoutes(app: App, world: World, names: readonly [ClaimKindName, ...ClaimKindName[]]) {
  const which = z.object({ kind: z.enum(names) });
  const config = { inSpace: true } as const;
  const asked = which.extend({ question: z.string().max(30) });

  app.get("/claims/:kind", { config, schema: { params: which } }, (request, reply) =>
    ifMayClaim(request, reply, async (acting) => {
      const { kind: name } = request.params;
      const { answers } = await givenOf(world, world.db, claimantOf(acting), name, request.language);
      return goTo(reply, pathOf(name, nextQuestion(claimKinds[name], answers)?.name));
    }),
  );

  app.get("/claims/:kind/:question", { config, schema: { params: asked } }, (request, reply) =>
    ifMayClaim(request, reply, async (acting) => {
      const { kind: name, question } = request.params;
      return showQuestion(world, request, reply, acting, name, question, {
        typed: await typedHere(world, acting, pathOf(name, question)),
      });
    }),
  );

  app.post("/claims/:kind/:question", { config, schema: { params: asked, body: typed } }, (request, reply) =>
    ifMayClaim(request, reply, async (acting) => {
      const { kind: name, question: asks } = request.params;
      const kind = claimKinds[name];
      const question = kind.questions.find((one) => one.name === asks);
      if (!question) return goTo(reply, pathOf(name, undefined));
      const given = await givenOf(world, world.db, claimantOf(acting), name, request.language);
      const read = question.read(request.body, given);
      if ("refused" in read) {
        const shown = { typed: request.body, errors: read.refused };
        return showQuestion(world, request, reply, acting, name, asks, shown);
      }
      await keepAnswers(world, claimantOf(acting), name, read.answers);
      return goTo(reply, pathOf(name, nextQuestion(kind, read.answers)?.name));
    }),
  );
}

/** A question's page, or the one where everything is read again. */
const pathOf = (name: ClaimKindName, question: string | undefined) =>
  `/claims/${name}/${question ?? "check"}`;

/** What was typed before the session ended, where it was for the same person. */
async function typedHere(world: World, { actor, person }: Acting, path: string) {
  const typed = await takeTyped(world, actor.personId, path);
  return (typed?.space || actor.personId) === person.personId ? typed : undefined;
}

/** Whom a claim is for, and who makes it. */
export const claimantOf = ({ actor, person }: Pick<Acting, "actor" | "person">): ActedFor => ({
  personId: person.personId,
  actor: actor.personId,
});

/** Whom the law stops reads why, and which way is open (CP-11). */
export function ifMayClaim<T>(
  request: Request,
  reply: Reply,
  show: (acting: Acting) => Promise<T>,
): Promise<T> | Reply {
  const acting = actingIn(request);
  const decided = mayClaimNow(acting.standing);
  if (decided.allowed) return show(acting);
  return answer(reply, refusedPage(shellOf(request, reply), decided, stopped), 403);
}

/** Names what was asked for, on the page that says why not. */
export const stopped = { fr: "Faire une demande", en: "Make a claim" };

async function showQuestion(
  world: World,
  request: Request,
  reply: Reply,
  acting: Acting,
  name: ClaimKindName,
  asks: string,
  shown: { typed?: Typed | undefined; errors?: Parameters<typeof claimQuestionPage>[0]["errors"] },
) {
  const kind = claimKinds[name];
  const question = kind.questions.find((one) => one.name === asks);
  if (!question) return goTo(reply, pathOf(name, undefined));
  const given = await givenOf(world, world.db, claimantOf(acting), name, request.language);
  const shell = shellOf(request, reply);
  const page = claimQuestionPage({ shell, base: `/claims/${name}`, kind, question, given, ...shown });
  return answer(reply, page, shown.errors ? 422 : 200);
}
