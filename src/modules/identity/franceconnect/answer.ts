import type { Language } from "../../../../law/language.ts";
import { sha256 } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { OpenId } from "../../../platform/openid.ts";
import type { World } from "../../../world.ts";
import { unknownSubject } from "../identifiers.ts";
import type { Visitor } from "../session/session.ts";
import type { Browser } from "../trusted-devices/marks.ts";
import type { Ended } from "./endings.ts";
import { exchange, type Told } from "./exchange.ts";
import { type HasFile, type Landed, land, recordRefusal } from "./land.ts";
import { proofs, type Request, takeRequest } from "./request.ts";
import { addFranceConnect, confirmByFranceConnect } from "./vouch.ts";

export type Answer = {
  /** The whole address at which FranceConnect sent the person back. */
  address: URL;
  /** The secret of this browser. */
  secret: string | undefined;
  visitor: Visitor | undefined;
  browser: Browser;
  language: Language;
  hasFile: HasFile;
};

type Outcome =
  | { entered: Extract<Landed, { cookie: unknown }> }
  | { done: true; next?: string }
  /** `newcomer`: what was told of somebody whom nobody knows here. */
  | (Ended & { newcomer?: Told });

/** `next`: where the person was going. */
export type Answered = Outcome & { next?: string };

/** Takes what FranceConnect answered to a request, whatever it was for, and does what was asked for (CP-22, SEC-14). */
export async function answerFranceConnect(world: World, openId: OpenId, answer: Answer): Promise<Answered> {
  const state = answer.address.searchParams.get("state") ?? "";
  const request = await takeRequest(world, state, answer.secret);
  if ("because" in request) return refuse(world, state, null, request);
  const { next, purpose, personId } = request;
  const result = await exchange(openId, answer.address, { ...request, proof: proofs[purpose] });
  if ("because" in result) return { ...(await refuse(world, state, personId, result)), next };
  return { next, ...(await act(world, answer, request, result.told)) };
}

async function act(
  world: World,
  answer: Answer,
  { state, purpose, personId }: Request,
  told: Told,
): Promise<Outcome> {
  const { visitor, browser, language, hasFile } = answer;
  if (purpose === "sign in") {
    const landed = await land(world, { told, browser, language, hasFile });
    if (!("because" in landed)) return { entered: landed };
    return landed.because === "nobody" ? { ...landed, newcomer: told } : landed;
  }
  if (!visitor || visitor.person.personId !== personId)
    return refuse(world, state, personId, { because: "session-over", why: purpose });
  if (purpose === "confirm") return confirmByFranceConnect(world, visitor, told);
  const added = await addFranceConnect(world, visitor, told, language);
  return "done" in added ? { ...added, next: "/ways-in?done=linked" } : added;
}

/** Whose request is known is told in their journal; the others stand under an id that the state alone gives. */
async function refuse<E extends Ended>(
  world: World,
  state: string,
  personId: string | null,
  ended: E,
): Promise<E> {
  const subject = personId ?? unknownSubject(sha256(state));
  await inTransaction(world.db, (tx) => recordRefusal(tx, world, subject, ended));
  return ended;
}
