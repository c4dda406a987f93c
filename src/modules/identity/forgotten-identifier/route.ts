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

/** Requests from one address in an hour: a family, or a reception desk, asks less. */
const asksPerHour = 20;

export function identifierReminderRoutes(app: App, world: World) {
  const page = { config: { opens: "public" } } as const;
  const limit = app.createRateLimit({ max: asksPerHour, timeWindow: "1 hour" });

  app.get("/identifier-reminders/new", page, (request, reply) =>
    answer(reply, askReminderPage({ shell: shellOf(request, reply) })),
  );

  app.post(
    "/identifier-reminders",
    { config: { opens: "public", credential: true }, schema: { body: asked } },
    async (request, reply) => {
      const counted = await limit(request);
      if (!counted.isAllowed && counted.isExceeded) throw tooMany;
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

const tooMany = Object.assign(new Error("Too many reminders asked for from one address"), {
  statusCode: 429,
});
