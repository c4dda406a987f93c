/** What people read and press on these journeys, in their own words: a page that changes its mind is noticed. */
export const words = {
  fr: {
    front: "Votre espace personnel",
    signIn: "Me connecter",
    number: "Votre numéro de sécurité sociale",
    password: "Votre mot de passe",
    wrongKey:
      "Les 2 derniers chiffres, la clé, ne vont pas avec les 13 premiers : il y a sans doute un chiffre mal tapé ou deux chiffres inversés. Relisez le numéro sur votre carte Vitale.",
    wrongMonth:
      "Le mois de naissance ne va pas : ce sont les 4e et 5e chiffres, par exemple 03 pour mars. Vérifiez-les sur votre carte Vitale.",
    waitingNumber:
      "Les 2 derniers chiffres de ce numéro d’attente, la clé, ne vont pas avec les 13 premiers. Relisez-le sur le courrier qui vous l’a donné.",
    wrongLength:
      "Le numéro de sécurité sociale compte 15 caractères, ou 13 sans la clé. Reprenez-le en entier sur votre carte Vitale. Le numéro de votre dossier ne sert plus à se connecter.",
    wrongPassword:
      "Ce numéro et ce mot de passe ne vont pas ensemble. Vérifiez l’un et l’autre. Si c’est votre première connexion, utilisez l’ancien mot de passe de votre dossier ; sinon, celui que vous avez choisi.",
    accept: "Accepter et continuer",
    refuse: "Refuser",
    agree: "J’ai lu ces règles et je les accepte",
    notTicked:
      "Pour accepter, cochez la case « J’ai lu ces règles et je les accepte ». Sinon, choisissez « Refuser ».",
    refusedTitle: "Vous avez refusé les règles de l’espace",
    readAgain: "Relire les règles et accepter",
    choosePassword: "Choisir votre mot de passe",
    newPassword: "Nouveau mot de passe",
    showPassword: "Afficher le mot de passe",
    hidePassword: "Masquer le mot de passe",
    noPassword: "Choisissez un mot de passe.",
    brokenRules: "Il manque à ce mot de passe : au moins 1 chiffre, au moins 1 lettre majuscule.",
    commonPassword:
      "Ce mot de passe est parmi les premiers qu’un fraudeur essaie. Choisissez plutôt deux ou trois mots sans rapport entre eux, avec un chiffre.",
    contextWord:
      "Ce mot de passe repose sur un mot lié à ce service, qu’un fraudeur essaie en premier. Choisissez des mots qui n’ont rien à voir.",
    ownName:
      "Ce mot de passe contient votre nom ou votre prénom : on y pense tout de suite. Choisissez des mots qui ne parlent pas de vous.",
    goOn: "Continuer",
    contacts: "Vos coordonnées de contact",
    mail: "Votre adresse mail",
    mobile: "Votre numéro de mobile",
    wrongMail: "Cette adresse mail semble incomplète. Elle s’écrit comme marie@exemple.fr.",
    landline:
      "Ce numéro ne reçoit pas de SMS : c’est celui d’un téléphone fixe ou d’un service. Indiquez un numéro de mobile, ou votre adresse mail.",
    wrongMobile:
      "Ce numéro n’existe pas sous cette forme. Vérifiez qu’il ne manque pas un chiffre ; pour un numéro étranger, commencez par + et l’indicatif du pays.",
    later: "Plus tard",
    confirmMail: "Confirmer votre adresse mail",
    confirmMobile: "Confirmer votre numéro de mobile",
    waitAMoment: "Attendez une minute",
    junk: "messages indésirables",
    change: "Changer mes coordonnées de contact",
    code: "Code reçu",
    checkCode: "Valider le code",
    wrongCode: (left: number) =>
      `Ce n’est pas le bon code. Relisez le dernier message reçu : il vous reste ${left} essais.`,
    newCode: "Envoyer un nouveau code",
    confirmLater: "Confirmer plus tard",
    onlyTheNew: "lui seul est valable, le précédent ne sert plus",
    delegateTo: (spouse: string) => `Confier aussi la gestion du dossier à ${spouse} ?`,
    grant: "Oui, confier la gestion",
    notNow: "Pas maintenant",
    hello: (name: string) => `Bonjour ${name}`,
    holder: "allocataire",
    firstTime: "C’est votre première connexion.",
    granted: (name: string) => `Vous avez confié la gestion du dossier à ${name}.`,
    confirmed: "confirmé",
    toConfirm: "à confirmer",
    why: "Pourquoi je vois ceci ?",
    notMe: "Ce n’était pas moi",
    notMeText: "Changez tout de suite votre mot de passe",
    changePassword: "Changer mon mot de passe",
    signOut: "Me déconnecter",
    signedOut: "Vous êtes déconnecté(e). À bientôt !",
    previous: "Connexion précédente",
  },
  en: {
    front: "Your personal account",
    signIn: "Sign in",
    number: "Your social-security number",
    password: "Your password",
    wrongKey:
      "The last 2 digits, the key, do not match the first 13: one digit is probably mistyped, or two are swapped. Read the number again on your carte Vitale.",
    wrongMonth:
      "The month of birth is not right: it is the 4th and 5th digits, for instance 03 for March. Check them on your carte Vitale.",
    waitingNumber:
      "The last 2 digits of this waiting number, the key, do not match the first 13. Read it again on the letter that gave it to you.",
    wrongLength:
      "A social-security number has 15 characters, or 13 without its key. Copy all of it from your carte Vitale. Your file number no longer signs you in.",
    wrongPassword:
      "This number and this password do not go together. Check both. If this is your first sign-in, use the old password of your file; otherwise, the one you chose.",
    accept: "Accept and continue",
    refuse: "Refuse",
    agree: "I have read these rules and I accept them",
    notTicked:
      "To accept, tick the box “I have read these rules and I accept them”. Otherwise choose “Refuse”.",
    refusedTitle: "You have refused the rules of the account",
    readAgain: "Read the rules again and accept",
    choosePassword: "Choose your password",
    newPassword: "New password",
    showPassword: "Show password",
    hidePassword: "Hide password",
    noPassword: "Choose a password.",
    brokenRules: "This password still needs: at least 1 digit, at least 1 uppercase letter.",
    commonPassword:
      "This password is among the first a fraudster tries. Choose two or three unrelated words instead, with a digit.",
    contextWord:
      "This password rests on a word tied to this service, which a fraudster tries first. Choose words that have nothing to do with it.",
    ownName:
      "This password contains your name: people think of it at once. Choose words that say nothing about you.",
    goOn: "Continue",
    contacts: "Your contact details",
    mail: "Your mail address",
    mobile: "Your mobile number",
    wrongMail: "This mail address looks incomplete. It is written like marie@example.com.",
    landline:
      "This number cannot receive text messages: it is a landline or a service. Enter a mobile number, or your mail address.",
    wrongMobile:
      "This number does not exist in this form. Check that no digit is missing; for a foreign number, start with + and the country code.",
    later: "Later",
    confirmMail: "Confirm your mail address",
    confirmMobile: "Confirm your mobile number",
    waitAMoment: "Wait a minute",
    junk: "junk folder",
    change: "Change my contact details",
    code: "Code received",
    checkCode: "Check the code",
    wrongCode: (left: number) =>
      `This is not the right code. Read the last message you received again: ${left} tries left.`,
    newCode: "Send a new code",
    confirmLater: "Confirm later",
    onlyTheNew: "only this one works, the earlier one no longer does",
    delegateTo: (spouse: string) => `Also entrust the file to ${spouse}?`,
    grant: "Yes, entrust the file",
    notNow: "Not now",
    hello: (name: string) => `Hello ${name}`,
    holder: "holder",
    firstTime: "This is your first sign-in.",
    granted: (name: string) => `You have entrusted the file to ${name}.`,
    confirmed: "confirmed",
    toConfirm: "to confirm",
    why: "Why do I see this?",
    notMe: "This was not me",
    notMeText: "Change your password at once",
    changePassword: "Change my password",
    signOut: "Sign out",
    signedOut: "You are signed out. See you soon!",
    previous: "Previous sign-in",
  },
};

export type Words = (typeof words)["fr"];
