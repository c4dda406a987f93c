import { civilDay } from "../../../../law/access/relations.ts";
import type { App, Request } from "../../../platform/http/server.ts";
import { type Reach, within } from "../../../platform/reach.ts";
import type { World } from "../../../world.ts";
import type { Visitor } from "./session.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** For whom the database answers this request: nobody until somebody is signed in (SEC-11). */
    reach: Reach;
  }
}

/** Each request has a reach of its own, from its first hook to the end of its answer. */
export function openReach(app: App) {
  // An object cannot be shared by requests: the hook gives each its own.
  app.decorateRequest("reach", null as unknown as Reach);
  app.addHook("onRequest", (request, _reply, done) => {
    request.reach = {};
    within(request.reach, done);
  });
  // What reads a body may call back from outside the request.
  app.addHook("preValidation", (request, _reply, done) => within(request.reach, done));
}

/** From here on, the database answers this request for that person. */
export function reachOf(request: Request, world: World, { person }: Visitor) {
  request.reach.person = person.personId;
  request.reach.on = civilDay(world.clock(), world.institution.timeZone);
}
