import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import { type App, cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst } from "../confirm-password/route.ts";
import { isRecent, visitorOf } from "../session/session.ts";
import { endBefore, letIn } from "../sign-in/let-in.ts";
import { signInPage } from "../sign-in/page.ts";
import { browserOf } from "../trusted-devices/cookie.ts";
import { siteOf } from "./challenge.ts";
import { newPasskeyPage, passkeysPage } from "./page.ts";
import { passkeyOptions, type Registered, registerPasskey } from "./register.ts";
import { removePasskey } from "./remove.ts";
import { signInByPasskey, signInOptions } from "./sign-in-by-passkey.ts";
import { findPasskeys } from "./store.ts";

/** A secret of the browser that asked for something to sign before anybody was signed in. */
const passkeyCookie = "__Host-passkey";

const credential = z.string().max(50_000).default("");
const entering = z.object({ credential, next: z.string().max(500).default("/home").transform(localPath) });
const made = z.object({ credential, name: z.string().max(300).default("") });
const which = z.object({ passkeyId: z.uuid() });
const listed = z.object({ done: z.enum(["added", "removed"]).optional().catch(undefined) });

export function passkeyRoutes(app: App, world: World) {
  signInByPasskeyRoutes(app, world);

  app.get("/passkeys", { schema: { querystring: listed } }, (request, reply) =>
    answerPasskeys(world, request, reply, { done: request.query.done }),
  );

  app.get("/passkeys/new", (request, reply) => {
    if (!isRecent(world, visitorOf(request))) return goTo(reply, confirmFirst("/passkeys/new"));
    const { device } = browserOf(request);
    return answer(reply, newPasskeyPage({ shell: shellOf(request, reply), name: device }));
  });

  app.post("/passkeys/challenges", async (request, reply) => {
    const options = await passkeyOptions(world, visitorOf(request), siteOf(request));
    return sendToScript(reply, options);
  });

  app.post(
    "/passkeys",
    { config: { form: "/passkeys/new", credential: true }, schema: { body: made } },
    async (request, reply) => {
      const visitor = visitorOf(request);
      const result = await registerPasskey(world, visitor, request.body, siteOf(request), request.language);
      return answerRegistered(request, reply, result, request.body.name);
    },
  );

  app.post(
    "/passkeys/:passkeyId/end",
    { config: { form: "/passkeys" }, schema: { params: which } },
    async (request, reply) => {
      const { passkeyId } = request.params;
      const result = await removePasskey(world, visitorOf(request), passkeyId, request.language);
      if ("confirm" in result) return goTo(reply, confirmFirst("/passkeys"));
      if ("done" in result) return goTo(reply, "/passkeys?done=removed");
      return answerPasskeys(world, request, reply, { error: result.refused });
    },
  );
}

function signInByPasskeyRoutes(app: App, world: World) {
  app.post(
    "/sessions/challenges",
    { config: { opens: "public", credential: true } },
    async (request, reply) => {
      const { options, secret } = await signInOptions(world, siteOf(request), request.cookies[passkeyCookie]);
      reply.setCookie(passkeyCookie, secret, cookieRules);
      return sendToScript(reply, options);
    },
  );

  app.post(
    "/sessions/passkey",
    { config: { opens: "public", credential: true }, schema: { body: entering } },
    async (request, reply) => {
      const { next, credential } = request.body;
      const asked = { credential, secret: request.cookies[passkeyCookie], site: siteOf(request) };
      const result = await signInByPasskey(world, asked, browserOf(request), request.language);
      if ("cookie" in result) {
        await endBefore(world, request);
        return goTo(letIn(reply, result), next);
      }
      const shell = shellOf(request, reply);
      const errors = { identifier: result.refused };
      return answer(reply, signInPage({ shell, next, errors }), result.because === "blocked" ? 403 : 422);
    },
  );
}

/** What the page's script asked for; without it, the page is reloaded and leads to where the password is asked for. */
const sendToScript = (reply: Reply, options: object | undefined) =>
  reply
    .code(options ? 200 : 401)
    .header("cache-control", "no-store")
    .send(options ?? { confirm: true });

function answerRegistered(request: Request, reply: Reply, result: Registered, name: string) {
  if ("added" in result) return goTo(reply, "/passkeys?done=added");
  if ("confirm" in result) return goTo(reply, confirmFirst("/passkeys/new"));
  const error = { says: result.refused };
  return answer(reply, newPasskeyPage({ shell: shellOf(request, reply), name, error }), 422);
}

async function answerPasskeys(
  world: World,
  request: Request,
  reply: Reply,
  given: { done?: "added" | "removed" | undefined; error?: Sentence },
) {
  const { timeZone } = world.institution;
  const passkeys = await findPasskeys(world.db, visitorOf(request).person.personId);
  const shell = shellOf(request, reply);
  return answer(reply, passkeysPage({ shell, passkeys, timeZone, ...given }), given.error ? 422 : 200);
}
