import {
  type CodeState,
  codeState,
  codeStates,
  triesLeft,
  wrongCode,
} from "../../../../law/credentials/codes.ts";
import type { Sentence } from "../../../../law/language.ts";
import { sameBytes } from "../../../platform/crypto.ts";
import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import type { CodePoint } from "../contact/contact.ts";
import { countCodes, findLastCode, noteUsed, noteWrongTry, type StoredCode } from "../contact/store.ts";
import { dayStart, hashCode, wayOf } from "./send-code.ts";

/** Checks the code typed against the last one sent to that point; right, it is used up (SEC-03). Undefined: it was right. */
export async function checkCode(
  tx: Tx,
  world: World,
  personId: string,
  point: CodePoint,
  typed: string,
): Promise<Sentence | undefined> {
  const { kind, value } = point;
  const at = world.clock();
  const code = await findLastCode(tx, personId, kind, value, true);
  if (!code) return codeStates.late;
  const { triesToday } = await countCodes(tx, personId, value, dayStart(at));
  const state = stateOf(world, point, code, triesToday);
  if (state !== "open") return codeStates[state];
  if (sameBytes(code.hashed, hashCode(world, personId, point, code.number, typed))) {
    await noteUsed(tx, personId, kind, code, at);
    return undefined;
  }
  await noteWrongTry(tx, personId, kind, code);
  const left = triesLeft({ tries: code.tries + 1, triesToday: triesToday + 1 });
  const spent = stateOf(world, point, { ...code, tries: code.tries + 1 }, triesToday + 1);
  return left > 0 ? wrongCode(left) : codeStates[spent];
}

/** Whether that code may still be typed. */
export const stateOf = (world: World, { kind }: CodePoint, code: StoredCode, triesToday: number): CodeState =>
  codeState({ ...code, way: wayOf[kind], policy: world.institution.codes, triesToday }, world.clock());
