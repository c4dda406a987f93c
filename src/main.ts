import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import compress from "@fastify/compress";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyInstance } from "fastify";
import { institutions as shipped } from "../institutions/index.ts";
import type { Config } from "./config.ts";
import { buildAssets } from "./design/build.ts";
import type { Assets } from "./design/page.ts";
import { openSite } from "./open-site.ts";
import { openWorld } from "./open-world.ts";
import type { Lines, Outside } from "./outside.ts";
import { isReachable } from "./platform/database.ts";
import { startEmbeddedPostgres } from "./platform/embedded-postgres.ts";
import type { App } from "./platform/http/server.ts";
import { foyerBrand } from "./site/public/hall.ts";
import type { World } from "./world.ts";

export type Foyer = {
  port: number;
  worlds: ReadonlyMap<string, World>;
  stop: () => Promise<void>;
};

/** Wires and starts everything: database, institutions, jobs, server. Throws, having stopped what ran, when a part fails. */
export async function startFoyer(config: Config, outside: Outside): Promise<Foyer> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const databaseUrl = config.databaseUrl ?? (await embeddedDatabases(config, stops));
    const known = outside.institutions ?? shipped;
    const served = known.filter((one) => config.institutions.includes(one.id));
    const assetsFolder = join(config.data, "assets");
    const assets = await buildAssets([foyerBrand, ...served], assetsFolder);
    const lines = outside.development?.lines ?? linesOf(config);
    const worlds = new Map<string, World>();
    const apps = new Map<string, App>();
    for (const institution of served) {
      const world = await openWorld(config, outside, institution, databaseUrl(institution.id), lines, stops);
      worlds.set(institution.id, world);
      await outside.development?.load(world);
      const app = await openSite(config, outside, world, assets[institution.id] as Assets);
      stops.push(async () => app.close());
      apps.set(institution.id, app);
    }
    const hall = await outside.development?.hall(assets[foyerBrand.id] as Assets);
    await hall?.ready();
    const files = await openAssets(assetsFolder);
    const port = await listen(config, siteFor(config, apps, files, hall), [...worlds.values()], stops);
    await outside.development?.opened(port, assets[foyerBrand.id] as Assets);
    return { port, worlds, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function embeddedDatabases(config: Config, stops: (() => Promise<void>)[]) {
  const postgres = await startEmbeddedPostgres(join(config.data, "postgres"));
  stops.push(postgres.stop);
  return (institution: string) => postgres.url(`foyer_${institution}`);
}

function linesOf({ mail, sms }: Config): Lines {
  if (!mail || !sms) throw new Error("SMTP_URL and SMS_URL must say where mail and SMS leave from");
  return { mail, sms };
}

/** Styles and scripts, for every site alike: their names carry a hash, so browsers keep them for good. */
async function openAssets(folder: string) {
  const files = Fastify();
  await files.register(compress, { encodings: ["br", "gzip"] });
  await files.register(fastifyStatic, { root: folder, prefix: "/assets/", immutable: true, maxAge: "1y" });
  files.addHook("onSend", async (_request, reply) => {
    reply.header("x-content-type-options", "nosniff");
  });
  await files.ready();
  return files;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Each institution answers on its own hosts; elsewhere the hall does in development, and nobody in production. */
function siteFor(
  config: Config,
  apps: ReadonlyMap<string, App>,
  files: FastifyInstance,
  hall: App | undefined,
): Handler {
  return (request, response) => {
    if (request.url?.startsWith("/assets/")) return files.routing(request, response);
    const host = nameIn(request.headers.host);
    // A site answers under the name by which it was found, whatever other one a proxy lets through.
    if (nameIn(request.headers["x-forwarded-host"]) !== host) delete request.headers["x-forwarded-host"];
    const app = apps.get(config.hosts.get(host) ?? "") ?? hall;
    if (app) return app.routing(request, response);
    response.writeHead(421, { "content-type": "text/plain" }).end("No institution answers on this host.\n");
  };
}

const nameIn = (host: string | string[] | undefined): string =>
  String(host ?? "")
    .replace(/:\d+$/, "")
    .toLowerCase();

async function listen(config: Config, answer: Handler, worlds: World[], stops: (() => Promise<void>)[]) {
  let stopping = false;
  const server = createServer((request, response) => {
    if (request.url === "/healthz") return response.end("ok\n");
    if (request.url === "/readyz") return answerReady(response, worlds, stopping);
    return answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.address, resolve);
  });
  stops.push(() => {
    stopping = true;
    return close(server);
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : config.port;
}

/** Ready: the databases answer, and the process is not about to stop. */
async function answerReady(response: ServerResponse, worlds: World[], stopping: boolean) {
  const reached = stopping ? [false] : await Promise.all(worlds.map((world) => isReachable(world.db)));
  const ready = reached.every(Boolean);
  response
    .writeHead(ready ? 200 : 503, { "content-type": "text/plain" })
    .end(ready ? "ready\n" : "not ready\n");
}

/** Lets the requests under way end, at most ten seconds, while no new one is taken. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const patience = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(patience);
      resolve();
    });
  });
}
