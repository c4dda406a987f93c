import { z } from "zod";
import type { ClaimKindName } from "../../../../institutions/institution.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { type Acting, actingIn, mayClaimNow, seeHousehold } from "../../households/index.ts";
import { claimantOf, ifMayClaim, stopped } from "../answer/route.ts";
import { givenOf, nextQuestion } from "../claimant.ts";
import { claimKinds } from "../kinds.ts";
import { findClaim } from "../store.ts";
import { claimCheckPage } from "./check-page.ts";
import { sendClaim } from "./send-claim.ts";
import { sentPage } from "./sent-page.ts";
import { statementPage } from "./statement-page.ts";

const said = z.object({ signed: z.string().max(5).default("") });
const numbered = z.object({ number: z.string().max(20) });

/** The end of a claim: read again, sign, sent (MC-11, MC-15). */
export function signRoutes(app: App, world: World, names: readonly [ClaimKindName, ...ClaimKindName[]]) {
  const which = z.object({ kind: z.enum(names) });
  const config = { inSpace: true } as const;

  app.get("/claims/:kind/check", { config, schema: { params: which } }, (request, reply) =>
    ifComplete(world, request, reply, request.params.kind, (acting) =>
      answerCheck(world, request, reply, acting, request.params.kind),
    ),
  );

  app.get("/claims/:kind/statement", { config, schema: { params: which } }, (request, reply) =>
    ifComplete(world, request, reply, request.params.kind, async () =>
      answer(
        reply,
        statementPage({ shell: shellOf(request, reply), base: `/claims/${request.params.kind}` }),
      ),
    ),
  );

  app.post(
    "/claims/:kind/statement",
    { config, schema: { params: which, body: said } },
    async (request, reply) => {
      const { kind: name } = request.params;
      const claimant = claimantOf(actingIn(request));
      const signed = request.body.signed === "yes";
      const result = await sendClaim(world, claimant, name, { signed, language: request.language });
      if ("number" in result) return goTo(reply, `/claims/sent/${result.number}`);
      if ("elsewhere" in result) return goTo(reply, `/claims/${name}`);
      const shell = shellOf(request, reply);
      if ("stopped" in result) return answer(reply, refusedPage(shell, result.stopped, stopped), 403);
      return answer(reply, statementPage({ shell, base: `/claims/${name}`, refused: result.refused }), 422);
    },
  );

  app.get("/claims/sent/:number", { config, schema: { params: numbered } }, async (request, reply) => {
    const claim = await findClaim(world.db, request.params.number);
    const { personId, actor } = claimantOf(actingIn(request));
    // The number of somebody else's claim says as little as one that no claim bears. In a space: those sent from it.
    if (claim?.personId !== personId || (actor !== personId && claim.sentBy !== actor))
      return reply.callNotFound();
    const { name, next } = claimKinds[claim.kind];
    const { timeZone } = world.institution;
    return answer(reply, sentPage({ shell: shellOf(request, reply), claim, name, next, timeZone }));
  });
}

/** Nobody signs before every question is answered. */
const ifComplete = (
  world: World,
  request: Request,
  reply: Reply,
  name: ClaimKindName,
  show: (acting: Acting) => Promise<Reply>,
) =>
  ifMayClaim(request, reply, async (acting) => {
    const { answers } = await givenOf(world, world.db, claimantOf(acting), name, request.language);
    return nextQuestion(claimKinds[name], answers) ? goTo(reply, `/claims/${name}`) : show(acting);
  });

async function answerCheck(
  world: World,
  request: Request,
  reply: Reply,
  acting: Acting,
  name: ClaimKindName,
) {
  const { standing, person } = acting;
  const given = await givenOf(world, world.db, claimantOf(acting), name, request.language);
  const decided = mayClaimNow(standing);
  const seesNumber = standing.may("see-file-number").allowed;
  const page = claimCheckPage({
    shell: shellOf(request, reply),
    base: `/claims/${name}`,
    kind: claimKinds[name],
    given,
    person,
    household: await seeHousehold(world, standing),
    fileNumber: seesNumber ? standing.file?.fileNumber : undefined,
    opensFile: decided.allowed && decided.opensFile,
  });
  return answer(reply, page);
}
