export type CharacterClass = "digit" | "lowercase" | "uppercase" | "special";

/** What an institution asks of a password (CP-04, CN-06). */
export type PasswordPolicy = { min: number; max: number; require: readonly CharacterClass[] };
