import assert from "node:assert/strict";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import smpp, { type Pdu, type Server, type Session } from "smpp";
import { smsBySmpp } from "./smpp.ts";
import type { OnReceipt } from "./sms.ts";

/** The number of a status by its name in SMPP. */
export const status = (name: string) => smpp.errors[name] ?? -1;
/** Quick enough for a test. */
export const pace = { answer: 1200, signOfLife: 50, redial: [20] };
export const code = { id: "0198c0de-1", to: "+33612345678", text: "Votre code Caf est 482913." };

export type Gateway = {
  port: number;
  /** Every part submitted, in order. */
  submitted: Pdu[];
  binds: Pdu[];
  sessions: Session[];
  signsOfLife: number;
  server: Server;
};
export type Behaviour = {
  onBind?(bind: Pdu): number;
  /** The status of a submission; undefined: no answer at all. */
  onSubmit?(submit: Pdu, session: Session, id: string): number | undefined;
  deafTo?: "enquire_link";
};

const ends: (() => unknown)[] = [];

/** Ends what a test file opened, the latest first. */
export async function endAll(): Promise<void> {
  for (const end of ends.reverse()) await end();
}

/** A real SMPP server on this machine. */
export async function serve(behaviour: Behaviour = {}, port = 0): Promise<Gateway> {
  const gateway: Gateway = {
    port,
    submitted: [],
    binds: [],
    sessions: [],
    signsOfLife: 0,
    server: smpp.createServer({}, (session) => {
      gateway.sessions.push(session);
      session.on("error", () => session.destroy());
      session.on("bind_transceiver", (pdu) => {
        gateway.binds.push(pdu);
        session.send(pdu.response({ command_status: behaviour.onBind?.(pdu) ?? 0 }));
      });
      session.on("enquire_link", (pdu) => {
        gateway.signsOfLife++;
        if (behaviour.deafTo !== "enquire_link") session.send(pdu.response());
      });
      session.on("unbind", (pdu) => {
        session.send(pdu.response());
        session.close();
      });
      session.on("submit_sm", (pdu) => {
        gateway.submitted.push(pdu);
        const id = `part_${gateway.submitted.length}`;
        const answer = behaviour.onSubmit ? behaviour.onSubmit(pdu, session, id) : 0;
        if (answer !== undefined) session.send(pdu.response({ command_status: answer, message_id: id }));
      });
    }),
  };
  gateway.server.listen(port, "127.0.0.1");
  await once(gateway.server, "listening");
  const address = gateway.server.address();
  if (typeof address === "object" && address) gateway.port = address.port;
  ends.push(() => stop(gateway));
  return gateway;
}

/** As a gateway that goes down: every connection breaks. */
export async function stop({ server, sessions }: Gateway): Promise<void> {
  for (const session of sessions) session.destroy();
  await new Promise((resolve) => server.close(resolve));
}

/** A line of ours to the gateway. */
export function line({ port }: Gateway, onReceipt?: OnReceipt, sender = "Caf", scheme = "smpp") {
  const it = smsBySmpp(new URL(`${scheme}://foyer:secr%40t@127.0.0.1:${port}`), sender, onReceipt, pace);
  ends.push(it.close);
  return it;
}

/** Waits until it holds, at most 2 seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    assert.ok(tries < 200, `did not happen: ${holds}`);
    await wait(10);
  }
}
