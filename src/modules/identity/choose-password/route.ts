import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst } from "../confirm-password/route.ts";
import type { Step } from "../first-sign-in/gate.ts";
import { setSessionCookie } from "../session/cookie.ts";
import { isRecent, visitorOf } from "../session/session.ts";
import { chooseFirstPassword, mustChoose } from "./choose-password.ts";
import { choosePasswordPage } from "./page.ts";

/** Done once the person has a password of their own, or came in by what is theirs alone (CP-03, CP-22). */
export const passwordStep: Step = {
  isDone: ({ visitor }) => !mustChoose(visitor),
  path: () => "/password/new",
};

const opens = { opens: "password", again: true } as const;

const chosen = z.object({ password: z.string().max(200).default("") });

export function choosePasswordRoutes(app: App, world: World) {
  const policy = world.institution.passwords;

  app.get("/password/new", { config: opens }, (request, reply) => {
    const visitor = visitorOf(request);
    if (visitor.hasPassword) return goTo(reply, "/home");
    if (!mustChoose(visitor) && !isRecent(world, visitor)) return goTo(reply, confirmFirst("/password/new"));
    return answer(reply, choosePasswordPage({ shell: shellOf(request, reply), policy }));
  });

  app.post(
    "/password",
    {
      config: { ...opens, form: "/password/new", credential: true },
      schema: { body: chosen },
    },
    async (request, reply) => {
      const visitor = visitorOf(request);
      const result = await chooseFirstPassword(world, visitor, request.body.password);
      if ("confirm" in result) return goTo(reply, confirmFirst("/password/new"));
      if ("refused" in result) {
        const { refused } = result;
        return answer(reply, choosePasswordPage({ shell: shellOf(request, reply), policy, refused }), 422);
      }
      if (result.cookie) setSessionCookie(reply, result.cookie);
      return goTo(reply, mustChoose(visitor) ? "/home" : "/ways-in?done=password");
    },
  );
}
