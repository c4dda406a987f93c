/** How an institution sends the codes that verify a contact point. */
export type CodePolicy = {
  /** Minutes a code lives, by the way it was sent (CP-09). */
  minutes: { sms: number; mail: number };
  /** How many times a new code may be asked for, for each contact point (CP-08). */
  resends: number;
};
