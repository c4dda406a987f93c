import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import type { Step } from "../first-sign-in/gate.ts";
import { setSessionCookie } from "../session/cookie.ts";
import { visitorOf } from "../session/session.ts";
import { chooseFirstPassword } from "./choose-password.ts";
import { choosePasswordPage } from "./page.ts";

/** Done once the person has a password of their own. */
export const passwordStep: Step = {
  isDone: ({ visitor }) => visitor.hasPassword,
  path: () => "/password/new",
};

const chosen = z.object({ password: z.string().max(200).default("") });

export function choosePasswordRoutes(app: App, world: World) {
  const policy = world.institution.passwords;

  app.get("/password/new", { config: { opens: "password" } }, (request, reply) =>
    answer(reply, choosePasswordPage({ shell: shellOf(request, reply), policy })),
  );

  app.post(
    "/password",
    {
      config: { opens: "password", form: "/password/new", credential: true },
      schema: { body: chosen },
    },
    async (request, reply) => {
      const result = await chooseFirstPassword(world, visitorOf(request), request.body.password);
      if ("refused" in result) {
        const { refused } = result;
        return answer(reply, choosePasswordPage({ shell: shellOf(request, reply), policy, refused }), 422);
      }
      if (result.cookie) setSessionCookie(reply, result.cookie);
      return goTo(reply, "/home");
    },
  );
}
