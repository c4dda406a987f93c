import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { askReminder } from "./ask-reminder.ts";
import { askReminderPage, reminderSentPage } from "./page.ts";

const field = z.string().max(200).default("");
const asked = z.object({
  "first-names": field,
  "birth-name": field,
  "birth-day": field,
  "birth-month": field,
  "birth-year": field,
  contact: field,
});

export function identifierReminderRoutes(app: App, world: World) {
  const page = { config: { opens: "public" } } as const;

  app.get("/identifier-reminders/new", page, (request, reply) =>
    answer(reply, askReminderPage({ shell: shellOf(request, reply) })),
  );

  app.post(
    "/identifier-reminders",
    { config: { opens: "public", credential: true }, schema: { body: asked } },
    async (request, reply) => {
      const result = await askReminder(world, request.body, request.language);
      if ("done" in result) return goTo(reply, "/identifier-reminders/sent");
      const shell = shellOf(request, reply);
      return answer(reply, askReminderPage({ shell, typed: request.body, errors: result.refused }), 422);
    },
  );

  app.get("/identifier-reminders/sent", page, (request, reply) =>
    answer(reply, reminderSentPage({ shell: shellOf(request, reply) })),
  );
}
