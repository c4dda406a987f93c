import {
  type AlarmChannel,
  type AlarmKind,
  type AlarmProof,
  alarmLimits,
  closesAccess,
} from "../../../../law/credentials/alarm.ts";
import { isBirthDate } from "../../../../law/credentials/recovery.ts";
import { readToldMoment, type ToldMoment } from "../../../../law/credentials/told-moment.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { keyedHash, seal, sha256 } from "../../../platform/crypto.ts";
import { brokeConstraint, inTransaction, type Tx } from "../../../platform/database.ts";
import { newId, newSupportNumber } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import { mailQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import { placeBlock } from "../block/block.ts";
import { noteDueByAlarm } from "../campaign/store.ts";
import { warnPerson } from "../contact/warn.ts";
import { foundBy, typedIdentifier, unknownSubject } from "../identifiers.ts";
import type { Visitor } from "../session/session.ts";
import { findIdentifier, languageOf } from "../store.ts";
import { closedText, type SupportCase, supportMail } from "./messages.ts";
import {
  findAlarmBySecret,
  findReported,
  holdReports,
  insertAlarm,
  type Reported,
  raisedOnce,
} from "./store.ts";

/** What the form holds, as typed. */
export type Typed = {
  kind: AlarmKind;
  gave: boolean;
  identifier: string;
  /** "YYYY-MM-DD" of the three boxes; empty where none was filled in. */
  birth: string;
  channel: AlarmChannel | undefined;
  when: ToldMoment;
  told: string;
};

/** The fields that may have to be mended. */
export type AlarmField = "identifier" | "birth-day" | "since-day" | "time" | "channel" | "told";

export type Raised = { raised: true } | { refused: Partial<Record<AlarmField, Sentence>> };

/** Characters of what a person says in their own words. */
export const longestTold = 2000;

/**
 * Takes a report of stolen or asked-for credentials, and closes the access at once where `closesAccess` says so
 * (CN-09, SP-10): the account and every session, support and the person told, all in one transaction. `secret` is the
 * form's own: the same form sent twice raises one alarm. For numbers that nobody has, and for birth dates that do not
 * fit, everything happens alike but the closing (SEC-02).
 */
export async function raiseAlarm(
  world: World,
  visitor: Visitor | undefined,
  secret: string,
  typed: Typed,
  language: Language,
): Promise<Raised> {
  const secretHash = sha256(secret);
  // The second half of a double click comes when the first has ended the session: it must not be asked who it is.
  if (await findAlarmBySecret(world.db, secretHash)) return { raised: true };
  const read = readTyped(world, visitor, typed);
  if ("refused" in read) return read;
  const alarmId = newId();
  const own = visitor && (await findIdentifier(world.db, visitor.person.personId));
  const key = own?.foundBy ?? read.key ?? keyedHash(world.keys.index, "alarm", alarmId);
  try {
    await inTransaction(world.db, (tx) =>
      report(tx, world, { ...typed, alarmId, secretHash, key, visitor, since: read.since, language }),
    );
  } catch (error) {
    if (!brokeConstraint(error, raisedOnce)) throw error;
  }
  return { raised: true };
}

/** Whether a report closes an access, so that somebody must say whose. */
export const asksWho = ({ kind, gave }: Pick<Typed, "kind" | "gave">): boolean =>
  kind !== "password-asked" || gave;

function readTyped(
  world: World,
  visitor: Visitor | undefined,
  typed: Typed,
): { key: Buffer | undefined; since: Date | undefined } | Extract<Raised, { refused: unknown }> {
  const refused: Partial<Record<AlarmField, Sentence>> = {};
  const needsWho = asksWho(typed) && !visitor;
  const identifier = needsWho ? typedIdentifier(world, typed.identifier) : undefined;
  if (identifier && "refused" in identifier) refused.identifier = identifier.refused.says;
  if (needsWho && !/^\d{4}-\d{2}-\d{2}$/.test(typed.birth)) refused["birth-day"] = sentences.birth;
  if (typed.kind === "password-asked" && !typed.channel) refused.channel = sentences.channel;
  const when = readToldMoment(typed.when, world.clock(), world.institution.timeZone);
  if ("refused" in when) refused[when.part === "day" ? "since-day" : "time"] = when.refused;
  if (typed.told.length > longestTold) refused.told = sentences.long;
  if (Object.keys(refused).length > 0) return { refused };
  const key = identifier && "value" in identifier ? foundBy(world.keys, identifier) : undefined;
  return { key, since: "at" in when ? when.at : undefined };
}

type Report = Typed & {
  alarmId: string;
  secretHash: Buffer;
  key: Buffer;
  visitor: Visitor | undefined;
  since: Date | undefined;
  language: Language;
};

async function report(tx: Tx, world: World, given: Report): Promise<void> {
  const { kind, key, alarmId, visitor, told } = given;
  const now = world.clock();
  await holdReports(tx, key);
  const reported = await findReported(tx, key, {
    now,
    dayStart: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())),
    blocksSince: new Date(now.getTime() - alarmLimits.unprovenBlockDays * 86_400_000),
  });
  const counts = reported.reportsToday < alarmLimits.reportsPerDay;
  const proof = visitor || counts ? proofOf(given, reported) : null;
  const caseNumber = newSupportNumber();
  const facts = { kind, gavePassword: given.gave, proof, ...reported };
  const closes = closesAccess(facts) && !reported.closed;
  const blockId = closes ? await close(tx, world, given, reported.personId as string, caseNumber) : null;
  await insertAlarm(tx, {
    found_by: key,
    alarm_id: alarmId,
    secret_hash: given.secretHash,
    person_id: reported.personId,
    case_number: caseNumber,
    kind,
    proven_by: proof,
    channel: given.channel ?? null,
    gave_password: given.gave,
    told: told === "" ? null : seal(new Map([[1, world.keys.input]]), told, alarmId),
    since: sinceOf(given),
    reported_at: now,
    block_id: blockId,
  });
  await record(tx, world.keys.journal, {
    subject: reported.personId ?? unknownSubject(key),
    actor: visitor?.person.personId ?? "unknown",
    act: "raised an alarm",
    at: now,
    detail: { kind, case: caseNumber, proof, closed: closes },
  });
  const outcome = closes
    ? "closed"
    : !reported.personId
      ? "nobody"
      : reported.closed
        ? "closed already"
        : "open";
  if (counts || closes) await tellSupport(tx, world, given, caseNumber, outcome);
}

/** Whose report it is. A birth date is compared in the same way whether there is one or not (SEC-02). */
const proofOf = ({ visitor, birth }: Report, { birthDate }: Reported): AlarmProof =>
  visitor ? "session" : isBirthDate(birth, birthDate ?? "") ? "birth date" : null;

/** When it began: as told or, for a sign-in that was not the person's, that sign-in. */
const sinceOf = ({ since, kind, visitor }: Report): Date | null =>
  since ?? (kind === "not-me" ? (visitor?.previousSignInAt ?? null) : null);

async function close(
  tx: Tx,
  world: World,
  { kind, gave, visitor, language: read }: Report,
  personId: string,
  caseNumber: string,
): Promise<string> {
  const placedBy = visitor ? personId : "unknown";
  const { blockId, passkeys } = await placeBlock(tx, world, {
    personId,
    kind: "alarm",
    reason: kind,
    placedBy,
  });
  // The desk may open the access again while its password is still the one that somebody used.
  if (gave || kind === "not-me") await noteDueByAlarm(tx, personId, world.clock());
  // Whoever holds the stolen phone need not read that it was noticed.
  const reach = ({ kind: way }: { kind: string }) => kind !== "phone-stolen" || way !== "mobile";
  // Who reports without being signed in may be somebody else.
  const language = visitor ? read : await languageOf(tx, personId);
  const closed = { caseNumber, passkeys: passkeys > 0 };
  await warnPerson(tx, world, { personId, language, reach }, closedText(world, closed, language));
  return blockId;
}

const tellSupport = (
  tx: Tx,
  world: World,
  { kind, gave, channel, since, told, visitor }: Report,
  caseNumber: string,
  outcome: SupportCase["outcome"],
) =>
  world.jobs.send(
    tx,
    mailQueue,
    supportMail(world, {
      caseNumber,
      kind,
      gavePassword: gave,
      channel,
      since,
      told,
      outcome,
      proven: visitor !== undefined,
    }),
  );

const sentences = {
  birth: {
    fr: "Indiquez votre date de naissance : jour, mois et année, par exemple 3 11 1988.",
    en: "Give your date of birth: day, month and year, such as 3 11 1988.",
  },
  channel: {
    fr: "Dites-nous comment on vous l’a demandé.",
    en: "Tell us how you were asked for it.",
  },
  long: {
    fr: `C’est un peu long : ${longestTold} caractères au plus. Gardez l’essentiel, vous pourrez nous dire le reste par téléphone.`,
    en: `This is a little long: at most ${longestTold} characters. Keep what matters, you can tell us the rest by phone.`,
  },
} satisfies Record<string, Sentence>;
