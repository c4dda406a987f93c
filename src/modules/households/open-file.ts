import type { MeasureKind, MemberRole } from "../../../law/access/relations.ts";
import type { Tx } from "../../platform/database.ts";
import { newId } from "../../platform/ids.ts";
import { insertEntitlements, insertFile, insertMembers, insertProtectionMeasures } from "./store.ts";

/** A household file as the institution knows it. Dates are "YYYY-MM-DD", the last day excluded. */
export type OpenedFile = {
  fileNumber: string;
  /** The office that follows the file, where the institution has several. */
  office?: string;
  members: { personId: string; role: MemberRole; from: string; until?: string }[];
  entitlements?: { personId: string; benefit: string; from: string; until?: string }[];
  protections?: { personId: string; kind: MeasureKind; from: string; until?: string }[];
};

/** Writes down a file the institution already keeps. */
export async function openFile(tx: Tx, file: OpenedFile): Promise<void> {
  const fileId = newId();
  await insertFile(tx, { file_id: fileId, file_number: file.fileNumber, office: file.office ?? null });
  await insertMembers(
    tx,
    file.members.map((one) => ({ file_id: fileId, person_id: one.personId, role: one.role, ...dates(one) })),
  );
  const { entitlements = [], protections = [] } = file;
  if (entitlements.length > 0) {
    await insertEntitlements(
      tx,
      entitlements.map((one) => ({
        file_id: fileId,
        person_id: one.personId,
        benefit: one.benefit,
        ...dates(one),
      })),
    );
  }
  if (protections.length > 0) {
    await insertProtectionMeasures(
      tx,
      protections.map((one) => ({ person_id: one.personId, kind: one.kind, ...dates(one) })),
    );
  }
}

const dates = (fact: { from: string; until?: string }) => ({
  from_date: fact.from,
  until_date: fact.until ?? null,
});
