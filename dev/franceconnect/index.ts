import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Sentence } from "../../law/language.ts";
import type { Assets } from "../../src/design/page.ts";
import type { Assembled } from "./assemble.ts";
import type { Algorithm } from "./keys.ts";

/** What a site needs to send people here, as it would need it for FranceConnect. */
export type ClientSettings = { issuer: string; clientId: string; clientSecret: string };

export type StandIn = {
  issuer: string;
  /** Of an institution that may send people here. */
  clientOf: (institution: string) => ClientSettings;
  /** Draws the pages with these files, lent by Foyer on its port; until then nobody is answered. */
  open: (assets: Assets, foyerPort?: number) => void;
  /** Changes the key that signs: the earlier one is gone. */
  rotateKey: () => Promise<void>;
  stop: () => Promise<void>;
};

export type Asked = {
  /** 0 takes any free one; so does a port that is taken. */
  port: number;
  /** The mail server through which people are told of each sign-in. */
  smtpUrl: string;
  services: readonly { id: string; name: Sentence }[];
  log: { write: (line: string) => void };
  algorithm?: Algorithm;
};

/**
 * A stand-in for FranceConnect, for development and tests: an OpenID provider that behaves as it does in what matters to
 * us, with invented people. It listens on this machine only; its parts are loaded when the first request comes.
 */
export async function startFranceConnect(asked: Asked): Promise<StandIn> {
  const { log, smtpUrl, algorithm = "ES256" } = asked;
  const services = asked.services.map((one) => ({ ...one, secret: randomBytes(32).toString("hex") }));
  let drawn: { assets: Assets; foyerPort?: number | undefined } | undefined;
  let assembled: Promise<Assembled> | undefined;

  const server = createServer((request, response) => {
    if (!drawn) return response.writeHead(503).end();
    assembled ??= put({ issuer, services, algorithm, smtpUrl, log, ...drawn });
    return assembled.then(
      ({ answer }) => answer(request, response),
      (error: Error) => {
        log.write(`${JSON.stringify({ level: 50, msg: error.message })}\n`);
        response.writeHead(500).end();
      },
    );
  });
  const issuer = `http://localhost:${await listen(server, asked.port)}`;

  return {
    issuer,
    clientOf: (id) => ({
      issuer,
      clientId: id,
      clientSecret: services.find((one) => one.id === id)?.secret ?? "",
    }),
    open: (assets, foyerPort) => {
      drawn = { assets, foyerPort };
    },
    rotateKey: async () => (await assembled)?.rotateKey(),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await (await assembled)?.stop();
    },
  };
}

const put: typeof import("./assemble.ts").assemble = async (parts) =>
  (await import("./assemble.ts")).assemble(parts);

/** The port taken: the one asked for, or any where somebody else has it. */
async function listen(server: Server, port: number): Promise<number> {
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return listen(server, 0);
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}
