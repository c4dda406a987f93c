import type { Sentence } from "../language.ts";

/** What keeps a clause, whatever anybody intends: a thing of this software, with where it is and the statement its tests prove. */
export type Control = {
  readonly says: Sentence;
  /** The folder or file that does it, from the root of the project. */
  readonly keptBy: string;
  /** The statement of the requirements that its tests carry in their names. */
  readonly statement: string;
};

/** Every control that a clause may name. A clause that names another one does not load. */
export const controls = {
  "charter-gate": {
    says: {
      fr: "Tant que le texte en vigueur n’est pas accepté, chaque page et chaque service de l’espace renvoie à ce texte. Rien d’autre ne s’ouvre.",
      en: "Until the text in force is accepted, every page and every service of the account leads back to that text. Nothing else opens.",
    },
    keptBy: "law/charters/standing.ts",
    statement: "MC-02",
  },
  "new-version": {
    says: {
      fr: "Le jour où une nouvelle version entre en vigueur, votre prochaine page vous la montre, avec ce qui a changé. Ce que vous étiez en train d’écrire vous est rendu ensuite.",
      en: "On the day a new version takes effect, your next page shows it to you, with what changed. What you were writing is given back to you afterwards.",
    },
    keptBy: "src/modules/charters/accept-terms",
    statement: "MC-03",
  },
  "change-of-mind": {
    says: {
      fr: "Un refus est noté et ferme l’espace. La page qui le dit propose toujours de relire et d’accepter.",
      en: "A refusal is noted and closes the account. The page that says so always offers to read again and accept.",
    },
    keptBy: "src/modules/charters/accept-terms",
    statement: "MC-04",
  },
  "proof-of-acceptance": {
    says: {
      fr: "Chaque acceptation garde la version exacte du texte lu, la langue, le jour et l’heure. Vous en téléchargez le reçu quand vous voulez.",
      en: "Each acceptance keeps the exact version of the text that was read, the language, the day and the time. You can download its receipt whenever you like.",
    },
    keptBy: "src/modules/charters/receipt",
    statement: "CN-04",
  },
  "versions-side-by-side": {
    says: {
      fr: "Toutes les versions publiées restent en ligne. Une page compare deux versions, clause par clause.",
      en: "Every published version stays online. A page compares two versions, clause by clause.",
    },
    keptBy: "law/charters/compare.ts",
    statement: "CN-08",
  },
  "told-once": {
    says: {
      fr: "Une version qui ne demande pas de nouvelle acceptation est annoncée en haut de votre accueil, jusqu’à ce que vous disiez l’avoir vue.",
      en: "A version that asks for no new acceptance is announced at the top of your home page, until you say you have seen it.",
    },
    keptBy: "src/modules/charters/tell-news",
    statement: "SP-06",
  },
  "online-prevails": {
    says: {
      fr: "Toute page imprimée et tout reçu rappellent que la version en ligne prévaut, et à quelle adresse la lire.",
      en: "Every printed page and every receipt recalls that the online version prevails, and where to read it.",
    },
    keptBy: "src/design/styles/_print.scss",
    statement: "SP-07",
  },
  "sealed-texts": {
    says: {
      fr: "L’empreinte de chaque texte annoncé est gardée. Si un ancien texte a été retouché, le site refuse de démarrer.",
      en: "The digest of every announced text is kept. If an old text was touched up, the site refuses to start.",
    },
    keptBy: "src/modules/charters/store.ts",
    statement: "MC-03",
  },
  "password-rules": {
    says: {
      fr: "Un mot de passe qui ne suit pas les règles de la caisse, ou qu’un fraudeur devinerait vite, est refusé avec la raison.",
      en: "A password that breaks the institution’s rules, or that a fraudster would soon guess, is refused with the reason.",
    },
    keptBy: "law/credentials/password.ts",
    statement: "CP-04",
  },
  "strong-password-rules": {
    says: {
      fr: "Un mot de passe de moins de 10 caractères, ou sans majuscule, minuscule, chiffre et caractère spécial, est refusé avec la raison.",
      en: "A password of fewer than 10 characters, or without an uppercase letter, a lowercase one, a digit and a special character, is refused with the reason.",
    },
    keptBy: "law/credentials/password.ts",
    statement: "CN-06",
  },
  advice: {
    says: {
      fr: "Ces gestes vous sont rappelés là où ils servent : quand vous choisissez un mot de passe, quand vous vous connectez, sur votre accueil.",
      en: "These habits are recalled where they help: when you choose a password, when you sign in, on your home page.",
    },
    keptBy: "law/credentials/advice.ts",
    statement: "MC-28",
  },
  "unreadable-passwords": {
    says: {
      fr: "Votre mot de passe est gardé sous une forme que personne ne peut relire, nous non plus.",
      en: "Your password is kept in a form that nobody can read back, not even us.",
    },
    keptBy: "src/platform/passwords.ts",
    statement: "SEC-06",
  },
  throttle: {
    says: {
      fr: "Après 5 mots de passe faux, il faut attendre, de plus en plus longtemps. Celui qui cherche à deviner n’y arrive pas.",
      en: "After 5 wrong passwords one has to wait, longer and longer. Whoever tries to guess does not succeed.",
    },
    keptBy: "law/credentials/throttle.ts",
    statement: "SEC-01",
  },
  "previous-sign-in": {
    says: {
      fr: "L’accueil affiche le jour et l’heure de votre connexion précédente, et comment changer votre mot de passe si ce n’était pas vous.",
      en: "The home page shows the day and time of your previous sign-in, and how to change your password if it was not you.",
    },
    keptBy: "src/modules/households/home",
    statement: "MC-12",
  },
  "session-end": {
    says: {
      fr: "Une session sans activité se ferme d’elle-même. Vous voyez vos sessions ouvertes et vous pouvez les fermer.",
      en: "A session without activity closes by itself. You can see your open sessions and close them.",
    },
    keptBy: "law/credentials/session.ts",
    statement: "SEC-05",
  },
  "verified-contacts": {
    says: {
      fr: "Une adresse ou un numéro n’est confirmé qu’avec le code que nous y avons envoyé, et ne peut appartenir qu’à un seul compte.",
      en: "An address or a number is confirmed only with the code we sent there, and can belong to one account only.",
    },
    keptBy: "src/modules/identity/give-contacts",
    statement: "CP-05",
  },
  "messages-without-links": {
    says: {
      fr: "Nos mails et nos SMS ne contiennent pas de lien : ils invitent à taper vous-même l’adresse du site.",
      en: "Our mails and text messages carry no link: they ask you to type the address of the site yourself.",
    },
    keptBy: "src/modules/identity/give-contacts/messages.ts",
    statement: "CP-14",
  },
  "never-asked": {
    says: {
      fr: "L’accueil du site et la page de contact disent que personne, chez nous, ne demande un mot de passe, et quoi faire si cela arrive.",
      en: "The front page and the contact page say that nobody of ours asks for a password, and what to do if it happens.",
    },
    keptBy: "src/site/public/parts.ts",
    statement: "CN-05",
  },
  "access-table": {
    says: {
      fr: "Un tableau dit qui peut voir et faire quoi sur un dossier. Il est appliqué à chaque page, et chaque refus dit sa raison.",
      en: "A table says who may see and do what on a file. It applies to every page, and each refusal gives its reason.",
    },
    keptBy: "law/access/table.ts",
    statement: "SEC-11",
  },
  journal: {
    says: {
      fr: "Chaque action est notée avec la personne qui l’a faite. On peut ajouter des lignes à ce journal, pas en changer.",
      en: "Each act is noted with the person who did it. Lines can be added to this journal, not changed.",
    },
    keptBy: "src/platform/journal.ts",
    statement: "SEC-12",
  },
  "sealed-numbers": {
    says: {
      fr: "Votre numéro de sécurité sociale est gardé chiffré. Il n’est ni dans l’adresse d’une page, ni dans nos journaux techniques.",
      en: "Your social-security number is kept encrypted. It is neither in the address of a page nor in our technical logs.",
    },
    keptBy: "src/platform/crypto.ts",
    statement: "SEC-10",
  },
  "no-tracker": {
    says: {
      fr: "Le site ne pose aucun traceur et ne charge rien d’ailleurs : ni publicité, ni réseau social, ni mesure d’audience.",
      en: "The site sets no tracker and loads nothing from elsewhere: no advertising, no social network, no audience measurement.",
    },
    keptBy: "src/site/public/data-protection-page.ts",
    statement: "IL-06",
  },
  simulator: {
    says: {
      fr: "Le simulateur estime vos droits et explique chaque montant, avec ou sans compte.",
      en: "The simulator estimates your rights and explains every amount, with or without an account.",
    },
    keptBy: "src/modules/benefits/simulate",
    statement: "MC-01",
  },
  "explained-amounts": {
    says: {
      fr: "Chaque montant estimé montre ses étapes de calcul et l’article de loi dont elles viennent.",
      en: "Every estimated amount shows the steps of its calculation and the article of law they come from.",
    },
    keptBy: "engine/explain.ts",
    statement: "MC-27",
  },
  "sworn-statement": {
    says: {
      fr: "Avant chaque signature en ligne, ce rappel s’affiche avec ses articles de loi ; le texte signé reste attaché à la demande.",
      en: "Before each online signature this reminder is shown with its articles of law; the text that was signed stays with the claim.",
    },
    keptBy: "law/access/sworn-statement.ts",
    statement: "MC-11",
  },
  "second-step": {
    says: {
      fr: "Après le mot de passe, une seconde preuve est demandée : une clé gardée par l’appareil, ou un code. Qui gère les accès des autres ne peut pas s’en passer, et un code par mail n’y suffit pas.",
      en: "After the password a second proof is asked for: a key that the device keeps, or a code. Whoever manages the accesses of others cannot do without, and a code by mail is not enough for them.",
    },
    keptBy: "src/modules/identity/second-step",
    statement: "SEC-08",
  },
  "password-campaign": {
    says: {
      fr: "La caisse peut demander un nouveau mot de passe à une personne ou à toutes : la demande attend chacun à sa prochaine page, avec la raison.",
      en: "The institution can ask one person or everyone for a new password: the request waits for each at their next page, with the reason.",
    },
    keptBy: "src/modules/identity/campaign",
    statement: "MC-13",
  },
  suspension: {
    says: {
      fr: "Une suspension ferme toutes les portes du compte à la fois, dit pourquoi, et se lève comme elle s’est posée.",
      en: "A suspension closes every door of the account at once, says why, and is lifted as it was placed.",
    },
    keptBy: "src/modules/identity/suspend-access",
    statement: "MC-14",
  },
  "contacts-told": {
    says: {
      fr: "Un changement de coordonnées est annoncé à l’ancienne adresse ou à l’ancien numéro, et peut être arrêté de là.",
      en: "A change of contact details is announced to the old address or number, and can be stopped from there.",
    },
    keptBy: "src/modules/identity/change-contacts",
    statement: "SEC-04",
  },
  "report-theft": {
    says: {
      fr: "Vol, perte ou usage par quelqu’un d’autre : cela se signale en ligne, et l’accès se ferme.",
      en: "Theft, loss or use by somebody else: it can be reported online, and the access closes.",
    },
    keptBy: "law/credentials/alarm.ts",
    statement: "CN-09",
  },
  "guardian-space": {
    says: {
      fr: "La personne qui protège entre avec son propre compte, choisit l’espace de la personne protégée, et chaque page dit à qui il est. Une décision vérifiée l’ouvre ; sa fin le ferme.",
      en: "Who protects comes in with their own account and chooses the protected person’s space; every page says whose it is. A checked decision opens it; its end closes it.",
    },
    keptBy: "src/modules/households/spaces",
    statement: "MC-06",
  },
  "guardianship-deposit": {
    says: {
      fr: "La décision et le compte bancaire se déposent en ligne ; deux agents vérifient avant que rien ne s’ouvre.",
      en: "The decision and the bank account are deposited online; two agents check before anything opens.",
    },
    keptBy: "src/modules/households/guardianship",
    statement: "MC-09",
  },
  "claim-opens-file": {
    says: {
      fr: "Une première demande ouvre un dossier au nom de la personne qui la fait, ou que sa protection représente, ce jour-là.",
      en: "A first claim opens a file in the name of who makes it, or of whom their protection represents, that very day.",
    },
    keptBy: "law/claims/who-may-claim.ts",
    statement: "MC-15",
  },
  "own-data": {
    says: {
      fr: "L’adresse et les informations de l’entreprise se changent depuis l’espace, à tout moment.",
      en: "The address and the company’s information are changed from the account, at any time.",
    },
    keptBy: "src/modules/contributions/address",
    statement: "CN-12",
  },
  "personal-accounts": {
    says: {
      fr: "Chaque personne d’un service a un identifiant à elle : un acte a toujours quelqu’un.",
      en: "Each person of a service has an identifier of their own: an act always has somebody.",
    },
    keptBy: "src/modules/partners/colleagues",
    statement: "SP-03",
  },
} as const satisfies Record<string, Control>;

export type ControlId = keyof typeof controls;

/** Whether a control of that name exists. */
export const isControl = (name: string): name is ControlId => Object.hasOwn(controls, name);
