import { grounds, refusals } from "../reasons.ts";
import { all, type Row, within, yes } from "../verdict.ts";

/*
 * What a measure takes and gives. The statements leave it to each decision (MC-06); a decision is known here by its kind
 * alone. These two rows are therefore OUR reading of the three kinds: under an assistance the person decides, helped;
 * under a representation the guardian decides, and the person sees all and is told; accounts entrusted concern money
 * alone. A decision that says otherwise is handled at the reception desk.
 */

const unlessRepresented = { if: "not-represented", otherwise: refusals.represented } as const;
const represents = { if: "represents", otherwise: refusals.beyondTheDecision } as const;
const decidesWith = { if: "decides-with", otherwise: refusals.beyondTheDecision } as const;
const managesAccounts = { if: "manages-accounts", otherwise: refusals.beyondTheDecision } as const;

/** Protected and protecting persons. */
export const protectionRows = {
  "protected-person": {
    "see-own-identity": yes(grounds.protectedOwn),
    "see-own-contacts": yes(grounds.protectedOwn),
    "change-own-contacts": yes(grounds.protectedOwn),
    "see-own-journal": yes(grounds.ownJournal),
    "use-others-credentials": refusals.distinctCredentials,
    // Whatever the kind, nothing is hidden from the person it protects.
    ...all("household", within(grounds.leftByTheMeasure)),
    "see-file-number": yes(grounds.leftByTheMeasure),
    "see-holder-contacts": within(grounds.leftByTheMeasure),
    "see-spouse-contacts": within(grounds.leftByTheMeasure),
    "see-others-contacts": refusals.theirContacts,
    "see-file-journal": within(grounds.leftByTheMeasure),
    "see-measure": yes(grounds.leftByTheMeasure),
    "see-delegation": within(grounds.leftByTheMeasure),
    "change-household": within(grounds.leftByTheMeasure, unlessRepresented),
    "declare-resources": within(grounds.leftByTheMeasure, unlessRepresented),
    "change-bank-details": within(grounds.leftByTheMeasure, {
      if: "keeps-accounts",
      otherwise: refusals.accountsEntrusted,
    }),
    "claim-for-household": within(grounds.leftByTheMeasure, unlessRepresented),
    "claim-individually": yes(grounds.protectedClaim),
    "grant-delegation": within(grounds.leftByTheMeasure, unlessRepresented),
    "revoke-delegation": within(grounds.leftByTheMeasure),
    "decline-delegation": within(grounds.leftByTheMeasure),
    "declare-separation": within(grounds.strictlyPersonal),
    appeal: within(grounds.strictlyPersonal),
    "deposit-measure": yes(grounds.deposit),
    "close-account": within(grounds.leftByTheMeasure, unlessRepresented),
    ...all("staff", refusals.notStaff),
  },
  guardian: {
    "see-own-identity": yes(grounds.guardianOwn),
    "see-own-contacts": yes(grounds.guardianOwn),
    "change-own-contacts": yes(grounds.guardianOwn),
    "see-own-journal": yes(grounds.ownJournal),
    "use-others-credentials": refusals.distinctCredentials,
    "see-file-number": yes(grounds.decision),
    "see-identities": within(grounds.decision, decidesWith),
    "see-household-members": within(grounds.decision, decidesWith),
    // Whoever helps with money sees it.
    "see-resources": within(grounds.decision),
    "see-rights-and-payments": within(grounds.decision),
    "see-documents": within(grounds.decision, decidesWith),
    // Letters stay the person's own unless the guardian answers them in their place.
    "see-messages": within(grounds.decision, represents),
    "see-file-journal": within(grounds.decision, represents),
    "see-measure": yes(grounds.decision),
    ...all("contactsOfOthers", refusals.distinctContacts),
    "change-household": within(grounds.decision, represents),
    "declare-resources": within(grounds.decision, represents),
    "change-bank-details": within(grounds.guardianBank, managesAccounts),
    "claim-for-household": within(grounds.guardianClaim, represents),
    "claim-individually": yes(grounds.guardianClaim, represents),
    appeal: within(grounds.decision, represents),
    "see-delegation": within(grounds.decision, represents),
    "grant-delegation": refusals.herOwnChoice,
    "revoke-delegation": within(grounds.decision, represents),
    "decline-delegation": within(grounds.decision, represents),
    "declare-separation": refusals.herOwnChoice,
    "deposit-measure": yes(grounds.deposit),
    "close-account": yes(grounds.closeOwn),
    ...all("staff", refusals.notStaff),
  },
} as const satisfies Record<string, Row>;
