import type { Sentence } from "../../../law/language.ts";
import { moment } from "../../design/dates.ts";
import type { App } from "../../platform/http/server.ts";
import { refusedPage } from "../../site/refused-page.ts";
import { answer, shellOf } from "../../site/shell.ts";
import type { World } from "../../world.ts";
import { callName, hasSecondProof, type Visitor } from "../identity/index.ts";
import type { Post } from "./post.ts";
import { findPosts } from "./store.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Where whoever is signed in works, as far as it is open now. */
    posts: readonly Post[];
  }
}

/** A person's posts that are open now: what was closed counts from this very request on (SP-06). */
export const openPostsOf = async (world: World, personId: string): Promise<Post[]> =>
  (await findPosts(world.db, personId, world.clock())).filter(({ suspended }) => !suspended);

/** The service that this person is the manager of, by its id; undefined for everybody else, and for a service nobody has. */
export const ownService = async (
  world: World,
  { person }: Visitor,
  serviceId: string,
): Promise<Post | undefined> =>
  (await openPostsOf(world, person.personId)).find(
    (post) => post.serviceId === serviceId && post.role === "manager",
  );

/** The same as long as they may act on its accesses: not before they have a second proof that counts (SEC-08). */
export async function managedService(
  world: World,
  visitor: Visitor,
  serviceId: string,
): Promise<Post | undefined> {
  const post = await ownService(world, visitor, serviceId);
  return post && (await hasSecondProof(world, visitor.person.personId)) ? post : undefined;
}

/**
 * Says on every page who is signed in and for which service, and closes all of the site but the way out to who works
 * nowhere that is open (SP-06).
 */
export function openPartnerStandings(app: App, world: World) {
  app.decorateRequest("posts");
  app.addHook("onRequest", async (request, reply) => {
    request.posts = [];
    const { visitor } = request;
    if (!visitor) return;
    const posts = await findPosts(world.db, visitor.person.personId, world.clock());
    request.posts = posts.filter(({ suspended }) => !suspended);
    const { language } = request;
    const [first] = request.posts;
    request.signedIn = {
      name: callName(visitor.person),
      quality: first ? `${roles[first.role][language]}, ${first.structure}` : roles.none[language],
      endsAt: visitor.endsAt,
      now: world.clock(),
    };
    const { opens } = request.routeOptions.config ?? {};
    if (first || opens === "public" || opens === "session" || request.is404) return;
    const refusal = { says: closed(world, posts), source: "SP-06", way };
    return answer(reply, refusedPage(shellOf(request, reply), refusal, title, front), 403);
  });
}

function closed({ institution }: World, posts: readonly Post[]): Sentence {
  const until = posts.map((post) => post.suspendedUntil).find((one) => one !== null);
  if (posts.length === 0) return sentences.ended;
  if (!until) return sentences.suspended;
  const told = (language: "fr" | "en") => moment(language, until, institution.timeZone);
  return {
    fr: `La caisse a suspendu l’accès de votre service jusqu’au ${told("fr")}.`,
    en: `The fund has suspended the access of your service until ${told("en")}.`,
  };
}

const title: Sentence = { fr: "L’accès de votre service est fermé", en: "Your service’s access is closed" };
const front = { href: "/", text: { fr: "Revenir à l’accueil du site", en: "Back to the front page" } };
const way: Sentence = {
  fr: "Parlez-en à la personne responsable de votre service, ou appelez-nous.",
  en: "Talk to the manager of your service, or call us.",
};
const sentences = {
  suspended: {
    fr: "La caisse a suspendu l’accès de votre service.",
    en: "The fund has suspended the access of your service.",
  },
  ended: {
    fr: "Vous n’avez plus d’accès pour une structure partenaire.",
    en: "You no longer have an access for a partner structure.",
  },
} satisfies Record<string, Sentence>;

/** In which quality a partner is signed in. */
export const roles = {
  manager: { fr: "responsable", en: "manager" },
  colleague: { fr: "collègue", en: "colleague" },
  none: { fr: "sans service", en: "no service" },
} satisfies Record<string, Sentence>;
