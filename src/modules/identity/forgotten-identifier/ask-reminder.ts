import { sameFirstName, type ToldPerson } from "../../../../law/credentials/lost-contact.ts";
import { nameKey } from "../../../../law/credentials/names.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { keyedHash } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import type { Queue } from "../../../platform/jobs.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { readContact, type ToldContact } from "../who/read-contact.ts";
import { readWho, type TypedWho, type WhoErrors } from "../who/read-who.ts";
import { findReminder, sendReminder } from "./remind.ts";
import { countAsking, findNamed, type Named } from "./store.ts";

/**
 * In a UTC day, messages about one person: enough for who mistyped, too few to pester; and askings about one name and
 * birth date: more, for a stranger's must not use up the person's own.
 */
const mostADay = { messages: 3, askings: 20 };

export type TypedReminder = TypedWho & { contact: string };
export type ReminderErrors = WhoErrors & { contact?: Sentence };
export type AskedReminder = { done: true } | { refused: ReminderErrors };

/** What was asked, by somebody or by nobody. */
type Asking = { who: ToldPerson; contact: ToldContact; language: Language };

/** Each asking passes here: whom it is about is looked for in the background, and takes the asker no time (SEC-02). */
export const reminderQueue: Queue<Asking> = { name: "identifier-reminder" };

/** Sends, in the background, the reminders that were asked for. */
export const sendAskedReminders = (world: World): Promise<void> =>
  world.jobs.work(reminderQueue, (_id, asking) => answerAsking(world, asking));

/**
 * Reminds who says their names, their birth date and a contact point of theirs what they sign in with, by a message to what
 * vouches for them. Whether there is such a person, whether the contact point is theirs and whether they asked too often is
 * answered alike, in the same time (SEC-02).
 */
export async function askReminder(
  world: World,
  typed: TypedReminder,
  language: Language,
): Promise<AskedReminder> {
  const read = readWho(typed, world.clock());
  const contact = readContact(typed.contact, world.institution.country);
  if ("refused" in read || "refused" in contact) {
    const wrong = "refused" in contact ? { contact: contact.refused } : {};
    return { refused: { ...("refused" in read && read.refused), ...wrong } };
  }
  const asking = { who: read.who, contact: contact.contact, language };
  await inTransaction(world.db, async (tx) => {
    const { birthName, birthDate } = read.who;
    if (await isInTime(tx, world, mostADay.askings, nameKey(birthName), birthDate))
      await world.jobs.send(tx, reminderQueue, asking);
  });
  return { done: true };
}

/** Counts an asking about what was told, or about who was found; false once there were enough of them today. */
const isInTime = (tx: Tx, world: World, most: number, ...about: string[]) =>
  countAsking(
    tx,
    keyedHash(world.keys.index, "reminder", ...about),
    world.clock().toISOString().slice(0, 10),
    most,
  );

/** Sends a reminder to the one person told of, where the contact point is theirs; nothing where there is no such person. */
export const answerAsking = (world: World, { who, contact, language }: Asking): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const person = await findPerson(tx, who);
    if (!person) return;
    const { personId } = person;
    const reminder = await findReminder(tx, world, personId);
    const asked = reminder?.reaches.find((one) => isSame(one, contact));
    // Counted by person too: a day that the register does not know can be told in many ways.
    const sent =
      reminder !== undefined &&
      asked !== undefined &&
      (await isInTime(tx, world, mostADay.messages, personId));
    if (sent) await sendReminder(tx, world, reminder, asked, language);
    const [act, at] = ["asked for a forgotten identifier", world.clock()];
    const subject = personId;
    await record(tx, world.keys.journal, { subject, actor: "unknown", act, at, detail: { sent } });
  });

/** The one person of that name and birth date, if there is exactly one: twins are told apart by their first names. */
async function findPerson(tx: Tx, who: ToldPerson): Promise<Named | undefined> {
  const [year, month] = who.birthDate.split("-");
  const asRegistered = [who.birthDate, `${year}-${month}-00`, `${year}-00-00`];
  const named = await findNamed(tx, nameKey(who.birthName), [...new Set(asRegistered)]);
  const alike = named.filter(({ firstNames }) => sameFirstName(who.firstNames, firstNames));
  return alike.length === 1 ? alike[0] : undefined;
}

const isSame = (one: ToldContact, other: ToldContact) =>
  one.kind === other.kind && one.value.toLowerCase() === other.value.toLowerCase();
