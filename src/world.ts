import type { Institution } from "../institutions/institution.ts";
import type { Charter } from "../law/charters/charter.ts";
import type { CivilRegistry } from "./civil-registry/civil-registry.ts";
import type { InsuredRegistry } from "./insured-registry/insured-registry.ts";
import type { Keys } from "./platform/crypto.ts";
import type { Db } from "./platform/database.ts";
import type { Jobs } from "./platform/jobs.ts";
import type { Passwords } from "./platform/passwords.ts";
import type { Antivirus } from "./platform/uploads/antivirus.ts";

/** What every use case of one institution acts in. It comes first among the arguments. */
export type World = {
  institution: Institution;
  /** The institution's charters as read at the start; which version counts is for the clock to say (MC-03). */
  charters: readonly Charter[];
  /** What is within the world's reach: all that the institution keeps, or what the second wall leaves the visitor. */
  db: Db;
  /** The two ways into the database. */
  reach: { institution: Db; visitor: Db };
  /** The present. Tests freeze it. */
  clock: () => Date;
  keys: Keys;
  passwords: Passwords;
  jobs: Jobs;
  /** Asked whether a social-security number is the person's (CP-12). */
  civilRegistry: CivilRegistry;
  /** Asked whether what somebody tells who wants an access fits the institution's own register (CN-13). */
  insuredRegistry: InsuredRegistry;
  /** Asked about each file people send (SEC-13). */
  antivirus: Antivirus;
};

/** The world of a signed-in person: the database hands out what is theirs and nothing else (SEC-11). */
export const asVisitor = (world: World): World => ({ ...world, db: world.reach.visitor });

/** The world of what the institution does itself, or does for somebody on what is not theirs alone. */
export const asInstitution = (world: World): World => ({ ...world, db: world.reach.institution });
