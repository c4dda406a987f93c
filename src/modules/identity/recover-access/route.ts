import { z } from "zod";
import type { RecoveryStage } from "../../../../law/credentials/recovery.ts";
import type { Sentence } from "../../../../law/language.ts";
import { type App, cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { askRecovery } from "./ask-recovery.ts";
import { askPage, birthDatePage, newPasswordPage, overPage, recoveryCodePage } from "./page.ts";
import {
  type Answered,
  chooseRecoveredPassword,
  enterRecoveryCode,
  stageOf,
  tellBirthDate,
} from "./recovery.ts";

const recoveryCookie = "__Host-recovery";
const field = z.string().max(200).default("");
const asked = z.object({ identifier: field });
const coded = z.object({ code: field });
const born = z.object({ "birth-day": field, "birth-month": field, "birth-year": field });
const chosen = z.object({ password: field });

const paths = {
  code: "/recoveries/current/code",
  identity: "/recoveries/current/identity",
  password: "/recoveries/current/password",
};
type Stage = keyof typeof paths;

export function recoveryRoutes(app: App, world: World) {
  const page = { config: { opens: "public" } } as const;
  const post = { opens: "public", credential: true } as const;
  const { passwords: policy, codes } = world.institution;

  app.get("/recoveries/new", page, (request, reply) =>
    answer(reply, askPage({ shell: shellOf(request, reply) })),
  );

  app.post("/recoveries", { config: post, schema: { body: asked } }, async (request, reply) => {
    const { identifier } = request.body;
    const result = await askRecovery(world, identifier, request.language);
    if ("cookie" in result) {
      reply.setCookie(recoveryCookie, result.cookie, { ...cookieRules, maxAge: 3600 });
      return goTo(reply, paths.code);
    }
    const { refused } = result;
    return answer(reply, askPage({ shell: shellOf(request, reply), typed: identifier, refused }), 422);
  });

  const show = {
    code: (request: Request, reply: Reply, refused?: Sentence) =>
      recoveryCodePage({
        shell: shellOf(request, reply),
        minutes: codes.minutes.sms,
        mostADay: codes.resends + 1,
        ...(refused && { refused }),
      }),
    identity: (request: Request, reply: Reply, refused?: Sentence) =>
      birthDatePage({
        shell: shellOf(request, reply),
        ...(refused && { refused, values: request.body as Record<string, string> }),
      }),
    password: (request: Request, reply: Reply, refused?: Sentence) =>
      newPasswordPage({ shell: shellOf(request, reply), policy, ...(refused && { refused }) }),
  };

  for (const stage of ["code", "identity", "password"] as const) {
    app.get(paths[stage], page, async (request, reply) => {
      const now = await stageOf(world, request.cookies[recoveryCookie]);
      return now?.at === stage ? answer(reply, show[stage](request, reply)) : elsewhere(request, reply, now);
    });
  }

  const goOn = async (request: Request, reply: Reply, stage: Stage, result: Answered) => {
    if ("refused" in result) return answer(reply, show[stage](request, reply, result.refused), 422);
    return elsewhere(request, reply, await stageOf(world, request.cookies[recoveryCookie]));
  };

  app.post(paths.code, { config: post, schema: { body: coded } }, async (request, reply) =>
    goOn(
      request,
      reply,
      "code",
      await enterRecoveryCode(world, request.cookies[recoveryCookie], request.body.code),
    ),
  );

  app.post(paths.identity, { config: post, schema: { body: born } }, async (request, reply) =>
    goOn(
      request,
      reply,
      "identity",
      await tellBirthDate(world, request.cookies[recoveryCookie], toldDate(request.body)),
    ),
  );

  app.post(paths.password, { config: post, schema: { body: chosen } }, async (request, reply) => {
    const cookie = request.cookies[recoveryCookie];
    const result = await chooseRecoveredPassword(world, cookie, request.body.password, request.language);
    if (!("done" in result)) return goOn(request, reply, "password", result);
    reply.clearCookie(recoveryCookie, cookieRules);
    return goTo(reply, "/sessions/new?recovered=1");
  });
}

/** "YYYY-MM-DD" of the three boxes, as typed: a day without its zero is as good. */
function toldDate(body: z.infer<typeof born>): string {
  const two = (text: string) => text.trim().padStart(2, "0");
  return `${body["birth-year"].trim()}-${two(body["birth-month"])}-${two(body["birth-day"])}`;
}

/** Leads to where the person stands, or says why their way back ends here. */
function elsewhere(request: Request, reply: Reply, stage: RecoveryStage | undefined) {
  if (!stage) return goTo(reply, "/recoveries/new");
  if (stage.at !== "over") return goTo(reply, paths[stage.at]);
  return answer(reply, overPage({ shell: shellOf(request, reply), says: stage.says }), 410);
}
