import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { clearDeskCookie, deskShell, deskSteps, enteringAgentOf, setDeskCookie } from "../gate.ts";
import { deskPasswordPage, deskSignInPage, secondFactorPage } from "./page.ts";
import { chooseDeskPassword, showCode, signInAtDesk, signOutOfDesk } from "./sign-in.ts";
import { enrolmentOf } from "./totp.ts";

const arriving = z.object({ ended: z.string().optional() });
const typed = z.object({
  staffNumber: z.string().max(60).default(""),
  password: z.string().max(200).default(""),
});
const code = z.object({ code: z.string().max(100).default("") });
const chosen = z.object({ password: z.string().max(200).default("") });

const open = { opens: "public", desk: "nobody" } as const;
const entering = { opens: "public", desk: "entering" } as const;

/** How agents sign in: number and password, then a code, always (SEC-08). */
export function deskSignInRoutes(app: App, world: World) {
  app.get(
    "/desk/sessions/new",
    { config: open, schema: { querystring: arriving } },
    async (request, reply) => {
      const reader = request.deskReader;
      if (reader) return goTo(reply, "agent" in reader ? "/desk" : deskSteps[reader.due]);
      const shell = deskShell(world, request, reply);
      return answer(reply, deskSignInPage({ shell, ended: request.query.ended !== undefined }));
    },
  );

  app.post(
    "/desk/sessions",
    { config: { ...open, credential: true, form: "/desk/sessions/new" }, schema: { body: typed } },
    async (request, reply) => {
      const result = await signInAtDesk(world, request.body);
      if ("cookie" in result) return goTo(setDeskCookie(reply, result.cookie), deskSteps["second-factor"]);
      const shell = deskShell(world, request, reply);
      const page = { shell, typed: request.body.staffNumber, error: result.refused };
      return answer(reply, deskSignInPage(page), 422);
    },
  );

  app.get(deskSteps["second-factor"], { config: entering }, (request, reply) =>
    answerFactor(world, request, reply),
  );

  app.post(
    deskSteps["second-factor"],
    { config: { ...entering, credential: true }, schema: { body: code } },
    async (request, reply) => {
      const { entering: agent, secretHash } = enteringAgentOf(request);
      const result = await showCode(world, agent, secretHash, request.body.code);
      if ("cookie" in result) return goTo(setDeskCookie(reply, result.cookie), "/desk");
      return answerFactor(world, request, reply, result.refused);
    },
  );

  app.get(deskSteps.password, { config: entering }, (request, reply) => {
    if (enteringAgentOf(request).due !== "password") return goTo(reply, deskSteps["second-factor"]);
    const shell = deskShell(world, request, reply);
    return answer(reply, deskPasswordPage({ shell, policy: world.institution.passwords }));
  });

  app.post(
    "/desk/password",
    { config: { ...entering, credential: true, form: deskSteps.password }, schema: { body: chosen } },
    async (request, reply) => {
      const { entering: agent, due } = enteringAgentOf(request);
      if (due !== "password") return goTo(reply, deskSteps["second-factor"]);
      const result = await chooseDeskPassword(world, agent, request.body.password);
      if ("cookie" in result) return goTo(setDeskCookie(reply, result.cookie), "/desk");
      const shell = deskShell(world, request, reply);
      const page = { shell, policy: world.institution.passwords, error: result.refused };
      return answer(reply, deskPasswordPage(page), 422);
    },
  );

  app.post("/desk/sessions/current/end", { config: open }, async (request, reply) => {
    const reader = request.deskReader;
    if (reader) {
      const agent = "agent" in reader ? reader.agent : { ...reader.entering, secretHash: reader.secretHash };
      await signOutOfDesk(world, agent.agentId, agent.secretHash);
    }
    clearDeskCookie(reply);
    return goTo(reply, "/desk/sessions/new");
  });
}

async function answerFactor(world: World, request: Request, reply: Reply, error?: Sentence) {
  const { entering: agent, due } = enteringAgentOf(request);
  if (due === "password") return goTo(reply, deskSteps.password);
  const enrolment = await enrolmentOf(world, agent);
  const shell = deskShell(world, request, reply);
  const page = { shell, ...(enrolment && { enrolment }), ...(error && { error }) };
  return answer(reply, secondFactorPage(page), error ? 422 : 200);
}
