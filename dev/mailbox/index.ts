import { once } from "node:events";
import type { Server as NetServer } from "node:net";
import { now } from "../../src/platform/clock.ts";
import { mailServer } from "./mail-server.ts";
import type { Message } from "./message.ts";
import { smsGateway } from "./sms-gateway.ts";

export type Mailbox = {
  /** For `mailBySmtp` and `smsBy`. */
  smtpUrl: string;
  smsUrl: string;
  /** What arrived, newest first: the last 500. */
  messages(): readonly Message[];
  newestTo(address: string): Message | undefined;
  /**
   * The newest message that matches, at once or as soon as it comes. Rejects after `timeoutMs` with what came
   * instead, and when the mailbox stops.
   */
  waitFor(match: (message: Message) => boolean, limits: { timeoutMs: number }): Promise<Message>;
  stop(): Promise<void>;
};

const capacity = 500;

/**
 * Stands in for the mail server and the SMS gateway in development and tests: whatever we send lands in
 * memory and goes nowhere else. Listens on this machine only, on free ports.
 */
export async function startMailbox(clock: () => Date = now): Promise<Mailbox> {
  const kept: Message[] = [];
  const waiting = new Set<{ match(message: Message): boolean; end(message?: Message): void }>();

  function keep(arrived: Omit<Message, "at">): void {
    const message = { ...arrived, at: clock() };
    kept.unshift(message);
    kept.length = Math.min(kept.length, capacity);
    for (const waiter of [...waiting]) if (waiter.match(message)) waiter.end(message);
  }

  const mail = mailServer(keep);
  const sms = smsGateway(keep);
  const [smtpPort, smsPort] = await Promise.all([
    portOf(mail.listen(0, "127.0.0.1")),
    portOf(sms.server.listen(0, "127.0.0.1")),
  ]);

  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    smsUrl: `http://:${sms.token}@127.0.0.1:${smsPort}/`,
    messages: () => kept,
    newestTo: (address) => kept.find((message) => message.to === address),
    waitFor(match, { timeoutMs }) {
      const there = kept.find(match);
      if (there) return Promise.resolve(there);
      return new Promise((resolve, reject) => {
        const waiter = {
          match,
          end(message?: Message) {
            clearTimeout(deadline);
            waiting.delete(waiter);
            if (message) resolve(message);
            else reject(new Error(`The message awaited did not come. ${arrivals(kept)}`));
          },
        };
        const deadline = setTimeout(() => waiter.end(), timeoutMs);
        waiting.add(waiter);
      });
    },
    async stop() {
      for (const waiter of [...waiting]) waiter.end();
      sms.server.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => mail.close(resolve)),
        new Promise<void>((resolve) => sms.server.close(() => resolve())),
      ]);
    },
  };
}

async function portOf(server: NetServer): Promise<number> {
  if (!server.listening) await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The mailbox listens on no port.");
  return address.port;
}

function arrivals(kept: readonly Message[]): string {
  const lines = kept
    .slice(0, 10)
    .map(({ kind, to, subject, text }) => `${kind} to ${to}: ${subject ?? text}`);
  return ["Newest messages here:", ...(lines.length ? lines : ["none"])].join("\n");
}
