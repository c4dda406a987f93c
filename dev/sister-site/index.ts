import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Assets } from "../../src/design/page.ts";
import type { RegisteredSite } from "../../src/modules/connect/index.ts";
import { loopbackFetch } from "../loopback-fetch.ts";
import { openSisterSite, type SisterServer } from "./server.ts";
import { demonstrationSites } from "./sites.ts";

export type SisterSites = {
  sites: readonly RegisteredSite[];
  /** The addresses of the demonstration sites. */
  origins: readonly string[];
  /** Opens them once it is known where Foyer answers ("http://caf.localhost:3000"). */
  open: (foyer: string, assets: Assets) => Promise<void>;
  stop: () => Promise<void>;
};

/** Listens for the demonstration sites on one port, each on its own host. */
export async function startSisterSites(
  port: number,
  log: { write: (line: string) => void },
): Promise<SisterSites> {
  const servers = new Map<string, SisterServer>();
  let lender = "";
  /** Styles and scripts are Foyer’s own. */
  const lend = async (path: string, response: ServerResponse) => {
    const lent = await loopbackFetch(`${lender}${path}`);
    const type = lent.headers.get("content-type") ?? "";
    response.writeHead(lent.status, { "content-type": type }).end(Buffer.from(await lent.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/assets/")) return lend(request.url, response);
    const host = (request.headers.host ?? "").split(".")[0] ?? "";
    const app = servers.get(host);
    if (app) return app.routing(request, response);
    response.writeHead(404, { "content-type": "text/plain" }).end("Not a demonstration site.\n");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const sites = demonstrationSites(taken);
  return {
    sites,
    origins: sites.map(({ id }) => `http://${id}.localhost:${taken}`),
    open: async (foyer, assets) => {
      lender = foyer;
      for (const site of sites) servers.set(site.id, await openSisterSite(site, foyer, assets, log));
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
