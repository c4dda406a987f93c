import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { actingIn } from "../../households/index.ts";
import { type BenefitRules, labelOf, shownBenefits } from "../rules.ts";
import {
  type Answers,
  childOf,
  civilMonth,
  isAnswered,
  needing,
  nextQuestion,
  noAnswers,
  type Question,
  questionsFor,
  toHousehold,
} from "./answers.ts";
import { forgetSimulation, type KeptSimulation, keepSimulation, placeOf, readSimulation } from "./kept.ts";
import { simulationFromFile } from "./prefill.ts";
import { answersPage } from "./questions/answers-page.ts";
import { type QuestionPage, questionPage } from "./questions/question-page.ts";
import { readAnswer, type Typed, withChildren, withoutChild } from "./questions/read-answer.ts";
import { lookAhead } from "./result/outlook.ts";
import { resultPage } from "./result/result-page.ts";
import { startPage } from "./start-page.ts";

const asked = z.object({ question: z.string().max(20) });
const typed = z.record(z.string().max(40), z.string().max(200)).catch({});
const current = "/simulations/current";

/** The simulator: open to all, and from the person's file for who is signed in (MC-01). */
export function simulatorRoutes(app: App, world: World, rules: BenefitRules) {
  const open = { config: { opens: "public" } } as const;
  const benefits = shownBenefits.map(labelOf);

  app.get("/simulations/new", open, (request, reply) => {
    const offer = offerFor(request);
    const underWay = typeof readSimulation(world, request) === "object";
    const shell = shellOf(request, reply);
    return answer(reply, startPage({ shell, underWay, benefits, ...(offer && { offer }) }));
  });

  app.post("/simulations", open, (request, reply) => {
    const owner = request.visitor?.person.personId;
    const { whose } = placeOf(request);
    const blank = { answers: noAnswers, fromFile: [], seesHousehold: false };
    keepSimulation(world, reply, { owner, ...(owner && whose && { whose }), ...blank });
    return goTo(reply, `${current}/household`);
  });

  // Behind the gate, unlike the rest: the file opens to who went through every step (MC-02).
  const fromFile = { config: { form: "/simulations/new", inSpace: true } } as const;
  app.post("/home/simulations", fromFile, async (request, reply) => {
    if (!request.standing) return goTo(reply, "/simulations/new");
    keepSimulation(world, reply, await simulationFromFile(world, actingIn(request)));
    return goTo(reply, current);
  });

  app.post("/simulations/end", open, (_request, reply) => goTo(forgetSimulation(reply), "/simulations/new"));

  app.get(current, open, (request, reply) =>
    withSimulation(world, request, reply, ({ answers, fromFile }) => {
      const { questions, next } = stateOf(rules, world, answers);
      const shell = shellOf(request, reply);
      return answer(reply, answersPage({ shell, answers, questions, fromFile, next }));
    }),
  );

  app.get(`${current}/result`, open, (request, reply) =>
    withSimulation(world, request, reply, ({ answers }) => {
      const month = civilMonth(world);
      const { next } = stateOf(rules, world, answers);
      const read = toHousehold(answers, month);
      if (next || !("household" in read)) return goTo(reply, next ? `${current}/${next}` : current);
      const outlook = lookAhead(rules, read.household, month);
      const { help } = world.institution;
      const signedIn = request.visitor !== undefined;
      return answer(reply, resultPage({ shell: shellOf(request, reply), outlook, help, signedIn }));
    }),
  );

  app.get(`${current}/:question`, { ...open, schema: { params: asked } }, (request, reply) =>
    withQuestion(world, rules, request, reply, (page) => answer(reply, questionPage(page))),
  );

  app.post(`${current}/:question`, { ...open, schema: { params: asked, body: typed } }, (request, reply) =>
    withQuestion(world, rules, request, reply, (page, simulation) =>
      takeAnswer(world, rules, reply, page, simulation, request.body),
    ),
  );
}

/** What a signed-in person may take from the file, their own or that of whom they protect; nothing for a visitor. */
function offerFor(request: Request): "household" | "own birth" | undefined {
  const { whose, standing } = placeOf(request);
  if (standing?.may("see-household-members").allowed) return "household";
  return standing?.may(whose ? "see-identities" : "see-own-identity").allowed ? "own birth" : undefined;
}

function stateOf(rules: BenefitRules, world: World, answers: Answers) {
  const month = civilMonth(world);
  const explained = rules.at(month);
  return {
    questions: questionsFor(explained, answers, month),
    next: nextQuestion(explained, answers, month),
  };
}

/** Without a simulation one begins anew; one that waits for its owner leads to signing in, and back here. */
function withSimulation<T>(
  world: World,
  request: Request,
  reply: Reply,
  show: (simulation: KeptSimulation) => T,
) {
  const simulation = readSimulation(world, request);
  if (simulation === "sign in") {
    const next = request.method === "GET" ? request.url : current;
    const asked = new URLSearchParams({ next, ...(request.endedFor && { ended: "1" }) });
    return goTo(reply, `/sessions/new?${asked}`);
  }
  return simulation ? show(simulation) : goTo(reply, "/simulations/new");
}

/** The page of a question, if this simulation has it. */
function withQuestion<T>(
  world: World,
  rules: BenefitRules,
  request: Request & { params: z.infer<typeof asked> },
  reply: Reply,
  show: (page: QuestionPage, simulation: KeptSimulation) => T,
) {
  return withSimulation(world, request, reply, (simulation) => {
    const { answers, fromFile } = simulation;
    const { questions } = stateOf(rules, world, answers);
    const at = questions.indexOf(request.params.question as Question);
    const question = questions[at];
    if (!question) return goTo(reply, current);
    const month = civilMonth(world);
    const page = {
      shell: shellOf(request, reply),
      question,
      answers,
      month,
      position: at + 1,
      count: questions.length,
      back: at === 0 ? "/simulations/new" : `${current}/${questions[at - 1]}`,
      fromFile: fromFile.includes(question),
      serves: needing(rules.at(month), answers, month, question).map(labelOf),
    };
    return show(page, simulation);
  });
}

/** Keeps the answer and goes on to what is still to ask; or shows the question again, with what was typed. */
function takeAnswer(
  world: World,
  rules: BenefitRules,
  reply: Reply,
  page: QuestionPage,
  simulation: KeptSimulation,
  fields: Typed,
) {
  const { question } = page;
  const child = childOf(question);
  if (child !== undefined && fields.also === "remove") {
    const answers = withoutChild(simulation.answers, child);
    return goOn(world, rules, reply, {
      ...simulation,
      answers,
      fromFile: stillFromFile(simulation, answers),
    });
  }
  const read = readAnswer(question, fields, simulation.answers, civilMonth(world));
  if ("refused" in read) return answer(reply, questionPage({ ...page, typed: fields, error: read }), 422);
  const more = child !== undefined && fields.also === "another";
  const answers = more ? withChildren(read.answers, (read.answers.children?.length ?? 0) + 1) : read.answers;
  return goOn(world, rules, reply, { ...simulation, answers, fromFile: stillFromFile(simulation, answers) });
}

function goOn(world: World, rules: BenefitRules, reply: Reply, simulation: KeptSimulation) {
  keepSimulation(world, reply, simulation);
  return goTo(reply, `${current}/${stateOf(rules, world, simulation.answers).next ?? "result"}`);
}

/** An answer is the file's as long as it says what the file said. */
const stillFromFile = ({ answers: before, fromFile }: KeptSimulation, answers: Answers): string[] =>
  fromFile.filter((question) => answerAt(before, question) === answerAt(answers, question));

function answerAt(answers: Answers, question: string): string | undefined {
  if (!isAnswered(answers, question as Question)) return undefined;
  const child = childOf(question as Question);
  if (child !== undefined) return answers.children?.[child]?.birth;
  const [self, partner] = answers.adults;
  const given: Record<string, unknown> = {
    household: answers.couple,
    birth: self.birth,
    "partner-birth": partner.birth,
    children: answers.children?.length,
  };
  return String(given[question]);
}
