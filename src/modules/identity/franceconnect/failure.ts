import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import type { Because, Ended } from "./endings.ts";

/** What FranceConnect may answer instead of a code (RFC 6749, OpenID Connect Core). */
const answered: Readonly<Record<string, Because>> = {
  access_denied: "denied",
  login_required: "interrupted",
  interaction_required: "interrupted",
  account_selection_required: "interrupted",
  consent_required: "interrupted",
  server_error: "away",
  temporarily_unavailable: "away",
};

/** What the library finds wrong with an answer, by its code. */
const found: Readonly<Record<string, Because>> = {
  OAUTH_TIMEOUT: "away",
  OAUTH_ABORT: "away",
  OAUTH_RESPONSE_IS_NOT_JSON: "away",
  OAUTH_PARSE_ERROR: "away",
  OAUTH_INVALID_RESPONSE: "unverified",
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: "unverified",
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: "unverified",
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: "unverified",
  OAUTH_JWT_USERINFO_EXPECTED: "unverified",
  OAUTH_KEY_SELECTION_FAILED: "unverified",
  OAUTH_UNSUPPORTED_OPERATION: "unverified",
};

/** What an exchange with FranceConnect came to, told by the error that ended it. Throws what is a fault of ours. */
export function endedBy(error: unknown): Ended {
  if (error instanceof AuthorizationResponseError)
    return { because: answered[error.error] ?? "misunderstood", why: named(error.error) };
  if (error instanceof ResponseBodyError) return { because: ofTokens(error), why: named(error.error) };
  if (error instanceof WWWAuthenticateChallengeError) return { because: "misunderstood", why: "challenged" };
  if (error instanceof TypeError && error.message === "fetch failed")
    return { because: "away", why: "unreachable" };
  if (!(error instanceof ClientError) || !error.code) throw error;
  if (error.code === "OAUTH_RESPONSE_IS_NOT_CONFORM") return ofStatus(error.cause);
  const because = found[error.code];
  if (!because) throw error;
  return { because, why: `${error.code} ${claimIn(error)}`.trim() };
}

/** The token endpoint's own errors: a code refused is old or was used; anything else is a setting. */
function ofTokens({ error, status }: ResponseBodyError): Because {
  if (status >= 500) return "away";
  return error === "invalid_grant" ? "used" : "misunderstood";
}

function ofStatus(response: unknown): Ended {
  const status = response instanceof Response ? response.status : 0;
  return { because: status >= 500 || status === 429 ? "away" : "misunderstood", why: `status ${status}` };
}

/** What stands in an answer may be anybody's: only the form of a code goes into the journal. */
const named = (code: string) => (/^[a-z_]{1,40}$/.test(code) ? code : "unknown error");

/** Which claim was not as expected: never what it said. */
function claimIn(error: ClientError): string {
  const { cause } = error;
  const details = cause instanceof Error ? cause.cause : cause;
  if (typeof details !== "object" || details === null) return "";
  const { claim, attribute } = details as { claim?: unknown; attribute?: unknown };
  return [claim, attribute].filter((one) => typeof one === "string").join(" ");
}
