import { type DemoFile, type DemoPerson, demoFiles, identifierOf } from "../../dev/demo/people.ts";

export type Someone = {
  /** As they are called on every page. */
  name: string;
  person: DemoPerson;
  file: DemoFile;
  /** What they sign in with. */
  identifier: string;
  /** The file's: good for one first sign-in (CP-03). */
  oldPassword: string;
  /** The one they choose in these journeys. */
  password: string;
};

/** A demo person by first name. */
export function someone(firstName: string): Someone {
  for (const file of demoFiles)
    for (const person of file.people)
      if (person.firstNames.split(" ")[0] === firstName)
        return {
          name: nameOf(person),
          person,
          file,
          identifier: identifierOf(person) ?? "",
          oldPassword: file.oldPassword,
          password: "Tulipe-Vapeur-43",
        };
  throw new Error(`Nobody is called ${firstName} among the demo people`);
}

/** The first of the first names, and the name in use. */
export const nameOf = ({ firstNames, usedName, birthName }: DemoPerson) =>
  `${firstNames.split(" ")[0]} ${usedName ?? birthName}`;
