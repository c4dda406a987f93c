export { answerTermsIn } from "./accept-terms/answer-terms.ts";
export { type AudienceOf, termsRoutes, termsStep } from "./accept-terms/route.ts";
export { charterBody } from "./charter-body.ts";
export { charterRoutes } from "./read/route.ts";
export { readCharters } from "./read-charters.ts";
export { receiptsOf } from "./receipt/receipt.ts";
export { receiptRoutes } from "./receipt/route.ts";
export {
  answersSought,
  charterFor,
  mayPass,
  passesBy,
  registerNightly,
  registerVersions,
  today,
} from "./shelf.ts";
export { newsRoutes } from "./tell-news/route.ts";
