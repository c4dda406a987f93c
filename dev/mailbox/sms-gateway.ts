import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { z } from "zod";
import type { Message } from "./message.ts";

const posted = z.object({
  id: z.string().min(1),
  from: z.string().min(1),
  to: z.string().regex(/^\+\d+$/),
  text: z.string().min(1),
});

type Answer = { status: number; body: unknown };

/** An SMS gateway with the protocol of `smsBy("http://…")`; the same idempotency key is kept once. */
export function smsGateway(keep: (message: Omit<Message, "at">) => void): { server: Server; token: string } {
  const token = randomUUID();
  const idsByKey = new Map<string, string>();

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    if (request.method !== "POST") return { status: 405, body: { error: "POST only" } };
    if (request.headers.authorization !== `Bearer ${token}`) return { status: 401, body: { error: "token" } };
    const sms = posted.safeParse(await jsonOf(request));
    if (!sms.success) return { status: 422, body: { error: z.prettifyError(sms.error) } };
    const key = String(request.headers["idempotency-key"] ?? randomUUID());
    const known = idsByKey.get(key);
    if (known) return { status: 200, body: { id: known } };
    const id = randomUUID();
    idsByKey.set(key, id);
    keep({ kind: "sms", ...sms.data });
    return { status: 201, body: { id } };
  }

  const server = createServer(async (request, response) => {
    const { status, body } = await answerTo(request);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  return { server, token };
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined;
  }
}
