import {
  changePartnerIdentifier,
  decideStructureRequest,
  endPartner,
  endPartnerAccess,
  openStructureRequests,
  resumePartner,
  resumeSite,
  suspendPartner,
  suspendSite,
} from "../modules/partners/index.ts";
import { granted } from "./access.ts";
import { agentBy, type Desk, needed, readOptions } from "./command.ts";

/**
 * `foyer structure-request list|accept|refuse --institution cpam54 [--by NAME --reason TEXT ID]`: what structures asked for,
 * and the answer they get (SP-02).
 */
export async function structureRequest([what = "", ...rest]: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution", "by", "reason", "page"]);
  const institution = needed(options, "institution");
  if (what === "list") {
    await desk.withWorld(institution, async (world) => {
      const { requests, more } = await openStructureRequests(world, Number(options.page ?? 1));
      for (const one of requests)
        desk.write(
          `${one.requestId} ${one.caseNumber} ${one.askedAt.toISOString()} ${one.structure}, ${one.town}`,
        );
      if (more) desk.write("There are more: see --page");
    });
    return;
  }
  if (what !== "accept" && what !== "refuse")
    throw new Error("Say: foyer structure-request list, accept or refuse");
  const [requestId = ""] = options.words;
  const agent = agentBy(needed(options, "by"));
  const reason = needed(options, "reason");
  await desk.withWorld(institution, async (world) => {
    granted(await decideStructureRequest(world, agent, requestId, what, reason));
    desk.write(
      what === "accept" ? "Accepted: the managers are written to." : "Refused: who asked is told why.",
    );
  });
}

/**
 * `foyer partner suspend|resume|end --institution cpam54 --by NAME --reason TEXT --structure ID [--service ID] [--until
 * 2026-03-31T18:00Z]`; `foyer partner end-access|change-identifier … --person ID` (SP-06).
 */
export async function partner([what = "", ...rest]: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, [
    "institution",
    "by",
    "reason",
    "structure",
    "service",
    "person",
    "until",
  ]);
  const agent = agentBy(needed(options, "by"));
  const reason = needed(options, "reason");
  const part = () => ({
    structureId: idIn(options, "structure"),
    ...(options.service !== undefined && { serviceId: idIn(options, "service") }),
  });
  const until = options.until === undefined ? {} : { until: momentOf(options.until) };
  await desk.withWorld(needed(options, "institution"), async (world) => {
    if (what === "suspend") granted(await suspendPartner(world, agent, part(), { reason, ...until }));
    else if (what === "resume") granted(await resumePartner(world, agent, part(), reason));
    else if (what === "end") granted(await endPartner(world, agent, part(), reason));
    else if (what === "end-access")
      granted(await endPartnerAccess(world, agent, idIn(options, "person"), reason));
    else if (what === "change-identifier")
      granted(await changePartnerIdentifier(world, agent, idIn(options, "person"), reason));
    else throw new Error("Say: foyer partner suspend, resume, end, end-access or change-identifier");
    desk.write("Done.");
  });
}

/** `foyer site suspend|resume --institution cpam54 --by NAME [--part requests] [--reason TEXT --until 2026-03-31T18:00Z]` (SP-06). */
export async function site([what = "", ...rest]: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution", "by", "part", "reason", "until"]);
  const { part = "all" } = options;
  if (part !== "all" && part !== "requests") throw new Error("--part is all or requests");
  const agent = agentBy(needed(options, "by"));
  await desk.withWorld(needed(options, "institution"), async (world) => {
    if (what === "suspend") {
      const until = momentOf(needed(options, "until"));
      granted(await suspendSite(world, agent, part, { reason: needed(options, "reason"), until }));
      desk.write(`Closed until ${until.toISOString()}.`);
    } else if (what === "resume") {
      granted(await resumeSite(world, agent, part));
      desk.write("Open again.");
    } else throw new Error("Say: foyer site suspend or resume");
  });
}

function idIn<Name extends string>(options: Partial<Record<Name, string>>, name: Name): string {
  const id = needed(options, name);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error(`--${name} is an id`);
  return id;
}

function momentOf(typed: string): Date {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(typed)
    ? Date.parse(typed)
    : Number.NaN;
  if (Number.isNaN(at)) throw new Error("--until is a moment with its zone, such as 2026-03-31T18:00Z");
  return new Date(at);
}
