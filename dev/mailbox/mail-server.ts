import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { Message } from "./message.ts";

/** Larger than any mail we write. */
const mostBytes = 1_000_000;

/** A mail server that takes everything from this machine, without TLS or login, and hands it to `keep`. */
export function mailServer(keep: (message: Omit<Message, "at">) => void): SMTPServer {
  return new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    size: mostBytes,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        read(Buffer.concat(chunks), to).then(
          (messages) => {
            messages.forEach(keep);
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
  });
}

async function read(raw: Buffer, to: readonly string[]): Promise<Omit<Message, "at">[]> {
  const mail = await PostalMime.parse(raw);
  const language = mail.headers.find((header) => header.key === "content-language")?.value;
  return to.map((address) => ({
    kind: "mail",
    id: mail.messageId?.replace(/^<(.*)@.*>$/, "$1") ?? "",
    to: address,
    from: mail.from?.address ?? "",
    subject: mail.subject ?? "",
    text: (mail.text ?? "").trimEnd(),
    ...(language && { language }),
  }));
}
