import type Provider from "oidc-provider";
import { errors } from "oidc-provider";
import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst, type Visitor, visitorOf } from "../../identity/index.ts";
import { faultPage } from "../protocol/pages.ts";
import { subjectFor } from "../protocol/provider.ts";
import { originOf } from "../protocol/route.ts";
import type { RegisteredSite } from "../protocol/sites.ts";
import { agree } from "./agree.ts";
import { forgetLater, goOnFromHome, keepForLater } from "./go-on.ts";
import { agreePage } from "./page.ts";

const params = z.object({ uid: z.string().regex(/^[\w-]{1,64}$/) });
const said = z.object({ answer: z.enum(["agree", "refuse"]).catch("refuse") });

/**
 * Where the protocol leads a person: behind the gate, so that whoever comes out of here is signed in, went through every
 * step and accepted the charter in force (MC-03, CP-23).
 */
export function agreeRoutes(
  app: App,
  world: World,
  sites: readonly RegisteredSite[],
  providerOf: (origin: string) => Promise<Provider>,
) {
  goOnFromHome(app, world);

  // Before the gate, which may lead elsewhere first.
  const onRequest = async (request: Request, reply: Reply) =>
    keepForLater(world, request, reply, (request.params as z.infer<typeof params>).uid);

  app.get("/interactions/:uid", { onRequest, schema: { params } }, (request, reply) =>
    withInteraction(request, forgetLater(reply), providerOf, (provider, interaction) => {
      const visitor = visitorOf(request);
      if (interaction.prompt.name !== "login") {
        const site = sites.find(({ id }) => id === interaction.params.client_id);
        if (!site) throw new Error("The protocol asks for a site that is not registered");
        return answer(reply, agreePage(shellOf(request, reply), interaction.uid, site));
      }
      if (isAboutAnother(world, interaction, visitor))
        return finish(provider, request, reply, { error: "login_required" });
      if (mustProveAgain(interaction, visitor)) return goTo(reply, confirmFirst(request.url));
      return begin(provider, request, reply, interaction);
    }),
  );

  app.post(
    "/interactions/:uid/answers",
    { config: { form: "/home" }, schema: { params, body: said } },
    (request, reply) =>
      withInteraction(request, reply, providerOf, async (provider, interaction) => {
        if (request.body.answer === "refuse")
          return finish(provider, request, reply, { error: "access_denied" });
        const site = sites.find(({ id }) => id === interaction.params.client_id);
        if (!site) throw new Error("The protocol asks for a site that is not registered");
        await agree(world, visitorOf(request), site);
        return finish(provider, request, reply, { consent: {} });
      }),
  );
}

type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

/** The interaction of this browser; one that is over, or another browser's, says to start again. */
async function withInteraction(
  request: Request,
  reply: Reply,
  providerOf: (origin: string) => Promise<Provider>,
  show: (provider: Provider, interaction: Interaction) => unknown,
) {
  const provider = await providerOf(originOf(request));
  const asked = () => provider.interactionDetails(request.raw, reply.raw);
  try {
    const interaction = await asked().catch(async (error: unknown) => {
      if (await outlivesItsSession(provider, request)) return asked();
      throw error;
    });
    return await show(provider, interaction);
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    return answer(reply, faultPage(shellOf(request, reply), error.error, request.id), 410);
  }
}

/**
 * Whether what a site asked lost the browser's session that it began in: one that ended with a session of ours, such as the
 * one whose time ran out and that a new sign-in ends. What was asked stands, for who is signed in now.
 */
async function outlivesItsSession(provider: Provider, request: Request): Promise<boolean> {
  const asked = await provider.Interaction.find((request.params as z.infer<typeof params>).uid);
  if (!asked?.session || (await provider.Session.findByUid(asked.session.uid))) return false;
  delete asked.session;
  await asked.persist();
  return true;
}

/** The site means one person, whom it shows a token of, and it is another who is signed in here: nobody is passed on. */
function isAboutAnother(world: World, { params }: Interaction, { person }: Visitor): boolean {
  if (typeof params.id_token_hint !== "string") return false;
  // The protocol's library found it signed by us for this site, before it asked who is there.
  const [, claims = ""] = params.id_token_hint.split(".");
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as { sub?: unknown };
  return sub !== subjectFor(world, String(params.client_id), person.personId);
}

/** The site asks that the person prove anew who they are: the password typed since it asked. */
function mustProveAgain({ prompt, iat }: Interaction, visitor: Visitor): boolean {
  const asked = prompt.reasons.includes("login_prompt") || prompt.reasons.includes("max_age");
  return asked && visitor.authenticatedAt.getTime() < iat * 1000;
}

/** Says who came. What somebody else left open in this browser is over: the library would end both, by a bare page. */
async function begin(provider: Provider, request: Request, reply: Reply, interaction: Interaction) {
  const visitor = visitorOf(request);
  const { session } = interaction;
  if (session?.accountId && session.accountId !== visitor.person.personId) {
    const left = await provider.Session.findByUid(session.uid);
    await left?.destroy();
    delete interaction.session;
    await interaction.persist();
  }
  return finish(provider, request, reply, { login: loginOf(visitor) });
}

const loginOf = ({ person, authenticatedAt }: Visitor) => ({
  accountId: person.personId,
  ts: Math.floor(authenticatedAt.getTime() / 1000),
});

async function finish(
  provider: Provider,
  request: Request,
  reply: Reply,
  result: Parameters<Provider["interactionResult"]>[2],
) {
  const next = await provider.interactionResult(request.raw, reply.raw, result);
  return goTo(reply, next);
}
