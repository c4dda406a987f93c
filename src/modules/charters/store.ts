import { type RawBuilder, sql } from "kysely";
import type { Charter, Version } from "../../../law/charters/charter.ts";
import { publishedOn } from "../../../law/charters/life.ts";
import type { Answers } from "../../../law/charters/standing.ts";
import { type Language, languages } from "../../../law/language.ts";
import type { Db, Tx } from "../../platform/database.ts";

type Tables = {
  text: { sha256: Buffer; body: string };
  version: { charter: string; version: string; language: Language; sha256: Buffer | null };
  answer: {
    person_id: string;
    charter: string;
    version: string;
    answered_at: Date;
    language: Language;
    accepted: boolean;
    sha256: Buffer;
    quality: string;
    receipt: string | null;
  };
  seen: { person_id: string; charter: string; version: string; language: Language; seen_at: Date };
};

const charters = (db: Db | Tx) => db.withSchema("charters").withTables<Tables>();

/** The versions written down whose text is no longer the one in their file. */
export async function findEdited(
  db: Db,
  all: readonly Charter[],
  day: string,
): Promise<{ charter: string; version: string; language: Language }[]> {
  const known = await charters(db)
    .selectFrom("version")
    .select(["charter", "version", "language", "sha256"])
    .where(
      "charter",
      "in",
      all.map(({ name }) => name),
    )
    .execute();
  const published = all.flatMap((charter) => publishedOn(charter, day));
  return known.filter(({ charter, version, language, sha256 }) => {
    const now = published.find((one) => one.charter === charter && one.version === version);
    return now && sha256 && sha256.toString("hex") !== now.texts[language].sha256;
  });
}

/** Writes down what people may read of a version from now on. Doing it again changes nothing. */
export async function insertVersion(db: Db | Tx, { charter, version, texts }: Version): Promise<void> {
  const [sha256, body] = [
    languages.map((language) => Buffer.from(texts[language].sha256, "hex")),
    languages.map((language) => texts[language].body),
  ];
  await sql`
    insert into charters.text (sha256, body) select * from unnest(${sha256}::bytea[], ${body}::text[])
    on conflict on constraint text_key do nothing`.execute(db);
  // A digest that is not written down yet is the only thing that may be added to a version.
  await sql`
    insert into charters.version as v (charter, version, language, sha256)
    select ${charter}, ${version}::date, * from unnest(${languages}::text[], ${sha256}::bytea[])
    on conflict on constraint version_key do update set sha256 = excluded.sha256 where v.sha256 is null`.execute(
    db,
  );
}

/** The newest version that the person accepted, refused and was told of, in one reading. */
export async function findAnswers(db: Db | Tx, personId: string, charter: string): Promise<Answers> {
  const { rows } = await sql<Answers>`
    select max(version) filter (where accepted) as accepted, max(version) filter (where not accepted) as refused,
      (select max(version) from charters.seen where person_id = ${personId} and charter = ${charter}) as seen
    from charters.answer where person_id = ${personId} and charter = ${charter}`.execute(db);
  return rows[0] as Answers;
}

/** For a query of another module: the same of the person of that column. */
export const answersIn = (person: RawBuilder<string>, charter: string) => sql<Answers>`
  (select json_build_object('accepted', max(version) filter (where accepted),
      'refused', max(version) filter (where not accepted),
      'seen', (select max(version) from charters.seen where person_id = ${person} and charter = ${charter}))
    from charters.answer where person_id = ${person} and charter = ${charter})`;

/** Writes an answer down; false when the same one stands already. */
export async function insertAnswer(tx: Tx, answer: Tables["answer"]): Promise<boolean> {
  const result = await charters(tx)
    .insertInto("answer")
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Notes that the person was told of a version; false when it was noted before. */
export async function insertSeen(tx: Tx, seen: Tables["seen"]): Promise<boolean> {
  const result = await charters(tx)
    .insertInto("seen")
    .values(seen)
    .onConflict((conflict) => conflict.constraint("seen_key").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** An acceptance as it was written down. `sha256` is of the text that was read, in hexadecimal. */
export type Acceptance = {
  receipt: string;
  personId: string;
  charter: string;
  version: string;
  language: Language;
  sha256: string;
  acceptedAt: Date;
  quality: string;
};

const acceptances = (db: Db) =>
  charters(db)
    .selectFrom("answer")
    .select(["receipt", "person_id as personId", "charter", "version", "language"])
    .select((row) => row.fn<string>("encode", ["sha256", sql.lit("hex")]).as("sha256"))
    .select(["answered_at as acceptedAt", "quality"])
    .where("receipt", "is not", null)
    .$narrowType<{ receipt: string }>();

/** What the person accepted, the newest first. */
export const findAcceptances = (db: Db, personId: string): Promise<Acceptance[]> =>
  acceptances(db).where("person_id", "=", personId).orderBy("answered_at", "desc").limit(100).execute();

/** The acceptance of that receipt number, whoever made it. */
export const findByReceipt = (db: Db, receipt: string): Promise<Acceptance | undefined> =>
  acceptances(db).where("receipt", "=", receipt).executeTakeFirst();
