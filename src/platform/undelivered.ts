/** Why a message did not leave: a plain `Error` that says whether sending it again can help. */
export type Undelivered = Error & { code: string; permanent: boolean };

/**
 * The error every sender throws. Jobs store errors, so `says` holds neither the text of the message, nor
 * an address or number, nor a password.
 */
export function undelivered(says: string, code: string, permanent: boolean): Undelivered {
  return Object.assign(new Error(says), { code, permanent });
}

/** True when sending the same message again would fail again: a job stops there instead of retrying (REL-02). */
export function isPermanent(error: unknown): boolean {
  return error instanceof Error && "permanent" in error && error.permanent === true;
}
