import { z } from "zod";
import { monthNumber } from "../../../../engine/months.ts";
import { civilDay } from "../../../../law/access/relations.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { type Career, nextQuestion, questions, readAnswer } from "./answers.ts";
import { forgetCareer, keepCareer, readCareer } from "./kept.ts";
import { pensionQuestionPage, pensionStartPage } from "./pages.ts";
import { openPensionRules } from "./pension.ts";
import { pensionResultPage } from "./result-page.ts";

const asked = z.object({ question: z.enum(questions) });
const typed = z.record(z.string().max(40), z.string().max(200)).catch({});
const current = "/pension/current";

/** The estimate of a pension from a career, open to all (CN-03). */
export function pensionRoutes(app: App, world: World) {
  const open = { config: { opens: "public" } } as const;
  const estimate = openPensionRules();

  app.get("/pension/new", open, (request, reply) =>
    answer(reply, pensionStartPage(shellOf(request, reply), readCareer(world, request) !== undefined)),
  );

  app.post("/pension", open, (_request, reply) => {
    keepCareer(world, reply, {});
    return goTo(reply, `${current}/${questions[0]}`);
  });

  app.post("/pension/end", open, (_request, reply) => goTo(forgetCareer(reply), "/pension/new"));

  app.get(current, open, (request, reply) =>
    withCareer(world, request, reply, (career) => {
      const next = nextQuestion(career);
      if (next) return goTo(reply, `${current}/${next}`);
      const { year, month } = today(world);
      const shell = shellOf(request, reply);
      return answer(
        reply,
        pensionResultPage({ shell, career, year, estimate: estimate(career, monthNumber(month) ?? 0) }),
      );
    }),
  );

  app.get(`${current}/:question`, { ...open, schema: { params: asked } }, (request, reply) =>
    withCareer(world, request, reply, (career) => {
      const { question } = request.params;
      const { year } = today(world);
      return answer(reply, pensionQuestionPage({ shell: shellOf(request, reply), question, career, year }));
    }),
  );

  app.post(`${current}/:question`, { ...open, schema: { params: asked, body: typed } }, (request, reply) =>
    withCareer(world, request, reply, (career) => {
      const { question } = request.params;
      const { year } = today(world);
      const read = readAnswer(question, request.body, career, year);
      if ("refused" in read) {
        const shell = shellOf(request, reply);
        const page = { shell, question, career, year, typed: request.body, refused: read.refused };
        return answer(reply, pensionQuestionPage(page), 422);
      }
      keepCareer(world, reply, read.career);
      const next = nextQuestion(read.career);
      return goTo(reply, next ? `${current}/${next}` : current);
    }),
  );
}

/** Without answers under way the estimate begins anew. */
function withCareer<T>(world: World, request: Request, reply: Reply, show: (career: Career) => T) {
  const career = readCareer(world, request);
  return career ? show(career) : goTo(reply, "/pension/new");
}

function today(world: World): { year: number; month: string } {
  const day = civilDay(world.clock(), world.institution.timeZone);
  return { year: Number(day.slice(0, 4)), month: day.slice(0, 7) };
}
