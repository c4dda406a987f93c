import { randomBytes } from "node:crypto";
import type { RequestListener } from "node:http";
import type { Provider } from "oidc-provider";
import type { Sentence } from "../../law/language.ts";
import type { Assets } from "../../src/design/page.ts";
import { memoryStore } from "./adapter.ts";
import type { Fault } from "./faults.ts";
import { identities } from "./identities.ts";
import { type Algorithm, drawKey } from "./keys.ts";
import { noticesBySmtp } from "./notice.ts";
import { franceConnectProvider } from "./provider.ts";
import { drawing, standInSite } from "./routes.ts";
import { spoilAnswers } from "./spoil.ts";

/** A site that may send people here. */
export type Service = { id: string; name: Sentence; secret: string };

export type Parts = {
  issuer: string;
  services: readonly Service[];
  algorithm: Algorithm;
  smtpUrl: string;
  assets: Assets;
  foyerPort?: number | undefined;
  log: { write: (line: string) => void };
};

export type Assembled = { answer: RequestListener; rotateKey: () => void; stop: () => Promise<void> };

/** Puts the provider, its pages and its notices together. */
export async function assemble(parts: Parts): Promise<Assembled> {
  const { issuer, services, algorithm, log } = parts;
  const store = memoryStore();
  const cookieKey = randomBytes(32).toString("hex");
  const ofGrant = new Map<string, Fault>();
  const notices = noticesBySmtp(parts.smtpUrl);
  const identity = (id: string) => identities.find((one) => one.id === id);
  const serviceOf = (id: unknown) => services.find((one) => one.id === id)?.name ?? { fr: "?", en: "?" };
  let key = drawKey(algorithm);
  let provider: Provider;

  const rotateKey = () => {
    key = drawKey(algorithm);
    provider = start();
  };

  function start(): Provider {
    const started = franceConnectProvider({
      issuer,
      clients: services.map(clientOf),
      key,
      store,
      identity,
      cookieKey,
      interactionPath: (uid, language) => `/interaction/${uid}${language === "en" ? "?lang=en" : ""}`,
      drawSignOut: drawing.signOut,
      drawError: drawing.error,
    });
    spoilAnswers(started, { ofGrant, key: () => key, rotateKey });
    started.on("authorization.success", (ctx) => {
      const who = identity(ctx.oidc.session?.accountId ?? "");
      if (who) notices.tell(who, serviceOf(ctx.oidc.client?.clientId), new Date()).catch(report);
    });
    return started;
  }

  const report = (error: Error) => log.write(`${JSON.stringify({ level: 50, msg: error.message })}\n`);
  provider = start();
  const app = await standInSite({ ...parts, provider: () => provider, serviceOf });
  return {
    answer: (request, response) => app.routing(request, response),
    rotateKey,
    stop: async () => {
      notices.close();
      await app.close();
    },
  };
}

/** What an institution registers with FranceConnect: where people come back to. */
const clientOf = ({ id, secret }: Service) => ({
  client_id: id,
  client_secret: secret,
  token_endpoint_auth_method: "client_secret_post" as const,
  redirect_uris: [`http://${id}.localhost/franceconnect/callback`],
  post_logout_redirect_uris: [`http://${id}.localhost/franceconnect/signed-out`],
});
