import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { takeTyped, visitorOf } from "../../identity/index.ts";
import { contributorIn } from "../contributor.ts";
import type { Employer } from "../employer.ts";
import { changeCompany, type TypedCompany } from "./change-company.ts";
import { companyPage } from "./page.ts";

const field = z.string().max(300).default("");
const given = z.object({
  "trade-name": field,
  phone: field,
  street: field,
  extra: field,
  postcode: field,
  town: field,
});

/** The data of the company that this account acts for (CN-12); for an insured person there is no such page. */
export function companyRoutes(app: App, world: World) {
  const { country } = world.institution;

  app.get("/company", async (request, reply) => {
    const contributor = contributorIn(request);
    if (contributor.kind !== "employer") return reply.callNotFound();
    const { employer } = contributor;
    const kept = await takeTyped(world, visitorOf(request).person.personId, "/company");
    const shell = shellOf(request, reply);
    return answer(
      reply,
      companyPage({ shell, country, name: employer.name, typed: kept ?? typedOf(employer) }),
    );
  });

  app.post("/company", { schema: { body: given } }, async (request, reply) => {
    const contributor = contributorIn(request);
    const changed = await changeCompany(world, visitorOf(request), request.body);
    if ("done" in changed) return goTo(reply, "/home?done=company");
    if ("none" in changed || contributor.kind !== "employer") return reply.callNotFound();
    const shell = shellOf(request, reply);
    const { name } = contributor.employer;
    return answer(
      reply,
      companyPage({ shell, country, name, typed: request.body, errors: changed.refused }),
      422,
    );
  });
}

const typedOf = ({ tradeName, phone, street, extra, postcode, town }: Employer): TypedCompany => ({
  "trade-name": tradeName ?? "",
  phone: phone ?? "",
  street: street ?? "",
  extra: extra ?? "",
  postcode: postcode ?? "",
  town: town ?? "",
});
