import type { Account, Configuration } from "oidc-provider";
import type { SiteScope } from "../../../../institutions/institution.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { standingOf } from "../../households/index.ts";
import { callName, findContactPoints, findPersons } from "../../identity/index.ts";

/** What each scope passes on, in words for the person who agrees, and by which claims. One table for both (CP-23). */
export const scopes = {
  profile: {
    says: { fr: "Vos nom, prénoms et date de naissance", en: "Your names and date of birth" },
    claims: ["name", "given_name", "family_name", "birthdate"],
  },
  email: {
    says: {
      fr: "Votre adresse mail, si vous l’avez confirmée",
      en: "Your mail address, if you confirmed it",
    },
    claims: ["email", "email_verified"],
  },
  phone: {
    says: {
      fr: "Votre numéro de mobile, si vous l’avez confirmé",
      en: "Your mobile number, if you confirmed it",
    },
    claims: ["phone_number", "phone_number_verified"],
  },
  quality: {
    says: {
      fr: "Votre qualité sur le dossier (allocataire, conjoint…) et son numéro, si vous y avez accès",
      en: "Your role on the file (holder, spouse…) and its number, if you have access to it",
    },
    claims: ["quality", "file_number"],
  },
} as const satisfies Record<SiteScope, { says: Sentence; claims: readonly string[] }>;

export const claims: Configuration["claims"] = {
  openid: ["sub"],
  ...Object.fromEntries(Object.entries(scopes).map(([scope, one]) => [scope, [...one.claims]])),
};

/** The person as a site is told of them; the library passes on only what the scopes agreed to hold. Read anew each time. */
export const accountOf = (world: World, personId: string): Account => ({
  accountId: personId,
  claims: async (use, scope) => {
    // The identity token says who, nothing more: the rest is told by userinfo alone.
    if (use === "id_token") return { sub: personId };
    const asked = new Set(scope.split(" "));
    return {
      sub: personId,
      ...(asked.has("profile") && (await profileOf(world, personId))),
      ...((asked.has("email") || asked.has("phone")) && (await contactsOf(world, personId))),
      ...(asked.has("quality") && (await qualityOf(world, personId))),
    };
  },
});

async function profileOf(world: World, personId: string) {
  const [person] = await findPersons(world.db, [personId]);
  if (!person) return {};
  return {
    name: callName(person),
    given_name: person.firstNames,
    family_name: person.usedName ?? person.birthName,
    birthdate: person.birthDate,
  };
}

async function contactsOf(world: World, personId: string) {
  const points = await findContactPoints(world.db, personId);
  const verified = (kind: "mail" | "mobile") =>
    points.find((point) => point.kind === kind && point.verifiedAt !== null)?.value;
  const [mail, mobile] = [verified("mail"), verified("mobile")];
  return {
    ...(mail && { email: mail, email_verified: true }),
    ...(mobile && { phone_number: mobile, phone_number_verified: true }),
  };
}

async function qualityOf(world: World, personId: string) {
  const { relation, file, may } = await standingOf(world, personId);
  return {
    quality: relation,
    ...(file && may("see-file-number").allowed && { file_number: file.fileNumber }),
  };
}
