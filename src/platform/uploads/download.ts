import type { FastifyReply } from "fastify";
import { fileKinds } from "./rules.ts";
import type { OpenedFile } from "./store.ts";

/**
 * Answers with a file that somebody sent (SEC-13): to be saved, never shown within our site, of the type we found it to
 * be, and harmless even to a browser that shows it all the same.
 */
export const answerFile = (reply: FastifyReply, file: OpenedFile): FastifyReply =>
  reply
    .type(fileKinds[file.kind].mime)
    .header("content-disposition", asAttachment(file.name))
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("cache-control", "no-store")
    .send(file.bytes);

/** The name twice: for browsers of today with its accents, for older programs in ASCII. */
function asAttachment(name: string): string {
  const ascii = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w .()-]/g, "_");
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${coded}`;
}
