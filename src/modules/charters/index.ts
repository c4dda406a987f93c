export { termsRoutes, termsStep } from "./accept-terms/route.ts";
export { readTerms } from "./charter.ts";
export { registerVersions } from "./store.ts";
