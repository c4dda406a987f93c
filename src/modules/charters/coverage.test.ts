import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { institutions } from "../../../institutions/index.ts";
import { type Clause, clausesOf } from "../../../law/charters/charter.ts";
import { controls } from "../../../law/charters/controls.ts";
import { inForce } from "../../../law/charters/life.ts";
import { languages } from "../../../law/language.ts";
import { readCharters } from "./read-charters.ts";

/** What the clause that carries a statement must say of it, in French and in English. */
const carried: Record<string, readonly [fr: RegExp, en: RegExp]> = {
  "MC-01": [
    /connaître votre situation.*simulation.*demandez.*disposition/s,
    /situation.*simulation.*claim.*available/s,
  ],
  "MC-02": [
    /accepter ces règles : une case à cocher.*à la fin du texte/s,
    /accept these rules: a box to tick.*end of the text/s,
  ],
  "MC-03": [
    /Si elles changent.*accepter de nouveau avant de continuer/s,
    /If they change.*accept them again before you go on/s,
  ],
  "MC-04": [
    /droit de refuser.*ni sur caf\.fr, ni dans l’application, ni sur les bornes.*revenez/s,
    /right to refuse.*caf\.fr, in the app or on the kiosks.*come back/s,
  ],
  "MC-05": [
    /garder secrets.*pas même à votre famille.*exact/s,
    /keep.*secret.*not even to your family.*exact/s,
  ],
  "MC-06": [
    /désignée par la loi, par un juge ou par une administration.*fixe ce que chacune/s,
    /named by the law, by a judge or by an administration.*sets what each/s,
  ],
  "MC-07": [
    /Aucune ne se connecte avec ceux de l’autre.*attribuée à la personne dont les codes ont servi/s,
    /Neither signs in with the other’s.*attributed to the person whose credentials were used/s,
  ],
  "MC-08": [/seule une personne physique/, /only a natural person/],
  "MC-09": [
    /compte tuteur.*propre numéro.*déposez la décision.*compte bancaire/s,
    /guardian account.*own social-security number.*deposit the protection decision.*bank account/s,
  ],
  "MC-10": [/sa propre adresse mail et son propre mobile/, /their own mail address and mobile/],
  "MC-11": [
    /sur l’honneur.*L\.114-19.*L\.114-9.*L\.114-17.*313-1 à 313-3, 441-1 et 441-6/s,
    /honour.*L\.114-19.*L\.114-9.*L\.114-17.*313-1 to 313-3, 441-1 and 441-6/s,
  ],
  "MC-12": [
    /date et l’heure de la précédente.*changez tout de suite votre mot de passe/s,
    /date and time of the one before.*change your password at once/s,
  ],
  "MC-13": [
    /à tout moment, vous demander de changer votre mot de passe, à vous seul ou à tout le monde/,
    /at any time to change your password, be it you alone or everyone/,
  ],
  "MC-14": [
    /surveillons les connexions.*suspendu par précaution, puis rétabli/s,
    /monitor sign-ins.*suspended as a precaution, and restored/s,
  ],
  "MC-15": [
    /allocataire dès que vous demandez une prestation.*personne protégée/s,
    /holder.*as soon as you claim a benefit.*protected person/s,
  ],
  "MC-16": [
    /adresse mail valide ou un numéro de mobile.*qu’à un seul espace/s,
    /valid mail address or a mobile number.*one space only/s,
  ],
  "MC-17": [
    /vous acceptez d’y recevoir des messages.*tenir à jour/s,
    /you agree to receive messages.*keep them up to date/s,
  ],
  "MC-18": [
    /abonné.*nationales et locales.*lien pour se désabonner.*indicateur de lecture.*Pour l’éviter/s,
    /subscribed.*national and local.*link to unsubscribe.*reading indicator.*To avoid it/s,
  ],
  "MC-19": [
    /droits sont en cours.*dette.*recours contentieux/s,
    /rights are running.*debt.*contentious appeal/s,
  ],
  "MC-20": [/supprimons l’accès après 6 ans/, /access is removed after 6 years/],
  "MC-21": [
    /RNCPS.*France Travail, aux départements et aux services de l’État/s,
    /RNCPS.*France Travail, to the departments and to State services/s,
  ],
  "MC-22": [/Corrigez-la, ou signalez-le/, /Correct it, or report it/],
  "MC-23": [
    /localisation ne servent qu’à quatre choses.*Aucune de vos données.*commerciales/s,
    /Location data serves four things only.*None of your data.*commerce/s,
  ],
  "MC-24": [
    /résident sur le territoire national.*données de connexion/s,
    /reside in the national territory.*connection data/s,
  ],
  "MC-25": [
    /lettre signée au directeur.*pièce d’identité signée/s,
    /signed letter to the director.*signed identity document/s,
  ],
  "MC-26": [/autres adultes.*leur accord avant/s, /other adults.*their consent before/s],
  "MC-27": [
    /La décision vous le dit toujours.*règles et les principales caractéristiques.*recours/s,
    /decision always says so.*rules and main characteristics.*appeals/s,
  ],
  "MC-28": [
    /choisissez votre mot de passe vous-même.*différent.*navigateur le retenir.*en clair.*à jour/s,
    /choose your password yourself.*different.*browser keep it.*in clear.*up to date/s,
  ],
  "CN-01": [
    /employeurs enregistrés à la CNSS et (à )?leurs affiliés/,
    /employers registered with the CNSS and (to )?their affiliates/,
  ],
  "CN-02": [
    /en temps réel.*quand vous voulez et d’où vous voulez.*Android ou iOS/s,
    /in real time.*whenever and from wherever you like.*Android or iOS/s,
  ],
  "CN-03": [
    /allocations familiales.*mariage.*indemnités journalières.*décès.*soins.*invalidité.*vieillesse.*réversion/s,
    /family allowances.*marriage.*daily indemnities.*death.*care.*invalidity.*old-age.*survivor/s,
  ],
  "CN-04": [
    /remis une fois la charte signée.*strictement personnels/s,
    /handed to you once the charter is signed.*strictly personal/s,
  ],
  "CN-05": [
    /ne vous demandera jamais.*ni par téléphone, ni par mail, ni sur un réseau social.*prévenez-nous/s,
    /never ask.*not by phone, not by mail, not on a social network.*tell us/s,
  ],
  "CN-06": [
    /10 caractères, avec des majuscules et des minuscules, des chiffres et des caractères spéciaux/,
    /10 characters, with uppercase and lowercase letters, digits and special characters/,
  ],
  "CN-07": [/ne servent qu’à ce que dit cette charte/, /used only for what this charter says/],
  "CN-08": [
    /changer à tout moment.*toujours sur le site, avec ce qui a changé/s,
    /change at any time.*always be read on the site, with what changed/s,
  ],
  "CN-09": [
    /prévenez la CNSS : elle bloque.*jusqu’à ce signalement/s,
    /tell the CNSS: it blocks.*until that report/s,
  ],
  "CN-10": [/aide technique.*coordonnées/s, /technical help.*how to reach it/s],
  "CN-11": [
    /litige entre vous et (votre employeur|un assuré).*rapide et juste/s,
    /dispute between you and (your employer|an insured person).*quick and fair/s,
  ],
  "CN-12": [
    /mettre à jour (vos informations personnelles|les informations de l’entreprise) à tout moment/,
    /update (your personal information|the information of the company) at any time/,
  ],
  "CN-13": [
    /identifiez avec (vos informations personnelles|les informations de l’entreprise)/,
    /identify yourself with (your personal information|the information of the company)/,
  ],
  "CN-14": [
    /transparence sur les cotisations est entière.*déclaré et payé/s,
    /Contributions are fully transparent.*declared and paid/s,
  ],
  "SEC-08": [
    /gère les accès.*en plus du mot de passe, une seconde preuve/s,
    /manages your structure’s access.*besides the password, a second proof/s,
  ],
  "SP-01": [
    /nouvelles.*offre de service.*nationale et locale.*imprimé.*formulaires en ligne/s,
    /news.*service offer.*national and local.*printed form.*Online forms/s,
  ],
  "SP-02": [
    /demande ses codes en ligne.*vaut acceptation.*secret professionnel.*un identifiant et un mot de passe/s,
    /asks for its credentials online.*accepting the charter.*professional secrecy.*an identifier and a password/s,
  ],
  "SP-03": [
    /Selon votre organisation.*plusieurs identifiants.*dans votre demande/s,
    /Depending on your organisation.*several identifiers.*in your request/s,
  ],
  "SP-04": [
    /personne hors de votre structure.*Un assuré.*jamais.*propre portail/s,
    /nobody outside your structure.*insured person.*never.*portal of their own/s,
  ],
  "SP-05": [
    /secret professionnel et ne transmettez aucune information nominative ou personnelle.*ne sert qu’à traiter sa demande/s,
    /professional secrecy and pass on no nominative or personal information.*serves only to handle their claim/s,
  ],
  "SP-06": [
    /changer cette charte.*suspendre.*mettre fin.*supprimer le compte.*changer des identifiants/s,
    /change this charter.*suspend.*end all or part of an access, and delete the account.*change identifiers/s,
  ],
  "SP-07": [
    /Utiliser le site, c’est accepter.*en ligne prévaut sur toute version imprimée/s,
    /To use the site is to accept.*online version prevails over any printed one/s,
  ],
  "SP-08": [
    /adresses mail.*ne servent qu’à envoyer les lettres d’information que leur titulaire a expressément acceptées/,
    /mail addresses.*serve only to send the newsletters that their owner explicitly agreed to/,
  ],
  "SP-09": [
    /confidentiel.*Aucun de nos collaborateurs.*ni par mail ni par téléphone/s,
    /confidential.*None of our staff.*by mail or by phone/s,
  ],
  "SP-10": [
    /volé, perdu ou utilisé par quelqu’un.*sans attendre.*agit aussitôt/s,
    /stolen, lost or used by someone.*without waiting.*acts at once/s,
  ],
  "SP-11": [
    /accès aux droits et aux soins des personnes fragiles.*plus simples.*coordonnons/s,
    /access to rights and care for vulnerable people.*simpler.*coordinate/s,
  ],
  "TW-01": [
    /communiqués.*évènements.*publications officielles.*offres d’emploi.*marchés publics.*nominations.*jamais la valeur d’une décision/s,
    /press releases.*events.*official publications.*job offers.*public tenders.*appointments.*never counts as a decision/s,
  ],
  "TW-02": [
    /entreprise ou un produit : nous n’en faisons pas la promotion.*ne veut dire ni que nous l’approuvons.*vie publique/s,
    /company or a product: that does not promote it.*neither that we approve of it.*public life/s,
  ],
  "TW-03": [
    /jamais d’information personnelle.*numéro d’allocataire.*sécurité sociale.*date de naissance/s,
    /never ask you for personal information.*file number.*social-security number.*date of birth/s,
  ],
  "TW-04": [/public ou privé.*Nous n’en échangeons pas/s, /public or private.*We exchange none of it/s],
  "TW-05": [
    /générale.*heures de bureau.*Nous contacter.*réclamation/s,
    /general answer, during office hours.*Contact us.*complain/s,
  ],
  "TW-06": [
    /salarié.*son propre compte n’engage que lui.*pas la position de l’institution/s,
    /employee.*account of their own binds only them.*not the position of the institution/s,
  ],
  "TW-07": [
    /d’autres sites.*ne garantissons ni leur contenu.*aucune publicité.*aucun argent/s,
    /other sites.*vouch neither for their content.*no advertising.*no money/s,
  ],
  "TW-08": [/réutiliser une image.*l’autorisation/s, /use a picture.*permission/s],
  "TW-09": [
    /panne du réseau social n’est pas la nôtre.*rien ne s’y perd/s,
    /outage of the social network is not ours.*nothing is lost there/s,
  ],
};

const root = new URL("../../../", import.meta.url);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

const clauses = institutions.flatMap((institution) =>
  readCharters(institution).flatMap((charter) => {
    const { fr, en } = inForce(charter, "2026-03-10")?.texts ?? assert.fail(charter.name);
    const english = clausesOf(en);
    return clausesOf(fr).map((clause, at) => ({ of: charter.name, fr: clause, en: english[at] as Clause }));
  }),
);

for (const { of, fr, en } of clauses)
  test(`${[...fr.statements, `${of}, “${fr.id}”`].join(" ")}: both languages say it, and what is said to keep it is there`, () => {
    assert.equal(en.id, fr.id);
    assert.notEqual(en.text, fr.text);
    for (const statement of fr.statements) {
      const [french, english] = carried[statement] ?? assert.fail(`nobody wrote what ${statement} must say`);
      assert.match(plain(fr.text), french, statement);
      assert.match(en.text, english, statement);
    }
    for (const control of fr.controls) {
      assert.ok(existsSync(new URL(controls[control].keptBy, root)), control);
      for (const language of languages) assert.ok(controls[control].says[language], control);
    }
  });

/** Statements that words alone carry: no code keeps them, or none does yet. */
const byWordsAlone = [
  "CN-02",
  "CN-07",
  "CN-10",
  "CN-11",
  "CN-14",
  "MC-18",
  "MC-19",
  "MC-20",
  "MC-22",
  "MC-25",
  "MC-26",
  "SP-01",
  "SP-08",
  "SP-11",
  "TW-01",
  "TW-02",
  "TW-05",
  "TW-06",
  "TW-07",
  "TW-08",
  "TW-09",
];

test("SP-05 has the table of access behind it; SP-08 TW-02 TW-06 TW-07 TW-08 bind by words alone, and it is known which do", () => {
  const kept = new Set(clauses.flatMap(({ fr }) => (fr.controls.length > 0 ? fr.statements : [])));
  const others = new Set(
    clauses.flatMap(({ fr }) => fr.statements.filter((statement) => !kept.has(statement))),
  );
  assert.ok(kept.has("SP-05"));
  assert.deepEqual([...others].toSorted(), byWordsAlone);
});

test("MC-01 to MC-28, CN-01 to CN-14, SP-01 to SP-11, TW-01 to TW-09: no statement of the four sources is without a clause", () => {
  const sources = { MC: 28, CN: 14, SP: 11, TW: 9 };
  const all = Object.entries(sources).flatMap(([prefix, last]) =>
    Array.from({ length: last }, (_, index) => `${prefix}-${String(index + 1).padStart(2, "0")}`),
  );
  const covered = new Set(clauses.flatMap(({ fr }) => fr.statements));
  assert.deepEqual(
    all.filter((statement) => !covered.has(statement)),
    [],
    "these have no clause",
  );
});
