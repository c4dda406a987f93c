import type { Home, Institution } from "../institutions/institution.ts";
import type { Config } from "./config.ts";
import type { Assets } from "./design/page.ts";
import { benefitsRoutes } from "./modules/benefits/index.ts";
import {
  type AudienceOf,
  charterRoutes,
  newsRoutes,
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
  secondStepRoutes,
  sessionRoutes,
  signInRoutes,
  tidyNightly,
  waysInRoutes,
} from "./modules/identity/index.ts";
import { openPartners, partnerAudience, partnerRoutes } from "./modules/partners/index.ts";
import type { Outside } from "./outside.ts";
import type { App } from "./platform/http/server.ts";
import { type OpenIdSettings, openIdProvider } from "./platform/openid.ts";
import { publicRoutes } from "./site/public/routes.ts";
import { buildSite } from "./site/site.ts";
import { asVisitor, type World } from "./world.ts";

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
