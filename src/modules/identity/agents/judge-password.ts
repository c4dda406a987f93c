import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { judgeFor } from "../choose-password/judge-password.ts";

/** Everything wrong with the password an agent chooses: the rules that persons meet, and their own name (CP-04, SEC-07). */
export const judgeAgentPassword = (
  world: World,
  agent: { name: string; staffNumber: string },
  typed: string,
): Promise<Sentence[]> =>
  judgeFor(
    world,
    {
      firstNames: agent.name,
      birthName: agent.staffNumber,
      usedName: null,
      birthDate: "0000-00-00",
      number: undefined,
    },
    typed,
  );
