import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import type { Step } from "../first-sign-in/gate.ts";
import { setSessionCookie } from "../session/cookie.ts";
import { visitorOf } from "../session/session.ts";
import { changePassword } from "./change-password.ts";
import { changePasswordPage, passwordChangedPage } from "./page.ts";

const field = z.string().max(200).default("");
const typed = z.object({ current: field, chosen: field });

/** Done unless the institution asks for a new password (MC-13). */
export const passwordRenewal: Step = {
  isDone: ({ visitor }) => !visitor.passwordDue,
  path: () => "/password/change",
};

const opens = { opens: "password-renewal", again: true } as const;

export function changePasswordRoutes(app: App, world: World) {
  const policy = world.institution.passwords;

  app.get("/password/change", { config: opens }, (request, reply) =>
    answer(reply, changePasswordPage({ shell: shellOf(request, reply), policy })),
  );

  app.get("/password/changed", (request, reply) =>
    answer(reply, passwordChangedPage({ shell: shellOf(request, reply) })),
  );

  app.post(
    "/password/change",
    { config: { ...opens, credential: true }, schema: { body: typed } },
    async (request, reply) => {
      const result = await changePassword(world, visitorOf(request), request.body, request.language);
      if ("cookie" in result) return goTo(setSessionCookie(reply, result.cookie), "/password/changed");
      const errors = result.refused;
      return answer(reply, changePasswordPage({ shell: shellOf(request, reply), policy, errors }), 422);
    },
  );
}
