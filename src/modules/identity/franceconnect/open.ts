import type { App } from "../../../platform/http/server.ts";
import type { OpenId } from "../../../platform/openid.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** FranceConnect, where the institution has it and it is set up here. */
    franceConnect: OpenId | undefined;
  }
}

/** Says on every page of a site whether people may come by FranceConnect. */
export const offerFranceConnect = (app: App, openId: OpenId | undefined): void => {
  app.decorate("franceConnect", openId);
};
