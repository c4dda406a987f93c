import { nameKey } from "../../../../law/credentials/names.ts";
import type { Nia } from "../../../../law/credentials/nia.ts";
import type { Nir } from "../../../../law/credentials/nir.ts";
import type { Registered, RegistryAnswer } from "../../../civil-registry/civil-registry.ts";
import { keyedHash } from "../../../platform/crypto.ts";
import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { countAsk } from "../asks/store.ts";
import { countryOf } from "../birth-place/countries.ts";
import type { CivilStatus } from "../civil-status/civil-status.ts";
import { dayStart } from "../give-contacts/send-code.ts";
import type { Draft } from "./draft.ts";
import { type OpeningCookie, onOpening, readOpening } from "./opening.ts";
import { isOpen } from "./steps.ts";

export type Checked = { done: true } | { mismatch: true } | { over: true };

/**
 * How often one opening may ask the registry, and all of them about one name and birth date in a day: enough for typing
 * mistakes, too few to try people's numbers out.
 */
const mostAsked = { opening: 5, person: 10 };

/**
 * The newcomer says that everything told so far is right: the registry is asked, outside any transaction, whether the
 * number is theirs (CP-12). Where it is not, they hear so once and may go on without it (`anyway`).
 */
export async function confirmAnswers(
  world: World,
  cookie: OpeningCookie | undefined,
  anyway: boolean,
): Promise<Checked> {
  const opening = await readOpening(world, cookie);
  if (!opening || opening.ended || !isOpen("check", opening.draft)) return { over: true };
  const { draft } = opening;
  const known = draft.registry;
  if (known === "mismatch" && !anyway) return { mismatch: true };
  const registry = known ?? (await askRegistry(world, cookie, draft));
  return onOpening<Checked>(world, cookie, async (_tx, { draft: now }, keep) => {
    // Changed in another tab while the registry was asked: what it said is of something else.
    if (aboutOf(now) !== aboutOf(draft)) return { over: true };
    const mismatch = registry === "mismatch" && !anyway;
    await keep({ ...now, registry, checked: !mismatch });
    return mismatch ? { mismatch: true } : { done: true };
  });
}

async function askRegistry(
  world: World,
  cookie: OpeningCookie | undefined,
  draft: Draft,
): Promise<RegistryAnswer | "not asked"> {
  const { number } = draft;
  const person = registeredOf(draft);
  if (!number || number === "none" || !person) return "not asked";
  const counted = await onOpening(world, cookie, async (tx, { draft: now }, keep) => {
    if (now.asked >= mostAsked.opening) return { spent: true as const };
    await keep({ ...now, asked: now.asked + 1 });
    return (await countPerson(tx, world, person)) < mostAsked.person ? { may: true as const } : {};
  });
  return "may" in counted ? world.civilRegistry.check(number.value as Nir | Nia, person) : "unknown";
}

/** How often the registry was asked today about somebody of that name and birth date. */
function countPerson(tx: Tx, world: World, { birthName, birthDate }: Registered): Promise<number> {
  const told = [nameKey(birthName), birthDate];
  const foundBy = keyedHash(world.keys.index, "civil registry asked", ...told);
  const at = world.clock();
  return countAsk(tx, foundBy, at, dayStart(at));
}

/** What the registry's answer is about. */
const aboutOf = ({ names, sex, birth, place, number }: Draft): string =>
  JSON.stringify([names, sex, birth, place, number]);

/** The newcomer as the civil registers write people; undefined while something is missing. */
export function registeredOf(draft: Draft): Registered | undefined {
  const { names, birth } = draft;
  const status = civilStatusOf(draft);
  if (!names || !birth || !status) return undefined;
  const { sex, birthCode } = status;
  return { firstNames: names.firstNames, birthName: names.birthName, birthDate: birth, sex, birthCode };
}

/** The civil status that the answers make; undefined while something is missing. */
export function civilStatusOf({ sex, place, parents }: Draft): CivilStatus | undefined {
  const where = placeOf(place);
  return sex && where && { sex, ...where, ...(parents && { parents }) };
}

function placeOf(place: Draft["place"]): Pick<CivilStatus, "birthCode" | "birthPlace"> | undefined {
  if (place?.in === "france")
    return place.code && place.name ? { birthCode: place.code, birthPlace: place.name } : undefined;
  const country = place && countryOf(place.iso ?? "");
  return country && place.town ? { birthCode: country.code, birthPlace: place.town } : undefined;
}
