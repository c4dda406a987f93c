import { type CampaignReason, campaignReasons } from "../../law/credentials/campaign.ts";
import { askPasswordChange, campaignProgress, campaignsOf, personsBy } from "../modules/identity/index.ts";
import { granted } from "./access.ts";
import { agentBy, type Desk, needed, readLines, readOptions } from "./command.ts";

/**
 * `foyer password-campaign start|list|progress --institution caf …` (MC-13). `start --everybody` asks all; without it,
 * the identifiers typed in, one a line.
 */
export async function passwordCampaign([what = "", ...rest]: string[], desk: Desk): Promise<void> {
  const does = { start, list, progress }[what];
  if (!does) throw new Error("Say: foyer password-campaign start, list or progress");
  await does(rest, desk);
}

async function start(rest: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution", "by", "why", "note"], ["everybody"]);
  const why = needed(options, "why");
  const note = needed(options, "note");
  const agent = agentBy(needed(options, "by"));
  if (!isReason(why)) throw new Error(`--why is one of ${Object.keys(campaignReasons).join(", ")}`);
  const typed = options.everybody ? [] : await readLines(desk.input);
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const to = options.everybody ? "everybody" : granted(await personsBy(world, typed)).personIds;
    const { campaignId } = granted(await askPasswordChange(world, agent, { to, why, note }));
    desk.write(`Campaign ${campaignId} has started. Running servers walk the accounts.`);
  });
}

async function list(rest: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution"]);
  await desk.withWorld(needed(options, "institution"), async (world) => {
    for (const one of await campaignsOf(world)) desk.write(line(one));
  });
}

async function progress(rest: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution"]);
  const [campaignId = ""] = options.words;
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(campaignId);
    const found = isId ? await campaignProgress(world, campaignId) : undefined;
    if (!found) throw new Error("No campaign has this id: see foyer password-campaign list");
    desk.write(line(found));
  });
}

const isReason = (text: string): text is CampaignReason => Object.hasOwn(campaignReasons, text);

const line = (one: Awaited<ReturnType<typeof campaignsOf>>[number]) =>
  `${one.campaignId} ${one.startedAt.toISOString()} ${one.why} by ${one.askedBy}: asked ${one.asked}, done ${one.done}, remaining ${one.remaining}${one.finishedAt ? "" : ", still walking"} (${one.note})`;
