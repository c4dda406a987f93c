import type { Institution } from "../institutions/institution.ts";
import type { CivilRegistry } from "./civil-registry/civil-registry.ts";
import type { Keys } from "./platform/crypto.ts";
import type { Db } from "./platform/database.ts";
import type { Jobs } from "./platform/jobs.ts";
import type { Passwords } from "./platform/passwords.ts";

/** What every use case of one institution acts in. It comes first among the arguments. */
export type World = {
  institution: Institution;
  db: Db;
  /** The present. Tests freeze it. */
  clock: () => Date;
  keys: Keys;
  passwords: Passwords;
  jobs: Jobs;
  /** Asked whether a social-security number is the person's (CP-12). */
  civilRegistry: CivilRegistry;
};
