export {
  type Address,
  type AddressErrors,
  type Country,
  linesOf,
  readAddress,
  type TypedAddress,
} from "./address/address.ts";
export { addressInputs } from "./address/fields.ts";
export { findAddress, type KnownAddress, setAddress } from "./address/store.ts";
export { admit } from "./admit.ts";
export type { Agent } from "./agent.ts";
export { judgeAgentPassword } from "./agents/judge-password.ts";
export { personBy, personsBy } from "./agents/persons.ts";
export { agentRoutes } from "./agents/route.ts";
export { findByNameAndBirth } from "./at-desk/find-by-name.ts";
export { sendProvisionalFor } from "./at-desk/send-provisional.ts";
export { everybody, type PersonFilter } from "./at-desk/store.ts";
export { blockOf } from "./block/block.ts";
export { isBlockedIn } from "./block/store.ts";
export {
  askPasswordChange,
  campaignProgress,
  campaignQueue,
  campaignsOf,
  runCampaigns,
} from "./campaign/campaign.ts";
export { changeContactsRoutes } from "./change-contacts/route.ts";
export { changePasswordRoutes, passwordRenewal } from "./change-password/route.ts";
export { choosePasswordRoutes, passwordStep } from "./choose-password/route.ts";
export type { CivilStatus } from "./civil-status/civil-status.ts";
export { confirmFirst, confirmPasswordRoutes } from "./confirm-password/route.ts";
export type { ContactPoint } from "./contact/contact.ts";
export { contactRefusals, mailRefusal, maskContact, readMail } from "./contact/contact.ts";
export { noticeContacts } from "./contact/reach.ts";
export { type Message, sendTo } from "./contact/send.ts";
export { findContactPoints } from "./contact/store.ts";
export type { Telling } from "./contact/tell.ts";
export { decideDeskRequest } from "./desk-requests/decide-request.ts";
export {
  deskRequestSubject,
  findDeskRequests,
  readDeskFile,
  readDeskRequest,
  waitingDeskRequests,
} from "./desk-requests/find-requests.ts";
export { deskRequestQueue, warnOfDeskRequests } from "./desk-requests/warn.ts";
export { endSessionsRoutes } from "./end-sessions/route.ts";
export { openGate, openSessions, type Step } from "./first-sign-in/gate.ts";
export { reminderQueue, sendAskedReminders } from "./forgotten-identifier/ask-reminder.ts";
export { identifierReminderRoutes } from "./forgotten-identifier/route.ts";
export { offerFranceConnect } from "./franceconnect/open.ts";
export { franceConnectRoutes } from "./franceconnect/route.ts";
export { type Leaving, leavingThere } from "./franceconnect/sign-out.ts";
export { codePage } from "./give-contacts/code-page.ts";
export { contactsRoutes, contactsStep } from "./give-contacts/route.ts";
export { wayOf } from "./give-contacts/send-code.ts";
export { drawFirstPassword, type FirstPassword, handOverFirstPassword } from "./hand-over/hand-over.ts";
export { foundBy } from "./identifiers.ts";
export { changeNumber, endAccess, issueAccess } from "./issued-access/issued-access.ts";
export { tidyNightly } from "./jobs.ts";
export { lostContactRoutes } from "./lost-contact/route.ts";
export { noticeAddressRoutes } from "./notice-address/route.ts";
export { objectionRoutes } from "./object-to-change/route.ts";
export {
  dismissDuplicate,
  isPossibleDuplicate,
  newcomerQueue,
  possibleDuplicates,
  watchNewcomers,
} from "./one-person/duplicates.ts";
export { awaitsNir, giveNirFor, thoseAwaitingNir } from "./one-person/give-nir.ts";
export { decideMerge, mergeSubject, mergesOf, proposeMergeOf, undoMerge } from "./one-person/merge.ts";
export { nirRoutes } from "./one-person/route.ts";
export { beginOpening } from "./open-account/begin.ts";
export { openingWaiting, sendOpeningCode, tryOpeningCode } from "./open-account/codes.ts";
export { openingUnderWay, setOpeningCookie } from "./open-account/cookie.ts";
export { openingRoutes } from "./open-account/route.ts";
export { isTaken } from "./open-account/store.ts";
export { askedNumberQueue, tellKnownNumbers } from "./open-account/tell-known.ts";
export { passkeyRoutes } from "./passkeys/route.ts";
export { callName, firstName, type Person } from "./person.ts";
export { provisionalRoutes } from "./provisional/route.ts";
export { wordsOfAct } from "./raise-alarm/acts.ts";
export { closedLately } from "./raise-alarm/read-alarm.ts";
export { readCase } from "./raise-alarm/read-case.ts";
export { alarmRoutes } from "./raise-alarm/route.ts";
export { recoveryQueue, sendAskedRecoveries } from "./recover-access/ask-recovery.ts";
export { recoveryRoutes } from "./recover-access/route.ts";
export { hasSecondProof } from "./second-step/means.ts";
export { secondStepRoutes } from "./second-step/route.ts";
export { sessionCookie } from "./session/cookie.ts";
export { keepTyped, readTyped, takeTyped } from "./session/kept-input.ts";
export { sessionRoutes } from "./session/route.ts";
export {
  isRecent,
  readSession,
  sessionsEnded,
  signOut,
  tellSessionsEnded,
  type Visitor,
  visitorOf,
} from "./session/session.ts";
export { isSessionOpen } from "./session/store.ts";
export { signInRoutes } from "./sign-in/route.ts";
export { signIn } from "./sign-in/sign-in.ts";
export { findPersons } from "./store.ts";
export { liftAlarm, liftSuspension, suspendAccess } from "./suspend-access/suspend-access.ts";
export { waysInRoutes } from "./ways-in/route.ts";
export { whoInputs } from "./who/fields.ts";
export { readContact } from "./who/read-contact.ts";
export { readWho, type TypedWho } from "./who/read-who.ts";
