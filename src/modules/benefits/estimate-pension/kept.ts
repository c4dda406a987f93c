import { z } from "zod";
import { seal, unseal } from "../../../platform/crypto.ts";
import { cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import type { World } from "../../../world.ts";
import { type Career, careerSchema } from "./answers.ts";

/** Holds the answers in the person's own browser, sealed: the server keeps nothing of them. */
const pensionCookie = "__Host-pension";

/** Minutes after the last answer from which an estimate left on a device is void. */
export const keptMinutes = 120;

const keptSchema = z.object({ career: careerSchema, at: z.number() });
const keys = (world: World) => new Map([[1, world.keys.input]]);
const about = "pension estimate";

/** Keeps the answers in the browser until it closes. */
export function keepCareer(world: World, reply: Reply, career: Career): void {
  const kept: z.infer<typeof keptSchema> = { career, at: world.clock().getTime() };
  const sealed = seal(keys(world), JSON.stringify(kept), about).toString("base64url");
  reply.setCookie(pensionCookie, sealed, cookieRules);
}

export const forgetCareer = (reply: Reply) => reply.clearCookie(pensionCookie, cookieRules);

/** The answers in this browser; undefined where there are none, or they are too old. */
export function readCareer(world: World, request: Request): Career | undefined {
  const sealed = request.cookies[pensionCookie];
  if (!sealed) return undefined;
  try {
    const text = unseal(keys(world), Buffer.from(sealed, "base64url"), about);
    const kept = keptSchema.parse(JSON.parse(text));
    return world.clock().getTime() - kept.at > keptMinutes * 60_000 ? undefined : kept.career;
  } catch {
    // Sealed with an older key, or not ours at all.
    return undefined;
  }
}
