import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Pdu, Session } from "smpp";
import type { OnReceipt, SmsOutcome } from "./sms.ts";
import { code, endAll, line, serve, status, until } from "./test-gateway.ts";

after(endAll);

function collect(): { receipts: [string, SmsOutcome][]; onReceipt: OnReceipt } {
  const receipts: [string, SmsOutcome][] = [];
  return { receipts, onReceipt: (id, outcome) => void receipts.push([id, outcome]) };
}

const receipt = (id: string, stat: string, esm_class = 4) => ({
  esm_class,
  data_coding: 0,
  short_message: Buffer.from(
    `id:${id} sub:001 dlvrd:001 submit date:2601311200 done date:2601311201 stat:${stat} err:000 text:`,
  ),
});

const deliver = (session: Session, fields: Parameters<Session["deliver_sm"]>[0]) =>
  new Promise<Pdu>((resolve) => session.deliver_sm(fields, resolve));

const finalStates: readonly [stat: string, state: number, outcome: SmsOutcome | undefined][] = [
  ["DELIVRD", 2, "delivered"],
  ["EXPIRED", 3, "failed"],
  ["DELETED", 4, "failed"],
  ["UNDELIV", 5, "failed"],
  ["REJECTD", 8, "failed"],
  ["ENROUTE", 1, undefined],
  ["ACCEPTD", 6, undefined],
  ["UNKNOWN", 7, undefined],
];

test("sent is not delivered: each receipt says what became of the message", async () => {
  const gateway = await serve();
  const { receipts, onReceipt } = collect();
  await line(gateway, onReceipt).send(code);
  const [session] = gateway.sessions;
  assert.ok(session);
  assert.deepEqual(receipts, []);
  for (const [stat, state, outcome] of finalStates) {
    for (const fields of [
      receipt("part_1", stat),
      { esm_class: 4, receipted_message_id: "part_1", message_state: state, short_message: Buffer.alloc(0) },
    ]) {
      receipts.length = 0;
      const answer = await deliver(session, fields);
      assert.equal(answer.command_status, 0);
      assert.deepEqual(receipts, outcome ? [["part_1", outcome]] : [], stat);
    }
  }
});

test("somebody's answer by SMS is no receipt", async () => {
  const gateway = await serve();
  const { receipts, onReceipt } = collect();
  await line(gateway, onReceipt).send(code);
  const [session] = gateway.sessions;
  assert.ok(session);
  assert.equal((await deliver(session, receipt("part_1", "DELIVRD", 0))).command_status, 0);
  assert.deepEqual(receipts, []);
});

test("a receipt that could not be noted is asked for again", async () => {
  const gateway = await serve();
  let down = true;
  const noted: string[] = [];
  await line(gateway, async (id) => {
    if (down) throw new Error("The database is away.");
    noted.push(id);
  }).send(code);
  const [session] = gateway.sessions;
  assert.ok(session);
  assert.equal(
    (await deliver(session, receipt("part_1", "DELIVRD"))).command_status,
    status("ESME_RX_T_APPN"),
  );
  down = false;
  assert.equal((await deliver(session, receipt("part_1", "DELIVRD"))).command_status, 0);
  assert.deepEqual(noted, ["part_1"]);
});

test("a long message is delivered with its last part, even when receipts overtake the answers", async () => {
  const gateway = await serve({
    onSubmit: (pdu, session, id) => {
      // In one packet, as a busy gateway does.
      session.socket.cork();
      session.send(pdu.response({ message_id: id }));
      session.deliver_sm(receipt(id, "DELIVRD"), () => {});
      session.socket.uncork();
      return undefined;
    },
  });
  const { receipts, onReceipt } = collect();
  const { send } = line(gateway, onReceipt);
  const { gatewayId } = await send({ ...code, text: "a".repeat(400) });
  await until(() => receipts.length > 0);
  assert.equal(gateway.submitted.length, 3);
  assert.deepEqual(receipts, [[gatewayId, "delivered"]]);
});

test("a long message fails with any of its parts", async () => {
  const gateway = await serve();
  const { receipts, onReceipt } = collect();
  const { gatewayId } = await line(gateway, onReceipt).send({ ...code, text: "a".repeat(400) });
  const [session] = gateway.sessions;
  assert.ok(session);
  await deliver(session, receipt("part_1", "DELIVRD"));
  await deliver(session, receipt("part_3", "UNDELIV"));
  assert.deepEqual(receipts, [[gatewayId, "failed"]]);
});
