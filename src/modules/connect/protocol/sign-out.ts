import type { IncomingMessage } from "node:http";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { Html } from "../../../design/html.ts";
import type { World } from "../../../world.ts";
import { type Leaving, signOut, type Visitor } from "../../identity/index.ts";

/** What a sign-out needs of its surroundings. */
export type SignOutPages = {
  signOut: (request: IncomingMessage, form: { action: string; xsrf: string; site?: string }) => Html;
  signedOut: (request: IncomingMessage) => Html;
  /** Where who came by FranceConnect signs out of it too, to come back to `onward`. */
  leaving: (request: IncomingMessage, visitor: Visitor, onward: string) => Promise<Leaving | undefined>;
};

type VisitorOf = (world: World, ctx: KoaContextWithOIDC) => Promise<Visitor | undefined>;

/** Ends what a sign-out that a site asked for must end here too, once the library did its part. */
export async function finishSignOut(
  world: World,
  pages: SignOutPages,
  ctx: KoaContextWithOIDC,
  visitorOf: VisitorOf,
): Promise<void> {
  if (ctx.status >= 400) return sayOnceMore(world, pages, ctx, visitorOf);
  if (ctx.oidc?.route === "end_session" && !ctx.oidc.session?.accountId)
    return askOrSkip(pages, ctx, await visitorOf(world, ctx));
  if (ctx.oidc?.route !== "end_session_confirm" || ctx.oidc.params?.logout === undefined) return;
  const visitor = await visitorOf(world, ctx);
  if (!visitor) return;
  await signOut(world, visitor);
  const leaving = await pages.leaving(ctx.req, visitor, ctx.response.get("location"));
  if (!leaving) return;
  for (const { name, value } of leaving.keeps)
    ctx.cookies.set(name, value, {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      maxAge: 600_000,
      signed: false,
    });
  ctx.redirect(leaving.to);
}

/** Pressed twice: the second time there is nothing left to end, and that is said as the first time. */
async function sayOnceMore(
  world: World,
  pages: SignOutPages,
  ctx: KoaContextWithOIDC,
  visitorOf: VisitorOf,
): Promise<void> {
  const isOver = ctx.oidc?.route === "end_session_confirm" && !ctx.oidc.session?.accountId;
  if (!isOver || (await visitorOf(world, ctx))) return;
  ctx.status = 200;
  ctx.body = pages.signedOut(ctx.req).toString();
}

/**
 * The library knows of no session of sites, and would end all by itself, by a script. A session of ours is ended by its
 * person alone, who is asked; without one there is nothing to end.
 */
function askOrSkip(pages: SignOutPages, ctx: KoaContextWithOIDC, visitor: Visitor | undefined): void {
  const { oidc } = ctx;
  const { secret, postLogoutRedirectUri: back, state } = (oidc.session?.state ?? {}) as Asked;
  const site = oidc.client?.clientName;
  if (visitor) {
    const form = { action: oidc.urlFor("end_session_confirm"), xsrf: secret, ...(site && { site }) };
    ctx.body = pages.signOut(ctx.req, form).toString();
  } else if (back) {
    const to = new URL(back);
    if (state !== undefined) to.searchParams.set("state", state);
    ctx.redirect(to.href);
  } else ctx.body = pages.signedOut(ctx.req).toString();
}

/** What the library keeps of a sign-out under way; the address was found among the site's own. */
type Asked = { secret: string; postLogoutRedirectUri?: string; state?: string };
