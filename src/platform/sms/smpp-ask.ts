import smpp, { type Fields, type Session } from "smpp";
import { type Undelivered, undelivered } from "../undelivered.ts";

type Command = "bind_transceiver" | "enquire_link" | "submit_sm" | "unbind";

const names = new Map(Object.entries(smpp.errors).map(([name, status]) => [status, name]));

/**
 * Statuses that blame this very message (SMPP 5.0, 4.7.6). All others, operators' own included, may pass: a
 * retry costs little, a code that never comes stops somebody at the door.
 */
const permanent: ReadonlySet<string> = new Set([
  "ESME_RINVMSGLEN",
  "ESME_RINVDSTADR",
  "ESME_RINVDSTTON",
  "ESME_RINVDSTNPI",
  "ESME_RINVDCS",
  "ESME_RX_P_APPN",
  "ESME_RX_R_APPN",
]);

/**
 * Asks the gateway and resolves with the id in its answer ("" where there is none). Rejects with an
 * `Undelivered` when it refuses, hangs up, or lets `patience` milliseconds pass.
 */
export function ask(session: Session, command: Command, fields: Fields, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const end = (fault?: Undelivered, id = "") => {
      clearTimeout(deadline);
      session.off("close", hungUp);
      if (fault) reject(fault);
      else resolve(id);
    };
    const hungUp = () => end(lost());
    const deadline = setTimeout(() => end(unanswered()), patience);
    session.on("close", hungUp);
    const asked = session[command](fields, (answer) =>
      answer.command_status === 0 ? end(undefined, answer.message_id) : end(refusal(answer.command_status)),
    );
    if (!asked) hungUp();
  });
}

function refusal(status: number): Undelivered {
  const name = names.get(status) ?? `0x${status.toString(16)}`;
  return undelivered(`The SMS gateway refused: ${name}.`, name, permanent.has(name));
}

export function lost(): Undelivered {
  return undelivered("The connection to the SMS gateway was lost.", "ECONNECTION", false);
}

export function unanswered(): Undelivered {
  return undelivered("The SMS gateway did not answer in time.", "ETIMEDOUT", false);
}

export function unreachable(cause: NodeJS.ErrnoException): Undelivered {
  return undelivered(
    `The SMS gateway could not be reached (${cause.code ?? cause.name}).`,
    "ECONNECTION",
    false,
  );
}
