import type { Sentence } from "../../../law/language.ts";
import type { Shell } from "../../design/page.ts";
import { type App, cookieRules, type Reply, type Request } from "../../platform/http/server.ts";
import { refusedPage } from "../../site/refused-page.ts";
import { answer, goTo, shellOf } from "../../site/shell.ts";
import type { World } from "../../world.ts";
import { type AgentRole, roleNames, rolesOn, type SignedInAgent } from "./agent.ts";
import { type ReadAgent, readAgent } from "./sign-in/sign-in.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who is at the desk, as far as their sign-in went; never somebody signed in to an account of their own. */
    deskReader: ReadAgent | undefined;
  }
  interface FastifyContextConfig {
    /**
     * Of a route under /desk: whom it is open to. Tasks: agents who have one of them. "anyone": every signed-in agent.
     * "entering": who is between the two steps of a sign-in. "nobody": who is not signed in, too. Without it: no one.
     */
    desk?: readonly AgentRole[] | "anyone" | "entering" | "nobody";
  }
}

/** Bound to this host, another one than persons': neither opens what the other does (SEC-05). */
const deskCookie = "__Host-desk";

export const setDeskCookie = (reply: Reply, cookie: string) =>
  reply.setCookie(deskCookie, cookie, cookieRules);

export const clearDeskCookie = (reply: Reply) => reply.clearCookie(deskCookie, cookieRules);

const isDesk = (request: Request) => /^\/desk(\/|$|\?)/.test(request.url);

/**
 * The gate of the desk: a route under /desk opens to signed-in agents with the right task, and to nobody else (SEC-08,
 * SEC-11). Who is signed in to an account of their own is nobody here.
 */
export function openDeskGate(app: App, world: World) {
  app.decorateRequest("deskReader", undefined);
  app.addHook("onRequest", async (request) => {
    if (!isDesk(request) || request.routeOptions.config?.plain) return;
    request.visitor = undefined;
    request.entering = undefined;
    request.signedIn = undefined;
    request.deskReader = await readAgent(world, request.cookies[deskCookie]);
  });
  app.addHook("preHandler", async (request, reply) => {
    if (!isDesk(request) || request.is404) return;
    const { desk } = request.routeOptions.config;
    if (desk === undefined) throw new Error("A route of the desk does not say whom it is open to");
    if (desk === "nobody") return;
    const reader = request.deskReader;
    if (!reader) return goTo(reply, "/desk/sessions/new?ended=1");
    if ("entering" in reader) return desk === "entering" ? undefined : goTo(reply, deskSteps[reader.due]);
    if (desk === "entering") return goTo(reply, "/desk");
    if (desk === "anyone") return;
    const roles = rolesOn(reader.agent, world.clock(), world.institution.timeZone);
    if (roles.some((role) => desk.includes(role))) return;
    return answer(reply, refusedPage(deskShell(world, request, reply), notYours, undefined, deskHome), 403);
  });
}

/** Where each half-done sign-in goes on. */
export const deskSteps = {
  "second-factor": "/desk/sessions/current/second-factor",
  password: "/desk/password/new",
} as const;

export const deskHome = {
  href: "/desk",
  text: { fr: "Revenir à l’accueil des agents", en: "Back to the staff desk" },
};

const notYours = {
  says: {
    fr: "Cette page n’entre pas dans vos tâches : chacun n’ouvre que ce qu’il lui faut.",
    en: "This page is not part of your tasks: everyone opens only what they need.",
  },
  source: "SEC-11",
  way: {
    fr: "Demandez à l’administration si vos tâches ont changé.",
    en: "Ask administration if your tasks have changed.",
  },
};

/** The signed-in agent of a route that the gate opens to agents. */
export function agentOf(request: Request): SignedInAgent {
  const reader = request.deskReader;
  if (!reader || !("agent" in reader))
    throw new Error("A route read its agent without asking the gate for one");
  return reader.agent;
}

/** Who is between the two steps, in a route that the gate opens to them. */
export function enteringAgentOf(request: Request): Exclude<ReadAgent, { agent: unknown }> {
  const reader = request.deskReader;
  if (!reader || "agent" in reader) throw new Error("A route read who is entering the desk without the gate");
  return reader;
}

const words = {
  name: { fr: "Accueil – agents", en: "Reception – staff" },
  oneOffice: { fr: "accueil unique", en: "single office" },
  office: { fr: "accueil", en: "office" },
} satisfies Record<string, Sentence>;

/** What stands around a page of the desk: that it is the staff's, who is signed in, in which office. */
export function deskShell(world: World, request: Request, reply: Reply): Shell {
  const { session: _, visitor: __, news: ___, ...shell } = shellOf(request, reply);
  const brand = { ...shell.brand, name: words.name };
  const reader = request.deskReader;
  if (!reader || !("agent" in reader)) return { ...shell, brand };
  const { language } = request;
  const { agent } = reader;
  const roles = rolesOn(agent, world.clock(), world.institution.timeZone).map(
    (role) => roleNames[role][language],
  );
  const office = agent.office ? `${words.office[language]} ${agent.office}` : words.oneOffice[language];
  const quality = [...roles, office].join(", ");
  return { ...shell, brand, visitor: { name: agent.name, quality, out: "/desk/sessions/current/end" } };
}
