/** How long a session lasts (SEC-05). */
export type SessionPolicy = {
  idleMinutes: number;
  absoluteHours: number;
  /** Seconds before the end at which the person is warned. */
  warnSeconds: number;
};

export type SessionState = {
  readonly state: "open" | "ended";
  /** When it ends, or ended, if the person does nothing more. */
  readonly endsAt: Date;
  /** When the page warns that the end is near. */
  readonly warnsAt: Date;
  /** Which end comes first: "idle" moves at each act, "absolute" does not. */
  readonly because: "idle" | "absolute";
};

/** Whether a session still stands (SEC-05). It has ended from the very instant `endsAt`. */
export function sessionState(
  session: { startedAt: Date; lastSeenAt: Date },
  policy: SessionPolicy,
  now: Date,
): SessionState {
  const idleEnd = session.lastSeenAt.getTime() + policy.idleMinutes * 60_000;
  const absoluteEnd = session.startedAt.getTime() + policy.absoluteHours * 3_600_000;
  const end = Math.min(idleEnd, absoluteEnd);
  return {
    state: now.getTime() < end ? "open" : "ended",
    endsAt: new Date(end),
    warnsAt: new Date(end - policy.warnSeconds * 1000),
    because: idleEnd < absoluteEnd ? "idle" : "absolute",
  };
}

/** Minutes during which a password typed is good enough for what asks for it again (SEC-04). */
export const recentMinutes = 15;

/**
 * Whether the password was typed less than 15 minutes ago (SEC-04). `at` is when it was, null when never in this
 * session; an instant yet to come proves nothing.
 */
export function recentlyAuthenticated(at: Date | null | undefined, now: Date): boolean {
  if (!at) return false;
  const age = now.getTime() - at.getTime();
  return age >= 0 && age < recentMinutes * 60_000;
}
