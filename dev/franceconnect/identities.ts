import type { Sentence } from "../../law/language.ts";
import { civilStatusOf } from "../demo/civil-statuses.ts";
import { newcomers } from "../demo/newcomers.ts";
import { demoFiles, hasAccount } from "../demo/people.ts";

/** Somebody who has an account with an identity provider: their pivot identity, and the mail they gave there. */
export type Identity = {
  id: string;
  /** What this identity is good for; the demo people explain themselves. */
  shows?: Sentence;
  claims: {
    given_name: string;
    family_name: string;
    preferred_username?: string;
    birthdate: string;
    gender: "female" | "male";
    /** The commune's INSEE code; empty for a birth abroad. */
    birthplace: string;
    birthcountry: string;
    email: string;
  };
};

const france = "99100";

/** A person of the demo, as FranceConnect would describe them. */
type Described = {
  id: string;
  firstNames: string;
  birthName: string;
  usedName?: string;
  birthDate: string;
  sex: "F" | "M";
  birthCode: string;
  mail?: string;
};

function identityOf(person: Described): Identity {
  const { id, firstNames, birthName, usedName, birthDate, sex, birthCode, mail } = person;
  const isAbroad = birthCode.startsWith("99");
  return {
    id,
    claims: {
      given_name: firstNames,
      family_name: birthName,
      ...(usedName && { preferred_username: usedName }),
      birthdate: birthDate,
      gender: sex === "M" ? "male" : "female",
      birthplace: isAbroad ? "" : birthCode,
      birthcountry: isAbroad ? birthCode : france,
      email:
        mail ?? `${[firstNames.split(" ")[0], birthName].map(plain).filter(Boolean).join(".")}@exemple.fr`,
    },
  };
}

const plain = (name = "") =>
  name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();

/** The adults of the demo files. */
const known = demoFiles.flatMap(({ people }) =>
  people.filter(hasAccount).flatMap((person) => {
    const status = civilStatusOf(person.id);
    return status ? [identityOf({ ...person, ...status })] : [];
  }),
);

/** Those whom the national register knows and the Caf does not: they go on to open an account. */
const arriving = newcomers.map((person, n) => ({
  ...identityOf({ ...person, id: `newcomer-${n + 1}` }),
  shows: { fr: "Pas encore connu de la Caf", en: "Not known to the Caf yet" },
}));

/** Invented people whom no institution knows, or whom it could take for somebody else. */
const strangers: readonly Identity[] = [
  {
    id: "stranger",
    shows: { fr: "Inconnu de la Caf", en: "Unknown to the Caf" },
    claims: {
      given_name: "Théo Marcel",
      family_name: "Marchand",
      birthdate: "1997-03-12",
      gender: "male",
      birthplace: "54395",
      birthcountry: france,
      email: "theo.marchand@exemple.fr",
    },
  },
  {
    id: "homonym",
    shows: {
      fr: "Homonyme de Nadia, du même jour, née dans une autre commune",
      en: "Has Nadia’s names and birth date, but was born in another town",
    },
    claims: {
      given_name: "Nadia",
      family_name: "Benali",
      birthdate: "1990-05-30",
      gender: "female",
      birthplace: "59350",
      birthcountry: france,
      email: "n.benali@exemple.fr",
    },
  },
  {
    id: "slip",
    shows: {
      fr: "Camille Susini avec une faute dans le nom",
      en: "Camille Susini with a slip in the name",
    },
    claims: {
      given_name: "Camille Marie",
      family_name: "Suzini",
      birthdate: "1994-02-17",
      gender: "female",
      birthplace: "2A004",
      birthcountry: france,
      email: "camille.suzini@exemple.fr",
    },
  },
  {
    id: "no-day",
    shows: {
      fr: "Né à l’étranger, jour et mois de naissance inconnus, inconnu de la Caf",
      en: "Born abroad, day and month of birth unknown, unknown to the Caf",
    },
    claims: {
      given_name: "Ismaël",
      family_name: "Warsame",
      birthdate: "1984-00-00",
      gender: "male",
      birthplace: "",
      birthcountry: "99399",
      email: "ismael.warsame@exemple.fr",
    },
  },
];

/** Everyone who can sign in at the stand-in: the adults of the demo, then those whom it must not take for them. */
export const identities: readonly Identity[] = [...known, ...arriving, ...strangers];
