import { civilDay } from "../../../../law/access/relations.ts";
import type { Identifier } from "../../../../law/credentials/identifier.ts";
import { objectionEndsAt } from "../../../../law/credentials/objection.ts";
import { composedPassword } from "../../../../law/credentials/password.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { brokeConstraint, orUndo, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Address } from "../address/address.ts";
import { setAddress } from "../address/store.ts";
import { judgeFor } from "../choose-password/judge-password.ts";
import type { CivilStatus } from "../civil-status/civil-status.ts";
import { insertCivilStatus } from "../civil-status/store.ts";
import type { ContactKind } from "../contact/contact.ts";
import type { Reach } from "../contact/reach.ts";
import { sendTo } from "../contact/send.ts";
import { identifiesOne, insertContactPoint, verifyContactPoint } from "../contact/store.ts";
import { foundBy, sealedIdentifier } from "../identifiers.ts";
import { newcomerQueue } from "../one-person/duplicates.ts";
import type { Person } from "../person.ts";
import { giveProvisional } from "../provisional/draw.ts";
import { provisionalMessage } from "../provisional/messages.ts";
import { secretHashOf } from "../session/session.ts";
import { type Entered, enter } from "../sign-in/enter.ts";
import { insertPerson } from "../store.ts";
import type { Browser } from "../trusted-devices/marks.ts";
import { civilStatusOf } from "./check.ts";
import type { Draft } from "./draft.ts";
import { keepWhatTheyCameBy, linkOpened } from "./link.ts";
import { registeredMessage } from "./messages.ts";
import { endOpening, type OpeningCookie, onOpening, readOpening } from "./opening.ts";
import { stepOf } from "./steps.ts";
import { insertAccount, insertNewIdentifier } from "./store.ts";
import { askedNumberQueue } from "./tell-known.ts";

export type OpenedAccount =
  /** What comes next is signing in with the number: the same whether it had an account or not (SEC-02). */
  | { signIn: true }
  /** With a provisional identifier, which is nobody else's, the person is signed in at once. */
  | { entered: Entered; next: string }
  | { refused: readonly Sentence[] }
  /** A contact point was taken by another account in the meantime. */
  | { taken: true }
  /** The identity that they came by from FranceConnect opened another account in the meantime. */
  | { known: true }
  | { over: true };

/**
 * Makes a person and their account of all that was answered, with the password typed: in one transaction, or nothing of
 * it (CP-10). With a number the civil registry vouches for, that is what they sign in with; otherwise they get a
 * provisional identifier (CP-12). A number somebody has already is told to nobody but them (SEC-02).
 */
export async function openAccount(
  world: World,
  cookie: OpeningCookie | undefined,
  typed: string,
  browser: Browser,
  language: Language,
): Promise<OpenedAccount> {
  const opening = await readOpening(world, cookie);
  const newcomer = opening && !opening.ended ? newcomerOf(opening.draft) : undefined;
  if (!newcomer) return { over: true };
  const refused = await judgeFor(world, { ...newcomer.names, number: newcomer.number?.value }, typed);
  if (refused.length > 0) return { refused };
  const hashed = await world.passwords.hash(composedPassword(typed));
  try {
    return await onOpening<OpenedAccount>(world, cookie, async (tx, now) => {
      const ready = newcomerOf(now.draft);
      if (!ready) return { over: true };
      await endOpening(tx, world, now);
      const made = { ...ready, hashed };
      return made.number
        ? byNumber(tx, world, made, made.number, language)
        : byProvisional(tx, world, made, browser, language);
    });
  } catch (error) {
    if (!brokeConstraint(error, identifiesOne)) throw error;
    await askContactsAgain(world, cookie);
    return { taken: true };
  }
}

/** Everything an account is made of. */
type Newcomer = {
  names: Omit<Person, "personId">;
  status: CivilStatus;
  address: Address;
  contacts: (Reach & { verified: boolean })[];
  /** Vouched for by the civil registry. */
  number: Extract<Identifier, { kind: "nir" | "nia" }> | undefined;
  registry: NonNullable<Draft["registry"]>;
  draft: Draft;
};

function newcomerOf(draft: Draft): Newcomer | undefined {
  const { names, birth, address, number, registry } = draft;
  const status = civilStatusOf(draft);
  if (stepOf(draft) !== "password" || !names || !birth || !status || !address || !registry) return undefined;
  const vouched = registry === "match" && number && number !== "none" ? number : undefined;
  return {
    names: { ...names, birthDate: birth },
    status,
    address,
    contacts: (["mail", "mobile"] as const).flatMap((kind: ContactKind) => {
      const contact = draft[kind];
      return contact ? [{ kind, value: contact.value, verified: contact.verified }] : [];
    }),
    number: vouched as Newcomer["number"],
    registry,
    draft,
  };
}

type Made = Newcomer & { hashed: string };

/** The number is written down last: where somebody has it, all of it is undone, at the same cost as keeping it (SEC-02). */
async function byNumber(
  tx: Tx,
  world: World,
  made: Made,
  number: NonNullable<Newcomer["number"]>,
  language: Language,
): Promise<OpenedAccount> {
  let linkedElsewhere = false;
  const isNew = await orUndo(tx, async () => {
    const personId = await makePerson(tx, world, made);
    linkedElsewhere = !(await linkOpened(tx, world, personId, made.draft));
    return !linkedElsewhere && insertNewIdentifier(tx, sealedIdentifier(world.keys, personId, number));
  });
  if (linkedElsewhere) return { known: true };
  for (const contact of made.contacts)
    if (contact.verified) await sendTo(tx, world, contact, registeredMessage(world, language));
  const key = foundBy(world.keys, number).toString("base64");
  await world.jobs.send(tx, askedNumberQueue, { key, known: !isNew });
  return { signIn: true };
}

async function byProvisional(
  tx: Tx,
  world: World,
  made: Made,
  browser: Browser,
  language: Language,
): Promise<OpenedAccount> {
  let personId = "";
  const stands = await orUndo(tx, async () => {
    personId = await makePerson(tx, world, made);
    return linkOpened(tx, world, personId, made.draft);
  });
  if (!stands) return { known: true };
  const identifier = await giveProvisional(tx, world, personId);
  const at = world.clock();
  const act = "was given a provisional identifier";
  await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at });
  for (const contact of made.contacts)
    await sendTo(tx, world, contact, provisionalMessage(world, identifier, language));
  const entered = await enter(tx, world, {
    personId,
    lastSignInAt: null,
    way: "password",
    checked: { hashed: made.hashed },
    ...browser,
    language,
  });
  if (!entered) throw new Error("Nobody could enter an account just opened");
  if ("cookie" in entered)
    await keepWhatTheyCameBy(tx, world, personId, secretHashOf(entered.cookie), made.draft);
  return { entered, next: made.draft.next };
}

async function makePerson(tx: Tx, world: World, made: Made): Promise<string> {
  const personId = newId();
  const at = world.clock();
  const journal = (act: string, detail: Record<string, string>) =>
    record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail });
  await insertPerson(tx, { personId, ...made.names });
  await world.jobs.send(tx, newcomerQueue, { personId });
  await insertCivilStatus(tx, personId, made.status);
  await setAddress(tx, personId, made.address, { from: civilDay(at, world.institution.timeZone), at });
  await insertAccount(tx, personId, made.hashed, at);
  await journal("opened an account", { registry: made.registry });
  for (const { kind, value, verified } of made.contacts) {
    await insertContactPoint(tx, personId, { kind, value }, at);
    if (verified) await verifyContactPoint(tx, personId, { kind, value }, at, objectionEndsAt(at));
    await journal(verified ? "verified a contact point" : "gave a contact point", { kind });
  }
  return personId;
}

const askContactsAgain = (world: World, cookie: OpeningCookie | undefined) =>
  onOpening(world, cookie, async (_tx, { draft }, keep) => {
    await keep({ ...draft, mail: undefined, mobile: undefined });
    return {};
  });
