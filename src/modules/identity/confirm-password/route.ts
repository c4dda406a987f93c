import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmByFranceConnectPage } from "../franceconnect/page.ts";
import { type Visitor, visitorOf } from "../session/session.ts";
import { confirmPassword } from "./confirm-password.ts";
import { confirmPasswordPage } from "./page.ts";

const arriving = z.object({ next: z.string().max(500).default("/home") });
const typed = arriving.extend({ password: z.string().max(200).default("") });

export function confirmPasswordRoutes(app: App, world: World) {
  const opens = "session" as const;

  app.get(
    "/password/confirmations/new",
    { config: { opens }, schema: { querystring: arriving } },
    (request, reply) => {
      const shell = shellOf(request, reply);
      const next = localPath(request.query.next);
      const page = mayTypeOne(visitorOf(request)) ? confirmPasswordPage : confirmByFranceConnectPage;
      return answer(reply, page({ shell, next }));
    },
  );

  app.post(
    "/password/confirmations",
    { config: { opens, form: "/home", credential: true }, schema: { body: typed } },
    async (request, reply) => {
      const { password, next } = request.body;
      const result = await confirmPassword(world, visitorOf(request), password);
      if ("confirmed" in result) return goTo(reply, localPath(next));
      const { refused } = result;
      return answer(reply, confirmPasswordPage({ shell: shellOf(request, reply), next, refused }), 422);
    },
  );
}

/** Who has no password, their own or the file's, came by FranceConnect and goes there again. */
const mayTypeOne = ({ hasPassword, enteredBy }: Visitor) => hasPassword || enteredBy === "old password";

/** Where the password is asked for again, before going back to `next` (SEC-04). */
export const confirmFirst = (next: string) => `/password/confirmations/new?${new URLSearchParams({ next })}`;
