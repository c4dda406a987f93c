export { termsRoutes, termsStep } from "./accept-terms/route.ts";
export { charterRoutes } from "./read/route.ts";
export { readCharters } from "./read-charters.ts";
export { receiptRoutes } from "./receipt/route.ts";
export { mayPass, registerNightly, registerVersions } from "./shelf.ts";
export { newsRoutes } from "./tell-news/route.ts";
