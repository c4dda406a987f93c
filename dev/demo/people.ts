import type { MemberRole } from "../../law/access/relations.ts";
import { nirKey } from "../../law/credentials/nir.ts";

/** Invented people. Their numbers are valid by key and fit their births; nobody real has them. */
export type DemoPerson = {
  id: string;
  firstNames: string;
  birthName: string;
  usedName?: string;
  birthDate: string;
  /** The 13 characters without the key; or a provisional identifier. */
  nir13?: string;
  provisional?: string;
  role: MemberRole;
  mail?: string;
  mobile?: string;
};

export type DemoFile = {
  story: { fr: string; en: string };
  fileNumber: string;
  oldPassword: string;
  people: DemoPerson[];
  since: string;
  entitlements?: { personId: string; benefit: string; from: string }[];
  protections?: { personId: string; kind: "assistance" | "representation" | "accounts"; from: string }[];
};

export const demoFiles: readonly DemoFile[] = [
  {
    story: { fr: "Personne seule", en: "Single person" },
    fileNumber: "1204587",
    oldPassword: "47190362",
    since: "2019-09-01",
    people: [
      {
        id: "00000000-0000-4000-8000-000000000101",
        firstNames: "Camille Marie",
        birthName: "Susini",
        birthDate: "1994-02-17",
        nir13: "294022A004037",
        role: "holder",
        mail: "camille.susini@exemple.fr",
        mobile: "+33639981201",
      },
    ],
  },
  {
    story: { fr: "Couple", en: "Couple" },
    fileNumber: "2318840",
    oldPassword: "80351746",
    since: "2021-06-12",
    people: [
      {
        id: "00000000-0000-4000-8000-000000000201",
        firstNames: "Awa",
        birthName: "Diallo",
        birthDate: "1988-11-03",
        nir13: "2881169123451",
        role: "holder",
        mail: "awa.diallo@exemple.fr",
        mobile: "+33639981202",
      },
      {
        id: "00000000-0000-4000-8000-000000000202",
        firstNames: "Julien André",
        birthName: "Mercier",
        birthDate: "1986-07-24",
        nir13: "1860738185112",
        role: "spouse",
        mail: "julien.mercier@exemple.fr",
      },
    ],
  },
  {
    story: { fr: "Parent seul", en: "Single parent" },
    fileNumber: "3470215",
    oldPassword: "15928460",
    since: "2017-03-01",
    people: [
      {
        id: "00000000-0000-4000-8000-000000000301",
        firstNames: "Nadia",
        birthName: "Benali",
        birthDate: "1990-05-30",
        nir13: "2900599350218",
        role: "holder",
        mobile: "+33639981203",
      },
      {
        id: "00000000-0000-4000-8000-000000000302",
        firstNames: "Inès",
        birthName: "Benali",
        birthDate: "2016-12-08",
        nir13: "2161213055420",
        role: "child",
      },
      {
        id: "00000000-0000-4000-8000-000000000303",
        firstNames: "Noé",
        birthName: "Benali",
        birthDate: "2020-04-21",
        nir13: "1200413055119",
        role: "child",
      },
    ],
  },
  {
    story: { fr: "Couple avec enfants", en: "Couple with children" },
    fileNumber: "4591038",
    oldPassword: "62074815",
    since: "2010-01-15",
    people: [
      {
        id: "00000000-0000-4000-8000-000000000401",
        firstNames: "Sophie Anne",
        birthName: "Lambert",
        usedName: "Le Goff",
        birthDate: "1981-08-14",
        nir13: "2810829019087",
        role: "holder",
        mail: "sophie.legoff@exemple.fr",
        mobile: "+33639981204",
      },
      {
        id: "00000000-0000-4000-8000-000000000402",
        firstNames: "Yann",
        birthName: "Le Goff",
        birthDate: "1979-10-02",
        nir13: "1791022278033",
        role: "spouse",
        mail: "yann.legoff@exemple.fr",
        mobile: "+33639981205",
      },
      {
        id: "00000000-0000-4000-8000-000000000403",
        firstNames: "Maël",
        birthName: "Le Goff",
        birthDate: "2010-01-09",
        nir13: "1100129019204",
        role: "other",
        mail: "mael.legoff@exemple.fr",
      },
      {
        id: "00000000-0000-4000-8000-000000000404",
        firstNames: "Léna",
        birthName: "Le Goff",
        birthDate: "2014-06-27",
        nir13: "2140629019311",
        role: "child",
      },
      {
        id: "00000000-0000-4000-8000-000000000405",
        firstNames: "Ewen",
        birthName: "Le Goff",
        birthDate: "2019-03-18",
        nir13: "1190329019150",
        role: "child",
      },
    ],
  },
  {
    story: { fr: "Couple dont le conjoint perçoit l’AAH", en: "Couple where the spouse has AAH" },
    fileNumber: "5602974",
    oldPassword: "39417508",
    since: "2015-11-01",
    entitlements: [{ personId: "00000000-0000-4000-8000-000000000502", benefit: "AAH", from: "2018-02-01" }],
    people: [
      {
        id: "00000000-0000-4000-8000-000000000501",
        firstNames: "Pierre Louis",
        birthName: "Garnier",
        birthDate: "1977-01-11",
        nir13: "1770131555266",
        role: "holder",
        mail: "pierre.garnier@exemple.fr",
      },
      {
        id: "00000000-0000-4000-8000-000000000502",
        firstNames: "Élodie",
        birthName: "N’Guessan",
        birthDate: "1982-12-19",
        nir13: "2821299326145",
        role: "spouse",
        mobile: "+33639981206",
      },
    ],
  },
  {
    story: { fr: "Personne protégée", en: "Protected person" },
    fileNumber: "6713540",
    oldPassword: "71603928",
    since: "2008-05-01",
    protections: [
      { personId: "00000000-0000-4000-8000-000000000601", kind: "assistance", from: "2022-10-03" },
    ],
    people: [
      {
        id: "00000000-0000-4000-8000-000000000601",
        firstNames: "Lucien",
        birthName: "Faure",
        birthDate: "1951-09-05",
        nir13: "1510933063078",
        role: "holder",
        mobile: "+33639981207",
      },
    ],
  },
  {
    story: { fr: "Sans numéro de sécurité sociale encore", en: "No social-security number yet" },
    fileNumber: "7824196",
    oldPassword: "28640537",
    since: "2026-01-20",
    people: [
      {
        id: "00000000-0000-4000-8000-000000000701",
        firstNames: "Samira",
        birthName: "Haidari",
        birthDate: "1999-07-00",
        provisional: "P48213907",
        role: "holder",
        mail: "samira.haidari@exemple.fr",
      },
    ],
  },
];

/** What a demo person signs in with: 15 characters, or the provisional identifier. */
export const identifierOf = (person: DemoPerson): string | undefined =>
  person.nir13 ? person.nir13 + nirKey(person.nir13) : person.provisional;

/** Whom the old password lets in for a first sign-in: the adults of the file, and members from 15 years on. */
export const hasAccount = (person: DemoPerson): boolean => person.role !== "child";
