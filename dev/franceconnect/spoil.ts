import type { KoaContextWithOIDC, Provider } from "oidc-provider";
import { type Fault, faultCalled } from "./faults.ts";
import { claimsOf, type SigningKey, signed } from "./keys.ts";

export type Spoiling = {
  /** What goes wrong with each grant; a grant that is not here goes well. */
  ofGrant: Map<string, Fault>;
  /** The key in force. */
  key: () => SigningKey;
  /** Puts another key in force. */
  rotateKey: () => void;
};

/** Makes what the developer chose go wrong: the provider answers rightly, and its answer is spoilt on the way out. */
export function spoilAnswers(provider: Provider, spoiling: Spoiling): void {
  provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next();
    const spoil = spoilers[ctx.oidc?.route ?? ""];
    if (spoil) await spoil(ctx, spoiling);
  });
}

const spoilers: Readonly<
  Record<string, (ctx: KoaContextWithOIDC, spoiling: Spoiling) => void | Promise<void>>
> = {
  resume: (ctx, { ofGrant }) => {
    const fault = faultCalled(ctx.oidc.result?.fault);
    const grant = ctx.oidc.entities.Grant?.jti;
    if (!fault || !grant) return;
    ofGrant.set(grant, fault);
    const to = new URL(ctx.response.get("location"));
    fault.redirect?.(to);
    ctx.redirect(to.href);
  },

  token: async (ctx, { ofGrant, key, rotateKey }) => {
    const fault = ofGrant.get(ctx.oidc.entities.AuthorizationCode?.grantId ?? "");
    if (!fault) return;
    if (fault.tokenDelay) await pause(fault.tokenDelay);
    if (fault.tokenStatus) {
      ctx.status = fault.tokenStatus;
      ctx.body = "";
      return;
    }
    const answer = ctx.body as { id_token: string };
    if (fault.rotates) rotateKey();
    if (fault.rotates || fault.idToken) {
      const claims = claimsOf(answer.id_token);
      answer.id_token = signed(fault.idToken?.(claims) ?? claims, key());
    }
    if (fault.idTokenText) answer.id_token = fault.idTokenText(answer.id_token);
  },

  userinfo: (ctx, { ofGrant, key }) => {
    const fault = ofGrant.get(ctx.oidc.entities.AccessToken?.grantId ?? "");
    if (fault?.userinfo) ctx.body = signed(fault.userinfo(claimsOf(String(ctx.body))), key());
    if (fault?.userinfoText) ctx.body = fault.userinfoText(String(ctx.body));
    if (fault?.userinfoStatus) {
      ctx.status = fault.userinfoStatus;
      ctx.body = "";
    }
    if (fault?.unsigned) ctx.body = claimsOf(String(ctx.body));
  },
};

/** Nobody waits for it once the stand-in stops. */
const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
