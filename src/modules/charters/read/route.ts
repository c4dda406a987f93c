import { z } from "zod";
import type { Charter, Version } from "../../../../law/charters/charter.ts";
import { announcedOn, inForce, publishedOn, stateOf } from "../../../../law/charters/life.ts";
import { languages } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { charterFor, today } from "../shelf.ts";
import { changesPage } from "./changes-page.ts";
import { charterPage } from "./charter-page.ts";
import { chartersPage } from "./list-page.ts";

const name = z.string().max(60);
const day = z.string().max(10);

/** The pages on which anyone reads the charters, every version announced so far, and what changed (CN-08, SP-06). */
export function charterRoutes(app: App, world: World) {
  const config = { opens: "public" } as const;

  app.get("/charters", { config }, (request, reply) => {
    const on = today(world);
    const shelf = world.charters
      .filter((charter) => publishedOn(charter, on).length > 0)
      .map((charter) => ({
        charter,
        current: inForce(charter, on),
        announced: announcedOn(charter, on),
      }));
    return answerPublic(request, reply, chartersPage({ shell: shellOf(request, reply), shelf }));
  });

  app.get("/charters/:name", { config, schema: { params: z.object({ name }) } }, (request, reply) => {
    const found = findCharter(world, request.params.name);
    const version = found && (inForce(found, today(world)) ?? announcedOn(found, today(world))[0]);
    return found && version ? answerVersion(world, request, reply, found, version) : reply.callNotFound();
  });

  app.get(
    "/charters/:name/:version",
    { config, schema: { params: z.object({ name, version: day }) } },
    (request, reply) => {
      const found = findVersion(world, request.params.name, request.params.version);
      return found ? answerVersion(world, request, reply, ...found) : reply.callNotFound();
    },
  );

  // The text itself, to keep and to compare with the digest on a receipt: it never changes, whoever asks.
  for (const language of languages)
    app.get(
      `/charters/:name/:version/${language}.md`,
      { config, schema: { params: z.object({ name, version: day }) } },
      (request, reply) => {
        const found = findVersion(world, request.params.name, request.params.version);
        if (!found) return reply.callNotFound();
        return reply
          .type("text/markdown; charset=utf-8")
          .header("cache-control", "public, max-age=31536000, immutable")
          .send(found[1].texts[language].body);
      },
    );

  app.get(
    "/charters/:name/changes/:from/:to",
    { config, schema: { params: z.object({ name, from: day, to: day }) } },
    (request, reply) => {
      const found = findCharter(world, request.params.name);
      const between = found && versionsBetween(world, found, request.params);
      if (!found || !between) return reply.callNotFound();
      return answerPublic(request, reply, changesPage({ shell: shellOf(request, reply), ...between }));
    },
  );

  // Where the terms stood before each charter had an address of its own.
  app.get("/terms/current", { config }, (_request, reply) => {
    const charter = charterFor(world, "person");
    return goTo(reply, charter ? `/charters/${charter.name}` : "/charters");
  });
}

/**
 * What says the same to everyone may stay in the browser of a visitor for five minutes. Signed in, the page says who one
 * is: nothing of it is kept (SEC-09).
 */
function answerPublic(request: Request, reply: Reply, markup: { toString: () => string }) {
  if (request.visitor) return answer(reply, markup);
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "private, max-age=300")
    .header("vary", "cookie")
    .send(markup.toString());
}

function answerVersion(world: World, request: Request, reply: Reply, charter: Charter, version: Version) {
  const on = today(world);
  const history = publishedOn(charter, on).map((one) => ({
    version: one,
    state: stateOf(charter, one, on),
  }));
  const page = charterPage({
    shell: shellOf(request, reply),
    charter,
    version,
    history,
    glossary: world.institution.words,
    signedIn: request.visitor !== undefined,
  });
  return answerPublic(request, reply, page);
}

const findCharter = (world: World, asked: string): Charter | undefined =>
  world.charters.find((charter) => charter.name === asked);

/** A draft is for nobody to read. */
function findVersion(world: World, asked: string, dated: string): [Charter, Version] | undefined {
  const charter = findCharter(world, asked);
  const version = charter && publishedOn(charter, today(world)).find((one) => one.version === dated);
  return charter && version && [charter, version];
}

function versionsBetween(world: World, charter: Charter, { from, to }: { from: string; to: string }) {
  const published = publishedOn(charter, today(world));
  const [older, newer] = [from, to].map((dated) => published.find(({ version }) => version === dated));
  if (!older || !newer || older.version >= newer.version) return undefined;
  const changes = published.filter(({ version }) => version > from && version <= to);
  return { charter, since: { version: older, changes } };
}
