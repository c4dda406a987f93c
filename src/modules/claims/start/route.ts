import { z } from "zod";
import type { ClaimKindName } from "../../../../institutions/institution.ts";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import { asInstitution, type World } from "../../../world.ts";
import { beginOpening, openingUnderWay, setOpeningCookie } from "../../identity/index.ts";
import { claimKinds } from "../kinds.ts";
import { accountPage, claimsPage, notSaid } from "./page.ts";

/** Accounts that one address may begin to open in an hour. */
const openingsPerHour = 60;

/** Where a claim begins, for who is known and for who is not (CP-10). */
export function startRoutes(app: App, world: World, names: readonly [ClaimKindName, ...ClaimKindName[]]) {
  const page = { config: { opens: "public" } } as const;
  const which = z.object({ kind: z.enum(names) });
  const said = z.object({ account: z.enum(["yes", "no", "not-sure"]).optional().catch(undefined) });
  const limit = app.createRateLimit({ max: openingsPerHour, timeWindow: "1 hour" });
  const kinds = names.map((name) => [name, claimKinds[name]] as const);

  app.get("/claims/new", page, async (request, reply) => {
    const signedIn = request.visitor !== undefined;
    const underWay = !signedIn && (await openingUnderWay(asInstitution(world), request));
    return answer(reply, claimsPage({ shell: shellOf(request, reply), kinds, signedIn, underWay }));
  });

  app.get("/claims/new/:kind", { ...page, schema: { params: which } }, (request, reply) => {
    const { kind: name } = request.params;
    if (request.visitor) return goTo(reply, `/claims/${name}`);
    return answer(reply, accountPage({ shell: shellOf(request, reply), name }));
  });

  app.post(
    "/claims/new/:kind",
    { ...page, schema: { params: which, body: said } },
    async (request, reply) => {
      const { kind: name } = request.params;
      const next = `/claims/${name}`;
      const { account } = request.body;
      if (request.visitor) return goTo(reply, next);
      if (account === undefined)
        return answer(reply, accountPage({ shell: shellOf(request, reply), name, refused: notSaid }), 422);
      if (account !== "no") return goTo(reply, `/sessions/new?${new URLSearchParams({ next })}`);
      const counted = await limit(request);
      if (!counted.isAllowed && counted.isExceeded) throw tooMany;
      const { cookie, path } = await beginOpening(asInstitution(world), undefined, next);
      return goTo(setOpeningCookie(reply, cookie), path);
    },
  );
}

const tooMany = Object.assign(new Error("Too many accounts begun from one address"), { statusCode: 429 });
