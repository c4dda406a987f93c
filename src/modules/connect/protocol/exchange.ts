import Provider, { type KoaContextWithOIDC } from "oidc-provider";
import type { FoundCode } from "./store.ts";

/**
 * One request that exchanges a code: what was read with the code, and that it is to be used up. The protocol's library
 * asks for the session, the grant and the person one by one, and uses the code up before it writes the token: for one
 * request all of it is one reading and one writing.
 */
export type Exchange = { read: FoundCode; isToBeUsed: boolean };

const exchanges = new WeakMap<object, Exchange>();

/** The site that exchanges a code in the request at hand; undefined in any other request. */
export function exchangingSite(): string | undefined {
  const { oidc } = requestAtHand() ?? {};
  return oidc?.route === "token" ? oidc.client?.clientId : undefined;
}

export function beginExchange(read: FoundCode): void {
  const request = requestAtHand();
  if (request) exchanges.set(request, { read, isToBeUsed: false });
}

export function exchangeAtHand(): Exchange | undefined {
  const request = requestAtHand();
  return request && exchanges.get(request);
}

/** Whose code a request brought; undefined where it brought none that anybody has. */
export const broughtBy = (request: KoaContextWithOIDC): string | undefined =>
  exchanges.get(request)?.read.personId ?? undefined;

/** Throws where a request is about to be answered with tokens and its code was not used up: nothing goes out then (SEC-14). */
export function checkUsed(request: KoaContextWithOIDC): void {
  if (request.status < 400 && exchanges.get(request)?.isToBeUsed === true)
    throw new Error("A code was exchanged without being used up");
}

const requestAtHand = (): KoaContextWithOIDC | undefined => Provider.ctx;
