import type { Language, Sentence } from "../../../law/language.ts";
import type { App } from "../../platform/http/server.ts";
import type { World } from "../../world.ts";
import type { AudienceOf } from "../charters/index.ts";
import type { Employer } from "./employer.ts";
import { findEmployerOf } from "./store.ts";

/** Who is signed in: an insured person, or who acts for an employer (CN-01). */
export type Contributor = { kind: "insured" } | { kind: "employer"; employer: Employer; quality: string };

declare module "fastify" {
  interface FastifyRequest {
    contributor: Contributor | undefined;
  }
}

/** Who an account stands for at this moment: derived from who acts for which company, at each request (SEC-11). */
export async function contributorOf(world: World, personId: string): Promise<Contributor> {
  const found = await findEmployerOf(world.db, personId);
  if (!found) return { kind: "insured" };
  const { quality, ...employer } = found;
  return { kind: "employer", employer, quality };
}

/** Brings who is signed in, and says so on every page; to be opened after the standings. */
export function openContributors(app: App, world: World): void {
  app.decorateRequest("contributor", undefined);
  app.addHook("onRequest", async (request) => {
    const { visitor, signedIn } = request;
    if (!visitor) return;
    const contributor = await contributorOf(world, visitor.person.personId);
    request.contributor = contributor;
    if (signedIn) request.signedIn = { ...signedIn, quality: qualityOf(contributor, request.language) };
  });
}

/** The contributor of a route that the gate opens to signed-in persons only. */
export function contributorIn(request: { contributor: Contributor | undefined }): Contributor {
  if (!request.contributor) throw new Error("A route read who nobody is");
  return request.contributor;
}

/** The charter that binds them: the insured person's or the employer's (CN-01). */
export const contributorAudience: AudienceOf = ({ contributor }) =>
  contributor?.kind === "employer" ? "employer" : "person";

/** In which quality a person is signed in. */
export const qualityOf = (contributor: Contributor, language: Language): string =>
  contributor.kind === "employer"
    ? `${contributor.quality}, ${contributor.employer.name}`
    : insured[language];

const insured: Sentence = { fr: "personne assurée", en: "insured person" };
