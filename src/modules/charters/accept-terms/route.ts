import { z } from "zod";
import { civilDay } from "../../../../law/access/relations.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { type Step, visitorOf } from "../../identity/index.ts";
import { inForce, type Version } from "../charter.ts";
import { findAnswer } from "../store.ts";
import { answerTerms } from "./answer-terms.ts";
import { publicTermsPage, refusedPage, termsPage } from "./page.ts";

/** Done once the version in force is accepted: a new version closes the account until it is too (MC-02, MC-03). */
export function termsStep(world: World, versions: readonly Version[]): Step {
  const said = (personId: string) => findAnswer(world.db, personId, current(world, versions));
  return {
    isDone: async ({ visitor }) => (await said(visitor.person.personId)) === true,
    path: async ({ visitor }) =>
      (await said(visitor.person.personId)) === false ? "/terms/refused" : "/terms",
  };
}

const current = (world: World, versions: readonly Version[]) =>
  inForce(versions, civilDay(world.clock(), world.institution.timeZone));

const said = z.object({
  version: z.string().max(10).default(""),
  accepted: z.string().max(5).default(""),
  answer: z.enum(["accept", "refuse"]).catch("accept"),
});

export function termsRoutes(app: App, world: World, versions: readonly Version[]) {
  const opens = { opens: "terms" } as const;

  app.get("/terms/current", { config: { opens: "public" } }, (request, reply) =>
    answer(reply, publicTermsPage({ shell: shellOf(request, reply), version: current(world, versions) })),
  );

  app.get("/terms", { config: opens }, (request, reply) =>
    answer(reply, termsPage({ shell: shellOf(request, reply), version: current(world, versions) })),
  );

  app.get("/terms/refused", { config: opens }, (request, reply) =>
    answer(reply, refusedPage({ shell: shellOf(request, reply) })),
  );

  app.post(
    "/terms/answers",
    { config: { ...opens, form: "/terms" }, schema: { body: said } },
    async (request, reply) => {
      const version = current(world, versions);
      const accepts = request.body.answer === "accept";
      const refused = accepts ? whyNot(version, request.body) : undefined;
      if (refused) return answer(reply, termsPage({ shell: shellOf(request, reply), version, refused }), 422);
      await answerTerms(world, visitorOf(request), version, {
        accepted: accepts,
        language: request.language,
      });
      return goTo(reply, accepts ? "/home" : "/terms/refused");
    },
  );
}

/** The box must be ticked, and the text read must be the one in force. */
function whyNot(version: Version, body: z.infer<typeof said>): Sentence | undefined {
  if (body.version !== version.version) return sentences.changed;
  return body.accepted === "yes" ? undefined : sentences.notTicked;
}

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
