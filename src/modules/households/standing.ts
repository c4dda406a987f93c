import type { Act } from "../../../law/access/acts.ts";
import {
  type AccessDecision,
  type AccessQuestion,
  decideFrom,
  decideInSpace,
} from "../../../law/access/decide.ts";
import { positionsOf, relationTo } from "../../../law/access/positions.ts";
import { type Assignment, type FileFacts, noFacts, type Relation } from "../../../law/access/relations.ts";
import type { Sentence } from "../../../law/language.ts";
import type { App } from "../../platform/http/server.ts";
import type { World } from "../../world.ts";
import { callName } from "../identity/index.ts";
import { asGuardian, guardedBy } from "./guarded-facts.ts";
import { findFile, findFileOf, type HouseholdFile } from "./store.ts";

/** Where a person stands now: the file before them, what they are to it, and what that lets them do. */
export type Standing = {
  personId: string;
  file: HouseholdFile | undefined;
  relation: Relation;
  /** Their place in the household, whatever measure protects them; a guardian's in a space: that of whom they protect. */
  place: Relation;
  /** Of a guardian in a space: the kinds of measure that name them, as the journal says them. */
  measure?: string;
  may: (act: Act) => AccessDecision;
};

/** What somebody who works for the institution says when they open a file, and what they are there (CP-21, SEC-08). */
export type Said = Pick<AccessQuestion, "reason" | "secondFactor" | "proposedBy"> & {
  assignments?: readonly Assignment[];
};

declare module "fastify" {
  interface FastifyRequest {
    standing: Standing | undefined;
  }
}

/** A person's standing in their own file. What changed counts from this very request on (SEC-11). */
export async function standingOf(world: World, personId: string): Promise<Standing> {
  const file = await findFileOf(world.reach.institution, personId, world.institution.timeZone);
  return standAt(world, personId, file, file?.facts ?? noFacts);
}

/**
 * A person's standing in the file of somebody else: a guardian's in the space they chose, an agent's at the desk. Who is
 * nothing to that file gets nothing of it, not even whether there is one.
 */
export async function standingFor(
  world: World,
  personId: string,
  fileId: string,
  { assignments = [], ...said }: Said = {},
): Promise<Standing> {
  const file = await findFile(world.reach.institution, fileId, world.institution.timeZone);
  const facts = file ? { ...file.facts, assignments } : noFacts;
  const isNothing = relationTo(facts, personId, world.clock()) === "none";
  return isNothing
    ? standAt(world, personId, undefined, noFacts)
    : standAt(world, personId, file, facts, said);
}

/**
 * A guardian's standing in the file of a person they protect, in that person's space; undefined where no decision names
 * them now (MC-06). Asked at each request: the end of the measure closes the space in running sessions too.
 */
export async function standingAsGuardian(
  world: World,
  guardian: string,
  protectedPerson: string,
): Promise<Standing | undefined> {
  const guarded = await guardedBy(world.reach.institution, world, guardian, protectedPerson);
  if (!guarded) return undefined;
  const { file, facts, position } = guarded;
  const { measure } = asGuardian(guarded);
  return {
    personId: guardian,
    file,
    relation: position.relation,
    place: position.measure?.without ?? "none",
    measure,
    may: (act) => decideInSpace(protectedPerson, { file: facts, actor: guardian, act, on: world.clock() }),
  };
}

function standAt(
  world: World,
  personId: string,
  file: HouseholdFile | undefined,
  facts: FileFacts,
  said: Omit<Said, "assignments"> = {},
): Standing {
  const on = world.clock();
  const positions = positionsOf(facts, personId, on);
  const [{ relation, measure }] = positions;
  return {
    personId,
    file,
    relation,
    place: relation === "protected-person" && measure ? measure.without : relation,
    may: (act) => decideFrom(positions, { file: facts, actor: personId, act, on, ...said }),
  };
}

/** Brings the standing of whoever is signed in, and says on every page who that is and in which quality. */
export function openStandings(app: App, world: World) {
  app.decorateRequest("standing", undefined);
  app.addHook("onRequest", async (request) => {
    const { visitor } = request;
    if (!visitor) return;
    request.standing = await standingOf(world, visitor.person.personId);
    request.signedIn = {
      name: callName(visitor.person),
      quality: qualities[request.standing.place][request.language],
      endsAt: visitor.endsAt,
      now: world.clock(),
    };
  });
}

/** The standing of a route that the gate opens to signed-in persons only. */
export function standingIn(request: { standing: Standing | undefined }): Standing {
  if (!request.standing) throw new Error("A route read the standing of nobody");
  return request.standing;
}

/** In which quality a person is signed in. */
export const qualities = {
  holder: { fr: "allocataire", en: "holder" },
  "spouse-holder": { fr: "conjoint allocataire", en: "spouse-holder" },
  "delegated-spouse": { fr: "conjoint, avec délégation", en: "spouse, with delegation" },
  spouse: { fr: "conjoint", en: "spouse" },
  "surviving-spouse": { fr: "conjoint", en: "spouse" },
  "other-member": { fr: "membre du foyer", en: "member of the household" },
  "child-holder": { fr: "membre du foyer", en: "member of the household" },
  "protected-person": { fr: "personne protégée", en: "protected person" },
  guardian: { fr: "personne qui protège", en: "guardian" },
  "former-member": { fr: "sans dossier en cours", en: "no current file" },
  "desk-agent": { fr: "agent d’accueil", en: "desk agent" },
  support: { fr: "support technique", en: "technical support" },
  "data-protection-officer": { fr: "protection des données", en: "data protection" },
  administrator: { fr: "administrateur", en: "administrator" },
  none: { fr: "sans dossier en cours", en: "no current file" },
  deceased: { fr: "sans dossier en cours", en: "no current file" },
} satisfies Record<Relation, Sentence>;
