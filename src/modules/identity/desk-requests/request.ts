import type { Identifier } from "../../../../law/credentials/identifier.ts";
import type { ToldPerson } from "../../../../law/credentials/lost-contact.ts";
import type { Language } from "../../../../law/language.ts";
import { unseal } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";
import type { ToldContact } from "../who/read-contact.ts";
import type { StoredRequest } from "./store.ts";

/** What a request says: who it is for, and the contact point that is to replace those that are lost. */
export type RequestBody = {
  identifier: Identifier;
  who: ToldPerson;
  contact: ToldContact;
  language: Language;
};

/** What a request says, unsealed. */
export const bodyOf = (world: World, { sealed, requestId }: Pick<StoredRequest, "sealed" | "requestId">) =>
  JSON.parse(unseal(world.keys.nir, sealed, requestId)) as RequestBody;
