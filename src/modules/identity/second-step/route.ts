import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst } from "../confirm-password/route.ts";
import { secondStepPath } from "../first-sign-in/gate.ts";
import { wayOf } from "../give-contacts/send-code.ts";
import { siteOf } from "../passkeys/challenge.ts";
import { enteringOf, visitorOf } from "../session/session.ts";
import { letIn } from "../sign-in/let-in.ts";
import { browserOf } from "../trusted-devices/cookie.ts";
import { passByPasskey, stepOptions } from "./by-passkey.ts";
import { stepCodePage } from "./code-page.ts";
import { secondStepPage, withNext } from "./page.ts";
import { askStepCode, atSecondStep, type EnteredStep, enterStepCode } from "./second-step.ts";
import { secondStepSettingsPage } from "./settings-page.ts";
import { secondStepSettings, type Turned, turnOffSecondStep, turnOnSecondStep } from "./turn-on.ts";

const next = z.string().max(500).default("/home").transform(localPath);
const leading = z.object({ next });
const asked = z.object({
  next,
  kind: z.enum(["mail", "mobile"]),
  seen: z.coerce.number().int().min(0).max(1000).default(0),
});
const typed = z.object({
  next,
  code: z.string().max(300).default(""),
  trust: z.string().max(10).default(""),
});
const signed = z.object({ next, credential: z.string().max(50_000).default("") });
const done = z.object({ done: z.enum(["on", "off"]).optional().catch(undefined) });

const config = { opens: "second-step", form: secondStepPath } as const;

export function secondStepRoutes(app: App, world: World) {
  app.get(secondStepPath, { config, schema: { querystring: leading } }, (request, reply) =>
    answerWays(world, request, reply, request.query.next),
  );

  app.post(`${secondStepPath}/codes`, { config, schema: { body: asked } }, async (request, reply) => {
    const { next, ...which } = request.body;
    const result = await askStepCode(world, enteringOf(request), which, request.language);
    if ("sent" in result) return goTo(reply, withNext(`${secondStepPath}/code`, next));
    return answerWays(world, request, reply, next, result.refused);
  });

  app.get(`${secondStepPath}/code`, { config, schema: { querystring: leading } }, (request, reply) =>
    answerCode(world, request, reply, request.query),
  );

  app.post(
    `${secondStepPath}/code`,
    { config: { ...config, credential: true }, schema: { body: typed } },
    async (request, reply) => {
      const { next, code } = request.body;
      const trust = request.body.trust === "yes";
      const result = await enterStepCode(world, enteringOf(request), { code, trust }, browserOf(request));
      if ("refused" in result) return answerCode(world, request, reply, { next, trust }, result.refused);
      return goOn(reply, result, next);
    },
  );

  app.post(`${secondStepPath}/challenges`, { config }, async (request, reply) =>
    reply
      .header("cache-control", "no-store")
      .send(await stepOptions(world, enteringOf(request), siteOf(request))),
  );

  app.post(
    `${secondStepPath}/passkey`,
    { config: { ...config, credential: true }, schema: { body: signed } },
    async (request, reply) => {
      const { next, credential } = request.body;
      const given = { credential, site: siteOf(request) };
      const result = await passByPasskey(world, enteringOf(request), given, browserOf(request));
      if ("refused" in result) return answerWays(world, request, reply, next, result.refused);
      return goOn(reply, result, next);
    },
  );

  app.get("/second-step", { schema: { querystring: done } }, (request, reply) =>
    answerSettings(world, request, reply, { done: request.query.done }),
  );

  app.post("/second-step", async (request, reply) =>
    answerTurned(
      world,
      request,
      reply,
      "on",
      await turnOnSecondStep(world, visitorOf(request), request.language),
    ),
  );

  app.post("/second-step/end", { config: { form: "/second-step" } }, async (request, reply) =>
    answerTurned(
      world,
      request,
      reply,
      "off",
      await turnOffSecondStep(world, visitorOf(request), request.language),
    ),
  );
}

/** Both steps are done: on to where the person was going; or there was nothing to do, and the page says what there is. */
function goOn(reply: Reply, result: Exclude<EnteredStep, { refused: Sentence }>, next: string) {
  return "cookie" in result ? goTo(letIn(reply, result), next) : goTo(reply, withNext(secondStepPath, next));
}

async function answerWays(world: World, request: Request, reply: Reply, next: string, error?: Sentence) {
  const at = await atSecondStep(world, enteringOf(request));
  const shell = shellOf(request, reply);
  return answer(reply, secondStepPage({ shell, at, next, ...(error && { error }) }), error ? 422 : 200);
}

async function answerCode(
  world: World,
  request: Request,
  reply: Reply,
  given: { next: string; trust?: boolean },
  error?: Sentence,
) {
  const { waiting, seen } = await atSecondStep(world, enteringOf(request));
  if (!waiting) return goTo(reply, withNext(secondStepPath, given.next));
  const minutes = world.institution.codes.minutes[wayOf[waiting.point.kind]];
  const shell = shellOf(request, reply);
  return answer(
    reply,
    stepCodePage({ shell, waiting, seen, minutes, ...given, ...(error && { error }) }),
    error ? 422 : 200,
  );
}

async function answerTurned(world: World, request: Request, reply: Reply, to: "on" | "off", turned: Turned) {
  if ("confirm" in turned) return goTo(reply, confirmFirst("/second-step"));
  if ("refused" in turned) return answerSettings(world, request, reply, { error: turned.refused });
  return goTo(reply, `/second-step?done=${to}`);
}

async function answerSettings(
  world: World,
  request: Request,
  reply: Reply,
  given: { done?: "on" | "off" | undefined; error?: Sentence },
) {
  const settings = await secondStepSettings(world, visitorOf(request));
  const shell = shellOf(request, reply);
  return answer(reply, secondStepSettingsPage({ shell, settings, ...given }), given.error ? 422 : 200);
}
