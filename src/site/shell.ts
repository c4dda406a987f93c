import type { Institution } from "../../institutions/institution.ts";
import type { Language } from "../../law/language.ts";
import type { Assets, Shell } from "../design/page.ts";
import type { Reply, Request } from "../platform/http/server.ts";

declare module "fastify" {
  interface FastifyRequest {
    language: Language;
    contrast: Shell["contrast"];
    /** Who the page says is signed in, once the session was read. */
    signedIn: { name: string; quality: string; endsAt: Date; now: Date; space?: Shell["space"] } | undefined;
    /** Something to be told once, at the top of the page that this request asks for. */
    news: Shell["news"];
  }
  interface FastifyInstance {
    brand: SiteBrand;
    assets: Assets;
  }
  interface FastifyContextConfig {
    /** Nothing about the person or their preferences is read: checks of machines. */
    plain?: true;
    /** The page people land on once signed in: what they should be told stands at its top. */
    tellsNews?: true;
  }
}

export type SiteBrand = Pick<
  Institution,
  "id" | "shortName" | "name" | "siteAddress" | "help" | "colours" | "session" | "accounts"
>;

/** What stands around the page that answers this request. */
export function shellOf(request: Request, reply: Reply): Shell {
  const { brand, assets } = request.server;
  const { signedIn, news } = request;
  return {
    brand,
    language: request.language,
    contrast: request.contrast,
    nonce: reply.cspNonce.script,
    csrf: reply.generateCsrf(),
    path: request.method === "GET" ? request.url : pathOfForm(request),
    assets,
    ...(news && { news }),
    ...(signedIn && {
      visitor: signedIn,
      ...(signedIn.space && { space: signedIn.space }),
      session: { endsAt: signedIn.endsAt, warnSeconds: brand.session.warnSeconds, now: signedIn.now },
    }),
  };
}

/** A page that answers a post has no address of its own: its switches lead back to the form. */
function pathOfForm(request: Request): string {
  const { referer } = request.headers;
  const form = referer && URL.canParse(referer) ? new URL(referer) : undefined;
  return form && form.host === request.host ? form.pathname + form.search : "/";
}

/** Sends a page; 422 when a form comes back with errors. */
export const answer = (reply: Reply, markup: { toString: () => string }, status = 200) =>
  reply
    .code(status)
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .send(markup.toString());

/** Sends the person on to another page after a post (so that reloading it posts nothing again). */
export const goTo = (reply: Reply, path: string) => reply.redirect(path, 303);

/** Only a path of this site: a crafted link must not lead elsewhere after signing in. */
export const localPath = (path: string) => (/^\/(?![/\\])[^\s\\]*$/.test(path) ? path : "/home");
