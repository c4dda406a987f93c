import type { Reply, Request } from "../../../platform/http/server.ts";
import { goTo, localPath } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { clearOpeningCookie, openingIn } from "./cookie.ts";
import type { Draft } from "./draft.ts";
import { readOpening } from "./opening.ts";
import { isOpen, pathOf, type Step, stepOf } from "./steps.ts";

/** Shows a step that is open to this browser's newcomer; leads anyone else to where they stand. */
export async function onStep<T>(
  world: World,
  request: Request,
  reply: Reply,
  step: Step,
  show: (draft: Draft) => T,
): Promise<T | Reply> {
  const opening = await readOpening(world, openingIn(request));
  if (!opening || opening.ended || request.visitor || !isOpen(step, opening.draft))
    return elsewhere(world, request, reply);
  return show(opening.draft);
}

/**
 * Leads to where this browser's newcomer stands: the first step not done; signing in once that is all that is left,
 * which says the same whether the number had an account before or not (SEC-02).
 */
export async function elsewhere(world: World, request: Request, reply: Reply): Promise<Reply> {
  const opening = await readOpening(world, openingIn(request));
  if (!opening) return goTo(reply, request.visitor ? "/home" : "/openings/over");
  const { draft, ended } = opening;
  if (request.visitor) return goTo(reply, localPath(draft.next));
  if (!ended) return goTo(reply, pathOf(stepOf(draft)));
  const next = new URLSearchParams({ opened: "1", next: localPath(draft.next) });
  return goTo(clearOpeningCookie(reply), `/sessions/new?${next}`);
}
