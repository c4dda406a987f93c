import autocannon from "autocannon";
import { answerParent } from "./child.ts";

/** As many home pages as a server can give, from a process of its own. */

export type CrowdAsked = { port: number; cookies: string[]; connections: number; seconds: number };
export type CrowdDone = { perSecond: number; failed: number };

async function homes({ port, cookies, connections, seconds }: CrowdAsked): Promise<CrowdDone> {
  const { requests, errors, non2xx } = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests: cookies.map((cookie) => ({
      method: "GET",
      path: "/home",
      headers: { host: "caf.localhost", cookie },
    })),
  });
  return { perSecond: requests.average, failed: errors + non2xx };
}

answerParent({ homes });
