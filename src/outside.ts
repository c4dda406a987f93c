import type { Institution } from "../institutions/institution.ts";
import type { Charter } from "../law/charters/charter.ts";
import type { CivilRegistry } from "./civil-registry/civil-registry.ts";
import type { Assets } from "./design/page.ts";
import type { InsuredRegistry } from "./insured-registry/insured-registry.ts";
import type { RegisteredSite } from "./modules/connect/index.ts";
import type { App } from "./platform/http/server.ts";
import type { OpenIdSettings } from "./platform/openid.ts";
import type { World } from "./world.ts";

export type Outside = {
  /** Frozen in tests. */
  clock?: () => Date;
  log: { write: (line: string) => void };
  /** In place of those that ship: tests open one that is data alone. */
  institutions?: readonly Institution[];
  /** In place of those in the institution's folder: tests publish versions of their own. */
  charters?: (institution: Institution) => readonly Charter[];
  /** What only development has: the mailbox, the demo people, the hall on plain localhost. */
  development?: Development;
};

export type Development = {
  lines: Lines;
  load: (world: World) => Promise<void>;
  hall: (assets: Assets) => Promise<App>;
  routes: (app: App) => void;
  /** Sites that sign people in through the institution of that id, for show. */
  sites: (institution: string) => readonly RegisteredSite[];
  /** What the institution of that id is known by at the stand-in for FranceConnect. */
  franceConnect: (institution: string) => OpenIdSettings;
  /** Stands for the national register: it knows the demo people, and some whom the institution does not know yet. */
  civilRegistry: CivilRegistry;
  /** Stands for an institution's own register of insured persons and employers. */
  insuredRegistry: InsuredRegistry;
  /** Reaches what lives under localhost. */
  fetch: typeof fetch;
  /** Foyer answers on this port now. */
  opened: (port: number, assets: Assets) => Promise<void>;
};

/** Where messages leave from. */
export type Lines = { mail: { url: string; from: string }; sms: { url: string; sender: string } };
