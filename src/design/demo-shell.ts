import { caf } from "../../institutions/caf/index.ts";
import type { Shell } from "./page.ts";

/** A shell for tests: the Caf in French, nobody signed in. */
export const demoShell = (otherwise: Partial<Shell> = {}): Shell => ({
  brand: caf,
  language: "fr",
  contrast: "standard",
  nonce: "nonce-for-tests",
  csrf: "token-for-tests",
  path: "/sessions/new",
  assets: {
    css: "/assets/caf.css",
    script: "/assets/foyer.js",
    passkeys: "/assets/passkeys.js",
    icon: "/assets/caf.svg",
  },
  ...otherwise,
});
