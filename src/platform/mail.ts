import { createTransport, type NodemailerError } from "nodemailer";
import type { Language } from "../../law/language.ts";
import { hostOf, isLoopback } from "./host.ts";
import { type Undelivered, undelivered } from "./undelivered.ts";

export { isPermanent } from "./undelivered.ts";

/** One mail to one person, in plain text: our messages carry no link to click (CP-14), so they need no HTML. */
export type Mail = {
  /** The id of the job that sends it: a second sending bears the same Message-ID and can be removed (REL-02). */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  language: Language;
};

/**
 * Resolves once the mail server has taken charge of the mail; that is not yet "delivered".
 * Rejects with an `Undelivered`: ask `isPermanent` whether to try again.
 */
export type SendMail = (mail: Mail) => Promise<void>;

export type Sender = { name: string; address: string };

/** Milliseconds. A job tries again later, so none of them needs patience. */
const waits = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 10_000,
  /** Below the idle limit of common servers: we hang up before they do. */
  idleTimeout: 30_000,
} as const;

/** Milliseconds for one mail from start to end, a slow server included. */
const patience = 20_000;

/** 5xx answers that blame our session or our login: the same mail goes through once those are put right. */
const notTheMailsFault: readonly number[] = [503, 530, 534, 535, 538];

/**
 * Sends mail through an SMTP server: `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`.
 * TLS is required and verified unless the host is the machine itself. Throws on a URL or a sender that
 * cannot work; `close` ends the kept connections, after which nothing is sent.
 */
export function mailBySmtp(options: { url: string; from: Sender }): { send: SendMail; close(): void } {
  const { from } = options;
  if (hasControl(from.name) || !isAddress(from.address)) throw new Error("The sender of mails is malformed.");
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  const transport = createTransport({ ...server(options.url), ...waits, pool: true, logger: false });

  return {
    async send(mail) {
      refuseMalformed(mail);
      try {
        await transport.sendMail({
          from,
          // An object, not a string: nothing in it is read as a list of addresses.
          to: { name: "", address: mail.to },
          subject: mail.subject,
          text: mail.text,
          // Keeps every line as written, trailing spaces and ends of lines included.
          encoding: "quoted-printable",
          messageId: `<${mail.messageId}@${domain}>`,
          headers: { "Auto-Submitted": "auto-generated", "Content-Language": mail.language },
          xMailer: false,
          disableFileAccess: true,
          disableUrlAccess: true,
          signal: AbortSignal.timeout(patience),
        });
      } catch (error) {
        throw failure(error, mail.to);
      }
    },
    close: () => transport.close(),
  };
}

/** How to reach the server of the URL. */
function server(written: string) {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol)) {
    throw new Error("The mail server is written smtp://host:port or smtps://host:port.");
  }
  const secure = url.protocol === "smtps:";
  const host = hostOf(url);
  const local = isLoopback(host);
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !local,
    // A relay on the machine itself often shows a certificate that nobody signed.
    tls: { rejectUnauthorized: !local },
    ...(url.username !== "" && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
}

/** Header injection ends here: nothing with a line break reaches a header or the SMTP dialogue. */
function refuseMalformed(mail: Mail): void {
  const wrong = !/^[\w.-]+$/.test(mail.messageId)
    ? "its id may hold letters, digits, dots and hyphens only"
    : !isAddress(mail.to)
      ? "the address is not one plain mail address"
      : hasControl(mail.subject)
        ? "the subject holds a line break or a control character"
        : undefined;
  if (wrong) throw undelivered(`This mail cannot be sent: ${wrong}.`, "EMALFORMED", true);
}

/** One address and nothing else: no list, no display name, no comment. Whether it exists, only a code tells. */
function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/.test(text) && !hasControl(text);
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** Only a refusal of this very mail is for good; a network, a login, a busy server may recover. */
function failure(cause: unknown, to: string): Undelivered {
  const { code = "EUNKNOWN", responseCode, response, message } = cause as NodemailerError;
  const permanent =
    (code === "EENVELOPE" || code === "EMESSAGE") &&
    responseCode !== undefined &&
    responseCode >= 500 &&
    !notTheMailsFault.includes(responseCode);
  const answer = (response ?? message ?? "no answer").replaceAll(to, "(the recipient)");
  return undelivered(`The mail server did not take the mail: ${answer}`, code, permanent);
}
