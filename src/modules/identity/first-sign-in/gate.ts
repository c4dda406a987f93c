import type { FirstSignInStep } from "../../../../institutions/institution.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { sessionCookie } from "../session/cookie.ts";
import { keepTyped, type Typed } from "../session/kept-input.ts";
import { readSession, type Visitor } from "../session/session.ts";

declare module "fastify" {
  interface FastifyRequest {
    visitor: Visitor | undefined;
    /** Whose session it was, where its time was over. */
    endedFor: string | undefined;
  }
  interface FastifyContextConfig {
    /**
     * Whom the route is open to. Without it: to signed-in persons who went through every step. "public": to all.
     * "session": to anyone signed in, the second step done. A step's name: to who is at that step.
     */
    opens?: "public" | "session" | GateStep;
    /** The page whose form posts here, where it is another one. */
    form?: string;
    /** The step's pages stay open once the account is. */
    again?: true;
  }
}

/** The steps of the first sign-in, between two that may come back at any sign-in. */
export type GateStep = "second-step" | FirstSignInStep | "password-renewal";

/** One step between the sign-in and the account (CP-03). */
export type Step = {
  isDone: (request: Request & { visitor: Visitor }) => boolean | Promise<boolean>;
  /** Where the step is done, for this person now. */
  path: (request: Request & { visitor: Visitor }) => string | Promise<string>;
};

/** Reads who is signed in before anything else looks at the request. */
export function openSessions(app: App, world: World) {
  app.decorateRequest("visitor", undefined);
  app.decorateRequest("endedFor", undefined);
  app.addHook("onRequest", async (request) => {
    if (request.routeOptions.config?.plain) return;
    const cookie = request.cookies[sessionCookie];
    if (!cookie) return;
    const session = await readSession(world, cookie);
    // A cookie that opens nothing stays: the answer to a double click may come after a newer one was given.
    if (!session) return;
    if ("visitor" in session) request.visitor = session.visitor;
    else request.endedFor = session.endedFor;
  });
}

/** Lets each request through to what it may reach, or leads it to the first step not done. Deny by default. */
export function openGate(app: App, world: World, steps: Partial<Record<GateStep, Step>>) {
  const firstSignIn = world.institution.accounts?.firstSignIn ?? [];
  const order: readonly GateStep[] = ["second-step", ...firstSignIn, "password-renewal"];
  app.addHook("preHandler", async (request, reply) => {
    const { opens, again, plain } = request.routeOptions.config ?? {};
    if (plain || opens === "public" || request.is404) return;
    if (!isVisited(request)) return toSignIn(world, request, reply);
    if (opens === "session" && !request.visitor.secondStepDue) return;
    const next = await firstUndone(order, steps, request);
    if (!next) return opens && !again ? goTo(reply, "/home") : undefined;
    if (next.name !== opens) return goTo(reply, await next.step.path(request));
  });
}

const isVisited = (request: Request): request is Request & { visitor: Visitor } =>
  request.visitor !== undefined;

async function firstUndone(
  order: readonly GateStep[],
  steps: Partial<Record<GateStep, Step>>,
  request: Request & { visitor: Visitor },
) {
  for (const name of order) {
    const step = steps[name];
    if (!step) throw new Error(`No module does the step "${name}"`);
    if (!(await step.isDone(request))) return { name, step };
  }
  return undefined;
}

/** Nobody is signed in, or no longer: what was typed is kept for the same person, who comes back to this page. */
async function toSignIn(world: World, request: Request, reply: Reply) {
  const page = request.method === "GET" ? request.url : formOf(request);
  const mayKeep = request.method === "POST" && !request.routeOptions.config.credential;
  if (request.endedFor && mayKeep) {
    await keepTyped(world, request.endedFor, page, (request.body ?? {}) as Typed);
  }
  if (request.headers.accept?.startsWith("application/json")) return reply.code(401).send({ ended: true });
  const asked = new URLSearchParams({ next: page, ...(request.endedFor && { ended: "1" }) });
  return goTo(reply, `/sessions/new?${asked}`);
}

/** The page whose form was posted: forms post to their own page's address unless they say otherwise. */
const formOf = (request: Request) =>
  request.routeOptions.config.form ?? new URL(request.url, "http://here").pathname;
