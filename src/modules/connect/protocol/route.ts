import type { IncomingMessage } from "node:http";
import type Provider from "oidc-provider";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { leavingThere } from "../../identity/index.ts";
import { limitProtocol } from "./limits.ts";
import { faultPage, signedOutPage, signOutPage } from "./pages.ts";
import { mountPath, openProviders, type ProtocolPages } from "./provider.ts";
import type { RegisteredSite } from "./sites.ts";

/** A request of the protocol as our pages need it. */
type Drawn = { request: Request; reply: Reply };
const drawn = new WeakMap<IncomingMessage, Drawn>();

function drawnOf(message: IncomingMessage): Drawn {
  const found = drawn.get(message);
  if (!found) throw new Error("The protocol draws a page for a request that did not come through its route");
  return found;
}

const pagesOf = (world: World): ProtocolPages => ({
  leaving: (message, visitor, onward) => leavingThere(world, drawnOf(message).request, visitor, onward),
  signOut: (message, form) => signOutPage(shellFor(message), form),
  signedOut: (message) => signedOutPage(shellFor(message)),
  report: (message, err) => {
    const { request } = drawnOf(message);
    request.log.error({ req: request, err, support: request.id }, "fault");
  },
  fault: (message, code) => faultPage(shellFor(message), code, drawnOf(message).request.id),
});

function shellFor(message: IncomingMessage) {
  const { request, reply } = drawnOf(message);
  return shellOf(request, reply);
}

/** The addresses of the protocol, answered by its library; what it needs of ours comes with the request. */
export function protocolRoutes(
  app: App,
  world: World,
  sites: readonly RegisteredSite[],
  reach: typeof fetch,
) {
  const providerOf = openProviders(world, sites, { ...pagesOf(world), reach });
  // In a scope of its own: the library reads bodies itself.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _body, done) => done(null));
    limitProtocol(scope);
    scope.route({
      method: ["GET", "POST", "OPTIONS"],
      url: `${mountPath}/*`,
      config: { opens: "public", guardsItself: true },
      handler: async (request, reply) => {
        const provider = await providerOf(originOf(request));
        await answerBy(provider, request, reply);
      },
    });
  });
  return providerOf;
}

/** The address of ours that the request came to, written in one way; throws where what the request says is none. */
export function originOf(request: Request): string {
  const said = `${request.protocol}://${request.host}`;
  if (URL.canParse(said)) return new URL(said).origin;
  throw Object.assign(new Error("A request names a host that is none"), { statusCode: 400 });
}

async function answerBy(provider: Provider, request: Request, reply: Reply) {
  const { raw } = request;
  drawn.set(raw, { request, reply });
  // What Fastify made of proxies counts, not what the request says of itself.
  raw.headers["x-forwarded-proto"] = request.protocol;
  raw.headers["x-forwarded-host"] = request.host;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined && name !== "set-cookie") reply.raw.setHeader(name, value);
  }
  reply.raw.setHeader("cache-control", "no-store");
  const whole = raw.url ?? "/";
  Object.assign(raw, { originalUrl: whole, url: whole.slice(mountPath.length) || "/" });
  reply.hijack();
  await provider.callback()(raw, reply.raw);
}
