import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst, findPersons, firstName, type Step, visitorOf } from "../../identity/index.ts";
import { type Standing, standingIn } from "../standing.ts";
import { answerOffer, endDelegation, type OfferAnswer, spouseOn } from "./delegate.ts";
import { offerPage, refusedOfferPage } from "./page.ts";

/** Offered to a holder in a couple, once; nobody else meets this step (CP-15). */
export const delegationStep: Step = {
  isDone: (request) => {
    const { file, may } = standingIn(request);
    return file === undefined || file.delegationAnswered || !may("grant-delegation").allowed;
  },
  path: () => "/delegations/new",
};

const said = z.object({ answer: z.enum(["grant", "later"]).catch("later") });

export function delegationRoutes(app: App, world: World) {
  // Open to anyone signed in and past the other steps: who may not be offered it reads why (CP-15).
  const opens = { opens: "delegation", again: true } as const;

  app.get("/delegations/new", { config: opens }, (request, reply) => answerOfferPage(world, request, reply));

  app.post(
    "/delegations",
    { config: { ...opens, form: "/delegations/new" }, schema: { body: said } },
    async (request, reply) => {
      const result = await answerOffer(world, visitorOf(request), request.body.answer === "grant");
      return goOn(request, reply, result, "/delegations/new");
    },
  );

  app.post("/delegations/end", { config: { form: "/home" } }, async (request, reply) =>
    goOn(request, reply, await endDelegation(world, visitorOf(request)), "/home"),
  );
}

/** After the answer: home; or first the password again, then back to the page the answer came from. */
function goOn(request: Request, reply: Reply, result: OfferAnswer, from: string) {
  if ("done" in result) return goTo(reply, "/home");
  if ("confirm" in result) return goTo(reply, confirmFirst(from));
  const { refused: says, source, way } = result;
  return answer(reply, refusedOfferPage({ shell: shellOf(request, reply), says, source, way }), 403);
}

async function answerOfferPage(world: World, request: Request, reply: Reply) {
  const standing = standingIn(request);
  const decision = standing.may("grant-delegation");
  if (!decision.allowed)
    return answer(reply, refusedOfferPage({ shell: shellOf(request, reply), ...decision }), 403);
  return answer(
    reply,
    offerPage({ shell: shellOf(request, reply), spouse: await spouseName(world, standing) }),
  );
}

async function spouseName(world: World, { file }: Standing): Promise<string> {
  const spouseId = file && spouseOn(file, world.clock());
  const [spouse] = await findPersons(world.db, spouseId ? [spouseId] : []);
  return spouse ? firstName(spouse) : "";
}
