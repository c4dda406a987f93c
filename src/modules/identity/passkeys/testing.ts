import assert from "node:assert/strict";
import { type Authenticator, newAuthenticator, type Seen } from "../../../../test/authenticator.ts";
import {
  awa,
  type DemoWorld,
  demoWorld,
  julien,
  ownPassword,
  type Someone,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { firefox, settled, verifyContacts } from "../../../../test/two-steps.ts";
import type { TestWorld } from "../../../../test/world.ts";
import type { Visitor } from "../session/session.ts";
import type { Site } from "./challenge.ts";
import { passkeyOptions, registerPasskey } from "./register.ts";
import { type SignedInByPasskey, signInByPasskey, signInOptions } from "./sign-in-by-passkey.ts";

export const site: Site = { origin: "http://caf.localhost:3000", rpId: "caf.localhost" };
export const here: Seen = { origin: site.origin };

/** Awa and Julien have passwords of their own; Awa verified her contact points. */
export async function passkeyWorld(): Promise<DemoWorld> {
  const world = await demoWorld();
  await settled(world, awa);
  await settled(world, julien);
  await verifyContacts(world, awa);
  await world.keep();
  return world;
}

/** Who is signed in makes a passkey, and gives it a name. */
export async function register(
  world: TestWorld,
  visitor: Visitor,
  made = newAuthenticator(),
  at: Seen = here,
  name = "Mon téléphone",
) {
  const options = await passkeyOptions(world, visitor, site);
  assert.ok(options);
  const typed = { credential: made.make(options, at), name };
  return { made, result: await registerPasskey(world, visitor, typed, site, "fr"), options };
}

/** Somebody gets a passkey. */
export async function withPasskey(world: TestWorld, who: Someone = awa): Promise<Authenticator> {
  const { made, result } = await register(world, await signedIn(world, who, ownPassword));
  assert.deepEqual(result, { added: true });
  return made;
}

/** A try at signing in: what the browser asks, and what it sends back. */
export async function tryIn(world: TestWorld, made: Authenticator, at: Seen = here) {
  const { options, secret } = await signInOptions(world, site, undefined);
  const asked = { credential: made.sign(options, at), secret, site };
  return signInByPasskey(world, asked, firefox, "fr");
}

/** Whose id came in, or why nobody did. */
export const whoCameIn = async (world: TestWorld, result: SignedInByPasskey): Promise<string> =>
  "cookie" in result ? (await visitorBy(world, result.cookie)).person.personId : result.because;
