import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceOf } from "./device.ts";

const agents = [
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Windows"],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604",
    "Safari, iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "Chrome, Android",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605 Version/18.0 Safari/605", "Safari, Mac"],
  ["curl/8.0", ""],
  [undefined, ""],
] as const;

for (const [agent, device] of agents) {
  test(`SEC-05 a session is listed under a device its owner knows: ${device || "nothing"}`, () => {
    assert.equal(deviceOf(agent), device);
  });
}
