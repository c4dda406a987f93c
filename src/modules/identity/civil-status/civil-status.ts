/** One parent as the birth certificate names them; first names are empty where the parent has a single name. */
export type Parent = { birthName: string; firstNames: string };

/** What the civil register says of a person beyond their name. */
export type CivilStatus = {
  sex: "F" | "M";
  /** INSEE code: the commune's where born in France ("54395"), the country's where born abroad ("99352"). */
  birthCode: string;
  /** The commune's name, or the town's where born abroad. */
  birthPlace: string;
  /** Of people born abroad, the parents that the birth certificate names (CP-12). */
  parents?: readonly Parent[];
};
