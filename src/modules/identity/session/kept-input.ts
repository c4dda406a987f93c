import { seal, unseal } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";
import { dropOldInput, findInput, keepInput, takeInput } from "./store.ts";

/** What a form held: its fields by name. */
export type Typed = Record<string, string>;

/** Never kept: secrets are typed again. A postcode is none. */
const secretFields = /password|(?<!post)code|csrf/i;

/** Minutes after which what was typed is no longer given back. */
const keptMinutes = 60;

/** Keeps what was typed in a form whose session had ended, sealed, for the same person (SEC-05). */
export async function keepTyped(world: World, personId: string, path: string, typed: Typed): Promise<void> {
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => !secretFields.test(name)));
  if (Object.values(fields).every((value) => value === "")) return;
  await dropOldInput(world.db, personId, new Date(world.clock().getTime() - keptMinutes * 60_000));
  const sealed = seal(inputKeys(world), JSON.stringify(fields), `${personId} ${path}`);
  await keepInput(world.db, { person_id: personId, path, sealed, kept_at: world.clock() });
}

/** Gives back, once, what the person had typed on that page before the session ended. */
export const takeTyped = async (world: World, personId: string, path: string): Promise<Typed | undefined> =>
  open(world, personId, path, await takeInput(world.db, personId, path));

/** The same, without taking it: a form in several pages is read again on each. */
export const readTyped = async (world: World, personId: string, path: string): Promise<Typed | undefined> =>
  open(world, personId, path, await findInput(world.db, personId, path));

function open(
  world: World,
  personId: string,
  path: string,
  kept: { sealed: Buffer; keptAt: Date } | undefined,
): Typed | undefined {
  if (!kept || world.clock().getTime() - kept.keptAt.getTime() > keptMinutes * 60_000) return undefined;
  return JSON.parse(unseal(inputKeys(world), kept.sealed, `${personId} ${path}`)) as Typed;
}

const inputKeys = (world: World) => new Map([[1, world.keys.input]]);
