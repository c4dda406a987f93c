import { errors, type KoaContextWithOIDC, type Provider } from "oidc-provider";
import type { Sentence } from "../../law/language.ts";
import type { Assets, Shell } from "../../src/design/page.ts";
import type { App, Reply, Request } from "../../src/platform/http/server.ts";
import { foyerBrand } from "../../src/site/public/hall.ts";
import { answer, goTo, type SiteBrand, shellOf } from "../../src/site/shell.ts";
import { buildSite } from "../../src/site/site.ts";
import { faultCalled } from "./faults.ts";
import { identities } from "./identities.ts";
import { identitiesPage, overPage, refusedPage, signOutPage, vouchers, vouchersPage } from "./page.ts";
import type { SignOutForm } from "./provider.ts";

const brand: SiteBrand = {
  ...foyerBrand,
  shortName: "FranceConnect",
  name: { fr: "Double de démonstration", en: "Stand-in for demonstrations" },
};

export type Drawing = {
  signOut: (ctx: KoaContextWithOIDC, form: SignOutForm) => string;
  error: (ctx: KoaContextWithOIDC, error: string) => string;
};

export type Site = {
  assets: Assets;
  /** Where Foyer answers, which has the files of the pages. */
  foyerPort?: number | undefined;
  log: { write: (line: string) => void };
  /** The provider in force: another one after its key was changed. */
  provider: () => Provider;
  serviceOf: (clientId: unknown) => Sentence;
};

/** The shell of pages that the provider draws itself, by the request it draws them for. */
const shells = new WeakMap<object, Shell>();

/** Pages that the provider asks for while it answers. */
export const drawing: Drawing = {
  signOut: (ctx, form) => draw(ctx, (shell) => signOutPage(shell, form)),
  error: (ctx, error) => draw(ctx, (shell) => refusedPage(shell, error)),
};

function draw(ctx: KoaContextWithOIDC, page: (shell: Shell) => { toString: () => string }): string {
  const shell = shells.get(ctx.req);
  return shell ? page(shell).toString() : "";
}

/** The stand-in's site: the provider's own addresses, and the pages on which one chooses who one is. */
export async function standInSite(site: Site): Promise<App> {
  const { assets, foyerPort, log, provider } = site;
  const settings = {
    production: false,
    trustProxy: false,
    log,
    formsLeadTo: ["http://*.localhost:*"],
  } as const;
  const app = await buildSite(brand, assets, settings);
  if (foyerPort) {
    lendAssets(app, foyerPort);
    app.get("/", { config: { opens: "public" } }, (_request, reply) =>
      goTo(reply, `http://localhost:${foyerPort}/`),
    );
  }
  handToProvider(app, provider);
  // In a scope of its own: what is over is said in words.
  app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      return answer(reply, overPage(shellOf(request, reply)), 410);
    });
    choosingRoutes(scope as unknown as App, site);
  });
  await app.ready();
  return app;
}

/** A page takes styles and scripts of its own site only: those of Foyer are handed on. */
function lendAssets(app: App, port: number) {
  app.get<{ Params: { file: string } }>(
    "/assets/:file",
    { config: { plain: true } },
    async (request, reply) => {
      const lent = await fetch(`http://127.0.0.1:${port}/assets/${encodeURIComponent(request.params.file)}`);
      const type = lent.headers.get("content-type") ?? "application/octet-stream";
      return reply
        .code(lent.status)
        .type(type)
        .send(Buffer.from(await lent.arrayBuffer()));
    },
  );
}

/** The provider reads and answers by itself: before anything of ours reads the body. */
function handToProvider(app: App, provider: () => Provider) {
  for (const url of ["/.well-known/*", "/api/v2/*"]) {
    app.route({
      method: ["GET", "POST"],
      url,
      config: { opens: "public", machine: true },
      onRequest: async (request, reply) => {
        const { ui_locales: asked } = request.query as { ui_locales?: unknown };
        if (asked === "en") request.language = "en";
        shells.set(request.raw, shellOf(request, reply));
        reply.hijack();
        await provider().callback()(request.raw, reply.raw);
      },
      handler: async () => {},
    });
  }
}

type Chosen = { identity?: string; fault?: string; answer?: string };

function choosingRoutes(app: App, { provider, serviceOf }: Site) {
  const config = { opens: "public" } as const;
  const asking = async (request: Request, reply: Reply) => {
    const { uid, params } = await provider().interactionDetails(request.raw, reply.raw);
    return { shell: shellOf(request, reply), uid, service: serviceOf(params.client_id) };
  };

  app.get<Uid>("/interaction/:uid", { config }, async (request, reply) =>
    answer(reply, vouchersPage(await asking(request, reply))),
  );

  app.get<Uid & { Params: { voucher: string } }>(
    "/interaction/:uid/:voucher",
    { config },
    async (request, reply) => {
      const voucher = vouchers[request.params.voucher as keyof typeof vouchers];
      if (!voucher) return reply.callNotFound();
      const page = { ...(await asking(request, reply)), voucher, identities, missing: false };
      return answer(reply, identitiesPage(page));
    },
  );

  app.post<Uid & { Body: Chosen }>("/interaction/:uid", { config }, async (request, reply) => {
    const { identity, fault, answer: said } = request.body;
    const isKnown = identities.some(({ id }) => id === identity);
    if (!isKnown && said !== "give-up") {
      const page = { ...(await asking(request, reply)), voucher: vouchers.taxes, identities, missing: true };
      return answer(reply, identitiesPage(page), 422);
    }
    await leaveOther(provider(), request, reply, identity);
    const error = said === "give-up" ? "access_denied" : faultCalled(fault)?.error;
    const result = error
      ? { error, error_description: "Chosen on the page of the stand-in" }
      : { login: { accountId: String(identity), acr: "eidas1", amr: ["pwd"] }, fault };
    return goTo(reply, await provider().interactionResult(request.raw, reply.raw, result));
  });
}

/** Who chooses another account than the one left open takes its place, without being asked to sign out first. */
async function leaveOther(provider: Provider, request: Request, reply: Reply, identity: string | undefined) {
  const interaction = await provider.interactionDetails(request.raw, reply.raw);
  const { session } = interaction;
  if (!identity || !session?.accountId || session.accountId === identity) return;
  await (await provider.Session.findByUid(session.uid))?.destroy();
  delete interaction.session;
  await interaction.persist();
}

type Uid = { Params: { uid: string } };
