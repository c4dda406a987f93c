import type { Institution } from "../../../institutions/institution.ts";
import type { Language } from "../../../law/language.ts";

type Fact = readonly [name: string, says: string];

type Words = {
  title: string;
  lead: (name: string) => string;
  keeps: string;
  keepsNothing: string;
  kept: readonly Fact[];
  cookies: string;
  cookiesText: string;
  sessionCookie: (idleMinutes: number, absoluteHours: number) => Fact;
  accountCookies: readonly Fact[];
  openingCookie: Fact;
  accessRequestCookie: Fact;
  structureCookie: Fact;
  franceConnectCookie: Fact;
  connectCookies: Fact;
  simulationCookie: Fact;
  pensionCookie: Fact;
  otherCookies: readonly Fact[];
  howLong: string;
  howLongText: string;
  rights: string;
  rightsText: string;
  rightsList: Record<Institution["country"], readonly string[]>;
  how: string;
  terms: string;
  appeal: string;
  appealLink: string;
};

/** What the page on data protection says; it must change with what the account keeps. */
export const words: Record<Language, Words> = {
  fr: {
    title: "Protection de vos données",
    lead: (name) =>
      `${name} : voici ce que ce site garde sur vous, à quoi cela sert, et ce que vous pouvez demander.`,
    keeps: "Ce que votre espace garde",
    keepsNothing:
      "Rien qui porte votre nom : l’espace personnel n’est pas encore ouvert sur ce site, et nous n’y demandons aucune information sur vous.",
    kept: [
      [
        "Votre mot de passe",
        "Sous une forme que personne ne peut relire, nous non plus. Nous pouvons seulement vérifier que vous tapez le bon.",
      ],
      [
        "Vos coordonnées",
        "L’adresse mail et le mobile que vous donnez, et le jour où vous les avez confirmés.",
      ],
      [
        "Vos connexions",
        "Leur date et leur heure, et les essais manqués : c’est ce qui permet de repérer un intrus.",
      ],
      [
        "Vos appareils de confiance et vos clés d’accès",
        "Si vous en avez : le nom que vous leur donnez ou le type d’appareil, leurs dates, et de quoi les reconnaître. Jamais votre empreinte ni votre visage.",
      ],
      [
        "Ce qui est fait dans votre espace",
        "Un journal note qui a fait quoi, et quand. On peut y ajouter des lignes, pas en changer.",
      ],
      [
        "Votre réponse aux règles de l’espace",
        "Ce que vous avez répondu, à quelle version, quand, dans quelle langue et en quelle qualité ; et les nouveautés que vous dites avoir vues.",
      ],
      [
        "Ce que vous étiez en train d’écrire",
        "Si votre session se ferme avant la fin, votre texte est mis de côté, chiffré, pour vous le rendre.",
      ],
    ],
    cookies: "Les cookies, et pourquoi il n’y a pas de bandeau",
    cookiesText:
      "Aucun traceur, aucune mesure d’audience, aucune publicité. Les seuls cookies servent à ce que vous demandez. Ils n’ont pas besoin de votre accord, nous ne vous posons donc pas de question.",
    sessionCookie: (idle, absolute) => [
      "Session (__Host-session)",
      `Vous reconnaît d’une page à l’autre après votre connexion. La session se ferme après ${idle} minutes sans activité, et au plus tard après ${absolute} heures. Le cookie part quand vous fermez le navigateur.`,
    ],
    accountCookies: [
      [
        "Appareil (__Host-device)",
        "Nous dit que vous êtes déjà venu(e) avec ce navigateur : sans lui, nous vous écririons à chaque connexion. Il ne nomme personne. Gardé 180 jours après votre dernière connexion.",
      ],
      [
        "Clé d’accès (__Host-passkey)",
        "Relie la réponse de votre clé d’accès à la page qui l’a demandée. Il part quand vous fermez le navigateur.",
      ],
      [
        "Démarches sans session (__Host-recovery, __Host-lost-contact, __Host-alarm)",
        "Reconnaissent votre navigateur pendant que vous retrouvez votre accès ou signalez un danger. Ils partent avec la démarche, ou au bout de quelques heures.",
      ],
    ],
    openingCookie: [
      "Ouverture de compte (__Host-opening)",
      "Reconnaît votre navigateur pendant que vous ouvrez un compte. Il part avec la démarche, ou au bout de quelques heures.",
    ],
    accessRequestCookie: [
      "Demande d’accès (__Host-access-request)",
      "Reconnaît votre navigateur pendant que vous demandez un accès. Il part quand vous fermez le navigateur.",
    ],
    structureCookie: [
      "Demande d’une structure (__Host-structure)",
      "Reconnaît votre navigateur pendant que vous demandez des accès pour votre structure. Il part quand vous fermez le navigateur.",
    ],
    franceConnectCookie: [
      "FranceConnect (__Host-franceconnect)",
      "Relie votre retour de FranceConnect à la demande faite ici. Il part au bout de dix minutes.",
    ],
    connectCookies: [
      "Sites reliés (__Host-connect, __Secure-connect-interaction, __Secure-connect-resume)",
      "Reconnaissent votre navigateur quand vous entrez sur un autre de nos sites avec votre espace. Ils partent après douze heures au plus.",
    ],
    simulationCookie: [
      "Simulation (__Host-simulation)",
      "Garde vos réponses au simulateur de droits, chiffrées, dans votre navigateur et nulle part ailleurs. Il part quand vous le fermez ou quand vous les effacez, et ne s’ouvre plus deux heures après la dernière réponse.",
    ],
    pensionCookie: [
      "Pension (__Host-pension)",
      "Garde vos réponses à l’estimation de pension, chiffrées, dans votre navigateur et nulle part ailleurs. Il part quand vous le fermez ou quand vous les effacez, et ne s’ouvre plus deux heures après la dernière réponse.",
    ],
    otherCookies: [
      [
        "Formulaires (__Host-csrf)",
        "Vérifie qu’un formulaire vient bien de nos pages. Il part quand vous fermez le navigateur.",
      ],
      ["Langue (__Host-language)", "Retient la langue que vous choisissez. Gardé un an."],
      ["Contraste (__Host-contrast)", "Retient l’affichage que vous choisissez. Gardé un an."],
    ],
    howLong: "Combien de temps",
    howLongText:
      "La liste des durées, donnée par donnée, n’est pas encore publiée sur ce site. Si vous voulez savoir ce qu’il en est pour vous, demandez-nous.",
    rights: "Vos droits",
    rightsText: "Vous pouvez nous demander :",
    rightsList: {
      FR: [
        "de voir ce que nous avons sur vous, et d’en recevoir une copie ;",
        "de corriger ce qui est faux ;",
        "d’effacer ce qui ne doit plus être gardé ;",
        "de limiter un usage de vos données, ou de vous y opposer, dans les cas prévus par la loi.",
      ],
      DJ: ["de voir ce que nous avons sur vous ;", "de corriger ce qui est faux."],
    },
    how: "Ces demandes ne se font pas encore en ligne. Appelez-nous ou venez nous voir : nous vous dirons comment faire.",
    terms: "Les règles de votre espace en disent plus",
    appeal: "Si notre réponse ne vous convient pas, vous pouvez adresser une plainte à la CNIL.",
    appealLink: "Aller sur cnil.fr",
  },
  en: {
    title: "Data protection",
    lead: (name) =>
      `${name}: this is what this site keeps about you, what it is for, and what you can ask for.`,
    keeps: "What your account keeps",
    keepsNothing:
      "Nothing that bears your name: personal accounts are not open on this site yet, and we ask for no information about you here.",
    kept: [
      [
        "Your password",
        "In a form that nobody can read back, not even us. We can only check that you type the right one.",
      ],
      [
        "Your contact details",
        "The mail address and the mobile number you give, and the day you confirmed them.",
      ],
      ["Your sign-ins", "Their date and time, and the failed tries: that is how an intruder is noticed."],
      [
        "The devices you trust and your passkeys",
        "If you have any: the name you give them or the kind of device, their dates, and what recognises them. Never your fingerprint or your face.",
      ],
      [
        "What is done in your account",
        "A journal notes who did what, and when. Lines can be added to it, not changed.",
      ],
      [
        "Your answer to the rules of the account",
        "What you answered, to which version, when, in which language and quality; and the news you said you had seen.",
      ],
      [
        "What you were writing",
        "If your session closes before you finish, your text is put aside, encrypted, to be given back to you.",
      ],
    ],
    cookies: "Cookies, and why there is no banner",
    cookiesText:
      "No tracker, no audience measurement, no advertising. The only cookies serve what you ask for. They do not need your consent, so we do not ask you.",
    sessionCookie: (idle, absolute) => [
      "Session (__Host-session)",
      `Recognises you from page to page once you are signed in. The session closes after ${idle} minutes without activity, and after ${absolute} hours at the latest. The cookie goes when you close the browser.`,
    ],
    accountCookies: [
      [
        "Device (__Host-device)",
        "Tells us that you have come with this browser before: without it, we would write to you at each sign-in. It names nobody. Kept for 180 days after your last sign-in.",
      ],
      [
        "Passkey (__Host-passkey)",
        "Ties the answer of your passkey to the page that asked for it. It goes when you close the browser.",
      ],
      [
        "Procedures without a session (__Host-recovery, __Host-lost-contact, __Host-alarm)",
        "Recognise your browser while you get back in or report a danger. They go with the procedure, or after a few hours.",
      ],
    ],
    openingCookie: [
      "Opening an account (__Host-opening)",
      "Recognises your browser while you open an account. It goes with the procedure, or after a few hours.",
    ],
    accessRequestCookie: [
      "Request for access (__Host-access-request)",
      "Recognises your browser while you ask for an access. It goes when you close the browser.",
    ],
    structureCookie: [
      "A structure’s request (__Host-structure)",
      "Recognises your browser while you ask for accesses for your structure. It goes when you close the browser.",
    ],
    franceConnectCookie: [
      "FranceConnect (__Host-franceconnect)",
      "Ties your return from FranceConnect to the request made here. It goes after ten minutes.",
    ],
    connectCookies: [
      "Connected sites (__Host-connect, __Secure-connect-interaction, __Secure-connect-resume)",
      "Recognise your browser when you enter another of our sites with your account. They go after twelve hours at most.",
    ],
    simulationCookie: [
      "Simulation (__Host-simulation)",
      "Keeps your answers to the simulator of rights, encrypted, in your browser and nowhere else. It goes when you close it or erase them, and no longer opens two hours after the last answer.",
    ],
    pensionCookie: [
      "Pension (__Host-pension)",
      "Keeps your answers to the pension estimate, encrypted, in your browser and nowhere else. It goes when you close it or erase them, and no longer opens two hours after the last answer.",
    ],
    otherCookies: [
      [
        "Forms (__Host-csrf)",
        "Checks that a form really comes from our pages. It goes when you close the browser.",
      ],
      ["Language (__Host-language)", "Remembers the language you choose. Kept for a year."],
      ["Contrast (__Host-contrast)", "Remembers the display you choose. Kept for a year."],
    ],
    howLong: "For how long",
    howLongText:
      "The list of durations, item by item, is not published on this site yet. If you want to know how long we keep yours, ask us.",
    rights: "Your rights",
    rightsText: "You can ask us:",
    rightsList: {
      FR: [
        "to see what we have about you, and to get a copy;",
        "to correct what is wrong;",
        "to erase what must no longer be kept;",
        "to restrict a use of your data, or to object to it, in the cases the law provides for.",
      ],
      DJ: ["to see what we have about you;", "to correct what is wrong."],
    },
    how: "These requests cannot be made online yet. Call us or come and see us: we will tell you how.",
    terms: "The rules of your account say more",
    appeal: "If our answer does not satisfy you, you can complain to the CNIL.",
    appealLink: "Go to cnil.fr",
  },
};
