import type { FirstSignInStep } from "../../../../institutions/institution.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { sessionCookie } from "../session/cookie.ts";
import { keepTyped, type Typed } from "../session/kept-input.ts";
import { openReach, reachOf } from "../session/reach.ts";
import { readSession, type Visitor } from "../session/session.ts";

declare module "fastify" {
  interface FastifyRequest {
    visitor: Visitor | undefined;
    /** Who is between the two steps of a sign-in: nobody yet, for every page but those of the second step. */
    entering: Visitor | undefined;
    /** Whose session it was, where its time was over. */
    endedFor: string | undefined;
  }
  interface FastifyContextConfig {
    /**
     * Whom the route is open to. Without it: to signed-in persons who went through every step. "public": to all.
     * "session": to anyone signed in. "second-step": to who is between the two steps of a sign-in. A step's name: to
     * who is at that step.
     */
    opens?: "public" | "session" | "second-step" | GateStep;
    /** The page whose form posts here, where it is another one. */
    form?: string;
    /** The step's pages stay open once the account is. */
    again?: true;
  }
}

/** The steps of the first sign-in, before one that may come back at any sign-in. */
export type GateStep = FirstSignInStep | "password-renewal";

/** Where the second step is done. */
export const secondStepPath = "/sessions/current/second-step";

/** One step between the sign-in and the account (CP-03). */
export type Step = {
  isDone: (request: Request & { visitor: Visitor }) => boolean | Promise<boolean>;
  /** Where the step is done, for this person now. */
  path: (request: Request & { visitor: Visitor }) => string | Promise<string>;
  /** Whether it comes up for someone who was past it: then they go back to what they were doing (MC-03). */
  interrupts?: (request: Request & { visitor: Visitor }) => boolean | Promise<boolean>;
};

/** Reads who is signed in before anything else looks at the request; the database answers for them from then on. */
export function openSessions(app: App, world: World) {
  openReach(app);
  app.decorateRequest("visitor", undefined);
  app.decorateRequest("entering", undefined);
  app.decorateRequest("endedFor", undefined);
  app.addHook("onRequest", async (request) => {
    if (request.routeOptions.config?.plain) return;
    const cookie = request.cookies[sessionCookie];
    if (!cookie) return;
    const session = await readSession(world, cookie);
    // A cookie that opens nothing stays: the answer to a double click may come after a newer one was given.
    if (!session) return;
    if ("endedFor" in session) request.endedFor = session.endedFor;
    else if (session.visitor.secondStepDue) request.entering = session.visitor;
    else {
      request.visitor = session.visitor;
      reachOf(request, world, session.visitor);
    }
  });
}

/** Lets each request through to what it may reach, or leads it to the first step not done. Deny by default. */
export function openGate(app: App, world: World, steps: Partial<Record<GateStep, Step>>) {
  const firstSignIn = world.institution.accounts?.firstSignIn ?? [];
  const order: readonly GateStep[] = [...firstSignIn, "password-renewal"];
  app.addHook("preHandler", async (request, reply) => {
    const { opens, again, plain } = request.routeOptions.config ?? {};
    if (plain || opens === "public" || request.is404) return;
    if (request.entering) return opens === "second-step" ? undefined : toSecondStep(request, reply);
    if (!isVisited(request)) return toSignIn(world, request, reply);
    if (opens === "session") return;
    const next = await firstUndone(order, steps, request);
    if (!next) return opens && !again ? goTo(reply, "/home") : undefined;
    if (next.name !== opens) return toStep(world, next.step, request, reply);
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

/** A step that interrupts keeps what was typed for the same person, who then comes back to this page (MC-03). */
async function toStep(world: World, step: Step, request: Request & { visitor: Visitor }, reply: Reply) {
  const path = await step.path(request);
  if (isScript(request)) return reply.code(403).send({ next: path });
  if (!(await step.interrupts?.(request))) return goTo(reply, path);
  const page = pageOf(request);
  await keepPosted(world, request.visitor.person.personId, request);
  return goTo(reply, page === "/home" ? path : `${path}?${new URLSearchParams({ next: page })}`);
}

/** Nobody is signed in, or no longer: what was typed is kept for the same person, who comes back to this page. */
async function toSignIn(world: World, request: Request, reply: Reply) {
  const page = pageOf(request);
  if (request.endedFor) await keepPosted(world, request.endedFor, request);
  if (isScript(request)) return reply.code(401).send({ ended: true });
  const asked = new URLSearchParams({ next: page, ...(request.endedFor && { ended: "1" }) });
  return goTo(reply, `/sessions/new?${asked}`);
}

/** The second step comes first; it then leads back to this page. */
function toSecondStep(request: Request, reply: Reply) {
  if (isScript(request)) return reply.code(401).send({ ended: true });
  return goTo(reply, `${secondStepPath}?${new URLSearchParams({ next: pageOf(request) })}`);
}

async function keepPosted(world: World, personId: string, request: Request) {
  const mayKeep = request.method === "POST" && !request.routeOptions.config.credential;
  if (mayKeep) await keepTyped(world, personId, pageOf(request), (request.body ?? {}) as Typed);
}

const isScript = (request: Request) => request.headers.accept?.startsWith("application/json");

const pageOf = (request: Request) => (request.method === "GET" ? request.url : formOf(request));

/** The page whose form was posted: forms post to their own page's address unless they say otherwise. */
const formOf = (request: Request) =>
  request.routeOptions.config.form ?? new URL(request.url, "http://here").pathname;
