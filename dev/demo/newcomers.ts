import type { Nia } from "../../law/credentials/nia.ts";
import { type Nir, nirKey } from "../../law/credentials/nir.ts";
import type { CivilRegistry } from "../../src/civil-registry/civil-registry.ts";
import { type Row, registryOf } from "../../src/civil-registry/table.ts";
import { civilStatusOf } from "./civil-statuses.ts";
import { demoFiles } from "./people.ts";

/** Somebody the national register knows and the institution does not yet: they walk the first claim (CP-10). */
export type NewcomerPerson = Row & { birthPlace: string };

const number = (first13: string) => (first13 + nirKey(first13)) as Nir & Nia;

/** Invented people. Their numbers are valid by key and fit their births; nobody real has them. */
export const newcomers: readonly NewcomerPerson[] = [
  {
    firstNames: "Manon Louise",
    birthName: "Carpentier",
    birthDate: "2003-05-12",
    sex: "F",
    birthCode: "54395",
    birthPlace: "Nancy",
    number: number("2030554395117"),
  },
  {
    firstNames: "Tiago",
    birthName: "Ferreira d’Almeida",
    birthDate: "1996-09-28",
    sex: "M",
    birthCode: "99139",
    birthPlace: "Braga",
    number: number("1960999139064"),
  },
  {
    // A single name, a waiting number, and a birth of which the register knows the year alone.
    firstNames: "",
    birthName: "Zarmina",
    birthDate: "2001-00-00",
    sex: "F",
    birthCode: "99212",
    birthPlace: "Hérat",
    number: number("8010099212031"),
  },
];

/** The register that stands for the national one in development: the demo people and the newcomers. */
export const demoRegistry = (): CivilRegistry => registryOf([...demoRows(), ...newcomers]);

function demoRows(): Row[] {
  return demoFiles
    .flatMap(({ people }) => people)
    .flatMap(({ id, firstNames, birthName, birthDate, nir13 }) => {
      const status = civilStatusOf(id);
      if (!nir13 || !status) return [];
      const { sex, birthCode } = status;
      return [{ firstNames, birthName, birthDate, sex, birthCode, number: number(nir13) }];
    });
}
