import { sql } from "kysely";
import { acceptTerms, refused, signIn, typeCode } from "./harness/acts.ts";
import { type Journey, journeys } from "./harness/journeys.ts";
import { type Someone, someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";

const newPassword = "Cactus8Lampe-Bleue";

/** Somebody past the first sign-in, with a password and a confirmed mail address; the pages of that have their own journeys. */
async function settled({ world }: Journey["foyer"], who: Someone, mail: string): Promise<void> {
  const { id } = who.person;
  const at = world.clock();
  const hashed = await world.passwords.hash(who.password);
  await sql`insert into identity.account (person_id, opened_at, hashed, password_chosen_at, contacts_answered_at)
    values (${id}, ${at}, ${hashed}, ${at}, ${at})`.execute(world.db);
  await sql`insert into identity.contact_point (person_id, kind, value, given_at, verified_at)
    values (${id}, 'mail', ${mail}, ${at}, ${at})`.execute(world.db);
  await sql`update identity.contact_point set replaced_at = ${at}
    where person_id = ${id} and value <> ${mail}`.execute(world.db);
}

/** Comes in for the first time since: the terms, then the home page. */
async function comesIn(tab: Tab, who: Someone): Promise<void> {
  await signIn(tab, who);
  await acceptTerms(tab);
  if (new URL(tab.page.url()).pathname === "/delegations/new") await tab.press("Pas maintenant");
  await tab.stands("/home");
}

async function date(tab: Tab, group: string, labels: readonly string[], values: readonly string[]) {
  for (const [index, label] of labels.entries())
    await tab.page
      .getByRole("group", { name: group })
      .getByLabel(label, { exact: true })
      .fill(values[index] ?? "");
}

journeys("A person raises the alarm", (journey) => {
  journey(
    "CN-09 MC-12 in French without scripts: “this was not me”, closed, recovered, and what was done is shown",
    async ({ foyer, visitor }) => {
      const awa = someone("Awa");
      const mail = "awa.alarme@exemple.fr";
      await settled(foyer, awa, mail);
      const elsewhere = await visitor();
      await comesIn(elsewhere, awa);
      foyer.pass({ hours: 3 });
      const tab = await visitor({ javaScript: false, width: 320 });
      await signIn(tab, awa);
      await tab.page.getByText("Ce n’était pas moi").click();
      await tab.look();
      await tab.follow("Fermer l’accès à mon compte");
      await tab.stands("/alarms/new/not-me", "Quelqu’un est entré dans mon compte");
      await tab.says("ce qui se fait depuis votre compte est considéré comme fait par vous");
      await tab.type("Vers quelle heure ? (facultatif)", "midi");
      await tab.press("Fermer l’accès à mon compte");
      await refused(tab, "Nous ne comprenons pas cette heure. Écrivez-la comme 14:30, ou laissez vide.");
      await tab.type("Vers quelle heure ? (facultatif)", "9 h");
      await date(
        tab,
        "Quel jour cela s’est-il passé ? (facultatif)",
        ["Jour", "Mois", "Année"],
        ["10", "3", "2026"],
      );
      await tab.press("Fermer l’accès à mon compte");
      await tab.stands("/alarms/current", "C’est enregistré");
      await tab.says(
        "plus personne n’entre, même avec votre mot de passe",
        "Connexion à l’espace, depuis votre espace mardi 10 mars 2026 à 10:00",
      );
      await elsewhere.open("/home");
      await elsewhere.stands("/sessions/new?next=%2Fhome");
      await signIn(elsewhere, awa);
      await elsewhere.says("L’accès à ce compte a été fermé parce que quelqu’un nous a signalé un danger.");
      await tab.press("Rouvrir mon compte");
      await recover(tab, foyer, awa, mail);
      await tab.says("L’accès à votre compte a été fermé le");
      await tab.follow("Voir ce qui a été fait avant");
      await tab.stands("/alarms", "Mon dernier signalement");
      await tab.says("Connexion à l’espace, depuis votre espace mardi 10 mars 2026 à 10:00");
    },
  );

  journey(
    "CN-09 SEC-02 in English without scripts, not signed in: number and birth date close the account",
    async ({ foyer, visitor }) => {
      const nadia = someone("Nadia");
      const mail = "nadia.alarme@exemple.fr";
      await settled(foyer, nadia, mail);
      const tab = await visitor({ language: "en", javaScript: false, width: 320 });
      await tab.open("/sessions/new");
      await tab.follow("Report a theft, or a sign-in that was not me");
      await tab.stands("/alarms/new", "Report a danger for my account");
      await tab.follow("My phone was stolen, or I lost it");
      await tab.stands("/alarms/new/phone-stolen", "My phone is stolen or lost");
      await tab.press("Close access to my account");
      await refused(
        tab,
        "Enter your social-security number or, if you have none yet, your provisional identifier.",
        "Give your date of birth: day, month and year, such as 3 11 1988.",
      );
      await tab.type("Your social-security number, or your provisional identifier", nadia.identifier);
      await date(tab, "Your date of birth", ["Day", "Month", "Year"], ["30", "5", "1990"]);
      await tab.type("What happened? (optional)", "On the bus.");
      await tab.press("Close access to my account");
      await tab.stands("/alarms/current", "Your report is recorded");
      await tab.says("If this number and this date of birth are those of an account");
      await tab.doesNotSay("What was done on your account");
      await tab.open("/sessions/new");
      await tab.type("Your social-security number", nadia.identifier);
      await tab.type("Your password", nadia.password);
      await tab.press("Sign in");
      await tab.says("Access to this account was closed because someone told us of a danger.");
    },
  );

  journey(
    "CN-05 SP-09 someone asked for my password: not given, the account stays open; given, it closes",
    async ({ foyer, visitor }) => {
      const sophie = someone("Sophie");
      await settled(foyer, sophie, "sophie.alarme@exemple.fr");
      const tab = await visitor({ width: 320 });
      await comesIn(tab, sophie);
      await tab.follow("Signaler un danger pour mon compte");
      await tab.follow("On m’a demandé mon mot de passe ou un code");
      await tab.stands("/alarms/new/password-asked", "Avez-vous donné ce qu’on vous demandait ?");
      await tab.says("Nous ne demandons jamais votre mot de passe ni un code");
      await tab.follow("Non, je n’ai rien donné");
      await tab.press("Envoyer mon signalement");
      await refused(tab, "Dites-nous comment on vous l’a demandé.");
      await tab.tick("Par téléphone");
      await tab.press("Envoyer mon signalement");
      await tab.stands("/alarms/current", "C’est enregistré");
      await tab.says("Votre compte reste ouvert.");
      await tab.press("Aller à mon espace");
      await tab.stands("/home");
      await tab.open("/alarms/new/password-asked?gave=yes");
      await tab.tick("Par SMS");
      await tab.press("Fermer l’accès à mon compte");
      await tab.says("plus personne n’entre");
      await tab.open("/home");
      await tab.stands("/sessions/new");
    },
  );
});

/** From the page that asks for the number to the home page. */
async function recover(tab: Tab, foyer: Journey["foyer"], who: Someone, mail: string) {
  await tab.type("Votre numéro de sécurité sociale, ou votre identifiant provisoire", who.identifier);
  await tab.press("Recevoir un code");
  await typeCode(tab, await recoveryCode(foyer, mail));
  await date(tab, "Votre date de naissance", ["Jour", "Mois", "Année"], ["3", "11", "1988"]);
  await tab.press("Continuer");
  await tab.type("Nouveau mot de passe", newPassword);
  await tab.press("Enregistrer ce mot de passe");
  await signIn(tab, who, newPassword);
  await tab.stands("/home");
}

/** Of the message that carries it: the one that tells of the closing may come after. */
async function recoveryCode(foyer: Journey["foyer"], mail: string): Promise<string> {
  const find = () =>
    foyer.mailbox
      .messages()
      .filter(({ to }) => to === mail)
      .map(({ text }) => /oublié votre mot de passe \? Votre code : (\d{6})/.exec(text)?.[1])
      .find((code) => code !== undefined);
  await foyer.mailbox.waitFor(() => find() !== undefined, { timeoutMs: 8000 });
  return find() ?? "";
}
