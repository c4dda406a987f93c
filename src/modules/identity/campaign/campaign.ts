import {
  type CampaignReason,
  campaignReasons,
  dueByAlarm,
  longestList,
} from "../../../../law/credentials/campaign.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { Queue } from "../../../platform/jobs.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { warnPerson } from "../contact/warn.ts";
import { passwordDueText } from "./messages.ts";
import {
  askStretch,
  type CampaignProgress,
  findCampaigns,
  findDueReason,
  holdCampaign,
  insertCampaign,
  nameCampaignPersons,
  noteDueTold,
  noteWalked,
} from "./store.ts";

/** Who is asked for a new password: everybody, or these persons. */
export type CampaignTarget = "everybody" | readonly string[];

export type Campaign = {
  to: CampaignTarget;
  /** What people read. */
  why: CampaignReason;
  /** For agents alone. */
  note: string;
};

export type CampaignAsked = { campaignId: string } | { refused: Sentence };

/**
 * Asks one person, some or all for a new password (MC-13). It is noted on the accounts by jobs, a bounded number at a
 * time; each person meets it at their next page, and is written to at their next sign-in only: millions of mails about
 * passwords would teach people to believe the false ones.
 */
export async function askPasswordChange(world: World, agent: Agent, asked: Campaign): Promise<CampaignAsked> {
  const { to, why, note } = asked;
  const everybody = to === "everybody";
  const persons = everybody ? [] : [...new Set(to)];
  if (note.trim() === "") return { refused: sentences.noNote };
  if (!everybody && persons.length === 0) return { refused: sentences.nobody };
  if (persons.length > longestList) return { refused: sentences.tooMany };
  const campaignId = newId();
  const at = world.clock();
  const result = await inTransaction(world.db, async (tx): Promise<CampaignAsked> => {
    await insertCampaign(tx, {
      campaign_id: campaignId,
      why,
      note,
      asked_by: agent.agentId,
      everybody,
      started_at: at,
    });
    if ((await nameCampaignPersons(tx, campaignId, persons)) < persons.length) throw strangers;
    await record(tx, world.keys.journal, {
      subject: campaignId,
      actor: agent.agentId,
      act: "started a password campaign",
      at,
      detail: { why, everybody, persons: persons.length },
    });
    await world.jobs.send(tx, campaignQueue, { campaignId, after: null });
    return { campaignId };
  }).catch((error: unknown) => {
    if (error === strangers) return { refused: sentences.strangers };
    throw error;
  });
  return result;
}

/** Undoes the transaction: nobody is asked where one of the persons does not exist. */
const strangers = new Error("A campaign names somebody who does not exist");

type Step = { campaignId: string; after: string | null };

/** Steps of campaigns wait here. */
export const campaignQueue: Queue<Step> = { name: "password-campaign" };

/** Accounts looked at in one transaction: some tens of milliseconds, so that nobody who signs in waits for it. */
const stretchLength = { everybody: 1000, named: 200 };

/** Takes the walk on wherever it is: a step that was done already does nothing. */
export const runCampaigns = (world: World): Promise<void> =>
  world.jobs.work(campaignQueue, (_id, step) => walkOn(world, step));

/**
 * One stretch of the walk, and the job for the next one, in one transaction: killed at any moment, the walk goes on from
 * its cursor, and nobody is asked twice.
 */
export const walkOn = (world: World, { campaignId, after }: Step): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || campaign.finishedAt || campaign.cursor !== after) return;
    const at = world.clock();
    const most = campaign.everybody ? stretchLength.everybody : stretchLength.named;
    const { startedAt } = campaign;
    const stretch = { campaignId, startedAt, after, most, at };
    const { looked, last, asked } = await askStretch(tx, stretch, !campaign.everybody);
    // Where everybody is asked, the campaign's own entry says so: one for each of millions would say no more.
    if (!campaign.everybody) await recordAsked(tx, world, asked, campaign.askedBy, campaignId);
    const isOver = looked < most;
    await noteWalked(tx, campaignId, { cursor: last, asked: asked.length, finishedAt: isOver ? at : null });
    if (!isOver) await world.jobs.send(tx, campaignQueue, { campaignId, after: last });
  });

async function recordAsked(tx: Tx, world: World, asked: readonly string[], actor: string, campaign: string) {
  const act = { actor, act: "asked for a new password", at: world.clock(), detail: { campaign } };
  for (const subject of asked) await record(tx, world.keys.journal, { subject, ...act });
}

/** The last campaigns with how far they are. */
export const campaignsOf = (world: World): Promise<CampaignProgress[]> => findCampaigns(world.db);

/** How far one campaign is; undefined where there is none of that id. */
export const campaignProgress = async (
  world: World,
  campaignId: string,
): Promise<CampaignProgress | undefined> => (await findCampaigns(world.db, campaignId))[0];

/** Why a new password is asked of this person, for the page that asks; undefined where nobody asks (MC-13). */
export async function whyPasswordDue(world: World, personId: string): Promise<Sentence | undefined> {
  const due = await findDueReason(world.db, personId);
  return due && (due.why ? campaignReasons[due.why] : dueByAlarm);
}

/** Writes once, at the sign-in that meets it, that a new password is asked for. */
export async function tellPasswordDue(
  tx: Tx,
  world: World,
  personId: string,
  language: Language,
): Promise<void> {
  await noteDueTold(tx, personId, world.clock());
  await warnPerson(tx, world, { personId, language }, passwordDueText(world, language));
}

const sentences = {
  noNote: {
    fr: "Dites pourquoi, pour vos collègues et pour le journal.",
    en: "Say why, for your colleagues and for the journal.",
  },
  nobody: {
    fr: "Nommez au moins une personne, ou demandez à tout le monde.",
    en: "Name at least one person, or ask everybody.",
  },
  tooMany: {
    fr: `Une liste compte au plus ${longestList} personnes. Partagez-la, ou demandez à tout le monde.`,
    en: `A list has at most ${longestList} persons. Split it, or ask everybody.`,
  },
  strangers: {
    fr: "La liste nomme quelqu’un que nous ne connaissons pas. Personne n’a été prévenu.",
    en: "The list names somebody we do not know. Nobody was asked.",
  },
} satisfies Record<string, Sentence>;
