/** A person as the civil register knows them. `birthDate` is "YYYY-MM-DD"; an unknown month or day is 00. */
export type Person = {
  personId: string;
  firstNames: string;
  birthName: string;
  /** The name used in everyday life where it is not the birth name. */
  usedName: string | null;
  birthDate: string;
};

/** "Awa Diallo": the first of the first names and the name used. */
export const callName = (person: Pick<Person, "firstNames" | "birthName" | "usedName">): string =>
  `${firstName(person)} ${person.usedName ?? person.birthName}`.trim();

export const firstName = (person: Pick<Person, "firstNames">): string =>
  person.firstNames.split(" ")[0] ?? "";
