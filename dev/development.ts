import { institutions } from "../institutions/index.ts";
import type { Institution } from "../institutions/institution.ts";
import { guide } from "../src/design/guide.ts";
import type { Assets } from "../src/design/page.ts";
import type { Development } from "../src/main.ts";
import type { App } from "../src/platform/http/server.ts";
import { foyerBrand, hallPage } from "../src/site/public/hall.ts";
import { answer, shellOf } from "../src/site/shell.ts";
import { buildSite } from "../src/site/site.ts";
import { loadDemo } from "./demo/load.ts";
import { type Mailbox, startMailbox } from "./mailbox/index.ts";
import { mailboxPage, messagePage } from "./mailbox/page.ts";

export type Running = Development & { mailbox: Mailbox };

const publicPage = { config: { opens: "public" } } as const;

/** What development has and production has not: a mailbox that catches every message, demo people, a hall, the guide. */
export async function startDevelopment(
  served: readonly string[],
  log: { write: (line: string) => void },
): Promise<Running> {
  const mailbox = await startMailbox();
  return {
    mailbox,
    lines: {
      mail: { url: mailbox.smtpUrl, from: "ne-pas-repondre@foyer.exemple.fr" },
      sms: { url: mailbox.smsUrl, sender: "Foyer" },
    },
    load: loadDemo,
    hall: (assets) => openHall(assets, mailbox, served, log),
    routes: openGuide,
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
