import { sql } from "kysely";
import { sealBytes, sha256, unsealBytes } from "../crypto.ts";
import type { Db, Tx } from "../database.ts";
import { newId } from "../ids.ts";
import type { SafeFile } from "./judge.ts";
import type { FileKind } from "./rules.ts";

type Tables = {
  file: {
    subject: string;
    file_id: string;
    name: string;
    kind: FileKind;
    size: number;
    sha256: Buffer;
    sealed: Buffer;
    received_at: Date;
  };
};

const files = (db: Db | Tx) => db.withSchema("uploads").withTables<Tables>();

/** A kept file without its bytes. `sha256` is of the file as it was sent. */
export type KeptFile = {
  fileId: string;
  name: string;
  kind: FileKind;
  /** In bytes. */
  size: number;
  sha256: Buffer;
  receivedAt: Date;
};

/** A file as it was sent. */
export type OpenedFile = { name: string; kind: FileKind; bytes: Buffer };

/** No subject has more: a list of files is never long. */
const longestList = 100;

/** Keeps a file that was judged safe, sealed under `key` and bound to its subject (SEC-13). */
export async function keepFile(
  tx: Tx,
  key: Buffer,
  subject: string,
  file: SafeFile,
  at: Date,
): Promise<KeptFile> {
  const fileId = newId();
  const row = {
    file_id: fileId,
    name: file.name,
    kind: file.kind,
    size: file.bytes.length,
    sha256: sha256(file.bytes),
    received_at: at,
  };
  const sealed = sealBytes(keysOf(key), file.bytes, about(subject, fileId));
  await files(tx)
    .insertInto("file")
    .values({ ...row, subject, sealed })
    .execute();
  const { name, kind, size } = row;
  return { fileId, name, kind, size, sha256: row.sha256, receivedAt: at };
}

const keysOf = (key: Buffer) => new Map([[1, key]]);
const about = (subject: string, fileId: string) => `${subject} ${fileId}`;

/** The files of a subject, the first received first. */
export const findFiles = (db: Db | Tx, subject: string): Promise<KeptFile[]> =>
  files(db)
    .selectFrom("file")
    .select(["file_id as fileId", "name", "kind", "size", "sha256", "received_at as receivedAt"])
    .where("subject", "=", subject)
    .orderBy("received_at")
    .orderBy("file_id")
    .limit(longestList)
    .execute();

/** Opens one file of a subject; undefined where that subject has no such file. Throws when its bytes were altered. */
export async function openFile(
  db: Db | Tx,
  key: Buffer,
  subject: string,
  fileId: string,
): Promise<OpenedFile | undefined> {
  const found = await files(db)
    .selectFrom("file")
    .select(["name", "kind", "sealed"])
    .where("subject", "=", subject)
    .where("file_id", "=", fileId)
    .executeTakeFirst();
  if (!found) return undefined;
  const { name, kind, sealed } = found;
  return { name, kind, bytes: unsealBytes(keysOf(key), sealed, about(subject, fileId)) };
}

/** Removes every file of a subject for good; gives what they were, for the journal to remember. */
export async function dropFiles(tx: Tx, subject: string): Promise<Pick<KeptFile, "fileId" | "sha256">[]> {
  const { rows } = await sql<{ fileId: string; sha256: Buffer }>`
    delete from uploads.file where subject = ${subject} returning file_id as "fileId", sha256`.execute(tx);
  return rows;
}
