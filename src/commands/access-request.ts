import { existsSync, writeFileSync } from "node:fs";
import {
  type AccessDecision,
  decideAccessRequest,
  openAccessRequests,
  readAccessRequest,
  reissueAccess,
} from "../modules/contributions/index.ts";
import { drawPdf } from "../platform/pdf.ts";
import { granted, oneIdentifier } from "./access.ts";
import { agentBy, type Desk, needed, readOptions } from "./command.ts";

/** `foyer access-request list|show|issue|refuse|again --institution cnss …`: hands accesses over without the desk's pages (CN-04). */
export async function accessRequest([what = "", ...rest]: string[], desk: Desk): Promise<void> {
  const does = { list, show, issue: decide("issue"), refuse: decide("refuse"), again }[what];
  if (!does) throw new Error("Say: foyer access-request list, show, issue, refuse or again");
  await does(rest, desk);
}

async function list(rest: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution", "page"]);
  const page = Number(options.page ?? "1");
  if (!Number.isSafeInteger(page) || page < 1) throw new Error("--page is a number from 1 on");
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const { requests, more } = await openAccessRequests(world, page);
    for (const { requestId, caseNumber, kind, name, sentAt, fits } of requests)
      desk.write(`${requestId} ${caseNumber} ${sentAt.toISOString()} ${kind} ${name}, register: ${fits}`);
    if (more) desk.write(`More: --page ${page + 1}`);
  });
}

async function show(rest: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution", "by"]);
  const agent = agentBy(needed(options, "by"));
  const [requestId = ""] = options.words;
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const found = await readAccessRequest(world, agent, requestId);
    if (!found) throw new Error("No request waits under this id");
    const { told, contact, kind, fits, hasAccount } = found;
    const facts = { kind, ...told, [contact.kind]: contact.value, register: fits };
    for (const [name, value] of Object.entries(facts)) if (value !== "") desk.write(`${name}: ${value}`);
    if (hasAccount) desk.write("An account has this number already.");
  });
}

/** With --letter, the first password goes on a paper instead of in a message. */
const decide = (decision: AccessDecision) => async (rest: string[], desk: Desk) => {
  const options = readOptions(rest, ["institution", "by", "reason", "letter"]);
  const agent = agentBy(needed(options, "by"));
  const [requestId = ""] = options.words;
  const { letter: file, reason = "" } = options;
  // The first password is drawn once: better no decision than a paper that cannot be written.
  if (file && existsSync(file)) throw new Error(`${file} is there already: name another file`);
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const by = file ? "letter" : "contact";
    const { letter } = granted(await decideAccessRequest(world, agent, requestId, decision, reason, by));
    if (letter && file) writeFileSync(file, await drawPdf(letter), { mode: 0o600, flag: "wx" });
    if (decision === "refuse") desk.write("Refused. The person is told why.");
    else
      desk.write(
        letter ? `Issued: print ${file}, hand it over, then delete it.` : "Issued. The person is told.",
      );
  });
};

/** Another first password for who lost theirs, by the number typed in: in a message, or with --letter on a paper. */
async function again(rest: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution", "by", "reason", "letter"]);
  const agent = agentBy(needed(options, "by"));
  const reason = needed(options, "reason");
  const { letter: file } = options;
  if (file && existsSync(file)) throw new Error(`${file} is there already: name another file`);
  const number = await oneIdentifier(desk, options.words);
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const by = file ? "letter" : "contact";
    const { letter } = granted(await reissueAccess(world, agent, { number, reason, by, language: "fr" }));
    if (letter && file) writeFileSync(file, await drawPdf(letter), { mode: 0o600, flag: "wx" });
    desk.write(letter ? `Print ${file}, hand it over, then delete it.` : "Sent. The person is told.");
  });
}
