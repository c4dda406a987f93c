import { institutions } from "../institutions/index.ts";
import type { Institution } from "../institutions/institution.ts";
import { guide } from "../src/design/guide.ts";
import type { Assets } from "../src/design/page.ts";
import type { Development } from "../src/outside.ts";
import type { App } from "../src/platform/http/server.ts";
import { foyerBrand, hallPage } from "../src/site/public/hall.ts";
import { answer, shellOf } from "../src/site/shell.ts";
import { buildSite } from "../src/site/site.ts";
import { loadDemoAgents } from "./demo/agents.ts";
import { demoInsuredRegistry } from "./demo/cnss.ts";
import { loadDemo } from "./demo/load.ts";
import { demoRegistry } from "./demo/newcomers.ts";
import { type StandIn, startFranceConnect } from "./franceconnect/index.ts";
import { loopbackFetch } from "./loopback-fetch.ts";
import { type Mailbox, startMailbox } from "./mailbox/index.ts";
import { mailboxPage, messagePage } from "./mailbox/page.ts";
import { startSisterSites } from "./sister-site/index.ts";

export type Running = Development & {
  mailbox: Mailbox;
  /** Addresses of the demonstration sites that people enter with their account. */
  sisters: readonly string[];
  /** The stand-in for FranceConnect. */
  standIn: StandIn;
  stop: () => Promise<void>;
};

const publicPage = { config: { opens: "public" } } as const;

/** What development has and production has not: a mailbox that catches every message, demo people, a hall, the guide. */
export async function startDevelopment(
  served: readonly string[],
  log: { write: (line: string) => void },
  sisterPort = 0,
  franceConnectPort = 0,
): Promise<Running> {
  const mailbox = await startMailbox();
  const franceConnect = await startFranceConnect({
    port: franceConnectPort,
    smtpUrl: mailbox.smtpUrl,
    services: institutions.map(({ id, name }) => ({ id, name })),
    log,
  });
  const sisters = await startSisterSites(sisterPort, log);
  return {
    mailbox,
    lines: {
      mail: { url: mailbox.smtpUrl, from: "ne-pas-repondre@foyer.exemple.fr" },
      sms: { url: mailbox.smsUrl, sender: "Foyer" },
    },
    load: async (world) => {
      await loadDemo(world);
      await loadDemoAgents(world);
    },
    civilRegistry: demoRegistry(),
    insuredRegistry: demoInsuredRegistry(),
    hall: (assets) => openHall(assets, mailbox, served, log),
    routes: openGuide,
    sites: (institution) => (institution === "caf" ? sisters.sites : []),
    fetch: loopbackFetch as typeof fetch,
    franceConnect: franceConnect.clientOf,
    opened: async (port, assets) => {
      franceConnect.open(assets, port);
      await sisters.open(`http://caf.localhost:${port}`, assets);
    },
    sisters: sisters.origins,
    standIn: franceConnect,
    stop: async () => {
      await franceConnect.stop();
      await sisters.stop();
      await mailbox.stop();
    },
  };
}

async function openHall(
  assets: Assets,
  mailbox: Mailbox,
  served: readonly string[],
  log: { write: (line: string) => void },
) {
  const app = await buildSite(foyerBrand, assets, { production: false, trustProxy: false, log });
  app.get("/", publicPage, (request, reply) => {
    const choices = institutions
      .filter((one) => served.includes(one.id))
      .map((one) => choice(one, request.host));
    return answer(reply, hallPage(shellOf(request, reply), choices, developerLinks));
  });
  app.get("/dev/mailbox", publicPage, (request, reply) =>
    answer(reply, mailboxPage(shellOf(request, reply), mailbox.messages())),
  );
  app.get<{ Params: { id: string } }>("/dev/mailbox/:id", publicPage, (request, reply) => {
    const message = mailbox.messages().find((one) => one.id === request.params.id);
    if (!message) return reply.callNotFound();
    return answer(reply, messagePage(shellOf(request, reply), message));
  });
  openGuide(app);
  return app;
}

const choice = ({ id, name, shortName }: Institution, host: string) => ({
  id,
  name,
  shortName,
  href: `http://${id}.localhost${/:\d+$/.exec(host)?.[0] ?? ""}/`,
});

const developerLinks = [
  { href: "/dev/mailbox", text: { fr: "Boîte aux lettres de développement", en: "Development mailbox" } },
  { href: "/dev/design", text: { fr: "Guide de style", en: "Design guide" } },
];

/** The living guide, in the colours of the site it is read on. */
function openGuide(app: App) {
  app.get("/dev/design", publicPage, (request, reply) => answer(reply, guide(shellOf(request, reply))));
}
