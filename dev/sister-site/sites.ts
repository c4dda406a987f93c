import { randomBytes } from "node:crypto";
import type { RegisteredSite } from "../../src/modules/connect/index.ts";

type Shown = Pick<RegisteredSite, "id" | "name" | "purpose" | "scopes">;

/** Two sites of the institution, for show: what one signs in to once, the other opens too. */
const shown: readonly Shown[] = [
  {
    id: "pension-alimentaire",
    name: { fr: "Pension alimentaire (démonstration)", en: "Child support (demonstration)" },
    purpose: {
      fr: "Un site d’essai, pour voir comment on entre ailleurs avec son espace.",
      en: "A trial site, to see how one enters elsewhere with one’s account.",
    },
    scopes: ["profile", "email", "quality"],
  },
  {
    id: "rendez-vous",
    name: { fr: "Prise de rendez-vous (démonstration)", en: "Appointments (demonstration)" },
    purpose: {
      fr: "Un second site d’essai : on y entre sans se connecter de nouveau.",
      en: "A second trial site: one enters it without signing in again.",
    },
    scopes: ["profile"],
  },
];

/** The demonstration sites as Foyer registers them, each on a host of its own under localhost. */
export const demonstrationSites = (port: number): RegisteredSite[] =>
  shown.map((site) => {
    const origin = `http://${site.id}.localhost:${port}`;
    return {
      ...site,
      kind: "site",
      secret: randomBytes(32).toString("base64url"),
      redirectUris: [`${origin}/callback`],
      signedOutUris: [`${origin}/`],
      backchannelLogoutUri: `${origin}/sessions/end`,
    };
  });
