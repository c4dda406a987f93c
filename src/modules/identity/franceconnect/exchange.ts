import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
} from "openid-client";
import { type AssuranceLevel, isAssured } from "../../../../law/credentials/assurance.ts";
import type { Language } from "../../../../law/language.ts";
import type { OpenId } from "../../../platform/openid.ts";
import type { Ended } from "./endings.ts";
import { endedBy } from "./failure.ts";

/** The level of assurance asked of FranceConnect: a password at an identity provider is enough (SEC-14). */
const asked: AssuranceLevel = "eidas1";

/** What we need of a person: their pivot identity, and the mail address to propose to them. */
const scopes =
  "openid given_name family_name birthdate gender birthplace birthcountry email preferred_username";

/** Seconds since which a person who confirms that it is them must have proven it there. */
const recent = 300;

/** How a person shows who they are: the session that they have there will do, they choose anew, or prove it just now. */
export type Proof = "any" | "chosen anew" | "recent";

/** What travels with a request, or is checked in its answer; none of it is told to anyone else. */
export type Secrets = { state: string; nonce: string; verifier: string };

export type Asking = Secrets & {
  /** Where FranceConnect sends the person back to. */
  callback: string;
  language: Language;
  proof: Proof;
};

/** What is said only to a provider whose description names it: FranceConnect refuses requests with anything else in them. */
function extras(configuration: Configuration) {
  const offers = configuration.serverMetadata();
  return {
    pkce: offers.supportsPKCE(),
    /** It tells when the person proved who they are. */
    dated: offers.claims_supported?.includes("auth_time") === true,
    language: (language: Language) =>
      offers.ui_locales_supported?.includes(language) ? { ui_locales: language } : {},
  };
}

/** Where to send the person. */
export async function requestAddress(openId: OpenId, asking: Asking): Promise<{ to: URL } | Ended> {
  try {
    const { configuration } = await openId.client();
    const { pkce, dated, language } = extras(configuration);
    const challenge = {
      code_challenge: await calculatePKCECodeChallenge(asking.verifier),
      code_challenge_method: "S256",
    };
    const to = buildAuthorizationUrl(configuration, {
      redirect_uri: asking.callback,
      scope: scopes,
      state: asking.state,
      nonce: asking.nonce,
      acr_values: asked,
      ...language(asking.language),
      ...(asking.proof !== "any" && { prompt: "login" }),
      ...(asking.proof === "recent" && dated && { max_age: String(recent) }),
      ...(pkce && challenge),
    });
    return { to };
  } catch (error) {
    return endedBy(error);
  }
}

/** What FranceConnect said of a person, its signatures verified. */
export type Told = {
  issuer: string;
  subject: string;
  idToken: string;
  claims: Readonly<Record<string, unknown>>;
};

/**
 * Takes an answer of FranceConnect to the end: code, id_token, signed userinfo. Signature, issuer, audience, nonce, expiry,
 * level of assurance and subject are checked before anything in it is believed (SEC-14). Two requests go out: never call
 * it inside a transaction.
 */
export async function exchange(
  openId: OpenId,
  answer: URL,
  { state, nonce, verifier, proof }: Secrets & Pick<Asking, "proof">,
): Promise<{ told: Told } | Ended> {
  try {
    const { configuration } = await openId.client();
    const { pkce, dated } = extras(configuration);
    const tokens = await authorizationCodeGrant(configuration, answer, {
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
      ...(pkce && { pkceCodeVerifier: verifier }),
      ...(proof === "recent" && dated && { maxAge: recent }),
    });
    const claimed = tokens.claims();
    if (!claimed || !tokens.id_token) return { because: "unverified", why: "no id_token" };
    if (!isAssured(claimed.acr, asked)) return { because: "weak", why: "acr" };
    // Of its own, for the provider may have changed its keys since the first answer.
    const { configuration: second, cameSigned } = await openId.client();
    const claims = await fetchUserInfo(second, tokens.access_token, claimed.sub);
    if (!cameSigned()) return { because: "unverified", why: "unsigned userinfo" };
    return { told: { issuer: claimed.iss, subject: claimed.sub, idToken: tokens.id_token, claims } };
  } catch (error) {
    return endedBy(error);
  }
}

/** Where the person signs out of FranceConnect too; undefined while it cannot be reached. */
export async function signOutAddress(
  openId: OpenId,
  asking: { idToken: string; state: string; back: string; language: Language },
): Promise<URL | undefined> {
  try {
    const { configuration } = await openId.client();
    return buildEndSessionUrl(configuration, {
      id_token_hint: asking.idToken,
      state: asking.state,
      post_logout_redirect_uri: asking.back,
      ...extras(configuration).language(asking.language),
    });
  } catch {
    return undefined;
  }
}
