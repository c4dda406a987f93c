import type { Request } from "../../../platform/http/server.ts";
import { type Person, visitorOf } from "../../identity/index.ts";
import { type Standing, standingIn } from "../standing.ts";
import type { SpaceNow } from "./spaces.ts";

/** Who acts, for whom, and what the law lets them: everybody for themselves, a guardian in a space for another (MC-07). */
export type Acting = { actor: Person; person: Person; standing: Standing };

type Asked = Pick<Request, "standing" | "space" | "visitor">;

/** Who acts in this request, whose gate is passed; in a space that closed since, nobody does. */
export function actingIn(request: Asked): Acting {
  const actor = visitorOf(request).person;
  const space = openIn(request);
  if (space) return { actor, person: space.protectedPerson, standing: space.standing };
  return { actor, person: actor, standing: standingIn(request) };
}

/** What the law lets the visitor do here: on their own file, or in the space they stand in. */
export const standingOn = (request: Asked): Standing => openIn(request)?.standing ?? standingIn(request);

/** Whose affairs this request is about: the visitor's own, or those of whom they protect. */
export const whoseIn = (request: Asked): string => actingIn(request).person.personId;

function openIn({ space }: { space: SpaceNow }) {
  if (space === "closed") throw new Error("A route was reached in a space that is closed");
  return space;
}
