import { demoAgentPassword } from "../../dev/demo/agents.ts";
import { codeAt } from "../../test/desk.ts";
import type { TestFoyer } from "./foyer.ts";
import type { Tab } from "./tab.ts";

/** An agent signs in at the desk for the first time: number and password, then the app: linked at the first sign-in. */
export async function enterDesk(tab: Tab, foyer: TestFoyer, number: string): Promise<void> {
  await tab.open("/desk");
  await tab.stands("/desk/sessions/new", "Connexion des agents");
  await tab.type("Numéro d’agent", number);
  await tab.type("Mot de passe", demoAgentPassword);
  await tab.press("Continuer");
  await tab.stands("/desk/sessions/current/second-factor", "Relier une application d’authentification");
  const secret = (await tab.page.locator("[data-totp-secret]").textContent()) ?? "";
  await tab.type("Code que montre l’application", codeAt(secret, foyer.world.clock()));
  await tab.press("Valider le code");
  await tab.stands("/desk", "Accueil des agents");
}
