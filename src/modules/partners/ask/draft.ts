import { z } from "zod";
import { type StructureKind, structureKinds } from "../../../../law/partners/structure.ts";

const kinds = Object.keys(structureKinds) as [StructureKind, ...StructureKind[]];

const service = z.object({
  name: z.string(),
  firstNames: z.string(),
  lastName: z.string(),
  mail: z.string(),
  /** How many people need an access, the manager included. */
  people: z.number(),
});

/** All that the person who asks has told so far. Kept sealed until it is sent. */
export const draftSchema = z.object({
  structure: z
    .object({
      name: z.string(),
      kind: z.enum(kinds),
      number: z.object({ kind: z.enum(["siret", "rna"]), value: z.string() }),
    })
    .optional(),
  address: z
    .object({
      street: z.string(),
      extra: z.string().nullable(),
      postcode: z.string(),
      town: z.string(),
    })
    .optional(),
  asker: z
    .object({ firstNames: z.string(), lastName: z.string(), duty: z.string(), mail: z.string() })
    .optional(),
  /** The code sent to that address was typed. */
  confirmedMail: z.string().optional(),
  services: z.array(service).default([]),
  /** All services are told. */
  servicesDone: z.boolean().default(false),
  /** All was read again and found right. */
  checked: z.boolean().default(false),
});

export type Draft = z.infer<typeof draftSchema>;
export type DraftService = z.infer<typeof service>;

export const newDraft = (): Draft => ({ services: [], servicesDone: false, checked: false });
