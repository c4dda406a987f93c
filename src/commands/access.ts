import { afterDay } from "../../law/credentials/told-moment.ts";
import { liftAlarm, liftSuspension, personBy, readCase, suspendAccess } from "../modules/identity/index.ts";
import { agentBy, type Desk, needed, readLines, readOptions } from "./command.ts";

/** `foyer suspend --institution caf --by NAME --reason TEXT [--until 2026-03-31] < identifier` (MC-14). */
export async function suspend(rest: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution", "by", "reason", "until"]);
  const reason = needed(options, "reason");
  const agent = agentBy(needed(options, "by"));
  const { until } = options;
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    throw new Error("--until is a day, such as 2026-03-31: the last one closed");
  const typed = await oneIdentifier(desk, options.words);
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const { personId } = granted(await personBy(world, typed));
    const end = until === undefined ? {} : { until: afterDay(until, world.institution.timeZone) };
    granted(await suspendAccess(world, agent, personId, { reason, ...end }));
    desk.write(`Suspended${until ? ` until ${until} included` : ""}. The person is told.`);
  });
}

/** `foyer lift --institution caf --by NAME --reason TEXT [--alarm] < identifier` (MC-14, CN-09). */
export async function lift(rest: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution", "by", "reason"], ["alarm"]);
  const reason = needed(options, "reason");
  const agent = agentBy(needed(options, "by"));
  const typed = await oneIdentifier(desk, options.words);
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const { personId } = granted(await personBy(world, typed));
    const lifts = options.alarm ? liftAlarm : liftSuspension;
    granted(await lifts(world, agent, personId, { reason }));
    desk.write(options.alarm ? "What the alarm closed is open again." : "The suspension is lifted.");
  });
}

/** `foyer case --institution caf --by NAME 4F7K-29QD`: a report of danger, by the number the person was given (SP-10). */
export async function showCase(rest: string[], desk: Desk): Promise<void> {
  const options = readOptions(rest, ["institution", "by"]);
  const agent = agentBy(needed(options, "by"));
  const [number = ""] = options.words;
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const found = await readCase(world, agent, number);
    if (!found) throw new Error("No report has this number");
    for (const [name, value] of Object.entries({ ...found, ...found.person, person: undefined }))
      if (value !== undefined && value !== null && value !== "")
        desk.write(`${name}: ${value instanceof Date ? value.toISOString() : value}`);
  });
}

/** The identifier typed in; refused on the command line. */
export async function oneIdentifier(desk: Desk, words: readonly string[]): Promise<string> {
  if (words.length > 0)
    throw new Error("Type the identifier in, or send it from a file: it must not stand on the command line");
  const [identifier, ...more] = await readLines(desk.input);
  if (!identifier || more.length > 0) throw new Error("One identifier is expected on standard input");
  return identifier;
}

/** What a use case refused ends the command with its words. */
export function granted<T extends object>(result: T): Exclude<T, { refused: unknown }> {
  if ("refused" in result) throw new Error((result.refused as { en: string }).en);
  return result as Exclude<T, { refused: unknown }>;
}
