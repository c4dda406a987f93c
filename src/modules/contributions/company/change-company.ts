import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { type AddressErrors, readAddress, type TypedAddress, type Visitor } from "../../identity/index.ts";
import { changeEmployer, findEmployerOf } from "../store.ts";

export type TypedCompany = TypedAddress & { "trade-name"?: string; phone?: string };
export type CompanyErrors = AddressErrors & { "trade-name"?: Sentence; phone?: Sentence };

export type ChangedCompany =
  | { done: true }
  | { refused: CompanyErrors }
  /** This account acts for no company. */
  | { none: true };

const longestName = 150;

/**
 * Changes the data of the company that this person acts for, whenever they like (CN-12). Its registered name and number are
 * the register's: those are changed at the institution.
 */
export async function changeCompany(
  world: World,
  { person: { personId } }: Visitor,
  typed: TypedCompany,
): Promise<ChangedCompany> {
  const address = readAddress(typed, world.institution.country);
  const tradeName = tidied(typed["trade-name"]);
  const phone = tidied(typed.phone);
  const refused: CompanyErrors = {
    ...(tradeName.length > longestName && { "trade-name": sentences.long }),
    ...(phone !== "" && !isPhone(phone) && { phone: sentences.phone }),
    ...("refused" in address && address.refused),
  };
  return inTransaction(world.db, async (tx) => {
    const employer = await findEmployerOf(tx, personId);
    if (!employer) return { none: true as const };
    if (Object.keys(refused).length > 0 || "refused" in address) return { refused };
    const at = world.clock();
    const { employerId } = employer;
    const { street, extra, postcode, town } = address.address;
    const change = { tradeName: tradeName || null, phone: phone || null, street, extra, postcode, town };
    await changeEmployer(tx, { employerId, ...change }, at);
    const act = "changed the company data";
    const detail = { employer: employerId };
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail });
    return { done: true as const };
  });
}

const tidied = (text = "") =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();

/** Landlines too, with extensions and of any country: it is called by people, not by the software. */
const isPhone = (text: string) => /^\+?[\d ().-]{6,30}$/.test(text);

const sentences = {
  long: {
    fr: "Ce nom est trop long\u202f: 150 caractères au plus.",
    en: "This name is too long: at most 150 characters.",
  },
  phone: {
    fr: "Écrivez ce numéro avec des chiffres, par exemple 21 35 00 00 ou +253 21 35 00 00.",
    en: "Write this number with digits, for example 21 35 00 00 or +253 21 35 00 00.",
  },
} satisfies Record<string, Sentence>;
