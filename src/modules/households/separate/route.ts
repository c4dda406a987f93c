import { z } from "zod";
import { noFacts } from "../../../../law/access/relations.ts";
import { readSeparationDay } from "../../../../law/access/separation.ts";
import { swornStatementRefusals } from "../../../../law/access/sworn-statement.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst, linesOf, readAddress, visitorOf } from "../../identity/index.ts";
import { standingOn, whoseIn } from "../spaces/acting.ts";
import { addressPage } from "./address-page.ts";
import { type DayErrors, dayPage } from "./day-page.ts";
import { declaredPage } from "./declared-page.ts";
import { addressOf, type Draft, dropDraft, keepDraft, readDraft } from "./draft.ts";
import { coupleOf, declaredLately, declareSeparation } from "./separate.ts";
import { statementPage } from "./statement-page.ts";

const field = z.string().max(200).default("");
const dayTyped = z.object({ "day-day": field, "day-month": field, "day-year": field, home: field });
const addressTyped = z.object({ street: field, extra: field, postcode: field, town: field });
const signing = addressTyped.extend({ signed: field, day: field, month: field, year: field, home: field });

const [first, second, third] = [
  "/separations/new",
  "/separations/new/address",
  "/separations/new/statement",
] as const;

/** The two of a couple may declare that they have parted; anyone else reads why not (CP-19, MC-11). */
export function separationRoutes(app: App, world: World) {
  // In a space they answer with what the law says there: nobody declares it in a protected person's place.
  const config = { inSpace: true } as const;

  app.get(first, { config }, async (request, reply) => answerDay(world, request, reply));

  app.post(first, { config, schema: { body: dayTyped } }, async (request, reply) => {
    const closed = refused(request, reply);
    if (closed) return closed;
    const { "day-day": day, "day-month": month, "day-year": year, home } = request.body;
    const draft = { ...(await draftIn(world, request)), day, month, year, home: homeOf(home) };
    await keepDraft(world, standingOn(request).personId, draft);
    const errors = dayErrors(world, request, draft);
    if (errors) return answerDay(world, request, reply, errors);
    return goTo(reply, draft.home === "moved" ? second : third);
  });

  app.get(second, { config }, async (request, reply) => answerAddress(world, request, reply));

  app.post(second, { config, schema: { body: addressTyped } }, async (request, reply) => {
    const closed = refused(request, reply);
    if (closed) return closed;
    const draft = { ...(await draftIn(world, request)), ...request.body };
    await keepDraft(world, standingOn(request).personId, draft);
    return addressOf(world, draft) ? goTo(reply, third) : answerAddress(world, request, reply, true);
  });

  app.get(third, { config }, async (request, reply) =>
    answerStatement(world, request, reply, await draftIn(world, request)),
  );

  app.post(
    "/separations",
    { config: { ...config, form: third }, schema: { body: signing } },
    async (request, reply) => {
      const { signed, home, ...typed } = request.body;
      const draft = { ...typed, home: homeOf(home) };
      if (signed !== "yes")
        return answerStatement(world, request, reply, draft, swornStatementRefusals.notTicked);
      return sign(world, request, reply, draft);
    },
  );

  app.get("/separations/declared", async (request, reply) => {
    const { file, personId } = standingOn(request);
    const isSo = file && declaredLately(file.facts, personId, world.clock());
    return isSo ? answer(reply, declaredPage(shellOf(request, reply))) : goTo(reply, "/home");
  });
}

const title: Sentence = { fr: "Déclarer une séparation", en: "Declare a separation" };
const noHome: Sentence = {
  fr: "Choisissez une réponse : vous restez dans le même logement, ou vous avez une nouvelle adresse.",
  en: "Choose an answer: you stay in the same home, or you have a new address.",
};

const homeOf = (typed: string): Draft["home"] => (typed === "stays" || typed === "moved" ? typed : "");

const draftIn = (world: World, request: Request) => readDraft(world, standingOn(request).personId);

/** What is wrong with the first page as it stands in the draft. */
function dayErrors(world: World, request: Request, draft: Draft): DayErrors | undefined {
  const couple = coupleOf(standingOn(request).file?.facts ?? noFacts, world.clock());
  const read = couple && readSeparationDay(draft, couple);
  const errors = {
    ...(read && "refused" in read && { day: read.refused }),
    ...(draft.home === "" && { home: noHome }),
  };
  return Object.keys(errors).length > 0 ? errors : undefined;
}

/** The page that says why not, for whom the law does not let declare; nothing otherwise. */
function refused(request: Request, reply: Reply) {
  const decision = standingOn(request).may("declare-separation");
  return decision.allowed
    ? undefined
    : answer(reply, refusedPage(shellOf(request, reply), decision, title), 403);
}

async function answerDay(world: World, request: Request, reply: Reply, errors?: DayErrors) {
  const closed = refused(request, reply);
  if (closed) return closed;
  const draft = await draftIn(world, request);
  const inFrance = world.institution.country === "FR";
  const shell = shellOf(request, reply);
  return answer(reply, dayPage({ shell, draft, inFrance, errors }), errors ? 422 : 200);
}

async function answerAddress(world: World, request: Request, reply: Reply, wrong = false) {
  const closed = refused(request, reply);
  if (closed) return closed;
  const draft = await draftIn(world, request);
  if (dayErrors(world, request, draft)) return goTo(reply, first);
  const { country } = world.institution;
  const read = wrong ? readAddress(draft, country) : undefined;
  const errors = read && "refused" in read ? read.refused : undefined;
  return answer(
    reply,
    addressPage({ shell: shellOf(request, reply), draft, country, errors }),
    wrong ? 422 : 200,
  );
}

async function answerStatement(world: World, request: Request, reply: Reply, draft: Draft, error?: Sentence) {
  const closed = refused(request, reply);
  if (closed) return closed;
  const couple = coupleOf(standingOn(request).file?.facts ?? noFacts, world.clock());
  const read = couple && readSeparationDay(draft, couple);
  const moved = addressOf(world, draft);
  if (!read || "refused" in read || draft.home === "") return goTo(reply, first);
  if (!moved) return goTo(reply, second);
  const shell = shellOf(request, reply);
  const address = moved.address ? linesOf(moved.address) : [];
  return answer(
    reply,
    statementPage({ shell, on: read.on, address, draft, ...(error && { refused: error }) }),
    error ? 422 : 200,
  );
}

/** What is signed is what was on the page, whatever another tab wrote meanwhile. */
async function sign(world: World, request: Request, reply: Reply, draft: Draft) {
  const visitor = visitorOf(request);
  const moved = addressOf(world, draft);
  if (!moved) return goTo(reply, draft.home === "moved" ? second : first);
  const declared = { day: draft, address: moved.address };
  const result = await declareSeparation(world, visitor, declared, request.language, whoseIn(request));
  if ("confirm" in result) return goTo(reply, confirmFirst(third));
  if ("wrongDay" in result) return goTo(reply, first);
  if ("refused" in result)
    return answer(reply, refusedPage(shellOf(request, reply), result.refused, title), 403);
  await dropDraft(world, visitor.person.personId);
  return goTo(reply, "/separations/declared");
}
