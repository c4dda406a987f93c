import smpp, { type Pdu, type Session } from "smpp";
import type { Undelivered } from "../undelivered.ts";
import { ask, lost, unanswered, unreachable } from "./smpp-ask.ts";

export type SmppAddress = { host: string; port: number; tls: boolean; systemId: string; password: string };

/** Milliseconds. */
export type Pace = {
  /** Until a request without an answer is given up. */
  answer: number;
  /** Between two signs of life: gateways drop silent connections, and firewalls forget them. */
  signOfLife: number;
  /** Before dialling again, after the first failure, the second…; the last one repeats. */
  redial: readonly number[];
};

export type SmppLink = {
  /** The session once the gateway knows us; rejects with an `Undelivered` when it refuses or stays away. */
  bound(): Promise<Session>;
  close(): Promise<void>;
};

/** SMPP 3.4, which every gateway speaks. */
const version = 0x34;

/**
 * Keeps one connection to an SMPP gateway alive: dials at once, binds as transceiver, gives signs of life,
 * dials again whenever it is lost, until closed. `onDeliver` hears what the gateway hands us; when it
 * rejects, the gateway is told to come back with it.
 */
export function openLink(address: SmppAddress, onDeliver: (pdu: Pdu) => Promise<void>, pace: Pace): SmppLink {
  let link = pending();
  let session: Session;
  let bound = false;
  let redial: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;

  function dial(): void {
    const { host, port, tls } = address;
    const dialled = smpp.connect({ host, port, tls }, () => bind(dialled).catch(hangUp));
    const deadline = setTimeout(() => hangUp(unanswered()), pace.answer);
    let fault: Undelivered | undefined;
    let signsOfLife: NodeJS.Timeout | undefined;

    async function bind(to: Session): Promise<void> {
      const { systemId: system_id, password } = address;
      await ask(to, "bind_transceiver", { system_id, password, interface_version: version }, pace.answer);
      clearTimeout(deadline);
      signsOfLife = setInterval(
        () => ask(to, "enquire_link", {}, pace.answer).catch(hangUp),
        pace.signOfLife,
      );
      failures = 0;
      bound = true;
      link.resolve(to);
    }

    function hangUp(why: Undelivered): void {
      fault ??= why;
      dialled.destroy();
    }

    session = dialled;
    // Each request in flight listens for the end of the connection.
    dialled.setMaxListeners(0);
    dialled.on("error", (cause) => hangUp(unreachable(cause)));
    dialled.on("enquire_link", (pdu) => dialled.send(pdu.response()));
    dialled.on("unknown", (pdu) => dialled.send(pdu.response()));
    dialled.on("unbind", (pdu) => {
      dialled.send(pdu.response());
      dialled.close();
    });
    dialled.on("deliver_sm", (pdu) => {
      // Later than the answers that came in the same breath: their senders go first.
      setImmediate(() => handOver(dialled, pdu));
    });
    dialled.on("close", () => {
      clearTimeout(deadline);
      clearInterval(signsOfLife);
      bound = false;
      link.reject(fault ?? lost());
      if (closed) return;
      link = pending();
      redial = setTimeout(dial, pace.redial[failures] ?? pace.redial.at(-1));
      failures++;
    });
  }

  async function handOver(to: Session, pdu: Pdu): Promise<void> {
    const status = await onDeliver(pdu).then(
      () => 0,
      () => smpp.errors.ESME_RX_T_APPN ?? 0x64,
    );
    to.send(pdu.response({ command_status: status }));
  }

  dial();

  return {
    bound: () => withDeadline(link.promise, pace.answer),
    async close() {
      closed = true;
      clearTimeout(redial);
      link.reject(lost());
      link = pending();
      link.reject(lost());
      if (bound) await ask(session, "unbind", {}, courtesy).catch(() => {});
      session.destroy();
    },
  };
}

/** Milliseconds given to a goodbye. */
const courtesy = 500;

/** A promise of a session that may be refused with nobody waiting for it. */
function pending(): PromiseWithResolvers<Session> {
  const promised = Promise.withResolvers<Session>();
  promised.promise.catch(() => {});
  return promised;
}

function withDeadline(session: Promise<Session>, patience: number): Promise<Session> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(unanswered()), patience);
    session.then(resolve, reject).finally(() => clearTimeout(deadline));
  });
}
