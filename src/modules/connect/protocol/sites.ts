import type { ClientMetadata } from "oidc-provider";
import type { Accounts, SisterSite } from "../../../../institutions/institution.ts";

/** A sister site that may sign people in here: a site with its secret, or an app, which keeps none. */
export type RegisteredSite = SisterSite & { secret?: string };

/** The sites of the institution's data whose secret this Foyer was given, and its apps. */
export const registeredSites = (
  { connect }: Pick<Accounts, "connect">,
  secrets: ReadonlyMap<string, string>,
): RegisteredSite[] =>
  (connect?.sites ?? []).flatMap((site) => {
    if (site.kind === "app") return [site];
    const secret = secrets.get(site.id);
    return secret ? [{ ...site, secret }] : [];
  });

/** The site as the protocol's library knows it. */
export const clientOf = (site: RegisteredSite): ClientMetadata => ({
  client_id: site.id,
  client_name: site.name.fr,
  application_type: site.kind === "app" ? "native" : "web",
  ...(site.secret
    ? { client_secret: site.secret, token_endpoint_auth_method: "client_secret_basic" }
    : { token_endpoint_auth_method: "none" }),
  grant_types: site.kind === "app" ? ["authorization_code", "refresh_token"] : ["authorization_code"],
  response_types: ["code"],
  redirect_uris: [...site.redirectUris],
  post_logout_redirect_uris: [...site.signedOutUris],
  ...(site.backchannelLogoutUri && {
    backchannel_logout_uri: site.backchannelLogoutUri,
    backchannel_logout_session_required: true,
  }),
  id_token_signed_response_alg: "ES256",
  scope: ["openid", ...site.scopes].join(" "),
  subject_type: "pairwise",
});

/** Where the forms of our pages may lead on to: the browser refuses any other site. */
export const originsOf = (sites: readonly RegisteredSite[]): string[] => [
  ...new Set(
    sites
      .flatMap((site) => [...site.redirectUris, ...site.signedOutUris])
      .map((uri) => (/^https?:/.test(uri) ? new URL(uri).origin : new URL(uri).protocol)),
  ),
];
