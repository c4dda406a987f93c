import { z } from "zod";
import { civilDay } from "../../../../law/access/relations.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { endBefore, letIn } from "../sign-in/let-in.ts";
import { browserOf } from "../trusted-devices/cookie.ts";
import { confirmAnswers } from "./check.ts";
import { openingCheckPage } from "./check-page.ts";
import { openingContactsRoutes } from "./contacts-route.ts";
import { clearOpeningCookie, openingIn } from "./cookie.ts";
import { linkOf } from "./link.ts";
import { openAccount } from "./open-account.ts";
import { forgetOpening } from "./opening.ts";
import { overPage } from "./over-page.ts";
import { openingPasswordPage } from "./password-page.ts";
import { openingQuestionPage } from "./question-page.ts";
import type { Shown } from "./questions/question.ts";
import { isQuestionName, type QuestionName } from "./questions/questions.ts";
import { pathOf, stepOf } from "./steps.ts";
import { takeAnswer } from "./take-answer.ts";
import { elsewhere, onStep } from "./where.ts";

const current = "/openings/current";

/** What a form sent: of a name sent twice the last counts, and nothing typed by hand is that long. */
const typed = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (Array.isArray(value) ? (value.at(-1) ?? "") : value).slice(0, 1000)),
);
const asked = z.object({ question: z.string().max(30) });
const said = z.object({ anyway: z.string().max(5).optional() });
const chosen = z.object({ password: z.string().max(200).default("") });

/** The pages of who opens an account (CP-10, CP-12): public, for the browser that began. */
export function openingRoutes(app: App, world: World) {
  const page = { config: { opens: "public" } } as const;
  openingContactsRoutes(app, world);

  app.get(current, page, (request, reply) => elsewhere(world, request, reply));

  app.post(`${current}/end`, page, async (request, reply) => {
    await forgetOpening(world, openingIn(request));
    return goTo(clearOpeningCookie(reply), "/openings/over");
  });

  app.get("/openings/over", page, (request, reply) =>
    answer(clearOpeningCookie(reply), overPage({ shell: shellOf(request, reply) })),
  );

  app.get(`${current}/check`, page, (request, reply) =>
    onStep(world, request, reply, "check", (draft) =>
      answer(reply, openingCheckPage({ shell: shellOf(request, reply), draft, link: linkOf(world, draft) })),
    ),
  );

  app.post(`${current}/check`, { ...page, schema: { body: said } }, async (request, reply) => {
    await confirmAnswers(world, openingIn(request), request.body.anyway === "yes");
    return elsewhere(world, request, reply);
  });

  app.get(`${current}/password`, page, (request, reply) => answerPassword(world, request, reply));

  app.post(
    `${current}/password`,
    { config: { opens: "public", credential: true }, schema: { body: chosen } },
    async (request, reply) => {
      const { body, language } = request;
      const result = await openAccount(
        world,
        openingIn(request),
        body.password,
        browserOf(request),
        language,
      );
      if ("refused" in result) return answerPassword(world, request, reply, result.refused);
      if ("known" in result)
        return goTo(clearOpeningCookie(reply), "/franceconnect/endings/opened-meanwhile");
      if (!("entered" in result) || !("cookie" in result.entered)) return elsewhere(world, request, reply);
      const next = new URLSearchParams({ next: result.next });
      await endBefore(world, request);
      return goTo(
        letIn(clearOpeningCookie(reply), result.entered),
        `/provisional-identifiers/current?${next}`,
      );
    },
  );

  app.get(`${current}/:question`, { ...page, schema: { params: asked } }, (request, reply) => {
    const { question } = request.params;
    if (!isQuestionName(question)) return elsewhere(world, request, reply);
    return onStep(world, request, reply, question, (draft) =>
      answerQuestion(world, request, reply, question, { draft }),
    );
  });

  app.post(
    `${current}/:question`,
    { ...page, schema: { params: asked, body: typed } },
    async (request, reply) => {
      const { question } = request.params;
      if (!isQuestionName(question) || request.visitor) return elsewhere(world, request, reply);
      const today = civilDay(world.clock(), world.institution.timeZone);
      const result = await takeAnswer(world, openingIn(request), question, request.body, today);
      if ("over" in result) return elsewhere(world, request, reply);
      if ("kept" in result) return goTo(reply, pathOf(result.stay ? question : stepOf(result.kept)));
      return answerQuestion(world, request, reply, question, { ...result, typed: request.body });
    },
  );
}

async function answerQuestion(
  world: World,
  request: Request,
  reply: Reply,
  question: QuestionName,
  shown: Pick<Shown, "draft" | "typed" | "errors" | "wrong">,
) {
  const { country } = world.institution;
  const markup = await openingQuestionPage(question, { shell: shellOf(request, reply), country, ...shown });
  return answer(reply, markup, shown.errors ? 422 : 200);
}

const answerPassword = (world: World, request: Request, reply: Reply, refused?: readonly Sentence[]) =>
  onStep(world, request, reply, "password", (draft) => {
    const shell = shellOf(request, reply);
    const { passwords: policy } = world.institution;
    const link = linkOf(world, draft);
    return answer(reply, openingPasswordPage({ shell, draft, policy, link, refused }), refused ? 422 : 200);
  });
