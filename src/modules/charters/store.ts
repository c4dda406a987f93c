import { sql } from "kysely";
import { type Language, languages } from "../../../law/language.ts";
import { sameBytes } from "../../platform/crypto.ts";
import type { Db, Tx } from "../../platform/database.ts";
import type { Version } from "./charter.ts";

type Tables = {
  version: { charter: string; version: string; language: Language; sha256: Buffer };
  answer: {
    person_id: string;
    charter: string;
    version: string;
    answered_at: Date;
    language: Language;
    accepted: boolean;
  };
};

const charters = (db: Db | Tx) => db.withSchema("charters").withTables<Tables>();

/** Writes down the versions the files hold. A version whose file was edited since is refused: people accepted its text. */
export async function registerVersions(db: Db, versions: readonly Version[]): Promise<void> {
  for (const { charter, version, texts } of versions) {
    for (const language of languages) {
      const { sha256 } = texts[language];
      await charters(db)
        .insertInto("version")
        .values({ charter, version, language, sha256 })
        .onConflict((conflict) => conflict.constraint("version_key").doNothing())
        .execute();
      const known = await charters(db)
        .selectFrom("version")
        .select("sha256")
        .where("charter", "=", charter)
        .where("version", "=", version)
        .where("language", "=", language)
        .executeTakeFirstOrThrow();
      if (!sameBytes(known.sha256, sha256)) {
        throw new Error(
          `The text ${charter} ${version} (${language}) was edited after it was published: make a new version.`,
        );
      }
    }
  }
}

/** The person's last answer to a version: true accepted, false refused, undefined none yet. */
export async function findAnswer(
  db: Db | Tx,
  personId: string,
  { charter, version }: Pick<Version, "charter" | "version">,
) {
  const { rows } = await sql<{ accepted: boolean }>`
    select accepted from charters.answer
    where person_id = ${personId} and charter = ${charter} and version = ${version}
    order by accepted desc, answered_at desc limit 1`.execute(db);
  return rows[0]?.accepted;
}

/** Writes an answer down; false when it stands already. */
export async function insertAnswer(tx: Tx, answer: Tables["answer"]): Promise<boolean> {
  const result = await charters(tx)
    .insertInto("answer")
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
