import { decide } from "../../../../law/access/decide.ts";
import { civilDay, noFacts } from "../../../../law/access/relations.ts";
import { deskLimits } from "../../../../law/credentials/desk.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { type FileAtDesk, filesAtDesk, membersByFileNumber } from "../../households/index.ts";
import { findByNameAndBirth, findPersons, type Person, personBy } from "../../identity/index.ts";
import { actorOf, assignmentsOf, type SignedInAgent } from "../agent.ts";
import { wrongReason } from "../visit/visit.ts";

/** By what a person is looked for. */
export type SearchBy = "identifier" | "file" | "name";

export type TypedSearch = {
  by: SearchBy;
  identifier: string;
  fileNumber: string;
  name: string;
  day: string;
  month: string;
  year: string;
  reason: string;
};

type Field = "identifier" | "fileNumber" | "name" | "birth-day" | "reason";

/** A person, and a file they may be received about; `fileId` is empty where they have none yet. */
export type FoundPerson = { person: Person; fileId: string };

export type Found =
  | {
      found: FoundPerson[];
      /** How many the law does not open to this agent, and why. */
      closed: number;
      because?: Sentence;
    }
  | { refused: Partial<Record<Field, Sentence>> };

/**
 * Looks for a person for an agent who says why (SEC-12): at most 20, never a list of everybody. Who belongs to another
 * office is not named. Each person shown has it in their journal.
 */
export async function findAtDesk(world: World, agent: SignedInAgent, typed: TypedSearch): Promise<Found> {
  const reasonWrong = wrongReason(typed.reason);
  const read = await readSearch(world, typed);
  if ("refused" in read || reasonWrong)
    return {
      refused: { ...(reasonWrong && { reason: reasonWrong }), ...("refused" in read && read.refused) },
    };
  const { persons } = read;
  const ids = persons.map(({ personId }) => personId);
  const own = agent.personId ? [agent.personId] : [];
  const files = await filesAtDesk(world.db, [...new Set([...ids, ...own])]);
  const reason = typed.reason.trim();
  const found: FoundPerson[] = [];
  const seen = { closed: 0, because: undefined as Sentence | undefined };
  for (const person of persons) {
    const theirs = files.filter(({ personId }) => personId === person.personId);
    const about = theirs.length > 0 ? theirs : [undefined];
    const decisions = about.map((file) => ({ file, ...mayOpen(world, agent, person, file, files, reason) }));
    const open = decisions.filter(({ allowed }) => allowed);
    for (const { file } of open) found.push({ person, fileId: file?.fileId ?? "" });
    if (open.length > 0) continue;
    seen.closed += 1;
    seen.because ??= decisions[0]?.says;
  }
  const shown = found.slice(0, deskLimits.foundPersons.value);
  await noteFound(world, agent, shown, reason);
  return { found: shown, closed: seen.closed, ...(seen.because && { because: seen.because }) };
}

/** The law's answer on a file of which only the office is known yet; opening the file asks again, of all its facts. */
function mayOpen(
  world: World,
  agent: SignedInAgent,
  person: Person,
  file: FileAtDesk | undefined,
  files: readonly FileAtDesk[],
  reason: string,
) {
  const actor = actorOf(agent);
  const office = file ? file.office : agent.office;
  const isPartOf =
    agent.personId !== null &&
    (person.personId === agent.personId ||
      files.some((one) => one.personId === agent.personId && one.fileId === file?.fileId));
  const facts = {
    ...noFacts,
    assignments: assignmentsOf(agent),
    members: isPartOf ? [{ personId: actor, role: "other" as const, from: "0001-01-01" }] : [],
    ...(office !== null && { office }),
  };
  const asked = { file: facts, actor, on: world.clock(), reason, secondFactor: true };
  return decide({ ...asked, act: "see-identities" });
}

async function readSearch(
  world: World,
  typed: TypedSearch,
): Promise<{ persons: Person[] } | { refused: Partial<Record<Field, Sentence>> }> {
  const most = deskLimits.foundPersons.value;
  if (typed.by === "identifier") {
    if (typed.identifier.trim() === "") return { refused: { identifier: sentences.number } };
    const found = await personBy(world, typed.identifier);
    if ("refused" in found) return { refused: { identifier: found.refused } };
    return { persons: await findPersons(world.db, [found.personId]) };
  }
  if (typed.by === "file") {
    const number = typed.fileNumber.replace(/\s/g, "");
    if (!/^[A-Za-z0-9-]{1,30}$/.test(number)) return { refused: { fileNumber: sentences.fileNumber } };
    const ids = await membersByFileNumber(world.db, number, most);
    if (ids.length === 0) return { refused: { fileNumber: sentences.noFile } };
    const persons = await findPersons(world.db, ids);
    return { persons: persons.sort((a, b) => a.birthDate.localeCompare(b.birthDate)) };
  }
  const birthDate = readDay(typed, civilDay(world.clock(), world.institution.timeZone));
  const name = typed.name.trim();
  if (!birthDate || name === "")
    return {
      refused: {
        ...(name === "" && { name: sentences.name }),
        ...(!birthDate && { "birth-day": sentences.birth }),
      },
    };
  const persons = await findByNameAndBirth(world.db, { name, birthDate }, most);
  return persons.length === 0 ? { refused: { name: sentences.nobody } } : { persons };
}

function readDay({ day, month, year }: TypedSearch, today: string): string | undefined {
  const parts = [year, month, day].map((one) => one.trim());
  if (!/^\d{4}$/.test(parts[0] ?? "") || !parts.slice(1).every((one) => /^\d{1,2}$/.test(one)))
    return undefined;
  const date = [parts[0], ...parts.slice(1).map((one) => one.padStart(2, "0"))].join("-");
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) && date <= today
    ? date
    : undefined;
}

async function noteFound(world: World, agent: SignedInAgent, found: readonly FoundPerson[], why: string) {
  const subjects = [...new Set(found.map(({ person }) => person.personId))].sort();
  if (subjects.length === 0) return;
  const act = { actor: agent.agentId, act: "was found at the desk", at: world.clock(), detail: { why } };
  await inTransaction(world.db, async (tx) => {
    for (const subject of subjects) await record(tx, world.keys.journal, { subject, ...act });
  });
}

const sentences = {
  number: {
    fr: "Indiquez le numéro de sécurité sociale ou l’identifiant provisoire de la personne.",
    en: "Enter the person’s social-security number or provisional identifier.",
  },
  fileNumber: {
    fr: "Indiquez le numéro du dossier, en chiffres.",
    en: "Enter the file number, in digits.",
  },
  noFile: {
    fr: "Aucun dossier n’a ce numéro. Relisez-le, ou cherchez par le nom et la date de naissance.",
    en: "No file has this number. Read it again, or search by name and date of birth.",
  },
  name: { fr: "Indiquez le nom.", en: "Enter the name." },
  birth: {
    fr: "Indiquez le jour, le mois et l’année de naissance, par exemple 3 11 1988.",
    en: "Enter the day, month and year of birth, for example 3 11 1988.",
  },
  nobody: {
    fr: "Personne de ce nom n’est né ce jour-là. Vérifiez l’orthographe et la date.",
    en: "Nobody of that name was born that day. Check the spelling and the date.",
  },
} satisfies Record<string, Sentence>;
