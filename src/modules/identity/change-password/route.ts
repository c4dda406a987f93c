import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { whyPasswordDue } from "../campaign/campaign.ts";
import type { Step } from "../first-sign-in/gate.ts";
import { setSessionCookie } from "../session/cookie.ts";
import { visitorOf } from "../session/session.ts";
import { changePassword } from "./change-password.ts";
import { type ChangePasswordPage, changePasswordPage, passwordChangedPage } from "./page.ts";

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

  const shown = async (request: Request, reply: Reply, errors?: ChangePasswordPage["errors"]) => {
    const { passwordDue, person } = visitorOf(request);
    const why = passwordDue ? await whyPasswordDue(world, person.personId) : undefined;
    const shell = shellOf(request, reply);
    return changePasswordPage({ shell, policy, ...(why && { why }), ...(errors && { errors }) });
  };

  app.get("/password/change", { config: opens }, async (request, reply) => {
    if (!visitorOf(request).hasPassword) return goTo(reply, "/password/new");
    return answer(reply, await shown(request, reply));
  });

  app.get("/password/changed", (request, reply) =>
    answer(reply, passwordChangedPage({ shell: shellOf(request, reply) })),
  );

  app.post(
    "/password/change",
    { config: { ...opens, credential: true }, schema: { body: typed } },
    async (request, reply) => {
      const result = await changePassword(world, visitorOf(request), request.body, request.language);
      if ("cookie" in result) return goTo(setSessionCookie(reply, result.cookie), "/password/changed");
      return answer(reply, await shown(request, reply, result.refused), 422);
    },
  );
}
