import type { Reason } from "../reasons/reason.ts";
import { grounds, refusals } from "../reasons.ts";
import { all, everything, type Row, yes } from "../verdict.ts";

/** What is a person's own, whatever they are to the file: only why they may differs. */
const own = (sees: Reason, writes: Reason = grounds.ownContacts) => ({
  "see-own-identity": yes(sees),
  "see-own-contacts": yes(sees),
  "change-own-contacts": yes(writes),
  "see-own-journal": yes(grounds.ownJournal),
  // OUR reading: claims for the household go through its holder (CP-16), but a spouse comes to AJPA, BAFA, AAH or PALA
  // (CP-17), and a child to a file of their own (IL-19), by claiming in their own name.
  "claim-individually": yes(grounds.ownClaim),
  "deposit-measure": yes(grounds.deposit),
  "close-account": yes(grounds.closeOwn),
  "use-others-credentials": refusals.secret,
});

/** Nobody of a household decides as the institution does, and a measure is between two people. */
const notTheirs = { ...all("staff", refusals.notStaff), "see-measure": refusals.measureIsTheirs };

/** The people of a household. */
export const familyRows = {
  holder: {
    ...own(grounds.holder, grounds.holder),
    "close-account": yes(grounds.closeOwn, { if: "nothing-stands", otherwise: refusals.somethingStands }),
    "see-file-number": yes(grounds.holder),
    ...all("household", yes(grounds.holder)),
    appeal: yes(grounds.holder),
    ...all("contactsOfOthers", refusals.theirContacts),
    "see-holder-contacts": yes(grounds.holder),
    "see-file-journal": yes(grounds.fileJournal),
    "see-delegation": yes(grounds.seesDelegation),
    "grant-delegation": yes(grounds.holderInCouple, { if: "couple", otherwise: refusals.noCouple }),
    "revoke-delegation": yes(grounds.takeBack),
    "decline-delegation": refusals.nothingToDecline,
    "declare-separation": yes(grounds.holder, { if: "couple", otherwise: refusals.nobodyToLeave }),
    ...notTheirs,
  },
  "spouse-holder": {
    ...own(grounds.spouseOwn, grounds.spouseOwn),
    // The right that makes them one is running.
    "close-account": refusals.somethingStands,
    "see-file-number": yes(grounds.ownRight),
    ...all("household", yes(grounds.ownRight)),
    appeal: yes(grounds.ownRight),
    ...all("contactsOfOthers", refusals.theirContacts),
    "see-spouse-contacts": yes(grounds.spouseOwn),
    "see-file-journal": refusals.holdersJournal,
    ...all("delegation", refusals.delegationIsTheHolders),
    "decline-delegation": yes(grounds.decline, { if: "delegated", otherwise: refusals.nothingToDecline }),
    // OUR reading: when the holder has died, this spouse keeps their own right and there is no couple to part.
    "declare-separation": yes(grounds.spouseOwn, { if: "couple", otherwise: refusals.nobodyToLeave }),
    ...notTheirs,
  },
  // The same functions as the holder (CP-18), but for what protects the holder's own account (MC-05).
  "delegated-spouse": {
    ...own(grounds.spouseOwn, grounds.spouseOwn),
    "see-file-number": yes(grounds.delegated),
    ...all("household", yes(grounds.delegated)),
    appeal: yes(grounds.delegated),
    ...all("contactsOfOthers", refusals.theirContacts),
    "see-spouse-contacts": yes(grounds.spouseOwn),
    "see-file-journal": refusals.holdersJournal,
    ...all("delegation", refusals.delegationIsTheHolders),
    "decline-delegation": yes(grounds.decline),
    "declare-separation": yes(grounds.spouseOwn),
    ...notTheirs,
  },
  spouse: {
    ...own(grounds.spouseOwn, grounds.spouseOwn),
    "see-file-number": yes(grounds.fileNumber),
    ...all("household", refusals.spouse),
    appeal: refusals.appealIsTheHolders,
    ...all("contactsOfOthers", refusals.theirContacts),
    "see-spouse-contacts": yes(grounds.spouseOwn),
    "see-file-journal": refusals.holdersJournal,
    ...all("delegation", refusals.delegationIsTheHolders),
    "decline-delegation": refusals.nothingToDecline,
    "declare-separation": yes(grounds.spouseOwn, { if: "couple", otherwise: refusals.nobodyToLeave }),
    ...notTheirs,
  },
  // OUR reading: the statements say nothing of a file whose holder has died; the spouse goes on in their own name.
  "surviving-spouse": {
    ...own(grounds.spouseOwn, grounds.spouseOwn),
    "see-file-number": yes(grounds.fileNumber),
    ...all("household", refusals.survivor),
    appeal: refusals.appealIsTheHolders,
    ...all("contactsOfOthers", refusals.theirContacts),
    "see-spouse-contacts": yes(grounds.spouseOwn),
    "see-file-journal": refusals.holdersJournal,
    ...all("delegation", refusals.survivor),
    "decline-delegation": refusals.nothingToDecline,
    "declare-separation": refusals.nobodyToLeave,
    ...notTheirs,
  },
  "other-member": {
    ...own(grounds.memberOwn),
    "claim-individually": yes(grounds.childClaim),
    "see-file-number": yes(grounds.fileNumber),
    ...all("household", refusals.member),
    appeal: refusals.appealIsTheHolders,
    ...all("contactsOfOthers", refusals.theirContacts),
    "see-file-journal": refusals.holdersJournal,
    ...all("delegation", refusals.delegationIsTheHolders),
    "decline-delegation": refusals.nothingToDecline,
    "declare-separation": refusals.notTheCouple,
    ...notTheirs,
  },
  "child-holder": {
    ...own(grounds.memberOwn),
    "claim-individually": yes(grounds.childClaim),
    // Their own file says when their account closes.
    "close-account": refusals.childHolder,
    "see-file-number": yes(grounds.fileNumber),
    ...all("household", refusals.childHolder),
    appeal: refusals.childHolder,
    ...all("contactsOfOthers", refusals.theirContacts),
    "see-file-journal": refusals.holdersJournal,
    ...all("delegation", refusals.delegationIsTheHolders),
    "decline-delegation": refusals.nothingToDecline,
    "declare-separation": refusals.notTheCouple,
    ...notTheirs,
  },
  "former-member": {
    ...own(grounds.personOwn),
    "see-file-number": refusals.left,
    ...all("household", refusals.left),
    appeal: refusals.appealIsTheHolders,
    ...all("contactsOfOthers", refusals.theirContacts),
    "see-file-journal": refusals.left,
    ...all("delegation", refusals.left),
    "decline-delegation": refusals.nothingToDecline,
    "declare-separation": refusals.left,
    ...notTheirs,
  },
  none: {
    ...own(grounds.personOwn),
    "see-file-number": refusals.stranger,
    ...all("household", refusals.stranger),
    appeal: refusals.stranger,
    ...all("contactsOfOthers", refusals.stranger),
    "see-file-journal": refusals.stranger,
    ...all("delegation", refusals.stranger),
    "decline-delegation": refusals.stranger,
    "declare-separation": refusals.stranger,
    ...notTheirs,
    "see-measure": refusals.stranger,
  },
  deceased: everything(refusals.deceased),
} as const satisfies Record<string, Row>;
