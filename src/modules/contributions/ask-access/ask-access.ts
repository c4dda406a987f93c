import type { Audience } from "../../../../law/charters/charter.ts";
import { inForce } from "../../../../law/charters/life.ts";
import { readName } from "../../../../law/civil-status/name.ts";
import { readCode } from "../../../../law/credentials/codes.ts";
import { type NumberShape, readOwnNumber } from "../../../../law/credentials/institution-number.ts";
import { type Language, languages, type Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newSupportNumber } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { answerTermsIn, charterFor, today } from "../../charters/index.ts";
import {
  foundBy,
  openingWaiting,
  readContact,
  readWho,
  sendOpeningCode,
  sendTo,
  type TypedWho,
  tryOpeningCode,
} from "../../identity/index.ts";
import type { RequestKind } from "../request-kind.ts";
import { changeRequest } from "../store.ts";
import { type Asking, insertDraft, onAsking, type RequestCookie, readAsking, type Told } from "./draft.ts";
import { askedText } from "./messages.ts";
import { isOpen } from "./steps.ts";

export type TypedTold = TypedWho & Record<"number" | "company" | "quality", string>;
export type Errors = Partial<Record<string, Sentence>>;
export type Taken = { done: true } | { refused: Errors } | { over: true };

/** Whose charter is signed, and which number is told, by who asks for which access (CN-01). */
export const kinds = {
  insured: { audience: "person", number: "insurance" },
  employer: { audience: "employer", number: "employer" },
} as const satisfies Record<RequestKind, { audience: Audience; number: NumberShape["kind"] }>;

/** Begins a request in a browser: `cookie` is what it keeps. */
export const beginAsking = (world: World, kind: RequestKind, language: Language): Promise<RequestCookie> =>
  insertDraft(world, kind, { language });

/**
 * Takes who asks: personal data of an insured person, company data and a representative for an employer (CN-13). Nothing
 * tells whether the institution knows the number (SEC-02).
 */
export function tellWho(
  world: World,
  cookie: RequestCookie | undefined,
  typed: TypedTold,
  language: Language,
): Promise<Taken> {
  return onAsking<Taken>(world, cookie, async (_tx, { kind, draft }, keep) => {
    const read = readTold(world, kind, typed);
    if ("refused" in read) return read;
    await keep({ ...draft, language, told: read.told });
    return { done: true };
  });
}

function readTold(world: World, kind: RequestKind, typed: TypedTold): { told: Told } | { refused: Errors } {
  const shapes = world.institution.accounts?.numbers?.shapes ?? [];
  const number = readOwnNumber(
    typed.number,
    shapes.filter((one) => one.kind === kinds[kind].number),
  );
  const who = readWho(typed, world.clock());
  const company = typed.company.trim().replace(/\s+/g, " ");
  const quality = readName(typed.quality);
  const refused: Errors = {
    ...("refused" in number && { number: number.refused.says }),
    ...("refused" in who && who.refused),
    ...(kind === "employer" && companyRefusals(company, quality)),
  };
  if (Object.keys(refused).length > 0 || "refused" in number || "refused" in who) return { refused };
  const acts = kind === "employer" && "name" in quality ? { company, quality: quality.name } : nothing;
  return { told: { number: number.value, ...who.who, ...acts } };
}

const nothing = { company: "", quality: "" };

/** Characters of a company's name: beyond, something was pasted by mistake. */
const longestCompany = 150;

function companyRefusals(company: string, quality: ReturnType<typeof readName>): Errors {
  return {
    ...(company === "" && { company: sentences.noCompany }),
    ...(company.length > longestCompany && { company: sentences.longCompany }),
    ...("refused" in quality && { quality: quality.refused.says }),
    ...("name" in quality && quality.name === "" && { quality: sentences.noQuality }),
  };
}

/** The charter that who asks is to sign; undefined where the institution has none in force for them. */
export const charterToSign = (world: World, kind: RequestKind) => {
  const charter = charterFor(world, kinds[kind].audience);
  return charter && inForce(charter, today(world));
};

/**
 * Notes that the charter was read and signed: the one in force now, by the digest of what was shown (CN-04). The proof is
 * written with the request itself.
 */
export function signCharter(
  world: World,
  cookie: RequestCookie | undefined,
  { shown, accepted }: { shown: string; accepted: boolean },
): Promise<Taken> {
  return onAsking<Taken>(world, cookie, async (_tx, { kind, draft }, keep) => {
    if (!isOpen("charter", draft)) return { over: true };
    if (!isInForce(world, kind, shown)) return { refused: { accepted: sentences.changed } };
    if (!accepted) return { refused: { accepted: sentences.notTicked } };
    await keep({ ...draft, signed: shown });
    return { done: true };
  });
}

function isInForce(world: World, kind: RequestKind, shown: string): boolean {
  const version = charterToSign(world, kind);
  return version !== undefined && languages.some((one) => version.texts[one].sha256 === shown);
}

/** Takes where the access is to be handed over, and sends a code there: the contact point proves itself first (CP-05). */
export function giveContact(
  world: World,
  cookie: RequestCookie | undefined,
  typed: string,
  language: Language,
): Promise<Taken> {
  return onAsking<Taken>(world, cookie, async (tx, asking, keep) => {
    const { requestId, draft } = asking;
    if (!isOpen("contact", draft)) return { over: true };
    const read = readContact(typed, world.institution.country);
    if ("refused" in read) return { refused: { contact: read.refused } };
    const same = draft.contact?.verified && draft.contact.value === read.contact.value;
    if (same) return { done: true };
    const point = { openingId: requestId, ...read.contact };
    const sent = await sendOpeningCode(tx, world, point, language, { onlyFirst: true });
    if ("refused" in sent) return { refused: { contact: sent.refused } };
    await keep({ ...draft, language, contact: { ...read.contact, verified: false } });
    return { done: true };
  });
}

/** Takes the code sent to the contact point; typed right, the contact point is the asker's (SEC-03). */
export function typeCode(world: World, cookie: RequestCookie | undefined, typed: string): Promise<Taken> {
  return onAsking<Taken>(world, cookie, async (tx, { requestId, draft }, keep) => {
    if (!isOpen("code", draft) || !draft.contact) return { over: true };
    const read = readCode(typed);
    if ("refused" in read) return { refused: { code: read.refused.says } };
    const { kind, value } = draft.contact;
    const wrong = await tryOpeningCode(tx, world, { openingId: requestId, kind, value }, read.code);
    if (wrong) return { refused: { code: wrong } };
    await keep({ ...draft, contact: { kind, value, verified: true } });
    return { done: true };
  });
}

/** Sends a new code (CP-08); `seen` is the number of the last one the page knew of, so that a double click sends one. */
export function askCode(
  world: World,
  cookie: RequestCookie | undefined,
  seen: number,
  language: Language,
): Promise<Taken> {
  return onAsking<Taken>(world, cookie, async (tx, { requestId, draft }) => {
    if (!isOpen("code", draft) || !draft.contact) return { over: true };
    const { kind, value } = draft.contact;
    const point = { openingId: requestId, kind, value };
    const waiting = await openingWaiting(tx, world, point);
    if (waiting && waiting.sends > seen) return { done: true };
    const sent = await sendOpeningCode(tx, world, point, language);
    return "refused" in sent ? { refused: { code: sent.refused } } : { done: true };
  });
}

export type SentRequest = { caseNumber: string } | { refused: Errors } | { over: true };

/**
 * Sends the request, once: the register is asked whether what was told fits, the charter signed is kept as proof, and the
 * asker gets a case number, whatever the register says (CN-01, CN-04, CN-13, SEC-02).
 */
export async function sendRequest(world: World, cookie: RequestCookie | undefined): Promise<SentRequest> {
  const asking = await readAsking(world, cookie);
  if (!asking?.draft.told || !isOpen("check", asking.draft)) return { over: true };
  if (asking.caseNumber) return { caseNumber: asking.caseNumber };
  const fits = await world.insuredRegistry.check(forRegister(asking.kind, asking.draft.told));
  const sent = await onAsking<SentRequest>(
    world,
    cookie,
    async (tx, { requestId, personId, kind, draft }, keep) => {
      const { told, signed, contact, language } = draft;
      // Another tab may have told something else since the register was asked.
      if (!told || !signed || !contact?.verified || !isSame(told, asking.draft.told)) return { over: true };
      const at = world.clock();
      const answered = await answerTermsIn(tx, world, {
        personId,
        audience: kinds[kind].audience,
        shown: signed,
        accepted: true,
        quality: qualityOf(kind, told, language),
      });
      if ("changed" in answered) {
        await keep({ ...draft, signed: undefined });
        return { refused: { accepted: sentences.changed } };
      }
      const caseNumber = newSupportNumber();
      await changeRequest(tx, requestId, {
        state: "sent",
        found_by: foundBy(world.keys, { kind: kinds[kind].number, value: told.number }),
        fits,
        case_number: caseNumber,
        changed_at: at,
        sent_at: at,
      });
      await sendTo(tx, world, contact, askedText(world, caseNumber, language));
      const detail = { request: requestId, case: caseNumber, kind };
      await record(tx, world.keys.journal, {
        subject: personId,
        actor: personId,
        act: "asked for access",
        at,
        detail,
      });
      return { caseNumber };
    },
  );
  // Two clicks at once: the second finds it sent.
  return "over" in sent ? sentAlready(await readAsking(world, cookie)) : sent;
}

const sentAlready = (asking: Asking | undefined): SentRequest =>
  asking?.caseNumber ? { caseNumber: asking.caseNumber } : { over: true };

const isSame = (one: Told, other: Told | undefined) => JSON.stringify(one) === JSON.stringify(other);

/** What the register is asked: company data for an employer, personal data for an insured person (CN-13). */
function forRegister(kind: RequestKind, told: Told) {
  const { number, firstNames, birthName, birthDate, company } = told;
  return kind === "employer"
    ? { kind, number, companyName: company }
    : { kind, number, firstNames, birthName, birthDate };
}

/** In which quality the charter is signed. */
const qualityOf = (kind: RequestKind, { quality, company }: Told, language: Language): string =>
  kind === "employer" ? `${quality}, ${company}` : { fr: "personne assurée", en: "insured person" }[language];

/** What the code page shows; undefined where no code is awaited. */
export async function waitingCode(world: World, { requestId, draft }: Asking) {
  if (!draft.contact || draft.contact.verified) return undefined;
  const { kind, value } = draft.contact;
  return inTransaction(world.db, (tx) => openingWaiting(tx, world, { openingId: requestId, kind, value }));
}

const sentences = {
  noCompany: { fr: "Indiquez le nom de l’entreprise.", en: "Enter the name of the company." },
  longCompany: {
    fr: "Ce nom est trop long\u202f: 150 caractères au plus. Vérifiez que vous n’avez pas collé autre chose.",
    en: "This name is too long: at most 150 characters. Check that you did not paste something else.",
  },
  noQuality: {
    fr: "Dites ce que vous êtes dans l’entreprise, par exemple gérante ou comptable.",
    en: "Say what you are in the company, for example manager or accountant.",
  },
  notTicked: {
    fr: "Pour signer, cochez la case «\u202fJ’ai lu cette charte et je la signe\u202f». Vos codes vous sont remis après.",
    en: "To sign, tick the box “I have read this charter and I sign it”. Your credentials are handed over after that.",
  },
  changed: {
    fr: "Cette charte vient de changer. Voici la nouvelle version\u202f: lisez-la avant de signer.",
    en: "This charter has just changed. Here is the new version: read it before you sign.",
  },
} satisfies Record<string, Sentence>;
