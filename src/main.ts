import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import compress from "@fastify/compress";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyInstance } from "fastify";
import { institutions as shipped } from "../institutions/index.ts";
import type { Home, Institution } from "../institutions/institution.ts";
import type { Charter } from "../law/charters/charter.ts";
import { type CivilRegistry, noRegistry } from "./civil-registry/civil-registry.ts";
import { registryByHttp } from "./civil-registry/http.ts";
import type { Config } from "./config.ts";
import { buildAssets } from "./design/build.ts";
import type { Assets } from "./design/page.ts";
import { insuredRegistryByHttp } from "./insured-registry/http.ts";
import { type InsuredRegistry, noInsuredRegistry } from "./insured-registry/insured-registry.ts";
import { benefitsRoutes } from "./modules/benefits/index.ts";
import {
  type AudienceOf,
  charterRoutes,
  newsRoutes,
  readCharters,
  receiptRoutes,
  registerNightly,
  registerVersions,
  termsRoutes,
  termsStep,
} from "./modules/charters/index.ts";
import { openClaims } from "./modules/claims/index.ts";
import { openConnect, originsOf, type RegisteredSite, registeredSites } from "./modules/connect/index.ts";
import { contributorAudience, contributorRoutes, openContributors } from "./modules/contributions/index.ts";
import { openDesk } from "./modules/desk/index.ts";
import {
  delegationRoutes,
  delegationStep,
  guardianshipRoutes,
  guardSpaces,
  homeRoutes,
  journalRoutes,
  lawRoutes,
  openSpaces,
  openStandings,
  separationRoutes,
  spacesRoutes,
  takesPart,
  tidyHouseholdsNightly,
} from "./modules/households/index.ts";
import {
  agentRoutes,
  alarmRoutes,
  changeContactsRoutes,
  changePasswordRoutes,
  choosePasswordRoutes,
  confirmPasswordRoutes,
  contactsRoutes,
  contactsStep,
  endSessionsRoutes,
  franceConnectRoutes,
  identifierReminderRoutes,
  lostContactRoutes,
  nirRoutes,
  noticeAddressRoutes,
  objectionRoutes,
  offerFranceConnect,
  openGate,
  openingRoutes,
  openSessions,
  passkeyRoutes,
  passwordRenewal,
  passwordStep,
  provisionalRoutes,
  recoveryRoutes,
  runCampaigns,
  secondStepRoutes,
  sendAskedRecoveries,
  sendAskedReminders,
  sessionRoutes,
  signInRoutes,
  tellKnownNumbers,
  tidyNightly,
  warnOfDeskRequests,
  watchNewcomers,
  waysInRoutes,
} from "./modules/identity/index.ts";
import { openPartners, partnerAudience, partnerRoutes } from "./modules/partners/index.ts";
import { now } from "./platform/clock.ts";
import { ensureDatabase, isReachable, migrate, openDatabase } from "./platform/database.ts";
import { startEmbeddedPostgres } from "./platform/embedded-postgres.ts";
import type { App } from "./platform/http/server.ts";
import { type Jobs, startJobs } from "./platform/jobs.ts";
import { isPermanent, mailBySmtp } from "./platform/mail.ts";
import { mailQueue, smsQueue } from "./platform/messages.ts";
import { type OpenIdSettings, openIdProvider } from "./platform/openid.ts";
import { startPasswords } from "./platform/passwords.ts";
import { smsBy } from "./platform/sms/index.ts";
import { askClamd, noAntivirus } from "./platform/uploads/antivirus.ts";
import { foyerBrand } from "./site/public/hall.ts";
import { publicRoutes } from "./site/public/routes.ts";
import { buildSite } from "./site/site.ts";
import { asVisitor, type World } from "./world.ts";

export type Foyer = {
  port: number;
  worlds: ReadonlyMap<string, World>;
  stop: () => Promise<void>;
};

export type Outside = {
  /** Frozen in tests. */
  clock?: () => Date;
  log: { write: (line: string) => void };
  /** In place of those that ship: tests open one that is data alone. */
  institutions?: readonly Institution[];
  /** In place of those in the institution's folder: tests publish versions of their own. */
  charters?: (institution: Institution) => readonly Charter[];
  /** What only development has: the mailbox, the demo people, the hall on plain localhost. */
  development?: Development;
};

export type Development = {
  lines: Lines;
  load: (world: World) => Promise<void>;
  hall: (assets: Assets) => Promise<App>;
  routes: (app: App) => void;
  /** Sites that sign people in through the institution of that id, for show. */
  sites: (institution: string) => readonly RegisteredSite[];
  /** What the institution of that id is known by at the stand-in for FranceConnect. */
  franceConnect: (institution: string) => OpenIdSettings;
  /** Stands for the national register: it knows the demo people, and some whom the institution does not know yet. */
  civilRegistry: CivilRegistry;
  /** Stands for an institution's own register of insured persons and employers. */
  insuredRegistry: InsuredRegistry;
  /** Reaches what lives under localhost. */
  fetch: typeof fetch;
  /** Foyer answers on this port now. */
  opened: (port: number, assets: Assets) => Promise<void>;
};

/** Where messages leave from. */
export type Lines = { mail: { url: string; from: string }; sms: { url: string; sender: string } };

const migrations = new URL("../migrations/", import.meta.url);

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

async function openWorld(
  config: Config,
  outside: Outside,
  institution: Institution,
  url: string,
  lines: Lines,
  stops: (() => Promise<void>)[],
): Promise<World> {
  if (!config.production) await ensureDatabase(url);
  await migrate(url, migrations);
  const world = await buildWorld(config, outside, institution, url, stops);
  await sendMessages(world.jobs, institution, lines, reportTo(outside), stops);
  await runCampaigns(world);
  await tellKnownNumbers(world);
  await watchNewcomers(world);
  await sendAskedRecoveries(world);
  await sendAskedReminders(world);
  await warnOfDeskRequests(world);
  return world;
}

const reportTo =
  ({ log }: Pick<Outside, "log">) =>
  (error: Error) =>
    log.write(`${JSON.stringify({ level: 50, msg: error.message })}\n`);

/** One institution's world, in which nothing works by itself yet. `stops` gets what ends it. */
export async function buildWorld(
  config: Config,
  outside: Pick<Outside, "clock" | "log" | "charters" | "development">,
  institution: Institution,
  url: string,
  stops: (() => Promise<void>)[],
): Promise<World> {
  const report = reportTo(outside);
  const institutions = openDatabase(url, 10, report, "foyer_institution");
  const visitors = openDatabase(url, 10, report, "foyer_visitor");
  stops.push(async () => void (await Promise.all([institutions.destroy(), visitors.destroy()])));
  const jobs = await startJobs(url, config.keys.queue, report);
  stops.push(jobs.stop);
  const { keys } = config;
  const passwords = await startPasswords(keys.pepper);
  const clock = outside.clock ?? now;
  const antivirus = config.clamd ? askClamd(config.clamd, report) : noAntivirus;
  const civilRegistry = config.civilRegistry
    ? registryByHttp(config.civilRegistry, report)
    : (outside.development?.civilRegistry ?? noRegistry);
  const insuredRegistry = config.insuredRegistry
    ? insuredRegistryByHttp(config.insuredRegistry, report)
    : (outside.development?.insuredRegistry ?? noInsuredRegistry);
  const charters = outside.charters?.(institution) ?? readCharters(institution);
  return {
    institution,
    charters,
    db: institutions,
    reach: { institution: institutions, visitor: visitors },
    clock,
    keys,
    passwords,
    jobs,
    civilRegistry,
    insuredRegistry,
    antivirus,
  };
}

/** Sends what waits in the queues. What can never arrive is reported and let go; the rest is tried again. */
async function sendMessages(
  jobs: Jobs,
  institution: Institution,
  lines: Lines,
  report: (error: Error) => void,
  stops: (() => Promise<void>)[],
) {
  const mail = mailBySmtp({
    url: lines.mail.url,
    from: { name: institution.name.fr, address: lines.mail.from },
  });
  const sms = smsBy(lines.sms.url, lines.sms.sender);
  stops.push(async () => mail.close(), sms.close);
  const letGo = (error: Error) => {
    if (!isPermanent(error)) throw error;
    report(error);
  };
  await jobs.work(mailQueue, (id, one) => mail.send({ ...one, messageId: id }).catch(letGo));
  await jobs.work(smsQueue, async (id, one) => {
    await sms.send({ ...one, id }).catch(letGo);
  });
}

/** One institution's site: what each module opens, in rank order. */
export async function openSite(
  config: Pick<Config, "production" | "trustProxy"> &
    Partial<Pick<Config, "agentKeys" | "siteSecrets" | "franceConnect">>,
  outside: Pick<Outside, "log" | "development">,
  world: World,
  assets: Assets,
): Promise<App> {
  const { production, trustProxy } = config;
  const sites = sitesOf(config, outside, world);
  const provider = franceConnectOf(config, outside, world);
  const app = await buildSite(withFranceConnect(world.institution, provider !== undefined), assets, {
    production,
    trustProxy,
    // Signing out there follows the form by which one signs out here.
    formsLeadTo: [...originsOf(sites), ...(provider ? [new URL(provider.issuer).origin] : [])],
    log: outside.log,
  });
  openSessions(app, world);
  openStandings(app, world);
  homes[world.institution.accounts?.home ?? "household"].open(app, world);
  openSpaces(app, world);
  publicRoutes(app, world.institution);
  await registerVersions(world);
  await registerNightly(world);
  charterRoutes(app, world);
  outside.development?.routes(app);
  if (world.institution.accounts) {
    openFranceConnect(app, world, provider);
    await openAccounts(app, world);
    await openClaims(app, asVisitor(world));
    await openConnect(app, world, sites, outside.development?.fetch);
    agentRoutes(app, world, config.agentKeys ?? []);
    await openDesk(app, world);
  }
  benefitsRoutes(app, asVisitor(world));
  await app.ready();
  return app;
}

/** The sites that sign people in here: those of the institution's data, and in development those for show. */
const sitesOf = (
  { siteSecrets = new Map() }: Partial<Pick<Config, "siteSecrets">>,
  { development }: Pick<Outside, "development">,
  { institution }: World,
): RegisteredSite[] => [
  ...(institution.accounts ? registeredSites(institution.accounts, siteSecrets) : []),
  ...(development?.sites(institution.id) ?? []),
];

/** Where FranceConnect is, for an institution that has it: as configured, else the stand-in of development. */
function franceConnectOf(
  { franceConnect }: Partial<Pick<Config, "franceConnect">>,
  { development }: Pick<Outside, "development">,
  { institution }: World,
): OpenIdSettings | undefined {
  if (!institution.accounts?.franceConnect) return undefined;
  return franceConnect?.get(institution.id) ?? development?.franceConnect(institution.id);
}

/** What the pages show: FranceConnect only where it is set up. */
const withFranceConnect = (institution: Institution, franceConnect: boolean): Institution => {
  const { accounts } = institution;
  return accounts ? { ...institution, accounts: { ...accounts, franceConnect } } : institution;
};

function openFranceConnect(app: App, world: World, provider: OpenIdSettings | undefined) {
  const openId = provider && openIdProvider(provider, world.clock);
  offerFranceConnect(app, openId);
  if (openId) franceConnectRoutes(app, world, openId, takesPart);
}

/** What each home opens beside the pages of every account, and whose charter an account is bound by (CN-01). */
const homes: Record<
  Home,
  {
    open: (app: App, world: World) => void;
    routes: (app: App, world: World) => Promise<void>;
    audienceOf?: AudienceOf;
  }
> = {
  household: { open: () => {}, routes: householdRoutes },
  insured: { open: openContributors, routes: contributorRoutes, audienceOf: contributorAudience },
  partners: { open: openPartners, routes: partnerRoutes, audienceOf: partnerAudience },
};

/**
 * The pages of an account. Where nobody is signed in yet, the institution acts; from there on the database hands out what
 * is the visitor’s, and nothing else (SEC-11).
 */
async function openAccounts(app: App, world: World) {
  const { routes, audienceOf } = homes[world.institution.accounts?.home ?? "household"];
  const theirs = asVisitor(world);
  openGate(app, world, {
    terms: termsStep(theirs, audienceOf),
    password: passwordStep,
    contacts: contactsStep,
    delegation: delegationStep,
    "password-renewal": passwordRenewal,
  });
  guardSpaces(app);
  signInRoutes(app, world);
  sessionRoutes(app, world);
  secondStepRoutes(app, world);
  recoveryRoutes(app, world);
  lostContactRoutes(app, world);
  alarmRoutes(app, world);
  objectionRoutes(app, world);
  passkeyRoutes(app, world);
  endSessionsRoutes(app, theirs);
  choosePasswordRoutes(app, theirs);
  changePasswordRoutes(app, theirs);
  confirmPasswordRoutes(app, theirs);
  contactsRoutes(app, theirs);
  changeContactsRoutes(app, theirs);
  noticeAddressRoutes(app, theirs);
  termsRoutes(app, theirs, audienceOf);
  newsRoutes(app, theirs, audienceOf);
  receiptRoutes(app, theirs);
  waysInRoutes(app, theirs);
  journalRoutes(app, theirs);
  await routes(app, world);
  await tidyNightly(world);
}

/** Where accounts are of people who have a household file: what is about the file, and numbers the State gives. */
async function householdRoutes(app: App, world: World) {
  const theirs = asVisitor(world);
  identifierReminderRoutes(app, world);
  openingRoutes(app, world);
  provisionalRoutes(app, world);
  nirRoutes(app, theirs);
  delegationRoutes(app, theirs);
  homeRoutes(app, theirs);
  separationRoutes(app, theirs);
  guardianshipRoutes(app, theirs);
  spacesRoutes(app, theirs);
  lawRoutes(app);
  await tidyHouseholdsNightly(world);
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
    const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
    const app = apps.get(config.hosts.get(host) ?? "") ?? hall;
    if (app) return app.routing(request, response);
    response.writeHead(421, { "content-type": "text/plain" }).end("No institution answers on this host.\n");
  };
}

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
