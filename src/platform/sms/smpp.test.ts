import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Pdu } from "smpp";
import { isPermanent, smsBy } from "./index.ts";
import { code, endAll, line, serve, status, stop, until } from "./test-gateway.ts";

after(endAll);

/** What the phone would show: the parts by their order, decoded by the library. */
function reassembled(parts: readonly Pdu[]): string {
  const place = (pdu: Pdu) => pdu.short_message?.udh?.[0]?.readUInt8(4) ?? 1;
  return [...parts]
    .sort((a, b) => place(a) - place(b))
    .map((pdu) => pdu.short_message?.message)
    .join("");
}

test("CP-06 a code goes out by SMS, under the institution's name, and is answered by the gateway's id", async () => {
  const gateway = await serve();
  const sent = await line(gateway, () => {}).send(code);
  assert.deepEqual(sent, { gatewayId: "part_1" });
  const [bind] = gateway.binds;
  assert.deepEqual([bind?.system_id, bind?.password], ["foyer", "secr@t"]);
  const [submit] = gateway.submitted;
  assert.equal(submit?.short_message?.message, code.text);
  assert.deepEqual(
    [submit?.source_addr_ton, submit?.source_addr, submit?.dest_addr_ton, submit?.destination_addr],
    [5, "Caf", 1, "33612345678"],
  );
  assert.deepEqual([submit?.registered_delivery, submit?.data_coding, submit?.esm_class], [1, 0, 0]);
});

const texts: readonly { says: string; text: string; coding: number; parts: number }[] = [
  { says: "GSM accents", text: "Été à la crèche, où ? Ça c'est 10 €", coding: 0, parts: 1 },
  { says: "other accents", text: "Vous êtes reçue à l’hôtel de ville 👪", coding: 8, parts: 1 },
  {
    says: "a long plain text",
    text: "Bonjour, votre dossier est complet. ".repeat(9).trim(),
    coding: 0,
    parts: 3,
  },
  {
    says: "a long text with ê",
    text: "Vous êtes attendue à l’accueil. ".repeat(5).trim(),
    coding: 8,
    parts: 3,
  },
];

for (const { says, text, coding, parts } of texts) {
  test(`${says}: ${parts} part(s), read on the phone as written`, async () => {
    const gateway = await serve();
    const { gatewayId } = await line(gateway).send({ ...code, text });
    assert.equal(gatewayId, "part_1");
    assert.equal(gateway.submitted.length, parts);
    assert.equal(reassembled(gateway.submitted), text);
    for (const [index, part] of gateway.submitted.entries()) {
      assert.equal(part.data_coding, coding);
      if (parts === 1) continue;
      assert.equal(part.esm_class, 0x40);
      const [header] = part.short_message?.udh ?? [];
      const [kind, size, , total, place] = [...(header ?? [])];
      assert.deepEqual([kind, size, total, place], [0, 3, parts, index + 1]);
    }
  });
}

test("REL-02 a second sending bears the same reference as the first, another message another one", async () => {
  const gateway = await serve();
  const { send } = line(gateway);
  const text = "a".repeat(200);
  await send({ ...code, text });
  await send({ ...code, text });
  await send({ ...code, id: "0198c0de-2", text });
  const references = gateway.submitted.map((part) => part.short_message?.udh?.[0]?.readUInt8(2));
  assert.equal(new Set(references.slice(0, 4)).size, 1);
  assert.notEqual(references[4], references[0]);
});

const statuses: readonly [name: string, permanent: boolean][] = [
  ["ESME_RTHROTTLED", false],
  ["ESME_RMSGQFUL", false],
  ["ESME_RSYSERR", false],
  ["ESME_RSUBMITFAIL", false],
  ["ESME_RINVSRCADR", false],
  ["ESME_RINVDSTADR", true],
  ["ESME_RINVMSGLEN", true],
  ["ESME_RX_P_APPN", true],
];

for (const [name, permanent] of statuses) {
  test(`${name}: ${permanent ? "the job stops" : "the job tries again"}`, async () => {
    const gateway = await serve({ onSubmit: () => status(name) });
    await assert.rejects(line(gateway).send(code), (error) => {
      assert.equal(isPermanent(error), permanent);
      assert.match(String(error), new RegExp(name));
      assert.doesNotMatch(JSON.stringify(error) + String(error), /482913|33612345678/);
      return true;
    });
  });
}

test("a status of the operator's own is no reason to give up", async () => {
  const gateway = await serve({ onSubmit: () => 0x400 });
  await assert.rejects(line(gateway).send(code), { code: "0x400", permanent: false });
});

test("a refused bind fails the sending at once, not for good, and tells no password", async () => {
  let refuse = true;
  const gateway = await serve({ onBind: () => (refuse ? status("ESME_RINVPASWD") : 0) });
  const { send } = line(gateway);
  await assert.rejects(send(code), (error) => {
    assert.equal(isPermanent(error), false);
    assert.match(String(error), /ESME_RINVPASWD/);
    assert.doesNotMatch(JSON.stringify(error) + String(error), /secr/);
    return true;
  });
  refuse = false;
  await send(code);
  assert.equal(gateway.submitted.length, 1);
});

test("a gateway that is away, then back, is found again", async () => {
  const gateway = await serve();
  const { send } = line(gateway);
  await send(code);
  await stop(gateway);
  await assert.rejects(send(code), (error) => !isPermanent(error));
  const back = await serve({}, gateway.port);
  await until(() => back.binds.length > 0);
  await send(code);
  assert.equal(back.submitted.length, 1);
});

test("a connection lost in the middle of a sending fails it at once, not for good", async () => {
  const gateway = await serve({
    onSubmit: (_, session) => {
      session.destroy();
      return undefined;
    },
  });
  await assert.rejects(line(gateway).send(code), { code: "ECONNECTION", permanent: false });
});

test("a gateway that never answers is given up in time, not for good", async () => {
  const gateway = await serve({ onSubmit: () => undefined });
  await assert.rejects(line(gateway).send(code), { code: "ETIMEDOUT", permanent: false });
});

test("signs of life keep the connection, and one without an answer renews it", async () => {
  const gateway = await serve();
  await line(gateway).send(code);
  await until(() => gateway.signsOfLife >= 3);
  assert.equal(gateway.binds.length, 1);
  const deaf = await serve({ deafTo: "enquire_link" });
  await line(deaf).send(code);
  await until(() => deaf.binds.length >= 2);
});

test("the gateway's own sign of life is answered", async () => {
  const gateway = await serve();
  await line(gateway).send(code);
  const answer = await new Promise<Pdu>((resolve) => gateway.sessions[0]?.enquire_link({}, resolve));
  assert.equal(answer.command, "enquire_link_resp");
});

const senders: readonly [sender: string, ton: number, written: string][] = [
  ["Caf", 5, "Caf"],
  ["CPAM 54", 5, "CPAM 54"],
  ["36646", 3, "36646"],
  ["+25321350000", 1, "25321350000"],
];

test("the sender is a name, a short number or a whole number", async () => {
  for (const [sender, ton, written] of senders) {
    const gateway = await serve();
    await line(gateway, undefined, sender).send(code);
    const [submit] = gateway.submitted;
    assert.deepEqual([submit?.source_addr_ton, submit?.source_addr], [ton, written]);
    assert.equal(submit?.registered_delivery, 0, "nobody listens, so no receipt is asked for");
  }
  for (const wrong of ["", "A name too long", "Caf\u0000", "Cafétéria", "--"]) {
    assert.throws(() => smsBy("smpp://127.0.0.1:9", wrong), /sender/, wrong);
  }
});

test("what no gateway could send never reaches it", async () => {
  const gateway = await serve();
  const { send } = line(gateway);
  for (const part of [
    { to: "0612345678" },
    { to: "+0612345678" },
    { text: " " },
    { text: "a".repeat(1531) },
  ]) {
    await assert.rejects(send({ ...code, ...part }), { code: "EMALFORMED", permanent: true });
  }
  assert.equal(gateway.submitted.length, 0);
});

test("ssmpp:// shows the password to no gateway without TLS", async () => {
  const gateway = await serve();
  const it = line(gateway, undefined, "Caf", "ssmpp");
  await assert.rejects(it.send(code), (error) => !isPermanent(error));
  assert.equal(gateway.binds.length, 0);
});

test("close says goodbye, and nothing is sent after it", async () => {
  const gateway = await serve();
  const { send, close } = line(gateway);
  await send(code);
  let goodbye = false;
  gateway.sessions[0]?.on("unbind", () => {
    goodbye = true;
  });
  await close();
  assert.equal(goodbye, true);
  await assert.rejects(send(code), (error) => !isPermanent(error));
  await wait(60);
  assert.equal(gateway.binds.length, 1, "does not dial again");
});
