import { z } from "zod";
import type { Audience, Version } from "../../../../law/charters/charter.ts";
import type { CharterStanding } from "../../../../law/charters/standing.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { type Step, type Visitor, visitorOf } from "../../identity/index.ts";
import { standingOf } from "../shelf.ts";
import { answerTerms } from "./answer-terms.ts";
import { refusedPage, termsPage } from "./page.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** How the person of this request stands with their charter: asked once, at the gate. */
    charterStanding: CharterStanding | undefined;
  }
}

/** In which of the institution's audiences the person of a request comes. */
export type AudienceOf = (request: Request) => Audience;

/** Where accounts are those of persons, and of nobody else. */
export const everyPerson: AudienceOf = () => "person";

/** Done once what the charter asks for is accepted: a new version closes the account until it is too (MC-02, MC-03). */
export function termsStep(world: World, audienceOf: AudienceOf = everyPerson): Step {
  const read = async (request: Request & { visitor: Visitor }) => {
    const { personId } = request.visitor.person;
    const audience = audienceOf(request);
    request.charterStanding ??= await standingOf(world, world.db, personId, audience, world.clock());
    return request.charterStanding;
  };
  return {
    isDone: async (request) => (await read(request)).passes,
    path: async (request) => {
      const standing = await read(request);
      return !standing.passes && standing.refused ? "/terms/refused" : "/terms";
    },
    interrupts: async (request) => {
      const standing = await read(request);
      // Who has chosen a password is past the first sign-in: they opened their account on the way to something.
      return !standing.passes && (standing.since !== undefined || request.visitor.hasPassword);
    },
  };
}

const wanted = z.object({ next: z.string().max(500).default("/home") });

const said = wanted.extend({
  /** The digest of the text that was shown. */
  version: z.string().max(64).default(""),
  accepted: z.string().max(5).default(""),
  answer: z.enum(["accept", "refuse"]).catch("accept"),
});

export function termsRoutes(app: App, world: World, audienceOf: AudienceOf = everyPerson) {
  const opens = { opens: "terms" } as const;
  const answerTermsPage = showTerms(world, audienceOf);
  app.decorateRequest("charterStanding", undefined);

  app.get("/terms", { config: opens, schema: { querystring: wanted } }, (request, reply) =>
    answerTermsPage(request, reply, request.query.next),
  );

  app.get("/terms/refused", { config: opens, schema: { querystring: wanted } }, (request, reply) =>
    answer(
      reply,
      refusedPage({ shell: shellOf(request, reply), again: withNext("/terms", request.query.next) }),
    ),
  );

  app.post(
    "/terms/answers",
    { config: { ...opens, form: "/terms" }, schema: { body: said } },
    async (request, reply) => {
      const { answer: choice, accepted: ticked, version: shown, next } = request.body;
      const accepted = choice === "accept";
      if (accepted && ticked !== "yes")
        return answerTermsPage(request, reply, next, whyNot(request.charterStanding, shown));
      const { personId } = visitorOf(request).person;
      const quality = request.signedIn?.quality ?? "";
      const audience = audienceOf(request);
      const result = await answerTerms(world, { personId, audience, shown, accepted, quality });
      if ("changed" in result) return answerTermsPage(request, reply, next, sentences.changed);
      return goTo(reply, accepted ? localPath(next) : withNext("/terms/refused", next));
    },
  );
}

/** The text in force at this moment, which may be a newer one than the gate met. */
const showTerms =
  (world: World, audienceOf: AudienceOf) =>
  async (request: Request, reply: Reply, next: string, refused?: Sentence) => {
    const { personId } = visitorOf(request).person;
    const standing = await standingOf(world, world.db, personId, audienceOf(request), world.clock());
    if (standing.passes) return goTo(reply, localPath(next));
    const { version, since } = standing;
    const page = {
      shell: shellOf(request, reply),
      ...versionsTold(world, version, since),
      glossary: world.institution.words,
      next: localPath(next),
      ...(refused && { refused }),
    };
    return answer(reply, termsPage(page), refused ? 422 : 200);
  };

/** The version to accept, and those that came since the one accepted before. */
function versionsTold({ charters }: World, version: Version, since: Version | undefined) {
  const all = charters.find(({ name }) => name === version.charter)?.versions ?? [];
  const changes = all.filter((one) => since && one.version > since.version && one.version <= version.version);
  return { version, ...(since && { since: { version: since, changes } }) };
}

const whyNot = (standing: CharterStanding | undefined, shown: string): Sentence =>
  standing?.passes === false && Object.values(standing.version.texts).some((text) => text.sha256 === shown)
    ? sentences.notTicked
    : sentences.changed;

/** Where the person was going goes with them. */
const withNext = (path: string, next: string) =>
  localPath(next) === "/home" ? path : `${path}?${new URLSearchParams({ next: localPath(next) })}`;

const sentences = {
  notTicked: {
    fr: "Pour accepter, cochez la case « J’ai lu ces règles et je les accepte ». Sinon, choisissez « Refuser ».",
    en: "To accept, tick the box “I have read these rules and I accept them”. Otherwise choose “Refuse”.",
  },
  changed: {
    fr: "Ces règles viennent de changer. Voici la nouvelle version : lisez-la avant de répondre.",
    en: "These rules have just changed. Here is the new version: read it before you answer.",
  },
} satisfies Record<string, Sentence>;
