import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst } from "../confirm-password/route.ts";
import { codePage } from "../give-contacts/code-page.ts";
import { keepTyped, takeTyped } from "../session/kept-input.ts";
import { visitorOf } from "../session/session.ts";
import {
  askNoticeCode,
  enterNoticeCode,
  giveNoticeAddress,
  noticeWaiting,
  putOffNotice,
  removeNoticeAddress,
} from "./notice-address.ts";
import { type NoticePage, noticePage } from "./page.ts";
import { findNoticeAddresses } from "./store.ts";

const field = z.string().max(300).default("");
const given = z.object({ mail: field });
const typed = z.object({ code: field });
const asked = z.object({ seen: z.coerce.number().int().default(0) });

const path = "/contacts/notices";

/** The address that only gets notices; at the first sign-in it is offered where a mail was refused. */
export function noticeAddressRoutes(app: App, world: World) {
  const opens = { opens: "contacts", again: true } as const;

  app.get(path, { config: opens }, async (request, reply) => {
    const kept = await takeTyped(world, visitorOf(request).person.personId, path);
    return answerPage(world, request, reply, { typed: kept?.mail ?? "" }, 200);
  });

  app.post(path, { config: opens, schema: { body: given } }, async (request, reply) => {
    const { personId } = visitorOf(request).person;
    const result = await giveNoticeAddress(world, visitorOf(request), request.body.mail, request.language);
    if ("sent" in result) return goTo(reply, `${path}/code`);
    if ("ended" in result) return goTo(reply, "/home");
    if ("confirm" in result) {
      await keepTyped(world, personId, path, request.body);
      return goTo(reply, confirmFirst(path));
    }
    return answerPage(world, request, reply, { typed: request.body.mail, refused: result.refused }, 422);
  });

  app.get(`${path}/code`, { config: opens }, (request, reply) => answerCodePage(world, request, reply));

  app.post(
    `${path}/code`,
    { config: { ...opens, form: path, credential: true }, schema: { body: typed } },
    async (request, reply) => {
      const { code } = request.body;
      const result = await enterNoticeCode(world, visitorOf(request), code, request.language);
      if ("refused" in result) return answerCodePage(world, request, reply, result.refused);
      return goTo(reply, "ended" in result ? "/home" : pathOf(result.next, request, "?done=notices"));
    },
  );

  app.post(
    `${path}/codes`,
    { config: { ...opens, form: path }, schema: { body: asked } },
    async (request, reply) => {
      const result = await askNoticeCode(world, visitorOf(request), request.body.seen, request.language);
      return "sent" in result
        ? goTo(reply, `${path}/code`)
        : answerCodePage(world, request, reply, result.refused);
    },
  );

  app.post(`${path}/later`, { config: opens }, async (request, reply) =>
    goTo(reply, pathOf(await putOffNotice(world, visitorOf(request), request.language), request)),
  );

  app.post(`${path}/removal`, { config: { form: path } }, async (request, reply) => {
    const result = await removeNoticeAddress(world, visitorOf(request));
    return goTo(reply, "confirm" in result ? confirmFirst(path) : "/contacts?done=removed");
  });
}

/** At the first sign-in the next step, later the list of contact points. */
const pathOf = (next: "mobile" | "done", request: Request, done = "") => {
  if (next === "mobile") return "/contacts/mobile/code";
  return visitorOf(request).contactsAnswered ? `/contacts${done}` : "/home";
};

async function answerPage(
  world: World,
  request: Request,
  reply: Reply,
  said: Pick<NoticePage, "typed" | "refused">,
  status: number,
) {
  const addresses = await findNoticeAddresses(world.db, visitorOf(request).person.personId);
  const inUse = addresses.find(({ verifiedAt }) => verifiedAt !== null)?.value;
  const pending = addresses.find(({ verifiedAt }) => verifiedAt === null)?.value;
  const shown = { ...said, typed: said.typed || (pending ?? "") };
  return answer(reply, noticePage({ shell: shellOf(request, reply), inUse, ...shown }), status);
}

async function answerCodePage(world: World, request: Request, reply: Reply, error?: Sentence) {
  const waiting = await noticeWaiting(world, visitorOf(request));
  if (!waiting) return goTo(reply, path);
  const minutes = world.institution.codes.minutes.mail;
  const shell = shellOf(request, reply);
  const said = codePage({ shell, kind: "notice", waiting, minutes, ...(error && { error }) });
  return answer(reply, said, error ? 422 : 200);
}
