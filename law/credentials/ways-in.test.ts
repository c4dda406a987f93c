import assert from "node:assert/strict";
import { test } from "node:test";
import { mayRemove } from "./ways-in.ts";

/** Password, passkeys, FranceConnect; then whether a passkey may go, and whether FranceConnect may. */
const rows = [
  [false, 0, true, undefined, false],
  [false, 1, false, false, undefined],
  [false, 1, true, true, true],
  [false, 2, false, true, undefined],
  [false, 2, true, true, true],
  [true, 0, true, undefined, true],
  [true, 1, false, true, undefined],
  [true, 1, true, true, true],
] as const;

for (const [password, passkeys, franceConnect, passkey, connect] of rows) {
  const ways = { password, passkeys, franceConnect };
  test(`CP-22 the last way in stays: ${JSON.stringify(ways)}`, () => {
    if (passkey !== undefined) assert.equal(mayRemove(ways, "passkey"), passkey);
    if (connect !== undefined) assert.equal(mayRemove(ways, "franceConnect"), connect);
  });
}
