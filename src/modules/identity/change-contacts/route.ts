import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst } from "../confirm-password/route.ts";
import { type ContactKind, writtenMobile } from "../contact/contact.ts";
import { findContactPoints } from "../contact/store.ts";
import { giveContacts, pendingPoint } from "../give-contacts/give-contacts.ts";
import { keepTyped, takeTyped } from "../session/kept-input.ts";
import { type Visitor, visitorOf } from "../session/session.ts";
import { type ChangePage, changePage } from "./change-page.ts";
import { inUse } from "./overview.ts";
import { removalPage } from "./removal-page.ts";
import { isOnlyOne, onlyOne, removeContact } from "./remove-contact.ts";

const which = z.object({ kind: z.enum(["mail", "mobile"]) });
const field = z.string().max(300).default("");
const given = z.object({ mail: field, mobile: field });

/** One contact point at a time, once the first sign-in is over. */
export function changeContactsRoutes(app: App, world: World) {
  const schema = { params: which };

  app.get("/contacts/:kind", { schema }, async (request, reply) => {
    const { kind } = request.params;
    const { known, pending } = await knownOf(world, visitorOf(request), kind);
    const kept = await takeTyped(world, visitorOf(request).person.personId, `/contacts/${kind}`);
    const typed = kept?.[kind] ?? written(kind, pending) ?? "";
    return answer(reply, changePage({ shell: shellOf(request, reply), kind, inUse: known, typed }));
  });

  app.post("/contacts/:kind", { schema: { ...schema, body: given } }, async (request, reply) => {
    const { kind } = request.params;
    const visitor = visitorOf(request);
    const typed = { [kind]: request.body[kind] };
    const result = await giveContacts(world, visitor, typed, request.language);
    if ("next" in result) return goTo(reply, result.next === "done" ? "/contacts" : `/contacts/${kind}/code`);
    if ("ended" in result) return goTo(reply, "/home");
    if ("confirm" in result) {
      await keepTyped(world, visitor.person.personId, `/contacts/${kind}`, typed);
      return goTo(reply, confirmFirst(`/contacts/${kind}`));
    }
    const refused = result.refused[kind];
    return answerChangePage(world, request, reply, kind, {
      typed: request.body[kind],
      ...(refused && { refused }),
    });
  });

  app.get("/contacts/:kind/removal", { schema }, async (request, reply) =>
    answerRemovalPage(world, request, reply, request.params.kind, 200),
  );

  app.post("/contacts/:kind/removal", { schema }, async (request, reply) => {
    const { kind } = request.params;
    const result = await removeContact(world, visitorOf(request), kind, request.language);
    if ("removed" in result) return goTo(reply, "/contacts?done=removed");
    if ("ended" in result) return goTo(reply, "/home");
    if ("confirm" in result) return goTo(reply, confirmFirst(`/contacts/${kind}/removal`));
    return answerRemovalPage(world, request, reply, kind, 422);
  });
}

/** The page again, with what was wrong. */
export async function answerChangePage(
  world: World,
  request: Request,
  reply: Reply,
  kind: ContactKind,
  said: Pick<ChangePage, "typed" | "refused" | "taken">,
) {
  const { known } = await knownOf(world, visitorOf(request), kind);
  return answer(reply, changePage({ shell: shellOf(request, reply), kind, inUse: known, ...said }), 422);
}

async function answerRemovalPage(
  world: World,
  request: Request,
  reply: Reply,
  kind: ContactKind,
  status: number,
) {
  const { known, points } = await knownOf(world, visitorOf(request), kind);
  if (known === undefined) return goTo(reply, "/contacts");
  const refused = isOnlyOne(points, kind) ? onlyOne : undefined;
  return answer(reply, removalPage({ shell: shellOf(request, reply), kind, value: known, refused }), status);
}

async function knownOf(world: World, visitor: Visitor, kind: ContactKind) {
  const points = await findContactPoints(world.db, visitor.person.personId);
  return {
    points,
    known: written(kind, inUse(points, kind)),
    pending: pendingPoint(points, kind)?.value,
  };
}

const written = (kind: ContactKind, value: string | undefined) =>
  value !== undefined && kind === "mobile" ? writtenMobile(value) : value;
