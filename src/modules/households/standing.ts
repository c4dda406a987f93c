import { type AccessDecision, decide } from "../../../law/access/decide.ts";
import { type FileFacts, type Relation, relationTo } from "../../../law/access/relations.ts";
import type { Act } from "../../../law/access/table.ts";
import type { Sentence } from "../../../law/language.ts";
import type { App } from "../../platform/http/server.ts";
import type { World } from "../../world.ts";
import { callName } from "../identity/index.ts";
import { findFileOf, type HouseholdFile } from "./store.ts";

/** Where a person stands now: the file they are part of, what they are to it, and what that lets them do. */
export type Standing = {
  personId: string;
  file: HouseholdFile | undefined;
  relation: Relation;
  may: (act: Act) => AccessDecision;
};

declare module "fastify" {
  interface FastifyRequest {
    standing: Standing | undefined;
  }
}

/** Derives the standing from the file's dated facts: what changed counts from this very request on (SEC-11). */
export async function standingOf(world: World, personId: string): Promise<Standing> {
  const file = await findFileOf(world.db, personId, world.institution.timeZone);
  const on = world.clock();
  const facts = file?.facts ?? { members: [], entitlements: [], delegations: [] };
  return {
    personId,
    file,
    relation: relationTo(facts, personId, on),
    may: (act) => decide({ file: facts, actor: personId, act, on }),
  };
}

/** Whether the holder's delegation to this spouse counts, whatever else the spouse has a right to (CP-18). */
export const hasDelegation = (facts: FileFacts, spouse: string, on: Date): boolean =>
  relationTo({ ...facts, entitlements: [] }, spouse, on) === "delegated-spouse";

/** Brings the standing of whoever is signed in, and says on every page who that is and in which quality. */
export function openStandings(app: App, world: World) {
  app.decorateRequest("standing", undefined);
  app.addHook("onRequest", async (request) => {
    const { visitor } = request;
    if (!visitor) return;
    request.standing = await standingOf(world, visitor.person.personId);
    request.signedIn = {
      name: callName(visitor.person),
      quality: qualities[request.standing.relation][request.language],
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
  "other-member": { fr: "membre du foyer", en: "member of the household" },
  none: { fr: "sans dossier en cours", en: "no current file" },
} satisfies Record<Relation, Sentence>;
