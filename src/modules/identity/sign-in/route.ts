import { z } from "zod";
import { readIdentifier } from "../../../../law/credentials/identifier.ts";
import type { App, Request } from "../../../platform/http/server.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { foundBy } from "../identifiers.ts";
import { setSessionCookie } from "../session/cookie.ts";
import { signInPage } from "./page.ts";
import { type SignedIn, signIn } from "./sign-in.ts";

const asked = z.object({
  identifier: z.string().max(100).default(""),
  password: z.string().max(200).default(""),
  next: z.string().max(500).default("/home"),
});
const arriving = z.object({
  next: z.string().max(500).default("/home"),
  ended: z.string().optional(),
  "signed-out": z.string().optional(),
});

/** Requests that carry a credential: 300 in 5 minutes from one address (SEC-01). */
export const credentialLimit = { max: 300, timeWindow: "5 minutes", groupId: "credentials" };

export function signInRoutes(app: App, world: World) {
  // SEC-01: 5 a minute from one address for one identifier. The identifier is kept as its index, never as typed.
  const limit = app.createRateLimit({
    max: 5,
    timeWindow: "1 minute",
    keyGenerator: (request) => `${request.ip} ${identifierKey(world, request)}`,
  });

  app.get(
    "/sessions/new",
    { config: { opens: "public" }, schema: { querystring: arriving } },
    (request, reply) => {
      if (request.visitor) return goTo(reply, "/home");
      const { next, ended, "signed-out": out } = request.query;
      const after = ended ? "ended" : out ? "signed-out" : undefined;
      return answer(
        reply,
        signInPage({ shell: shellOf(request, reply), next: localPath(next), ...(after && { after }) }),
      );
    },
  );

  app.post(
    "/sessions",
    { config: { opens: "public", rateLimit: credentialLimit }, schema: { body: asked } },
    async (request, reply) => {
      const { next, ...typed } = request.body;
      const { isAllowed, isExceeded = false } = { isExceeded: false, ...(await limit(request)) };
      if (!isAllowed && isExceeded) throw tooMany;
      const result = await signIn(world, typed);
      if ("cookie" in result) return goTo(setSessionCookie(reply, result.cookie), localPath(next));
      const shell = shellOf(request, reply);
      const errors = { [result.field ?? "identifier"]: result.refused };
      return answer(reply, signInPage({ shell, next, typed: typed.identifier, errors }), statusOf(result));
    },
  );
}

const tooMany = Object.assign(new Error("Too many tries for one identifier from one address"), {
  statusCode: 429,
});

function identifierKey(world: World, request: Request): string {
  const read = readIdentifier((request.body as z.infer<typeof asked>).identifier);
  return "refused" in read ? "" : foundBy(world.keys, read).toString("base64");
}

const statusOf = (refused: Extract<SignedIn, { refused: unknown }>) =>
  refused.because === "wait" ? 429 : 422;
