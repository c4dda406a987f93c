import { readCode } from "../../../../law/credentials/codes.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import {
  type ContactKind,
  contactRefusals,
  mailRefusal,
  mobileRefusal,
  readMail,
  readMobile,
} from "../contact/contact.ts";
import type { Waiting } from "../give-contacts/waiting.ts";
import { openingWaiting, type Point, type Sent, sendOpeningCode, tryOpeningCode } from "./codes.ts";
import type { Draft, DraftContact } from "./draft.ts";
import { type Opening, type OpeningCookie, onOpening, readOpening } from "./opening.ts";
import type { Errors, Typed } from "./questions/question.ts";
import { isOpen, mayPutOff } from "./steps.ts";
import { isTaken } from "./store.ts";

export type Given = { done: true } | { refused: Errors } | { over: true };

/** Takes the contact points a newcomer gives, and sends a code to the first one not confirmed (CP-05, MC-16). */
export function giveOpeningContacts(
  world: World,
  cookie: OpeningCookie | undefined,
  typed: Typed,
  language: Language,
): Promise<Given> {
  return onOpening<Given>(world, cookie, async (tx, opening, keep) => {
    if (!isOpen("contacts", opening.draft)) return { over: true };
    const refused = judge(world, typed);
    if (Object.keys(refused).length > 0) return { refused };
    const given = {
      mail: readMail(typed.mail ?? ""),
      mobile: readMobile(typed.mobile ?? "", world.institution.country),
    };
    const draft = await keep({
      ...opening.draft,
      mail: sameOrNew(opening.draft.mail, given.mail),
      mobile: sameOrNew(opening.draft.mobile, given.mobile),
    });
    const sent = await sendToPending(tx, world, { ...opening, draft }, language);
    return "refused" in sent ? { refused: { [sent.kind]: sent.refused } } : { done: true };
  });
}

function judge(world: World, { mail = "", mobile = "" }: Typed): Errors {
  if (mail.trim() === "" && mobile.trim() === "") return { mail: sentences.none };
  const wrongMail = mail.trim() === "" ? undefined : mailRefusal(mail);
  const wrongMobile = mobile.trim() === "" ? undefined : mobileRefusal(mobile, world.institution.country);
  return {
    ...(wrongMail && { mail: contactRefusals[wrongMail] }),
    ...(wrongMobile && { mobile: contactRefusals[wrongMobile] }),
  };
}

/** What was confirmed stays so as long as it is the same. */
function sameOrNew(before: DraftContact | undefined, value: string | undefined): DraftContact | undefined {
  if (value === undefined) return undefined;
  return before?.value === value ? { ...before, putOff: false } : { value, verified: false, putOff: false };
}

/** Sends a code to the next contact point that waits for one, unless one is on its way. */
async function sendToPending(tx: Tx, world: World, opening: Opening, language: Language) {
  const kind = pendingKind(opening.draft);
  if (!kind) return { sent: true as const };
  const point = pointOf(opening, kind) as Point;
  const sent = await sendOpeningCode(tx, world, point, language, { onlyFirst: true });
  return "refused" in sent ? { ...sent, kind } : sent;
}

const pendingKind = (draft: Draft): ContactKind | undefined =>
  (["mail", "mobile"] as const).find((kind) => draft[kind] && !draft[kind].verified && !draft[kind].putOff);

const pointOf = ({ openingId, draft }: Opening, kind: ContactKind): Point | undefined =>
  draft[kind] && { openingId, kind, value: draft[kind].value };

export type CodeTyped =
  | { done: true }
  /** `taken`: it identifies an account; the way on is to give another one, or to sign in. */
  | { refused: Sentence; taken?: true }
  | { over: true };

/** Takes the code sent to the contact point of that kind; typed right, it is the newcomer's (CP-05). */
export function typeOpeningCode(
  world: World,
  cookie: OpeningCookie | undefined,
  kind: ContactKind,
  typed: string,
  language: Language,
): Promise<CodeTyped> {
  return onOpening<CodeTyped>(world, cookie, async (tx, opening, keep) => {
    const point = pointOf(opening, kind);
    const contact = opening.draft[kind];
    if (!point || !contact || !isOpen(`${kind}-code`, opening.draft)) return { over: true };
    if (contact.verified) return { done: true };
    const read = readCode(typed);
    if ("refused" in read) return { refused: read.refused.says };
    const wrong = await tryOpeningCode(tx, world, point, read.code);
    if (wrong) return { refused: wrong };
    // Told to nobody but who just proved that it is theirs.
    if (await isTaken(tx, kind, contact.value, world.clock())) {
      await keep({ ...opening.draft, [kind]: undefined });
      return { refused: sentences.taken, taken: true };
    }
    const draft = await keep({ ...opening.draft, [kind]: { ...contact, verified: true, putOff: false } });
    await sendToPending(tx, world, { ...opening, draft }, language);
    return { done: true };
  });
}

/** Sends a new code (CP-08); `seen` is the number of the last one the page knew of, so that a double click sends one. */
export function askOpeningCode(
  world: World,
  cookie: OpeningCookie | undefined,
  kind: ContactKind,
  seen: number,
  language: Language,
): Promise<Sent | { over: true }> {
  return onOpening<Sent | { over: true }>(world, cookie, async (tx, opening) => {
    const point = pointOf(opening, kind);
    if (!point || opening.draft[kind]?.verified) return { over: true };
    const waiting = await openingWaiting(tx, world, point);
    if ((waiting?.sends ?? 0) !== seen) return { sent: true };
    return sendOpeningCode(tx, world, point, language);
  });
}

/** The code of this one will be typed another day: the other one is confirmed (MC-16). */
export function putOffOpeningCode(
  world: World,
  cookie: OpeningCookie | undefined,
  kind: ContactKind,
  language: Language,
): Promise<{ done: true } | { over: true }> {
  return onOpening<{ done: true } | { over: true }>(world, cookie, async (tx, opening, keep) => {
    const contact = opening.draft[kind];
    if (!contact || !isOpen(`${kind}-code`, opening.draft)) return { over: true };
    if (!mayPutOff(opening.draft, kind)) return { over: true };
    const draft = await keep({ ...opening.draft, [kind]: { ...contact, putOff: true } });
    await sendToPending(tx, world, { ...opening, draft }, language);
    return { done: true };
  });
}

/** What the code page of that kind shows; undefined where no code is awaited. */
export async function waitingInOpening(
  world: World,
  cookie: OpeningCookie | undefined,
  kind: ContactKind,
): Promise<{ waiting: Waiting; mayPutOff: boolean } | undefined> {
  const opening = await readOpening(world, cookie);
  const point = opening && !opening.ended && pointOf(opening, kind);
  if (!point || opening.draft[kind]?.verified || !isOpen(`${kind}-code`, opening.draft)) return undefined;
  const waiting = await openingWaiting(world.db, world, point);
  return waiting && { waiting, mayPutOff: mayPutOff(opening.draft, kind) };
}

const sentences = {
  none: {
    fr: "Indiquez une adresse mail ou un numéro de mobile : sans l’un des deux, nous ne pouvons pas ouvrir votre compte.",
    en: "Give a mail address or a mobile number: without one of the two, we cannot open your account.",
  },
  taken: {
    fr: "Cette adresse ou ce numéro sert déjà à un compte. Si c’est le vôtre, connectez-vous : vous n’avez pas besoin d’en ouvrir un autre. Sinon, indiquez une adresse ou un numéro qui n’est qu’à vous.",
    en: "This address or number already serves an account. If it is yours, sign in: you do not need to open another one. Otherwise, give an address or a number that is yours alone.",
  },
} satisfies Record<string, Sentence>;
