import assert from "node:assert/strict";
import { Secret, TOTP } from "otpauth";
import { admitAgent } from "../src/modules/desk/index.ts";
import type { World } from "../src/world.ts";
import type { Browser, TestSite } from "./site.ts";

/** The password of every agent of the tests. */
export const agentPassword = "Fougere5-Lampadaire";

/** An agent, and the secret their app would keep once linked. */
export type TestAgent = { agentId: string; staffNumber: string; name: string };

/** Writes down an agent who has a password and no second factor yet. */
export async function newAgent(
  world: World,
  given: {
    staffNumber: string;
    name?: string;
    roles?: readonly string[];
    office?: string;
    identifier?: string;
    until?: string;
  },
): Promise<TestAgent> {
  const { staffNumber, name = `Agent ${staffNumber}`, roles = ["desk-agent"] } = given;
  const { office = "", identifier = "", until = "" } = given;
  const hashed = await hashOnce(world);
  const typed = { staffNumber, name, roles, office, identifier, until };
  const added = await admitAgent(world, { agentId: "test" }, typed, hashed);
  assert.ok("agentId" in added, JSON.stringify(added));
  return { agentId: added.agentId, staffNumber, name };
}

const hashes = new WeakMap<World["passwords"], Promise<string>>();
const hashOnce = ({ passwords }: World): Promise<string> => {
  const hashed = hashes.get(passwords) ?? passwords.hash(agentPassword);
  hashes.set(passwords, hashed);
  return hashed;
};

/** What an authenticator app shows for that secret at that instant. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, "")) }).generate({ timestamp: at.getTime() });

/** Signs an agent in on the site for the first time, app and all; the secret of the app. */
export async function enterDesk(browser: Browser, world: World, { staffNumber }: TestAgent): Promise<string> {
  await browser.open("/desk/sessions/new");
  const asked = await browser.send("/desk/sessions", { staffNumber, password: agentPassword });
  const secret = /data-totp-secret>([^<]+)</.exec(asked.body)?.[1] ?? "";
  assert.ok(secret, asked.title);
  const code = codeAt(secret, world.clock());
  const seen = await browser.send("/desk/sessions/current/second-factor", { code });
  assert.equal(seen.path, "/desk", seen.title);
  return secret;
}

/** Brings agents to the desk, each in a browser of their own; `read`: whom the desk’s cookie stands for. */
export const deskOf =
  <Read extends object>(
    site: TestSite,
    world: World,
    read: (world: World, cookie: string | undefined) => Promise<Read | undefined>,
  ) =>
  async (given: Parameters<typeof newAgent>[1]) => {
    const browser = site.browser();
    await enterDesk(browser, world, await newAgent(world, given));
    const found = await read(world, browser.jar.get("__Host-desk"));
    assert.ok(found && "agent" in found);
    return { agent: found.agent as Extract<Read, { agent: unknown }>["agent"], browser };
  };
