import type { Tx } from "../../../platform/database.ts";
import type { CivilStatus } from "./civil-status.ts";

type Tables = {
  civil_status: {
    person_id: string;
    sex: CivilStatus["sex"];
    birth_code: string;
    birth_place: string;
    parents: string | null;
  };
};

export const insertCivilStatus = (tx: Tx, personId: string, status: CivilStatus) =>
  tx
    .withSchema("identity")
    .withTables<Tables>()
    .insertInto("civil_status")
    .values({
      person_id: personId,
      sex: status.sex,
      birth_code: status.birthCode,
      birth_place: status.birthPlace,
      parents: status.parents ? JSON.stringify(status.parents) : null,
    })
    .execute();
