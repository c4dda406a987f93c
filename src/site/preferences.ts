import { type Language, languages } from "../../law/language.ts";
import type { Shell } from "../design/page.ts";
import { type App, cookieRules, type Request } from "../platform/http/server.ts";

const contrasts = ["standard", "enhanced"] as const satisfies readonly Shell["contrast"][];

/** A year, in seconds. */
const kept = { ...cookieRules, maxAge: 31_536_000 };

/**
 * Reads the language and contrast a person chose: `?lang=en` and `?contrast=enhanced` on any page choose, a cookie
 * remembers. It only serves what the person asked for, so it needs no consent (IL-06).
 */
export function openPreferences(app: App) {
  app.decorateRequest("language", "fr");
  app.decorateRequest("contrast", "standard");
  app.addHook("onRequest", async (request, reply) => {
    if (request.routeOptions.config?.plain) return;
    const asked = request.query as { lang?: unknown; contrast?: unknown };
    const [language, chosen] = choose(request, "language", asked?.lang, languages);
    const [contrast, set] = choose(request, "contrast", asked?.contrast, contrasts);
    request.language = language as Language;
    request.contrast = contrast as Shell["contrast"];
    if (chosen) reply.setCookie("__Host-language", language, kept);
    if (set) reply.setCookie("__Host-contrast", contrast, kept);
  });
}

/** The value in force, and whether the address just chose it. The first of `values` is the default. */
function choose(
  request: Request,
  name: string,
  asked: unknown,
  values: readonly string[],
): [string, boolean] {
  const inAddress = values.find((value) => value === asked);
  if (inAddress) return [inAddress, true];
  const remembered = values.find((value) => value === request.cookies[`__Host-${name}`]);
  return [remembered ?? (values[0] as string), false];
}
