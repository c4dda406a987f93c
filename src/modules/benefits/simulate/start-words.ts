import { of } from "./readable.ts";

/** The first page of the simulator. */
export const words = {
  fr: {
    title: "Estimer mes droits",
    lead: "Quelques questions, une par page, et vous voyez ce que vous pourriez recevoir chaque mois, pourquoi, et ce qui le changerait. C’est une estimation, pas une décision.",
    start: "Commencer",
    resume: "Reprendre la simulation en cours dans ce navigateur",
    household:
      "Vous êtes connecté(e). Nous pouvons reprendre de votre dossier qui vit au foyer et les dates de naissance : vous vérifierez tout. Votre salaire n’y est pas, nous vous le demanderons.",
    ownBirth:
      "Vous êtes connecté(e). Nous pouvons reprendre votre date de naissance, et elle seule : le reste du dossier n’est pas ouvert depuis votre espace. Nous vous demanderons le reste.",
    householdOf: (name: string) =>
      `Nous pouvons reprendre du dossier ${of(name)} qui vit au foyer et les dates de naissance : vous vérifierez tout. Le salaire n’y est pas, nous vous le demanderons.`,
    birthOf: (name: string) =>
      `Nous pouvons reprendre la date de naissance ${of(name)}, et elle seule. Nous vous demanderons le reste.`,
    closedOf: (name: string) =>
      `La décision de protection ne vous ouvre pas le foyer ${of(name)} : nous ne reprenons rien de son dossier, ni du vôtre.`,
    fromFileOf: (name: string) => `Partir du dossier ${of(name)}`,
    fromFile: "Partir de mon dossier",
    fromNothing: "Partir de zéro",
    privateTitle: "Vos réponses restent chez vous",
    private: [
      "Pas besoin de compte, ni de donner votre nom.",
      "Vos réponses sont gardées au fur et à mesure dans ce navigateur, chiffrées. Elles partent quand vous le fermez, quand vous les effacez, ou deux heures après la dernière.",
      "Nous ne gardons rien de cette simulation, et nos journaux techniques n’en savent rien. Elle ne change rien à votre dossier.",
    ],
    countsTitle: "Ce que nous estimons",
    limitsTitle: "Ce que nous ne savons pas encore estimer",
    limits: [
      "L’aide au logement (APL). Avec un loyer, nous donnons du RSA et de la prime d’activité le montant le plus bas possible.",
      "La garde des jeunes enfants.",
      "Les autres revenus que le salaire, les pensions alimentaires, la garde alternée, l’outre-mer. Nous supposons que le salaire est le même depuis plus de deux ans.",
    ],
  },
  en: {
    title: "Estimate my rights",
    lead: "A few questions, one per page, and you see what you could receive each month, why, and what would change it. It is an estimate, not a decision.",
    start: "Start",
    resume: "Go back to the simulation under way in this browser",
    household:
      "You are signed in. We can take from your file who lives in the household and the dates of birth: you will check everything. Your pay is not in it, we will ask for it.",
    ownBirth:
      "You are signed in. We can take your date of birth, and that alone: the rest of the file is not open from your account. We will ask for the rest.",
    householdOf: (name: string) =>
      `We can take from the file of ${name} who lives in the household and the dates of birth: you will check everything. Pay is not in it, we will ask for it.`,
    birthOf: (name: string) =>
      `We can take the date of birth of ${name}, and that alone. We will ask for the rest.`,
    closedOf: (name: string) =>
      `The protection decision does not open the household of ${name} to you: we take nothing from their file, nor from yours.`,
    fromFileOf: (name: string) => `Start from the file of ${name}`,
    fromFile: "Start from my file",
    fromNothing: "Start from nothing",
    privateTitle: "Your answers stay with you",
    private: [
      "No account needed, and no name to give.",
      "Your answers are kept as you go in this browser, encrypted. They go when you close it, when you erase them, or two hours after the last one.",
      "We keep nothing of this simulation, and our technical logs know nothing of it. It changes nothing in your file.",
    ],
    countsTitle: "What we estimate",
    limitsTitle: "What we cannot estimate yet",
    limits: [
      "Housing benefit (APL). With a rent, we give the lowest amount possible of RSA and of the activity bonus.",
      "Child care for young children.",
      "Income other than pay, maintenance, shared custody, overseas territories. We assume that pay has been the same for more than two years.",
    ],
  },
};
