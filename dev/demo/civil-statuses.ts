import type { Address, CivilStatus } from "../../src/modules/identity/index.ts";

/** What the civil register says of the demo people, by the end of their id: each fits its number. */
const statuses: Readonly<Record<string, CivilStatus>> = {
  "101": { sex: "F", birthCode: "2A004", birthPlace: "Ajaccio" },
  "201": { sex: "F", birthCode: "69123", birthPlace: "Lyon" },
  "202": { sex: "M", birthCode: "38185", birthPlace: "Grenoble" },
  "301": {
    sex: "F",
    birthCode: "99350",
    birthPlace: "Oujda",
    parents: [
      { birthName: "Benali", firstNames: "Hassan" },
      { birthName: "Chraïbi", firstNames: "Latifa" },
    ],
  },
  "302": { sex: "F", birthCode: "13055", birthPlace: "Marseille" },
  "303": { sex: "M", birthCode: "13055", birthPlace: "Marseille" },
  "401": { sex: "F", birthCode: "29019", birthPlace: "Brest" },
  "402": { sex: "M", birthCode: "22278", birthPlace: "Saint-Brieuc" },
  "403": { sex: "M", birthCode: "29019", birthPlace: "Brest" },
  "404": { sex: "F", birthCode: "29019", birthPlace: "Brest" },
  "405": { sex: "M", birthCode: "29019", birthPlace: "Brest" },
  "501": { sex: "M", birthCode: "31555", birthPlace: "Toulouse" },
  "502": {
    sex: "F",
    birthCode: "99326",
    birthPlace: "Bouaké",
    parents: [
      { birthName: "N’Guessan", firstNames: "Kouamé" },
      { birthName: "Konan", firstNames: "Adjoua Marie" },
    ],
  },
  "601": { sex: "M", birthCode: "33063", birthPlace: "Bordeaux" },
  "701": {
    sex: "F",
    birthCode: "99212",
    birthPlace: "Mazar-e-Charif",
    parents: [{ birthName: "Haidari", firstNames: "Mohammad" }],
  },
};

/** Where the files of the demo people live, by their number. The streets are invented. */
const addresses: Readonly<Record<string, Address>> = {
  "1204587": at("8 rue des Lauriers-Roses", "20000", "Ajaccio"),
  "2318840": at("27 rue du Moulin-à-Vent", "69003", "Lyon", "Bâtiment B, 4e étage"),
  "3470215": at("5 impasse des Figuiers", "13013", "Marseille"),
  "4591038": at("14 rue de l’Ancienne-Forge", "29200", "Brest"),
  "5602974": at("112 avenue des Violettes", "31500", "Toulouse"),
  "6713540": at("3 place du Vieux-Puits", "33000", "Bordeaux"),
  "7824196": at("21 rue des Tisserands", "59100", "Roubaix", "Chez Mme Karimi"),
};

function at(street: string, postcode: string, town: string, extra: string | null = null): Address {
  return { street, extra, postcode, town, country: "FR" };
}

/** The civil status of a demo person, by their id. */
export const civilStatusOf = (id: string): CivilStatus | undefined => statuses[id.slice(-3)];

/** Where the people of a demo file live, by its number. */
export const addressOf = (fileNumber: string): Address | undefined => addresses[fileNumber];
