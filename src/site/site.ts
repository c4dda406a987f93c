import type { Assets } from "../design/page.ts";
import { type App, buildServer, type ServerSettings } from "../platform/http/server.ts";
import { answerFaults } from "./faults.ts";
import { openPreferences } from "./preferences.ts";
import type { SiteBrand } from "./shell.ts";

/** Makes the server of one site: pages in the person's language and contrast, under the institution's name. */
export async function buildSite(brand: SiteBrand, assets: Assets, settings: ServerSettings): Promise<App> {
  const app = await buildServer(settings);
  app.decorate("brand", brand);
  app.decorate("assets", assets);
  app.decorateRequest("signedIn", undefined);
  app.decorateRequest("news", undefined);
  openPreferences(app);
  answerFaults(app);
  return app;
}
