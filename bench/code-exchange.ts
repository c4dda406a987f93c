/**
 * What signing people in to other sites costs beside the protocol itself.
 *
 * `ratio`: authorization codes exchanged for tokens a second by Foyer (sealed in PostgreSQL, consumed once by the
 * database, consent, charter and block asked for each) over the same by plain oidc-provider with its in-memory adapter.
 * Goal: at least 0.7, with 64 exchanges under way at once; `ratioWithFew` is the same with 16. An exchange takes part in two
 * statements, one that reads and one that writes, and no fewer are possible while a code replayed elsewhere is refused; what
 * comes in the same turn of the event loop shares them, so the ratio grows with the load. The plain one has none. One process
 * each, a third asks both. The two alternate; the medians of the rounds are taken. `failed` counts exchanges not answered by
 * 200: 0, or the run says nothing.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../src/platform/embedded-postgres.ts";
import { type Child, startChild } from "./child.ts";
import { median, rounded } from "./ground.ts";
import { type IssuerAsked, site } from "./issuer-site.ts";

const rounds = 10;
/** Codes a round: the in-memory adapter forgets beyond a thousand things kept. */
const codesEach = 300;
/** Exchanges under way at once: sites that ask now and then, and a rush. */
const loads = { few: 16, many: 64 };

type Load = keyof typeof loads;
type Issuer = { child: Child; port: number; perSecond: Record<Load, number[]> };

const folder = await mkdtemp(join(tmpdir(), "foyer-bench-"));
const postgres = await startEmbeddedPostgres(folder);
const issuers: Issuer[] = [];
try {
  for (const kind of ["foyer", "plain"] as const) {
    const child = startChild("issuer.ts");
    const asked: IssuerAsked = { kind, databaseUrl: postgres.url("foyer_caf"), data: join(folder, "data") };
    issuers.push({ child, port: await child.ask<number>("start", asked), perSecond: { few: [], many: [] } });
  }
  const [foyer, plain] = issuers as [Issuer, Issuer];
  let failed = 0;
  for (const one of issuers) for (const load of ["few", "many"] as const) await exchangeAll(one, load);
  for (let round = 1; round <= rounds; round++) {
    for (const load of ["few", "many"] as const) {
      for (const one of issuers) {
        const { perSecond, wrong } = await exchangeAll(one, load);
        one.perSecond[load].push(perSecond);
        failed += wrong;
      }
      const [ours, theirs] = [foyer, plain].map(({ perSecond }) => perSecond[load].at(-1));
      console.log(`round ${round}, ${loads[load]} at once: ${ours} exchanges/s, plain ${theirs}/s`);
    }
  }
  const ratio = (load: Load) => rounded(median(foyer.perSecond[load]) / median(plain.perSecond[load]));
  console.log(
    JSON.stringify({
      bench: "code-exchange",
      ratio: ratio("many"),
      ratioWithFew: ratio("few"),
      exchangesPerSecond: rounded(median(foyer.perSecond.many), 0),
      plainPerSecond: rounded(median(plain.perSecond.many), 0),
      failed,
    }),
  );
} finally {
  for (const { child } of issuers) await child.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function exchangeAll(
  { child, port }: Issuer,
  load: Load,
): Promise<{ perSecond: number; wrong: number }> {
  const { codes, verifier } = await child.ask<{ codes: string[]; verifier: string }>("mint", codesEach);
  const agent = new Agent({ keepAlive: true, maxSockets: loads[load] });
  const begun = performance.now();
  let wrong = 0;
  const worker = async () => {
    for (let code = codes.pop(); code; code = codes.pop())
      if ((await exchange(agent, port, code, verifier)) !== 200) wrong += 1;
  };
  await Promise.all(Array.from({ length: loads[load] }, worker));
  agent.destroy();
  return { perSecond: Math.round(codesEach / ((performance.now() - begun) / 1000)), wrong };
}

function exchange(agent: Agent, port: number, code: string, verifier: string): Promise<number> {
  const [redirect = ""] = site.redirectUris;
  const asked = { grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: redirect };
  const body = new URLSearchParams(asked).toString();
  const secret = Buffer.from(`${site.id}:${encodeURIComponent(site.secret)}`).toString("base64");
  const headers = {
    authorization: `Basic ${secret}`,
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: "127.0.0.1", port, path: "/token", method: "POST", headers },
      (answer) => {
        let told = "";
        answer.on("data", (part) => {
          told += part;
        });
        answer.on("end", () => {
          if (answer.statusCode !== 200) console.error(told);
          resolve(answer.statusCode ?? 0);
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
