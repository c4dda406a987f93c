import type { World } from "../../../world.ts";
import { communeByCode } from "../birth-place/communes.ts";
import { countryByCode } from "../birth-place/countries.ts";
import { readMail } from "../contact/contact.ts";
import { type Draft, newDraft, type Vouched } from "./draft.ts";
import { insertDraft, type OpeningCookie, onOpening } from "./opening.ts";
import { pathOf, stepOf } from "./steps.ts";

/** What somebody else vouches for, so that it need not be typed: a civil status as FranceConnect gives it. */
export type Prefill = {
  firstNames: string;
  birthName: string;
  usedName?: string;
  sex?: "F" | "M" | undefined;
  /** "YYYY-MM-DD", 00 where the register knows no day or month. */
  birthDate: string;
  /** INSEE code of the commune, or of the country where born abroad ("99352"). */
  birthCode?: string | undefined;
  /** The town's name, where born abroad. */
  birthPlace?: string;
  mail?: string;
  /** What links the account to FranceConnect in the end. */
  vouched?: Vouched;
};

/**
 * Begins to open an account in a browser: `cookie` is what it keeps (see `setOpeningCookie`), `path` the first page that
 * is still to fill in, `next` where the person goes on once the account is open (CP-10).
 */
export async function beginOpening(
  world: World,
  prefill?: Prefill,
  next = "/home",
): Promise<{ cookie: OpeningCookie; path: string }> {
  const draft = prefill ? await prefilled(prefill, next) : newDraft(next);
  return { cookie: await insertDraft(world, draft), path: pathOf(stepOf(draft)) };
}

/**
 * The person came back by FranceConnect while they open an account that it vouched for: its word is new again, and all that
 * they answered stays. Undefined where this browser opens no account for that identity.
 */
export async function renewVouched(
  world: World,
  cookie: OpeningCookie | undefined,
  vouched: Vouched,
): Promise<{ path: string } | undefined> {
  const renewed = await onOpening<{ path: string } | { over: true }>(
    world,
    cookie,
    async (_tx, { draft }, keep) => {
      if (draft.vouched?.foundBy !== vouched.foundBy) return { over: true };
      return { path: pathOf(stepOf(await keep({ ...draft, vouched }))) };
    },
  );
  return "path" in renewed ? renewed : undefined;
}

async function prefilled(given: Prefill, next: string): Promise<Draft> {
  const { sex, birthDate, vouched } = given;
  const mail = readMail(given.mail ?? "");
  const place = await placeOf(given);
  return {
    ...newDraft(next),
    names: {
      birthName: given.birthName,
      usedName: given.usedName || null,
      firstNames: given.firstNames,
    },
    birth: birthDate,
    ...(sex && { sex }),
    ...(place && { place }),
    ...(mail && { proposedMail: mail }),
    ...(vouched && { vouched }),
  };
}

async function placeOf({ birthCode, birthPlace }: Prefill): Promise<Draft["place"]> {
  if (!birthCode) return undefined;
  if (birthCode.startsWith("99")) {
    const country = countryByCode(birthCode);
    return country && { in: "abroad", iso: country.iso, ...(birthPlace && { town: birthPlace }) };
  }
  const commune = await communeByCode(birthCode);
  if (!commune) return { in: "france", ...(birthPlace && { sought: birthPlace }) };
  return { in: "france", code: birthCode, name: commune.name, department: commune.department.code };
}
