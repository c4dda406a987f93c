import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { gatherOverview } from "../change-contacts/overview.ts";
import { type Done, overviewPage } from "../change-contacts/overview-page.ts";
import { answerChangePage } from "../change-contacts/route.ts";
import { confirmFirst } from "../confirm-password/route.ts";
import type { ContactKind } from "../contact/contact.ts";
import { writtenMobile } from "../contact/contact.ts";
import { findContactPoints } from "../contact/store.ts";
import type { Step } from "../first-sign-in/gate.ts";
import { proposedMail } from "../franceconnect/proposed-mail.ts";
import { keepTyped, takeTyped } from "../session/kept-input.ts";
import { type Visitor, visitorOf } from "../session/session.ts";
import { codePage } from "./code-page.ts";
import { type ContactsPage, contactsPage } from "./contacts-page.ts";
import { askNewCode, enterCode, putOff, waitingFor } from "./enter-code.ts";
import { giveContacts, hasOverview, skipContacts } from "./give-contacts.ts";
import { wayOf } from "./send-code.ts";

/** Done once the person gave contact points, or chose to do so later (CP-05). */
export const contactsStep: Step = {
  isDone: ({ visitor }) => visitor.contactsAnswered,
  path: () => "/contacts",
};

const field = z.string().max(300).default("");
const given = z.object({ mail: field, mobile: field, answer: field });
const which = z.object({ kind: z.enum(["mail", "mobile"]) });
const typed = z.object({ code: field });
const arriving = z.object({
  done: z
    .enum(["changed", "removed", "notices"] satisfies Done[])
    .optional()
    .catch(undefined),
});
const asked = z.object({ seen: z.coerce.number().int().default(0) });

const opens = { opens: "contacts", again: true } as const;

export function contactsRoutes(app: App, world: World) {
  app.get("/contacts", { config: opens, schema: { querystring: arriving } }, async (request, reply) => {
    if (await seesOverview(world, visitorOf(request))) {
      const overview = await gatherOverview(world, visitorOf(request));
      const { done } = request.query;
      return answer(reply, overviewPage({ shell: shellOf(request, reply), overview, done }));
    }
    const { shown, verified, proposed } = await known(world, visitorOf(request));
    const kept = await takeTyped(world, visitorOf(request).person.personId, "/contacts");
    const fields = { mail: kept?.mail ?? shown.mail, mobile: kept?.mobile ?? shown.mobile };
    const shell = shellOf(request, reply);
    return answer(reply, contactsPage({ shell, typed: fields, verified, proposed: proposed && !kept }));
  });

  app.post("/contacts", { config: opens, schema: { body: given } }, async (request, reply) => {
    const visitor = visitorOf(request);
    const { answer: said, ...fields } = request.body;
    if (said === "later") {
      await skipContacts(world, visitor);
      return goTo(reply, "/home");
    }
    const result = await giveContacts(world, visitor, fields, request.language);
    if ("next" in result) return goTo(reply, pathOf(result.next));
    if ("ended" in result) return goTo(reply, "/home");
    if ("confirm" in result) {
      await keepTyped(world, visitor.person.personId, "/contacts", fields);
      return goTo(reply, confirmFirst("/contacts"));
    }
    const { verified } = await known(world, visitor);
    const shell = shellOf(request, reply);
    return answer(reply, contactsPage({ shell, typed: fields, verified, errors: result.refused }), 422);
  });

  app.get("/contacts/:kind/code", { config: opens, schema: { params: which } }, (request, reply) =>
    answerCodePage(world, request, reply, request.params.kind),
  );

  app.post(
    "/contacts/:kind/code",
    {
      config: { ...opens, form: "/contacts", credential: true },
      schema: { params: which, body: typed },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const { code } = request.body;
      const after = (await seesOverview(world, visitorOf(request))) ? "/contacts?done=changed" : "/home";
      const result = await enterCode(world, visitorOf(request), kind, code, request.language);
      if ("ended" in result) return goTo(reply, "/home");
      if ("next" in result) return goTo(reply, result.next === "done" ? after : pathOf(result.next));
      if (result.taken !== undefined) return answerTaken(world, request, reply, kind, result);
      return answerCodePage(world, request, reply, kind, result.refused);
    },
  );

  app.post(
    "/contacts/:kind/codes",
    { config: { ...opens, form: "/contacts" }, schema: { params: which, body: asked } },
    async (request, reply) => {
      const { kind } = request.params;
      const result = await askNewCode(world, visitorOf(request), kind, request.body.seen, request.language);
      if ("sent" in result) return goTo(reply, pathOf(kind));
      return answerCodePage(world, request, reply, kind, result.refused);
    },
  );

  app.post("/contacts/:kind/later", { config: opens, schema: { params: which } }, async (request, reply) => {
    const after = (await seesOverview(world, visitorOf(request))) ? "/contacts" : "/home";
    const next = await putOff(world, visitorOf(request), request.params.kind, request.language);
    return goTo(reply, next === "done" ? after : pathOf(next));
  });
}

const pathOf = (next: ContactKind | "done") => (next === "done" ? "/home" : `/contacts/${next}/code`);

const seesOverview = async (world: World, visitor: Visitor) =>
  hasOverview(visitor, await findContactPoints(world.db, visitor.person.personId));

/** What was given is another account's: the form again, and what a mail may be used for all the same. */
async function answerTaken(
  world: World,
  request: Request,
  reply: Reply,
  kind: ContactKind,
  { refused, taken: value }: { refused: Sentence; taken?: string },
) {
  const taken = kind === "mail" ? value : undefined;
  const typed = kind === "mail" ? (value ?? "") : writtenMobile(value ?? "");
  if (await seesOverview(world, visitorOf(request)))
    return answerChangePage(world, request, reply, kind, { typed, refused, taken });
  const { shown, verified } = await known(world, visitorOf(request));
  const shell = shellOf(request, reply);
  const errors = { [kind]: refused };
  return answer(reply, contactsPage({ shell, typed: shown, verified, errors, taken }), 422);
}

async function answerCodePage(
  world: World,
  request: Request,
  reply: Reply,
  kind: ContactKind,
  error?: Sentence,
) {
  const waiting = await waitingFor(world, visitorOf(request), kind);
  if (!waiting) return goTo(reply, "/contacts");
  const minutes = world.institution.codes.minutes[wayOf[kind]];
  const shell = shellOf(request, reply);
  return answer(
    reply,
    codePage({ shell, kind, waiting, minutes, ...(error && { error }) }),
    error ? 422 : 200,
  );
}

/** What the form shows at first: the newest of each kind, and whether it is confirmed; or the mail of FranceConnect. */
async function known(
  world: World,
  visitor: Visitor,
): Promise<{ shown: ContactsPage["typed"]; verified: ContactsPage["verified"]; proposed: boolean }> {
  const { personId } = visitor.person;
  const points = await findContactPoints(world.db, personId);
  const newest = (kind: ContactKind) => points.find((point) => point.kind === kind);
  const mail = newest("mail");
  const mobile = newest("mobile");
  const proposed = mail?.verifiedAt ? undefined : await proposedMail(world, personId);
  return {
    proposed: proposed !== undefined,
    shown: { mail: proposed ?? mail?.value ?? "", mobile: mobile ? writtenMobile(mobile.value) : "" },
    verified: { mail: mail?.verifiedAt != null, mobile: mobile?.verifiedAt != null },
  };
}
