import type { Act } from "../../../../law/access/acts.ts";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { callName } from "../../identity/index.ts";
import { qualities } from "../standing.ts";
import { anotherSpacePage, elsewherePage } from "./elsewhere-page.ts";
import { type OpenSpace, type SpaceNow, spaceOf } from "./spaces.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The protected person's space this request stands in. */
    space: SpaceNow;
  }
  interface FastifyContextConfig {
    /** The page is made for a protected person's space too; every other one is the visitor's own. */
    inSpace?: true;
  }
}

/** Brings the space that the session stands in, and says on every page whose it is (MC-07). After the standings. */
export function openSpaces(app: App, world: World) {
  app.decorateRequest("space", undefined);
  app.addHook("onRequest", async (request) => {
    const { visitor, signedIn } = request;
    if (!visitor || !signedIn) return;
    request.space = await spaceOf(world, visitor);
    if (!isOpen(request.space)) return;
    const quality = qualities.guardian[request.language];
    request.signedIn = { ...signedIn, quality, space: spaceOn(request.space) };
  });
}

const spaceOn = ({ protectedPerson }: OpenSpace) => ({
  name: callName(protectedPerson),
  personId: protectedPerson.personId,
});

/**
 * Keeps two files apart: in somebody else's space only the pages made for it answer. What is the visitor's own asks them
 * to leave it first; a space that the law no longer opens leads out. After the gate.
 */
export function guardSpaces(app: App) {
  app.addHook("preValidation", async (request, reply) => {
    const { inSpace, form } = request.routeOptions.config ?? {};
    if (request.method !== "POST" || !inSpace || form === "/spaces" || !request.visitor) return;
    const now = isOpen(request.space) ? request.space.protectedPerson.personId : "";
    if (request.space === "closed" || saidSpace(request.body) === now) return;
    return answer(reply, anotherSpacePage(shellOf(request, reply)), 409);
  });
  app.addHook("preHandler", async (request, reply) => {
    const { space } = request;
    const { opens, again, plain, inSpace } = request.routeOptions.config ?? {};
    if (!space || request.is404 || plain || inSpace || (opens && !again)) return;
    if (!isOpen(space)) return goTo(reply, "/spaces");
    if (request.method === "GET" && request.routeOptions.url === "/home")
      return goTo(reply, "/spaces/current");
    const name = callName(space.protectedPerson);
    const next = request.method === "GET" ? request.url : "/home";
    const refused = refusedThere(space, request.url);
    return answer(reply, elsewherePage({ shell: shellOf(request, reply), name, next, refused }), 409);
  });
}

/** In whose space the form stood that was posted; nothing in one's own. */
const saidSpace = (body: unknown): string => {
  const said = typeof body === "object" && body !== null && "space" in body ? body.space : "";
  return typeof said === "string" ? said : "";
};

/** What a guardian may look for there in the other person's place, and what the law says of it (MC-10). */
function refusedThere({ standing }: OpenSpace, url: string) {
  const [, act] = theirs.find(([path]) => url === path || url.startsWith(`${path}/`)) ?? [];
  const decision = act && standing.may(act);
  return decision?.allowed === false ? decision : undefined;
}

const theirs: readonly (readonly [string, Act])[] = [
  ["/contacts", "see-holder-contacts"],
  ["/notice-address", "see-holder-contacts"],
  ["/delegations/refusals", "decline-delegation"],
  ["/delegations/end", "revoke-delegation"],
];

export const isOpen = (space: SpaceNow): space is OpenSpace => typeof space === "object";
