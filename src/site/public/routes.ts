import type { Institution } from "../../../institutions/institution.ts";
import type { Html } from "../../design/html.ts";
import type { Shell } from "../../design/page.ts";
import type { App } from "../../platform/http/server.ts";
import { answer, shellOf } from "../shell.ts";
import { accessibilityPage } from "./accessibility-page.ts";
import { contactPage } from "./contact-page.ts";
import { dataProtectionPage } from "./data-protection-page.ts";
import { frontPage } from "./front-page.ts";
import { legalPage } from "./legal-page.ts";
import { wordsPage } from "./words-page.ts";

/** The pages that say the same to everyone. */
const notices = {
  "/legal": legalPage,
  "/accessibility": accessibilityPage,
  "/data-protection": dataProtectionPage,
  "/contact": contactPage,
  "/words": wordsPage,
} satisfies Record<string, (said: { shell: Shell; institution: Institution }) => Html>;

/** The pages anyone may read: the front page and those of the footer (IL-09). */
export function publicRoutes(app: App, institution: Institution) {
  const config = { opens: "public" } as const;

  app.get("/", { config }, (request, reply) =>
    answer(reply, frontPage({ shell: shellOf(request, reply), institution, signedIn: request.signedIn })),
  );

  for (const [path, notice] of Object.entries(notices)) {
    app.get(path, { config }, (request, reply) =>
      answer(reply, notice({ shell: shellOf(request, reply), institution })),
    );
  }
}
