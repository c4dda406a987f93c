import assert from "node:assert/strict";
import type { FaultName } from "../dev/franceconnect/faults.ts";
import { identities } from "../dev/franceconnect/identities.ts";
import { type StandIn, startFranceConnect } from "../dev/franceconnect/index.ts";
import { startMailbox } from "../dev/mailbox/index.ts";
import { caf } from "../institutions/caf/index.ts";
import { demoShell } from "../src/design/demo-shell.ts";
import type { Browser, Seen } from "./site.ts";

/** What somebody does at the stand-in for FranceConnect. */
export type Choice = { identity: string; fault?: FaultName } | "give up";

export type TestFranceConnect = Pick<StandIn, "issuer" | "rotateKey"> & {
  settings: ReturnType<StandIn["clientOf"]>;
  /** Goes where a site sends somebody, does what they choose there, and gives the path at which they come back. */
  visit: (to: string, choice: Choice) => Promise<string>;
  /** Goes there from a page of the site, by default to sign in, and comes back. */
  arrive: (browser: Browser, choice: Choice, from?: string) => Promise<Seen>;
  /** The mails it sent so far to this address. */
  noticesTo: (address: string) => number;
  stop: () => Promise<void>;
};

/** Where a sign-in by FranceConnect begins. */
export const signInPath = "/franceconnect/authorizations/new";

/** The identity that vouches for a demo person, by first name, or one of the strangers by its id. */
export function identityOf(name: string): string {
  const found = identities.find(({ id, claims }) => id === name || claims.given_name.split(" ")[0] === name);
  assert.ok(found, name);
  return found.id;
}

/** The real stand-in, over HTTP, with a mailbox of its own. */
export async function testFranceConnect(algorithm: "ES256" | "RS256" = "ES256"): Promise<TestFranceConnect> {
  const mailbox = await startMailbox();
  const standIn = await startFranceConnect({
    port: 0,
    smtpUrl: mailbox.smtpUrl,
    services: [caf],
    log: { write: () => {} },
    algorithm,
  });
  standIn.open(demoShell().assets);
  return {
    issuer: standIn.issuer,
    settings: standIn.clientOf(caf.id),
    rotateKey: standIn.rotateKey,
    visit,
    arrive: async (browser, choice, from = signInPath) => {
      const sent = await browser.open(from);
      return browser.open(await visit(sent.path, choice));
    },
    noticesTo: (address) => mailbox.messages().filter(({ to }) => to === address).length,
    stop: async () => {
      await standIn.stop();
      await mailbox.stop();
    },
  };
}

async function visit(to: string, choice: Choice): Promise<string> {
  const jar = new Map<string, string>();
  const ask = async (url: string, fields?: Record<string, string>) => {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(fields && { method: "POST", body: new URLSearchParams(fields) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const next = response.headers.get("location");
    return { body: await response.text(), next: next === null ? "" : new URL(next, url).href };
  };
  const begun = await ask(to);
  assert.ok(begun.next, begun.body);
  const page = await ask(begun.next);
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
  const chosen =
    choice === "give up"
      ? { answer: "give-up" }
      : { identity: identityOf(choice.identity), fault: choice.fault ?? "" };
  const sent = await ask(begun.next.replace(/\?.*/, ""), { csrf, ...chosen });
  const { next } = await ask(sent.next);
  const back = new URL(next);
  return back.pathname + back.search;
}
