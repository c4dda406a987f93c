import { z } from "zod";
import { alarmChannels, alarmKinds } from "../../../../law/credentials/alarm.ts";
import { campaignReasons, longestList } from "../../../../law/credentials/campaign.ts";

const keysOf = <T extends object>(table: T) => Object.keys(table) as [keyof T & string];

const identifier = z
  .string()
  .max(100)
  .describe("Social-security number (13 or 15 characters) or provisional identifier (P and 8 digits)");
const reason = z
  .string()
  .max(500)
  .describe("Kept for colleagues and the journal; the person does not read it");

export const suspensionSchema = z.object({
  identifier,
  reason,
  until: z.iso.date().optional().describe("Last day closed, yyyy-mm-dd; without it, until it is lifted"),
});

export const liftingSchema = z.object({
  identifier,
  reason,
  kind: z
    .enum(["suspension", "alarm"])
    .default("suspension")
    .describe("What is lifted: the institution's suspension, or what an alarm of the person closed"),
});

export const campaignSchema = z.object({
  to: z
    .union([z.literal("everybody"), z.array(identifier).min(1).max(longestList)])
    .describe("Everybody, or these identifiers"),
  why: z.enum(keysOf(campaignReasons)).describe("What people read before they choose a new password"),
  note: z.string().max(500).describe("Kept for colleagues and the journal"),
});

export const caseSchema = z.object({
  case: z.string().max(20).describe("The number the person was given, such as 4F7K-29QD"),
});

export const whichCampaign = z.object({ campaignId: z.uuid() });

const instant = z.iso.datetime().describe("UTC");

/** Answers are described, not checked: they are made of what the use cases give. */
export const doneSchema = z.object({ done: z.literal(true) });
export const startedSchema = z.object({ campaignId: z.uuid() });
export const progressSchema = z.object({
  campaignId: z.uuid(),
  why: z.enum(keysOf(campaignReasons)),
  note: z.string(),
  askedBy: z.string(),
  everybody: z.boolean(),
  startedAt: instant,
  finishedAt: instant.nullable().describe("When all concerned had been asked; null while the walk goes on"),
  asked: z.int(),
  done: z.int().describe("New passwords chosen, whichever way"),
  remaining: z.int(),
});
export const alarmCaseSchema = z.object({
  caseNumber: z.string(),
  kind: z.enum(keysOf(alarmKinds)),
  gavePassword: z.boolean(),
  channel: z.enum(keysOf(alarmChannels)).nullable(),
  proof: z.enum(["session", "birth date"]).nullable(),
  reportedAt: instant,
  since: instant.nullable(),
  told: z.string(),
  closed: z.boolean(),
  person: z.object({ name: z.string(), birthDate: z.string() }).nullable(),
});
export const refusedSchema = z.object({
  errors: z.array(z.object({ field: z.string(), says: z.object({ fr: z.string(), en: z.string() }) })),
});
