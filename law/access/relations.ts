/** What a person is to a household file. The order goes from the widest reach to none. */
export const relations = [
  "holder",
  "spouse-holder",
  "delegated-spouse",
  "spouse",
  "other-member",
  "none",
] as const;
export type Relation = (typeof relations)[number];

/** The benefits that make a spouse a holder in their own right (CP-17). */
export const ownRightBenefits: readonly string[] = ["AJPA", "BAFA", "AAH", "PALA"];

/**
 * The dated facts from which access is derived, at each request, and never from a session (SEC-11).
 *
 * Every fact holds from `from`, included, until `until`, excluded; without `until` it still runs.
 * Membership and entitlements are facts of civil life: their dates are civil days, "YYYY-MM-DD", of the institution's
 * country, so that a separation counts from midnight there, whatever the server's clock shows. A delegation is an act
 * done here: it starts and stops at the very instant, as a holder who takes it back expects.
 */
export type FileFacts = {
  readonly members: readonly Member[];
  readonly entitlements: readonly Entitlement[];
  readonly delegations: readonly Delegation[];
  /** IANA name of the zone whose midnight starts a civil day. Paris when not said. */
  readonly timeZone?: string | undefined;
};

export type MemberRole = "holder" | "spouse" | "child" | "other";

export type Member = {
  readonly personId: string;
  readonly role: MemberRole;
  readonly from: string;
  readonly until?: string | undefined;
};

/** A benefit that runs for one person; `benefit` is its usual short name, in capitals: "AAH". */
export type Entitlement = {
  readonly personId: string;
  readonly benefit: string;
  readonly from: string;
  readonly until?: string | undefined;
};

/** The holder's permission to their spouse to run the file. */
export type Delegation = {
  readonly to: string;
  readonly from: Date;
  readonly until?: Date | undefined;
};

/** What the person is to the file at that instant: the widest relation which the facts give (CP-16 to CP-20). */
export function relationTo(file: FileFacts, personId: string, on: Date): Relation {
  const day = civilDay(on, file.timeZone);
  const roles = file.members.filter((m) => m.personId === personId && runs(m, day)).map((m) => m.role);
  if (roles.includes("holder")) return "holder";
  if (roles.includes("spouse")) {
    if (hasOwnRight(file, personId, day)) return "spouse-holder";
    return hasDelegation(file, personId, on, day) ? "delegated-spouse" : "spouse";
  }
  return roles.length > 0 ? "other-member" : "none";
}

/** Whether the holder lives in a couple at that instant, as far as the file knows (CP-15). */
export function livesInCouple(file: FileFacts, on: Date): boolean {
  const day = civilDay(on, file.timeZone);
  return ["holder", "spouse"].every((role) => file.members.some((m) => m.role === role && runs(m, day)));
}

/** The civil day, "YYYY-MM-DD", that an instant falls on in a time zone. Throws on an invalid date or zone. */
export function civilDay(instant: Date, timeZone = "Europe/Paris"): string {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    // Sweden writes its dates as ISO 8601 does.
    calendar = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(instant);
}

/** Making a calendar takes a thousand times longer than asking one; it depends on its zone alone. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function hasOwnRight(file: FileFacts, personId: string, day: string): boolean {
  return file.entitlements.some(
    (e) => e.personId === personId && ownRightBenefits.includes(e.benefit) && runs(e, day),
  );
}

/**
 * A delegation is given by one holder to the spouse of that moment. It lasts no longer than their couple: someone who
 * leaves and comes back, or whose holder changes, needs a new one (CP-18).
 */
function hasDelegation(file: FileFacts, personId: string, on: Date, day: string): boolean {
  const holder = file.members.find((m) => m.role === "holder" && runs(m, day));
  if (!holder) return false;
  const [holderSince, spouseSince] = [
    roleSince(file, holder.personId, "holder", day),
    roleSince(file, personId, "spouse", day),
  ];
  return file.delegations.some((d) => {
    const given = civilDay(d.from, file.timeZone);
    const stands =
      d.from.getTime() <= on.getTime() && (d.until === undefined || on.getTime() < d.until.getTime());
    return d.to === personId && stands && holderSince <= given && spouseSince <= given;
  });
}

/** The day from which the person has had the role without a gap, when they have it on `day`. */
function roleSince(file: FileFacts, personId: string, role: MemberRole, day: string): string {
  const same = file.members.filter((m) => m.personId === personId && m.role === role);
  const step = (since: string): string => {
    const earlier = same.find((m) => m.from < since && (m.until === undefined || m.until >= since));
    return earlier ? step(earlier.from) : since;
  };
  return step(day);
}

/** Whether a fact of civil life holds on a civil day, "YYYY-MM-DD". */
export function runs(fact: { from: string; until?: string | undefined }, day: string): boolean {
  return fact.from <= day && (fact.until === undefined || day < fact.until);
}
