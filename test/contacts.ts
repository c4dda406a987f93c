import assert from "node:assert/strict";
import type { Sent, TestWorld } from "./world.ts";

/** The last code sent to this address or number. */
export async function lastCodeTo(world: TestWorld, to: string): Promise<string> {
  const codes = (await world.sent()).flatMap(({ payload }) =>
    payload.to === to ? (/\b\d{6}\b/.exec(payload.text)?.[0] ?? []) : [],
  );
  return codes.at(-1) ?? assert.fail(`no code went to ${to}`);
}

const objectionCode = /\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}\b/;

/** The messages that carry an objection code, in order. */
export async function objectionsSent(world: TestWorld) {
  return (await world.sent()).flatMap((sent: Sent) => {
    const code = objectionCode.exec(sent.payload.text)?.[0];
    return code ? [{ ...sent, to: sent.payload.to, code }] : [];
  });
}

/** The last objection code that went to this address or number. */
export async function lastObjectionTo(world: TestWorld, to: string): Promise<string> {
  const sent = (await objectionsSent(world)).filter((one) => one.to === to);
  return sent.at(-1)?.code ?? assert.fail(`no objection code went to ${to}`);
}
