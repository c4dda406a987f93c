import assert from "node:assert/strict";
import { demoShell } from "../src/design/demo-shell.ts";
import { openSite } from "../src/open-site.ts";
import type { App } from "../src/platform/http/server.ts";
import type { OpenIdSettings } from "../src/platform/openid.ts";
import type { World } from "../src/world.ts";
import { ownPassword, type Someone } from "./demo.ts";
import type { TestWorld } from "./world.ts";

/** What a person sees after they went to an address or sent a form. */
export type Seen = { status: number; path: string; title: string; body: string };

/** A person at their own device: their cookies, their address on the internet, the page before them. */
export type Browser = {
  jar: Map<string, string>;
  /** Goes to an address and wherever it leads. */
  open: (path: string) => Promise<Seen>;
  /** Sends a form of this site, with the token of the last page, and goes where the answer leads. */
  send: (path: string, fields?: Record<string, string>) => Promise<Seen>;
  /** The same, without following. */
  post: (path: string, fields?: Record<string, string>) => Promise<Seen>;
  signIn: (who: Someone, password?: string) => Promise<Seen>;
};

/** What is sent at each step between the first sign-in and the account. */
export const steps = {
  acceptTerms: async (browser: Browser) => {
    const { body } = await browser.open("/terms");
    const version = /name="version" value="([^"]+)"/.exec(body)?.[1] ?? "";
    return browser.send("/terms/answers", { version, accepted: "yes", answer: "accept" });
  },
  choosePassword: (browser: Browser) => browser.send("/password", { password: ownPassword }),
  contactsLater: (browser: Browser) => browser.send("/contacts", { answer: "later" }),
  delegationLater: (browser: Browser) => browser.send("/delegations", { answer: "later" }),
};

/** Signs somebody in for the first time and goes through every step, putting off what may be. */
export async function settle(browser: Browser, who: Someone): Promise<Seen> {
  await browser.signIn(who);
  let seen: Seen | undefined;
  for (const step of Object.values(steps)) {
    if (seen?.path !== "/home") seen = await step(browser);
  }
  return seen as Seen;
}

export type TestSite = { app: App; browser: (address?: string) => Browser; close: () => Promise<void> };

/** The institution's site as the server runs it, answering without listening. */
export async function testSite(
  world: World & Partial<Pick<TestWorld, "close">>,
  franceConnect?: OpenIdSettings,
  siteSecrets: ReadonlyMap<string, string> = new Map(),
): Promise<TestSite> {
  const log: string[] = [];
  const app = await openSite(
    {
      production: false,
      trustProxy: false,
      siteSecrets,
      ...(franceConnect && { franceConnect: new Map([[world.institution.id, franceConnect]]) }),
    },
    { log: { write: (line) => void log.push(line) } },
    { ...world, jobs: { ...world.jobs, nightly: async () => {} } },
    demoShell().assets,
  );
  let last = 0;
  return {
    app,
    browser: (address = `198.18.0.${++last}`) => openBrowser(app, world.institution.id, address),
    close: async () => {
      await app.close();
      const faults = log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);
      // The hook that closes the site ends here: a world left open would keep its file from ever ending.
      if (faults.length > 0) await world.close?.();
      assert.deepEqual(faults, [], "the server met faults");
    },
  };
}

function openBrowser(app: App, id: string, remoteAddress: string): Browser {
  const jar = new Map<string, string>();
  const host = `${id}.localhost`;
  let token = "";

  async function ask(method: "GET" | "POST", path: string, fields?: Record<string, string>): Promise<Seen> {
    const response = await app.inject({
      method,
      url: path,
      remoteAddress,
      headers: {
        host,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(fields && { "content-type": "application/x-www-form-urlencoded", origin: `http://${host}` }),
      },
      ...(fields && { payload: new URLSearchParams({ csrf: token, ...fields }).toString() }),
    });
    for (const { name, value, expires, maxAge } of response.cookies) {
      if (maxAge === 0 || (expires && expires.getTime() < 1000)) jar.delete(name);
      else jar.set(name, value);
    }
    const body = response.body;
    token = /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? token;
    return {
      status: response.statusCode,
      path: response.headers.location ?? path,
      title: /<h1[^>]*>([^<]*)</.exec(body)?.[1]?.trim() ?? "",
      body,
    };
  }

  const isHere = (path: string) => path.startsWith("/") || path.startsWith(`http://${host}/`);

  async function follow(seen: Seen): Promise<Seen> {
    let at = seen;
    // What leads to another site is left to the test.
    for (let hops = 0; at.status === 303 && isHere(at.path); hops++) {
      assert.ok(hops < 10, `${seen.path} leads in circles`);
      at = await ask("GET", at.path);
    }
    return at;
  }

  const open = async (path: string) => follow(await ask("GET", path));
  const post = async (path: string, fields = {}) => {
    if (token === "") await open("/sessions/new");
    return ask("POST", path, fields);
  };
  const send = async (path: string, fields = {}) => follow(await post(path, fields));
  return {
    jar,
    open,
    post,
    send,
    signIn: (who, password = who.oldPassword) => send("/sessions", { identifier: who.identifier, password }),
  };
}
