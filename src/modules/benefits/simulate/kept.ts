import { z } from "zod";
import { seal, unseal } from "../../../platform/crypto.ts";
import { cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import type { World } from "../../../world.ts";
import type { Standing } from "../../households/index.ts";
import { answersSchema } from "./answers.ts";

/** Holds a simulation in the person's own browser, sealed: the server keeps nothing of it (MC-01). */
export const simulationCookie = "__Host-simulation";

/** Minutes after the last answer from which a simulation left on a device is void. */
export const keptMinutes = 120;

const simulationSchema = z.object({
  answers: answersSchema,
  /** The questions whose answer comes from the person's file as it stands. */
  fromFile: z.array(z.string()),
  /** The file gave more than the person's own data: readable only while the law lets them see the household. */
  seesHousehold: z.boolean(),
});
export type Simulation = z.infer<typeof simulationSchema>;

/**
 * A simulation and whose it is: begun while signed in, it opens for that person only; begun in the space of somebody they
 * protect, `whose`, in that space only (MC-07).
 */
export type KeptSimulation = Simulation & { owner: string | undefined; whose?: string };

const keptSchema = simulationSchema.extend({ at: z.number() });
const keys = (world: World) => new Map([[1, world.keys.input]]);
const about = (owner: string | undefined, whose: string | undefined) =>
  `simulation of ${owner ?? "a visitor"}${whose ? ` for ${whose}` : ""}`;

/** Keeps the simulation in the browser until it closes. */
export function keepSimulation(
  world: World,
  reply: Reply,
  { owner, whose, ...simulation }: KeptSimulation,
): void {
  const kept: z.infer<typeof keptSchema> = { ...simulation, at: world.clock().getTime() };
  const sealed = seal(keys(world), JSON.stringify(kept), about(owner, whose)).toString("base64url");
  reply.setCookie(simulationCookie, `${owner ? "own" : "open"}.${sealed}`, cookieRules);
}

export const forgetSimulation = (reply: Reply) => reply.clearCookie(simulationCookie, cookieRules);

/** The simulation in this browser, if it may be read by who sits there now; "sign in" when it waits for its owner. */
export function readSimulation(world: World, request: Request): KeptSimulation | "sign in" | undefined {
  const [kind, sealed] = request.cookies[simulationCookie]?.split(".") ?? [];
  if (!sealed || (kind !== "own" && kind !== "open")) return undefined;
  const owner = kind === "own" ? request.visitor?.person.personId : undefined;
  if (kind === "own" && !owner) return "sign in";
  const { whose, standing } = placeOf(request);
  const kept = open(world, sealed, owner, kind === "own" ? whose : undefined);
  if (!kept || world.clock().getTime() - kept.at > keptMinutes * 60_000) return undefined;
  // Whom a delegation was taken back from no longer reads what it had brought them (SEC-11).
  if (kept.seesHousehold && !standing?.may("see-household-members").allowed) return undefined;
  const { at: _, ...simulation } = kept;
  return { ...simulation, owner, ...(owner && whose && { whose }) };
}

/** In whose space the reader is, and what the law lets them see there; in a space that closed, nothing. */
export function placeOf({ space, standing }: Request): { whose?: string; standing?: Standing | undefined } {
  if (space === "closed") return { whose: "nobody" };
  return space ? { whose: space.protectedPerson.personId, standing: space.standing } : { standing };
}

function open(world: World, sealed: string, owner: string | undefined, whose: string | undefined) {
  try {
    const text = unseal(keys(world), Buffer.from(sealed, "base64url"), about(owner, whose));
    return keptSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // Somebody else's, sealed with an older key, or not ours at all.
    return undefined;
  }
}
