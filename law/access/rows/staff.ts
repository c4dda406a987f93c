import type { Act } from "../acts.ts";
import type { Reason } from "../reasons/reason.ts";
import { grounds, refusals } from "../reasons.ts";
import { all, everything, type Row, type Verdict, yes } from "../verdict.ts";

const secondFactor = { if: "second-factor", otherwise: refusals.noSecondFactor } as const;
const statedReason = { if: "stated-reason", otherwise: refusals.noReason } as const;
const ownOffice = { if: "own-office", otherwise: refusals.otherOffice } as const;
const otherEyes = { if: "other-eyes", otherwise: refusals.sameEyes } as const;

/** Staff opens nothing without a second factor and a reason; a desk agent opens the files of their office only. */
const withReason = (because: Reason) => yes(because, secondFactor, statedReason);
const atTheDesk = (because: Reason) => yes(because, secondFactor, ownOffice, statedReason);
/** One proposes, another confirms (money or identity moves). */
const byTwo = (because: Reason): Verdict => ({
  ...yes(because, secondFactor, ownOffice, statedReason, otherEyes),
  fourEyes: true,
});

/** What every one of them does on an account of their own, and what none of them does in a person's place. */
const ofTheirOwn = {
  "see-own-identity": yes(grounds.personOwn),
  "see-own-contacts": yes(grounds.personOwn),
  "change-own-contacts": yes(grounds.ownContacts),
  "see-own-journal": yes(grounds.ownJournal),
  "use-others-credentials": refusals.secret,
} satisfies Partial<Record<Act, Verdict>>;

const theRest = (otherwise: Row) => ({ ...otherwise, ...ofTheirOwn });

/** Those who work for the institution. Their own file, if they have one, is none of their work. */
export const staffRows = {
  "desk-agent": {
    ...theRest(everything(refusals.notInTheirPlace)),
    "see-file-number": atTheDesk(grounds.reception),
    "see-identities": atTheDesk(grounds.reception),
    "see-household-members": atTheDesk(grounds.reception),
    "see-resources": atTheDesk(grounds.reception),
    "see-rights-and-payments": atTheDesk(grounds.reception),
    "see-documents": atTheDesk(grounds.reception),
    "see-messages": atTheDesk(grounds.reception),
    ...all("contactsOfOthers", atTheDesk(grounds.reception)),
    "see-delegation": atTheDesk(grounds.reception),
    "see-measure": atTheDesk(grounds.reception),
    "see-file-journal": refusals.notYourTask,
    "change-household": byTwo(grounds.registers),
    "validate-measure": byTwo(grounds.checksMeasure),
    "settle-merge": byTwo(grounds.twoAgents),
    "decide-request": byTwo(grounds.twoAgents),
    "unlock-account": atTheDesk(grounds.unlocks),
    "suspend-account": atTheDesk(grounds.protects),
    "require-new-password": atTheDesk(grounds.asksPassword),
  },
  support: theRest(everything(refusals.notYourTask)),
  "data-protection-officer": {
    ...theRest(everything(refusals.notYourTask)),
    "see-file-number": withReason(grounds.watches),
    "see-identities": withReason(grounds.watches),
    "see-file-journal": withReason(grounds.watches),
    "decide-request": withReason(grounds.watches),
  },
  administrator: {
    ...theRest(everything(refusals.notYourTask)),
    "suspend-account": withReason(grounds.protects),
    "require-new-password": withReason(grounds.asksPassword),
  },
} as const satisfies Record<string, Row>;
