import { normalizeIP } from "@fastify/rate-limit";
import { z } from "zod";
import { alarmChannels } from "../../../../law/credentials/alarm.ts";
import { newSecret } from "../../../platform/crypto.ts";
import { type App, cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { clearSessionCookie } from "../session/cookie.ts";
import { visitorOf } from "../session/session.ts";
import { chooseAlarmPage, gaveItPage } from "./choose-page.ts";
import { type AlarmFormPage, alarmFormPage, type Situation } from "./form-page.ts";
import { asksWho, longestTold, raiseAlarm, type Typed } from "./raise-alarm.ts";
import { alarmRaisedPage, lastAlarmPage } from "./raised-page.ts";
import { lastAlarmOf, raisedBy } from "./read-alarm.ts";

const alarmCookie = "__Host-alarm";
const field = z.string().max(200).default("");
const situations = ["not-me", "phone-stolen", "password-given", "password-kept"] as const;
const typed = z.object({
  situation: z.enum(situations),
  once: z.string().max(100).default(""),
  identifier: field,
  "birth-day": field,
  "birth-month": field,
  "birth-year": field,
  channel: z
    .enum(Object.keys(alarmChannels) as [keyof typeof alarmChannels])
    .optional()
    .catch(undefined),
  "since-day": field,
  "since-month": field,
  "since-year": field,
  time: field,
  told: z.string().max(20_000).default(""),
});
type Body = z.infer<typeof typed>;
const asked = z.object({ gave: z.enum(["yes", "no"]).optional().catch(undefined) });

export function alarmRoutes(app: App, world: World) {
  const opens = { config: { opens: "public" } } as const;
  const { timeZone } = world.institution;
  // 5 a minute from one address: nobody raises more in earnest, and each writes to support.
  const limit = app.createRateLimit({
    max: 5,
    timeWindow: "1 minute",
    keyGenerator: (request) => normalizeIP(request.ip),
  });

  app.get("/alarms/new", opens, (request, reply) =>
    answer(reply, chooseAlarmPage({ shell: shellOf(request, reply) })),
  );

  for (const situation of ["not-me", "phone-stolen"] as const)
    app.get(`/alarms/new/${situation}`, opens, (request, reply) =>
      answer(reply, alarmFormPage(formFor(request, reply, situation))),
    );

  app.get("/alarms/new/password-asked", { ...opens, schema: { querystring: asked } }, (request, reply) => {
    const { gave } = request.query;
    if (!gave) return answer(reply, gaveItPage({ shell: shellOf(request, reply) }));
    return answer(
      reply,
      alarmFormPage(formFor(request, reply, gave === "yes" ? "password-given" : "password-kept")),
    );
  });

  app.post(
    "/alarms",
    { config: { opens: "public", credential: true, form: "/alarms/new" }, schema: { body: typed } },
    async (request, reply) => {
      const counted = await limit(request);
      if (!counted.isAllowed && counted.isExceeded) throw tooMany;
      const { body } = request;
      const visitor = trusted(request);
      const secret = isSecret(body.once) ? body.once : newSecret();
      const result = await raiseAlarm(world, visitor, secret, alarmIn(body), request.language);
      if ("refused" in result) {
        const again = {
          ...formFor(request, reply, body.situation),
          values: valuesOf(body),
          errors: result.refused,
        };
        return answer(reply, alarmFormPage({ ...again, once: secret }), 422);
      }
      reply.setCookie(alarmCookie, secret, { ...cookieRules, maxAge: 3600 });
      if (visitor && asksWho(alarmIn(body))) clearSessionCookie(reply);
      return goTo(reply, "/alarms/current");
    },
  );

  app.get("/alarms/current", opens, async (request, reply) => {
    const alarm = await raisedBy(world, request.cookies[alarmCookie]);
    if (!alarm) return goTo(reply, "/alarms/new");
    return answer(reply, alarmRaisedPage({ shell: shellOf(request, reply), alarm, timeZone }));
  });

  app.get("/alarms", async (request, reply) => {
    const alarm = await lastAlarmOf(world, visitorOf(request));
    return answer(reply, lastAlarmPage({ shell: shellOf(request, reply), alarm, timeZone }));
  });
}

const tooMany = Object.assign(new Error("Too many alarms from one address"), { statusCode: 429 });

const isSecret = (text: string) => /^[\w-]{43}$/.test(text);

/** A session whose second step is owed proves no more than a password, which somebody else may know. */
const trusted = ({ visitor }: Request) => (visitor?.secondStepDue ? undefined : visitor);

const formFor = (request: Request, reply: Reply, situation: Situation): AlarmFormPage => ({
  shell: shellOf(request, reply),
  situation,
  asksWho: situation !== "password-kept" && !trusted(request),
  once: newSecret(),
  longestTold,
});

const alarmIn = (body: Body): Typed => ({
  kind: body.situation.startsWith("password") ? "password-asked" : (body.situation as "not-me"),
  gave: body.situation === "password-given",
  identifier: body.identifier,
  birth: toldDate(body),
  channel: body.channel,
  when: { day: body["since-day"], month: body["since-month"], year: body["since-year"], time: body.time },
  told: body.told.replace(/\r\n/g, "\n").trim(),
});

const valuesOf = ({ channel, ...body }: Body): Record<string, string> => ({
  ...body,
  ...(channel && { channel }),
});

/** "YYYY-MM-DD" of the three boxes, as typed: a day without its zero is as good. */
function toldDate(body: Body): string {
  const two = (text: string) => text.trim().padStart(2, "0");
  return `${body["birth-year"].trim()}-${two(body["birth-month"])}-${two(body["birth-day"])}`;
}
