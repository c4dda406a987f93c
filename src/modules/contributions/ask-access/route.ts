import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { codePage, wayOf } from "../../identity/index.ts";
import {
  askCode,
  beginAsking,
  charterToSign,
  type Errors,
  giveContact,
  kinds,
  sendRequest,
  signCharter,
  type Taken,
  type TypedTold,
  tellWho,
  typeCode,
  waitingCode,
} from "./ask-access.ts";
import { signPage } from "./charter-page.ts";
import { requestIn, setRequestCookie } from "./cookie.ts";
import { type Asking, readAsking } from "./draft.ts";
import { checkPage, contactPage, kindPage, sentPage, whoPage } from "./page.ts";
import { current, isOpen, pathOf, type Step, stepOf } from "./steps.ts";

const field = z.string().max(300).default("");
const chosen = z.object({ kind: z.enum(["insured", "employer"]).optional().catch(undefined) });
const told = z.object({
  number: field,
  company: field,
  quality: field,
  "first-names": field,
  "birth-name": field,
  "birth-day": field,
  "birth-month": field,
  "birth-year": field,
});
const signed = z.object({ shown: z.string().max(64).default(""), accepted: z.string().max(5).default("") });
const given = z.object({ contact: field });
const typed = z.object({ code: field });
const asked = z.object({ seen: z.coerce.number().int().catch(0) });

/** Times that one address may begin a request or have codes sent in an hour: an office, not a machine that spends our SMS. */
const perHour = 60;

const open = { config: { opens: "public" } } as const;
const guarded = { config: { opens: "public", credential: true } } as const;

/** Asking for an access, open to all: who, the charter, where to hand it over (CN-01, CN-04, CN-13). */
export function askAccessRoutes(app: App, world: World) {
  const limit = app.createRateLimit({ max: perHour, timeWindow: "1 hour" });
  const limitSendings = async (request: Request) => {
    const counted = await limit(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany;
  };

  app.get("/access-requests/new", open, (request, reply) =>
    request.visitor ? goTo(reply, "/home") : answer(reply, kindPage({ shell: shellOf(request, reply) })),
  );

  app.post(
    "/access-requests",
    { config: { opens: "public", form: "/access-requests/new" }, schema: { body: chosen } },
    async (request, reply) => {
      const { kind } = request.body;
      if (!kind) return answer(reply, kindPage({ shell: shellOf(request, reply), refused: true }), 422);
      await limitSendings(request);
      setRequestCookie(reply, await beginAsking(world, kind, request.language));
      return goTo(reply, pathOf("who"));
    },
  );

  app.get(current, open, async (request, reply) => goOn(reply, await asking(world, request)));

  for (const step of ["who", "charter", "contact", "code", "check"] as const)
    app.get(pathOf(step), open, (request, reply) => show(world, request, reply, step));

  app.post(pathOf("who"), { ...guarded, schema: { body: told } }, async (request, reply) => {
    const taken = await tellWho(world, requestIn(request), request.body, request.language);
    return after(world, request, reply, "who", taken, { told: request.body });
  });

  app.post(pathOf("charter"), { ...open, schema: { body: signed } }, async (request, reply) => {
    const { shown, accepted } = request.body;
    const taken = await signCharter(world, requestIn(request), { shown, accepted: accepted === "yes" });
    return after(world, request, reply, "charter", taken);
  });

  app.post(pathOf("contact"), { ...open, schema: { body: given } }, async (request, reply) => {
    await limitSendings(request);
    const { contact } = request.body;
    const taken = await giveContact(world, requestIn(request), contact, request.language);
    return after(world, request, reply, "contact", taken, { contact });
  });

  app.post(pathOf("code"), { ...guarded, schema: { body: typed } }, async (request, reply) => {
    const taken = await typeCode(world, requestIn(request), request.body.code);
    return after(world, request, reply, "code", taken);
  });

  app.post(
    `${current}/codes`,
    { config: { opens: "public", form: pathOf("code") }, schema: { body: asked } },
    async (request, reply) => {
      await limitSendings(request);
      const taken = await askCode(world, requestIn(request), request.body.seen, request.language);
      return after(world, request, reply, "code", taken);
    },
  );

  app.post(
    `${current}/sendings`,
    { config: { opens: "public", form: pathOf("check") } },
    async (request, reply) => {
      const sent = await sendRequest(world, requestIn(request));
      if ("caseNumber" in sent) return goTo(reply, `${current}/sent`);
      return after(world, request, reply, "charter", sent);
    },
  );

  app.get(`${current}/sent`, open, async (request, reply) => {
    const { caseNumber } = (await asking(world, request)) ?? {};
    if (!caseNumber) return goTo(reply, current);
    return answer(reply, sentPage({ shell: shellOf(request, reply), caseNumber }));
  });
}

const tooMany = Object.assign(new Error("Too many requests for access from one address"), {
  statusCode: 429,
});

const asking = (world: World, request: Request) => readAsking(world, requestIn(request));

/** To the step where this request stands; to the beginning where there is none. */
function goOn(reply: Reply, found: Asking | undefined) {
  if (!found) return goTo(reply, "/access-requests/new");
  return goTo(reply, found.caseNumber ? `${current}/sent` : pathOf(stepOf(found.draft)));
}

/** What comes back to a form that was refused. */
type Kept = { told?: TypedTold; contact?: string };

async function after(
  world: World,
  request: Request,
  reply: Reply,
  step: Step,
  taken: Taken,
  kept: Kept = {},
) {
  if ("refused" in taken) return show(world, request, reply, step, taken.refused, kept);
  return goOn(reply, await asking(world, request));
}

/** One step, where it is open to this request. */
async function show(
  world: World,
  request: Request,
  reply: Reply,
  step: Step,
  errors?: Errors,
  kept: Kept = {},
) {
  const found = await asking(world, request);
  if (!found || found.caseNumber || !isOpen(step, found.draft)) return goOn(reply, found);
  const drawn = await pages[step]({ world, request, reply, asking: found, errors, kept });
  return drawn ? answer(reply, drawn, errors ? 422 : 200) : goTo(reply, pathOf("contact"));
}

type Drawing = {
  world: World;
  request: Request;
  reply: Reply;
  asking: Asking;
  errors: Errors | undefined;
  kept: Kept;
};

const pages = {
  who: ({ world, request, reply, asking, errors, kept }: Drawing) => {
    const shapes = world.institution.accounts?.numbers?.shapes ?? [];
    const shape = shapes.find((one) => one.kind === kinds[asking.kind].number);
    if (!shape) throw new Error(`The institution has no number for ${asking.kind}`);
    const shell = shellOf(request, reply);
    return whoPage({ shell, kind: asking.kind, shape, typed: kept.told ?? typedOf(asking), errors });
  },
  charter: ({ world, request, reply, asking, errors }: Drawing) => {
    const version = charterToSign(world, asking.kind);
    if (!version) throw new Error("There is no charter to sign");
    const shell = shellOf(request, reply);
    return signPage({ shell, version, glossary: world.institution.words, errors });
  },
  contact: ({ request, reply, asking, errors, kept }: Drawing) => {
    const shown = kept.contact ?? asking.draft.contact?.value ?? "";
    return contactPage({ shell: shellOf(request, reply), typed: shown, errors });
  },
  code: async ({ world, request, reply, asking, errors }: Drawing) => {
    const waiting = await waitingCode(world, asking);
    const contact = asking.draft.contact;
    if (!waiting || !contact) return undefined;
    const at = { base: current, change: pathOf("contact"), mayPutOff: false };
    const minutes = world.institution.codes.minutes[wayOf[contact.kind]];
    const shell = shellOf(request, reply);
    const error = errors?.code;
    return codePage({ shell, kind: contact.kind, waiting, minutes, at, ...(error && { error }) });
  },
  check: ({ request, reply, asking }: Drawing) => checkPage({ shell: shellOf(request, reply), asking }),
} satisfies Record<Step, (drawing: Drawing) => unknown>;

/** What was told before, as it was typed. */
function typedOf({ draft: { told } }: Asking): Partial<TypedTold> {
  if (!told) return {};
  const [year, month, day] = told.birthDate.split("-");
  return {
    number: told.number,
    company: told.company,
    quality: told.quality,
    "first-names": told.firstNames,
    "birth-name": told.birthName,
    "birth-day": day ?? "",
    "birth-month": month ?? "",
    "birth-year": year ?? "",
  };
}
