import { addAgent } from "../modules/desk/index.ts";
import { agentBy, type Desk, needed, readOptions } from "./command.ts";

/**
 * `foyer agent add --institution caf --by NAME --number A1204 --name "Dominique Roy" --role administrator [--office TEXT]`:
 * the first access to the reception desk; others are given on a page there (SEC-08).
 */
export async function agent([what = "", ...rest]: string[], desk: Desk): Promise<void> {
  if (what !== "add") throw new Error("Say: foyer agent add");
  const options = readOptions(rest, ["institution", "by", "number", "name", "role", "office"]);
  const by = agentBy(needed(options, "by"));
  const typed = {
    staffNumber: needed(options, "number"),
    name: needed(options, "name"),
    roles: needed(options, "role").split(","),
    office: options.office ?? "",
    identifier: "",
    until: "",
  };
  await desk.withWorld(needed(options, "institution"), async (world) => {
    const added = await addAgent(world, by, typed);
    if ("refused" in added)
      throw new Error(
        Object.values(added.refused)
          .map(({ en }) => en)
          .join(" "),
      );
    desk.write(`Password, to hand over: ${added.password}`);
    desk.write("It works once, within 72 hours, at /desk/sessions/new.");
  });
}
