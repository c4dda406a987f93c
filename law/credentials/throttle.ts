import type { Sentence } from "../language.ts";

/** How wrong passwords slow an account down (SEC-01). */
export const throttleLimits = {
  /** Wrong passwords in a row before the first wait. */
  failuresBeforeWait: 5,
  /** The first wait; each further failure doubles it. */
  firstWaitMinutes: 1,
  longestWaitMinutes: 60,
  /** Wrong passwords in one UTC day, after which the account waits for the next day. */
  failuresPerDay: 25,
} as const;

/** What is remembered of one account's wrong passwords. An unknown identifier keeps one too, so that it answers alike (SEC-02). */
export type Throttle = {
  /** Wrong passwords since the last right one. */
  readonly failures: number;
  readonly lastFailureAt: Date | null;
  /** The UTC day ("YYYY-MM-DD") that `failuresToday` counts. */
  readonly day: string;
  readonly failuresToday: number;
  readonly lockedUntil: Date | null;
};

/** An account that never saw a wrong password. */
export const noFailure: Throttle = {
  failures: 0,
  lastFailureAt: null,
  day: "1970-01-01",
  failuresToday: 0,
  lockedUntil: null,
};

/**
 * Whether a password may be tried now (SEC-01). To be asked before the password is looked at: during the wait the right
 * one is refused like any other, and a refused try is not a failure.
 */
export function mayTry(
  throttle: Throttle,
  now: Date,
): { allowed: true } | { allowed: false; until: Date; says: Sentence } {
  const dayIsSpent = throttle.day === utcDay(now) && throttle.failuresToday >= throttleLimits.failuresPerDay;
  const until = latest(throttle.lockedUntil, dayIsSpent ? nextUtcDay(now) : null);
  if (!until || now.getTime() >= until.getTime()) return { allowed: true };
  return { allowed: false, until, says: waitSays(until, now) };
}

/** What is remembered after a wrong password (SEC-01). */
export function afterFailure(throttle: Throttle, now: Date): Throttle {
  const day = utcDay(now);
  const failures = throttle.failures + 1;
  const failuresToday = throttle.day === day ? throttle.failuresToday + 1 : 1;
  const minutes = waitMinutes(failures);
  const lockedUntil = latest(
    minutes > 0 ? new Date(now.getTime() + minutes * 60_000) : null,
    failuresToday >= throttleLimits.failuresPerDay ? nextUtcDay(now) : null,
  );
  return { failures, lastFailureAt: now, day, failuresToday, lockedUntil };
}

/** What is remembered after the right password: the run starts afresh, the day's total stays (SEC-01). */
export function afterSuccess(throttle: Throttle): Throttle {
  return { ...throttle, failures: 0, lastFailureAt: null, lockedUntil: null };
}

/** The wait, in minutes, that the n-th wrong password in a row opens: 0 up to the 4th, then 1, 2, 4 … 60 (SEC-01). */
export function waitMinutes(failures: number): number {
  const { failuresBeforeWait, firstWaitMinutes, longestWaitMinutes } = throttleLimits;
  if (failures < failuresBeforeWait) return 0;
  return Math.min(longestWaitMinutes, firstWaitMinutes * 2 ** (failures - failuresBeforeWait));
}

/** What the person reads while the account waits: how long, rounded up, and that trying sooner is of no use. */
export function waitSays(until: Date, now: Date): Sentence {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  const hours = Math.ceil(minutes / 60);
  const [fr, en] =
    minutes <= 60
      ? [`${minutes} ${plural(minutes, "minute")}`, `${minutes} ${plural(minutes, "minute")}`]
      : [`${hours} ${plural(hours, "heure")}`, `${hours} ${plural(hours, "hour")}`];
  return {
    fr: `Plusieurs mots de passe faux ont été essayés. Pour protéger votre compte, attendez ${fr} avant de réessayer. D’ici là, même le bon mot de passe serait refusé.`,
    en: `Several wrong passwords have been tried. To protect your account, wait ${en} before trying again. Until then, even the right password would be refused.`,
  };
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}

function utcDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function nextUtcDay(instant: Date): Date {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate() + 1));
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a && b) return a.getTime() > b.getTime() ? a : b;
  return a ?? b;
}
