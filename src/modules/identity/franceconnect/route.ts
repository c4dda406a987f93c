import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import type { OpenId } from "../../../platform/openid.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst } from "../confirm-password/route.ts";
import { openingIn, setOpeningCookie } from "../open-account/cookie.ts";
import { isRecent, visitorOf } from "../session/session.ts";
import { endBefore, letIn } from "../sign-in/let-in.ts";
import { browserOf } from "../trusted-devices/cookie.ts";
import { answerFranceConnect } from "./answer.ts";
import { browserSecretIn, originOf, setBrowserSecret } from "./browser.ts";
import { type Because, type Ended, endings } from "./endings.ts";
import type { HasFile } from "./land.ts";
import { beginByFranceConnect } from "./newcomer.ts";
import { endedPage } from "./page.ts";
import { type Asked, askFranceConnect } from "./request.ts";
import { signedOutRoute } from "./sign-out.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The request begins one to FranceConnect, or brings the answer to one: either is written down. */
    toFranceConnect?: "begins" | "answers";
  }
}

type Beginning = Pick<Asked, "purpose" | "personId" | "next" | "another">;

const callbackPath = "/franceconnect/callback";

const arriving = z.object({ next: z.string().max(500).default("/home").transform(localPath) });

/** "another": the person must be asked which account they mean, whatever FranceConnect still has open. */
const beginning = arriving.extend({ another: z.string().optional() });

const which = z.object({ because: z.enum(Object.keys(endings) as [Because, ...Because[]]) });

/** Milliseconds for what waits for FranceConnect: its requests are given up before, one by one. */
const handlerTimeout = 15_000;

export function franceConnectRoutes(app: App, world: World, openId: OpenId, hasFile: HasFile) {
  limitRequests(app);

  const ask = async (request: Request, reply: Reply, asked: Beginning) => {
    const { language } = request;
    const sent = await askFranceConnect(world, openId, {
      ...asked,
      browser: browserSecretIn(request),
      callback: originOf(request) + callbackPath,
      language,
    });
    if ("because" in sent) return answerEnded(request, reply, sent, asked.next);
    return goTo(setBrowserSecret(reply, sent.browser), sent.to.href);
  };

  app.get(
    "/franceconnect/authorizations/new",
    {
      config: { opens: "public", toFranceConnect: "begins" },
      schema: { querystring: beginning },
      handlerTimeout,
    },
    (request, reply) => {
      const { next, another } = request.query;
      if (request.visitor) return goTo(reply, next);
      return ask(request, reply, { purpose: "sign in", next, another: another !== undefined });
    },
  );

  app.get(
    "/franceconnect/confirmations/new",
    {
      config: { opens: "session", toFranceConnect: "begins" },
      schema: { querystring: arriving },
      handlerTimeout,
    },
    (request, reply) => {
      const { personId } = visitorOf(request).person;
      return ask(request, reply, { purpose: "confirm", personId, next: request.query.next });
    },
  );

  app.get(
    "/ways-in/franceconnect/new",
    { config: { toFranceConnect: "begins" }, handlerTimeout },
    (request, reply) => {
      const visitor = visitorOf(request);
      if (!isRecent(world, visitor)) return goTo(reply, confirmFirst("/ways-in/franceconnect/new"));
      const { personId } = visitor.person;
      return ask(request, reply, { purpose: "link", personId, next: "/ways-in" });
    },
  );

  const brought = { config: { opens: "public", toFranceConnect: "answers" }, handlerTimeout } as const;
  app.get(callbackPath, brought, async (request, reply) => {
    const { visitor, language } = request;
    const result = await answerFranceConnect(world, openId, {
      address: new URL(request.url, originOf(request)),
      secret: browserSecretIn(request),
      visitor,
      browser: browserOf(request),
      language,
      hasFile,
    });
    const { next = "/home" } = result;
    if ("entered" in result) {
      await endBefore(world, request);
      return goTo(letIn(reply, result.entered), next);
    }
    // The back button, or a double click: it did its work the first time.
    if ("because" in result && result.because === "used" && visitor) return goTo(reply, next);
    if ("done" in result) return goTo(reply, next);
    if (result.newcomer) {
      const { cookie, path } = await beginByFranceConnect(world, openingIn(request), result.newcomer, next);
      return goTo(cookie ? setOpeningCookie(reply, cookie) : reply, path);
    }
    return answerEnded(request, reply, result, next);
  });

  app.get(
    "/franceconnect/endings/:because",
    { config: { opens: "public" }, schema: { params: which, querystring: arriving } },
    (request, reply) => {
      const shell = shellOf(request, reply);
      return answer(reply, endedPage({ shell, ended: request.params, next: request.query.next }));
    },
  );

  signedOutRoute(app, world);
}

/**
 * A request costs a row, and an answer that matches none a line of the journal: one address begins 300 in 5 minutes and
 * brings as many, counted apart from its passwords (SEC-01).
 */
function limitRequests(app: App) {
  const limit = () => app.createRateLimit({ max: 300, timeWindow: "5 minutes" });
  const limits = { begins: limit(), answers: limit() };
  app.addHook("onRequest", async (request) => {
    const { toFranceConnect } = request.routeOptions.config;
    if (!toFranceConnect) return;
    const counted = await limits[toFranceConnect](request);
    if (!counted.isAllowed && counted.isExceeded)
      throw Object.assign(new Error("Too many requests to FranceConnect from one address"), {
        statusCode: 429,
      });
  });
}

function answerEnded(request: Request, reply: Reply, ended: Ended, next: string) {
  const { because, why } = ended;
  // What an operator must know of: a provider that is away, a setting that it refuses, answers that do not hold.
  if (endings[because].status >= 500) request.log.warn({ req: request, because, why }, "FranceConnect");
  // The answer cannot be taken twice: another language or contrast is read on a page of its own.
  const path = `/franceconnect/endings/${because}?${new URLSearchParams({ next })}`;
  const shell = { ...shellOf(request, reply), path };
  return answer(reply, endedPage({ shell, ended, next }), endings[because].status);
}
