import { normalizeIP } from "@fastify/rate-limit";
import { z } from "zod";
import type { App, Request } from "../../../platform/http/server.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { foundBy, typedIdentifier } from "../identifiers.ts";
import { browserOf } from "../trusted-devices/cookie.ts";
import { endBefore, letIn } from "./let-in.ts";
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
  recovered: z.string().optional(),
  opened: z.string().optional(),
});

declare module "fastify" {
  interface FastifyContextConfig {
    /** The request carries something that could be guessed: a password, a code. */
    credential?: true;
  }
}

/** SEC-01: one address sends 300 credentials in 5 minutes, over all the routes that take one. */
function limitCredentials(app: App) {
  const limit = app.createRateLimit({ max: 300, timeWindow: "5 minutes" });
  app.addHook("onRequest", async (request) => {
    if (request.routeOptions.config.credential) refuseBeyond(await limit(request));
  });
}

export function signInRoutes(app: App, world: World) {
  limitCredentials(app);
  // SEC-01: 5 a minute from one address for one identifier. The identifier is kept as its index, never as typed.
  const limit = app.createRateLimit({
    max: 5,
    timeWindow: "1 minute",
    keyGenerator: (request) => `${normalizeIP(request.ip)} ${identifierKey(world, request)}`,
  });

  app.get(
    "/sessions/new",
    { config: { opens: "public" }, schema: { querystring: arriving } },
    (request, reply) => {
      if (request.visitor) return goTo(reply, "/home");
      const { next, ...query } = request.query;
      const after = (["ended", "signed-out", "recovered", "opened"] as const).find((one) => query[one]);
      return answer(
        reply,
        signInPage({ shell: shellOf(request, reply), next: localPath(next), ...(after && { after }) }),
      );
    },
  );

  app.post(
    "/sessions",
    { config: { opens: "public", credential: true }, schema: { body: asked } },
    async (request, reply) => {
      const { next, ...typed } = request.body;
      // What cannot be an identifier guesses nothing: mistyping is not counted.
      if (identifierKey(world, request)) refuseBeyond(await limit(request));
      const result = await signIn(world, typed, browserOf(request), request.language);
      if ("cookie" in result) {
        await endBefore(world, request);
        return goTo(letIn(reply, result), localPath(next));
      }
      const shell = shellOf(request, reply);
      const errors = { [result.field ?? "identifier"]: result.refused };
      return answer(reply, signInPage({ shell, next, typed: typed.identifier, errors }), statusOf(result));
    },
  );
}

function refuseBeyond(counted: Awaited<ReturnType<ReturnType<App["createRateLimit"]>>>) {
  if (!counted.isAllowed && counted.isExceeded) throw tooMany;
}

const tooMany = Object.assign(new Error("Too many credentials from one address"), { statusCode: 429 });

function identifierKey(world: World, request: Request): string {
  const read = typedIdentifier(world, (request.body as z.infer<typeof asked>).identifier);
  return "refused" in read ? "" : foundBy(world.keys, read).toString("base64");
}

const statuses = { typed: 422, wrong: 422, wait: 429, blocked: 403 } as const;

const statusOf = (refused: Extract<SignedIn, { refused: unknown }>) => statuses[refused.because];
