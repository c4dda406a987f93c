import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst, findPersons, firstName, type Step, visitorOf } from "../../identity/index.ts";
import { standingOn, whoseIn } from "../spaces/acting.ts";
import { type Standing, standingIn } from "../standing.ts";
import { declinePage } from "./decline-page.ts";
import { answerOffer, declineDelegation, endDelegation, type OfferAnswer, spouseOn } from "./delegate.ts";
import { delegationsBy } from "./history.ts";
import { historyPage } from "./history-page.ts";
import { offerPage } from "./page.ts";

/** Offered to a holder in a couple, once; nobody else meets this step (CP-15). */
export const delegationStep: Step = {
  isDone: (request) => {
    const { file, personId, may } = standingIn(request);
    return !file || file.delegationAnsweredBy.includes(personId) || !may("grant-delegation").allowed;
  },
  path: () => "/delegations/new",
};

const said = z.object({ answer: z.enum(["grant", "later"]).catch("later") });

export function delegationRoutes(app: App, world: World) {
  // Open to anyone signed in and past the other steps: who may not be offered it reads why (CP-15).
  const opens = { opens: "delegation", again: true, inSpace: true } as const;

  app.get("/delegations/new", { config: opens }, (request, reply) => answerOfferPage(world, request, reply));

  app.post(
    "/delegations",
    { config: { ...opens, form: "/delegations/new" }, schema: { body: said } },
    async (request, reply) => {
      const grants = request.body.answer === "grant";
      const result = await answerOffer(world, visitorOf(request), grants, request.language, whoseIn(request));
      return goOn(request, reply, result, "/delegations/new");
    },
  );

  app.post("/delegations/end", { config: { form: "/home" } }, async (request, reply) =>
    goOn(request, reply, await endDelegation(world, visitorOf(request), request.language), "/home"),
  );

  app.get("/delegations", (request, reply) => answerHistory(world, request, reply));

  app.get("/delegations/refusals/new", (request, reply) => {
    const decision = standingIn(request).may("decline-delegation");
    if (!decision.allowed) return answer(reply, refusedPage(shellOf(request, reply), decision, title), 403);
    return answer(reply, declinePage(shellOf(request, reply)));
  });

  const declining = { form: "/delegations/refusals/new" };
  app.post("/delegations/refusals", { config: declining }, async (request, reply) => {
    const result = await declineDelegation(world, visitorOf(request), request.language);
    return goOn(request, reply, result, declining.form);
  });
}

const title: Sentence = { fr: "Délégation de gestion", en: "Delegation" };

/** After the answer: home; or first the password again, then back to the page the answer came from. */
function goOn(request: Request, reply: Reply, result: OfferAnswer, from: string) {
  if ("done" in result) return goTo(reply, "/home");
  if ("confirm" in result) return goTo(reply, confirmFirst(from));
  return answer(reply, refusedPage(shellOf(request, reply), result.refused, title), 403);
}

async function answerOfferPage(world: World, request: Request, reply: Reply) {
  const standing = standingOn(request);
  const decision = standing.may("grant-delegation");
  const shell = shellOf(request, reply);
  if (!decision.allowed) return answer(reply, refusedPage(shell, decision, title), 403);
  return answer(reply, offerPage({ shell, spouse: await spouseName(world, standing) }));
}

async function spouseName(world: World, { file }: Standing): Promise<string> {
  const spouseId = file && spouseOn(file, world.clock());
  const [spouse] = await findPersons(world.db, spouseId ? [spouseId] : []);
  return spouse ? firstName(spouse) : "";
}

async function answerHistory(world: World, request: Request, reply: Reply) {
  const standing = standingIn(request);
  const decision = standing.may("see-delegation");
  const shell = shellOf(request, reply);
  if (!decision.allowed) return answer(reply, refusedPage(shell, decision, title), 403);
  const delegations = await delegationsBy(world, standing);
  return answer(
    reply,
    historyPage({ shell, delegations, mayGrant: standing.may("grant-delegation").allowed }),
  );
}
