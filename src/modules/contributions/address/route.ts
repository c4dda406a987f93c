import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { findAddress, takeTyped, visitorOf } from "../../identity/index.ts";
import { changeAddress } from "./change-address.ts";
import { addressPage } from "./page.ts";

const field = z.string().max(300).default("");
const given = z.object({ street: field, extra: field, postcode: field, town: field });

/** A person's own address (CN-12). */
export function addressRoutes(app: App, world: World) {
  const { country } = world.institution;

  app.get("/address", async (request, reply) => {
    const { personId } = visitorOf(request).person;
    const kept = await takeTyped(world, personId, "/address");
    const { street = "", extra, postcode, town = "" } = (await findAddress(world.db, personId)) ?? {};
    const known = { street, extra: extra ?? "", postcode: postcode ?? "", town };
    return answer(reply, addressPage({ shell: shellOf(request, reply), country, typed: kept ?? known }));
  });

  app.post("/address", { schema: { body: given } }, async (request, reply) => {
    const changed = await changeAddress(world, visitorOf(request), request.body);
    if ("done" in changed) return goTo(reply, "/home?done=address");
    const shell = shellOf(request, reply);
    return answer(reply, addressPage({ shell, country, typed: request.body, errors: changed.refused }), 422);
  });
}
