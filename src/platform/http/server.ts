import compress from "@fastify/compress";
import cookie, { type CookieSerializeOptions } from "@fastify/cookie";
import csrf from "@fastify/csrf-protection";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { newSupportNumber } from "../ids.ts";
import { receiveUploads } from "../uploads/receive.ts";

export type App = ReturnType<typeof buildServer> extends Promise<infer A> ? A : never;
export type Request = FastifyRequest;
export type Reply = FastifyReply;

declare module "fastify" {
  interface FastifyContextConfig {
    /**
     * For programs: the request stands for nobody, whatever it carries. Its cookies are not read, so that a page of
     * another site gains nothing by sending it, and neither token nor origin is asked (SEC-15).
     */
    machine?: true;
    /** What answers guards its own forms, and other sites may lead here by a post: neither token nor origin is asked. */
    guardsItself?: true;
  }
}

export type ServerSettings = {
  production: boolean;
  trustProxy: string | false;
  /** Origins that a form may lead on to, besides this site: where a sign-out goes on elsewhere. */
  formsLeadTo?: readonly string[] | undefined;
  /** Where log lines go: JSON, without addresses, URLs or anything about a person. */
  log: { write: (line: string) => void };
};

/** Every cookie of ours: bound to this very host, never sent in clear, unreadable by scripts (SEC-05). */
export const cookieRules: CookieSerializeOptions = {
  path: "/",
  secure: true,
  httpOnly: true,
  sameSite: "lax",
};

/** Addresses whose requests are counted at a time: beyond, the longest unseen is forgotten. */
const addressesKept = 100_000;

/** Milliseconds after which a request that hangs is answered 503 (REL-03). */
const patience = 2800;

/** Makes a Fastify server with what every page needs: headers, cookies, forms with tokens, limits, compression. */
export async function buildServer(settings: ServerSettings) {
  const app = Fastify({
    trustProxy: settings.trustProxy,
    handlerTimeout: patience,
    bodyLimit: 64 * 1024,
    genReqId: newSupportNumber,
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: "info",
      stream: settings.log,
      base: null,
      timestamp: isoTime,
      serializers: withoutPersons,
    },
    return503OnClosing: true,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  await app.register(formbody);
  await app.register(helmet, securityHeaders(settings));
  await app.register(csrf, {
    cookieKey: "__Host-csrf",
    cookieOpts: cookieRules,
    getToken: (request) => tokenOf(request),
  });
  await app.register(rateLimit, { global: false, cache: addressesKept });
  await app.register(compress, { encodings: ["gzip"], threshold: 2048 });
  app.addHook("onRequest", async (request) => {
    if (isForMachines(request)) request.cookies = {};
    else if (!guardsItself(request)) checkOrigin(request);
  });
  // Before the token is looked for: in a form with files it is one of the parts.
  await receiveUploads(app);
  app.addHook("preValidation", (request, reply, done) =>
    isSafe(request) || isForMachines(request) || guardsItself(request)
      ? done()
      : app.csrfProtection(request, reply, done),
  );
  app.addHook("onResponse", async (request, reply) => logAnswer(request, reply));
  return app;
}

const isoTime = () => `,"time":"${new Date().toISOString()}"`;

/** The log knows the route's pattern, never the address typed, the caller or what was sent (SEC-09). */
const withoutPersons = {
  req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url }),
  err: (error: Error & { code?: string }) => ({
    type: error.name,
    code: error.code,
    message: withoutNumbers(error.message),
    stack: withoutNumbers(error.stack ?? ""),
  }),
};

/** What a library put in its message may hold what a person typed: long runs of digits go. */
const withoutNumbers = (text: string) => text.replace(/[\dP][\dAB\s.-]{7,}/g, "…");

function logAnswer(request: FastifyRequest, reply: FastifyReply) {
  const { statusCode } = reply;
  const milliseconds = Math.round(reply.elapsedTime);
  request.log.info({ req: request, statusCode, milliseconds, support: request.id }, "answered");
}

function securityHeaders({ production, formsLeadTo = [] }: ServerSettings) {
  return {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'", ...formsLeadTo],
        ...(production ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // With "no-referrer" browsers send "Origin: null" on forms, and the check of SEC-15 would refuse them.
    referrerPolicy: { policy: "same-origin" as const },
    hsts: production ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    frameguard: { action: "deny" as const },
  };
}

const isForMachines = (request: FastifyRequest) => request.routeOptions.config?.machine === true;

const guardsItself = (request: FastifyRequest) => request.routeOptions.config?.guardsItself === true;

const isSafe = (request: FastifyRequest) => ["GET", "HEAD", "OPTIONS"].includes(request.method);

function tokenOf(request: FastifyRequest): string {
  const header = request.headers["x-csrf-token"];
  if (typeof header === "string") return header;
  const body = request.body as { csrf?: unknown } | undefined;
  return typeof body?.csrf === "string" ? body.csrf : "";
}

/** SEC-15: a post from another site's page is refused, whatever it carries. */
function checkOrigin(request: FastifyRequest) {
  if (isSafe(request)) return;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const own = `${request.protocol}://${request.host}`;
  if (origin !== undefined ? origin !== own : site !== undefined && site !== "same-origin") {
    throw Object.assign(new Error("The form came from another site"), {
      statusCode: 403,
      code: "FOREIGN_ORIGIN",
    });
  }
}
