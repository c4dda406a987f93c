import { z } from "zod";
import type { Address } from "../address/address.ts";
import type { Parent } from "../civil-status/civil-status.ts";

const parent = z.object({ birthName: z.string(), firstNames: z.string() }) satisfies z.ZodType<Parent>;

const address = z.object({
  street: z.string(),
  extra: z.string().nullable(),
  postcode: z.string().nullable(),
  town: z.string(),
  country: z.enum(["FR", "DJ"]),
}) satisfies z.ZodType<Address>;

const place = z.discriminatedUnion("in", [
  z.object({
    in: z.literal("france"),
    /** What was typed to look for the commune. */
    sought: z.string().optional(),
    code: z.string().optional(),
    name: z.string().optional(),
    department: z.string().optional(),
    /** The person does not find it in the official list. */
    unlisted: z.boolean().optional(),
  }),
  z.object({ in: z.literal("abroad"), iso: z.string().optional(), town: z.string().optional() }),
]);

const contact = z.object({
  value: z.string(),
  verified: z.boolean(),
  /** The person will type its code another day. */
  putOff: z.boolean(),
});

/** What FranceConnect said of who came by it, for the account to be linked to it in the end (CP-22). */
const vouched = z.object({
  /** What finds the identity, linked to a person. */
  foundBy: z.base64(),
  pivot: z.object({
    firstNames: z.string(),
    birthName: z.string(),
    usedName: z.string().nullable(),
    birthDate: z.string(),
    sex: z.enum(["F", "M"]).optional(),
    birthCode: z.string().optional(),
  }),
  idToken: z.string(),
  saidAt: z.iso.datetime().transform((text) => new Date(text)),
});

/** All that a newcomer has answered so far; what is not answered yet is absent. Kept sealed until the account opens. */
export const draftSchema = z.object({
  /** Where they go on once the account is open. */
  next: z.string(),
  vouched: vouched.optional(),
  names: z
    .object({
      birthName: z.string(),
      usedName: z.string().nullable(),
      /** Empty where the civil register has a single name. */
      firstNames: z.string(),
    })
    .optional(),
  sex: z.enum(["F", "M"]).optional(),
  /** "YYYY-MM-DD", 00 where the register knows no day or month. */
  birth: z.string().optional(),
  place: place.optional(),
  parents: z.array(parent).optional(),
  number: z
    .union([z.literal("none"), z.object({ kind: z.enum(["nir", "nia"]), value: z.string() })])
    .optional(),
  address: address.optional(),
  /** What the civil registry said of the number, once all of it was told right. */
  registry: z.enum(["match", "mismatch", "unknown", "not asked"]).optional(),
  /** How many times the registry was asked for this opening. */
  asked: z.number().default(0),
  /** All was read again and found right. */
  checked: z.boolean().default(false),
  /** A mail address told by FranceConnect: proposed, and theirs once they took it and typed its code. */
  proposedMail: z.string().optional(),
  mail: contact.optional(),
  mobile: contact.optional(),
});

export type Draft = z.infer<typeof draftSchema>;
export type Vouched = z.infer<typeof vouched>;
export type DraftContact = z.infer<typeof contact>;

export const newDraft = (next: string): Draft => ({ next, asked: 0, checked: false });
