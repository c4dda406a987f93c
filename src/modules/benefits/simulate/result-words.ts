const ordinals = {
  fr: ["premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième"],
  en: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"],
};

/** The page of the result. */
export const words = {
  fr: {
    title: (month: string) => `Votre estimation pour ${month}`,
    total: "par mois",
    part: "par mois, sans le RSA ni la prime d’activité, que nous n’avons pas pu calculer",
    caution:
      "C’est une estimation, pas une décision. Elle ne tient compte que de vos réponses. Seul votre organisme décide, après avoir regardé votre dossier entier.",
    crds: "Montants avant la CRDS : 0,5 % est retenu sur les prestations familiales et la prime d’activité.",
    review: "Revoir ou changer mes réponses",
    could: "Ce que vous pourriez recevoir",
    nothing:
      "D’après vos réponses, aucune de ces prestations ne vous reviendrait ce mois-ci. Les raisons sont plus bas. Une situation ne tient pas toujours dans quelques questions : parlez-nous de la vôtre.",
    perMonth: "par mois",
    perYear: "une fois par an, en août",
    once: "une seule fois",
    unverified: "non vérifiée",
    unverifiedText: "Personne n’a encore confirmé cette règle : ce montant peut être faux.",
    not: "Ce à quoi vous n’auriez pas droit, et pourquoi",
    notTold: "Ce que nous n’avons pas pu calculer",
    needsRent:
      "Dépend du loyer ou du prêt et de l’aide au logement, que nous ne savons pas encore compter. Vous y avez peut-être droit : demandez-nous.",
    housing: "Aide au logement (APL)",
    housingText: "Elle n’est pas dans cette estimation. Vous pouvez y avoir droit si vous payez un loyer.",
    disability: "Aides liées à un handicap (AAH, AEEH)",
    disabilityText:
      "Elles reposent sur un droit reconnu par la maison départementale, que nous ne demandons pas ici.",
    quotient: "Votre quotient familial",
    quotientText:
      "Ce n’est pas une aide : les communes s’en servent pour leurs tarifs, comme celui de la cantine.",
    change: "Ce qui changerait le total",
    child: (children: number) =>
      `Avec un ${ordinals.fr[children] ?? `${children + 1}ᵉ`} enfant, âgé de quelques mois`,
    raise: "Si votre salaire augmentait de 100 € par mois",
    raiseText:
      "au bout de trois mois. Les aides qui regardent vos revenus d’il y a deux ans ne bougeraient que plus tard.",
    more: (amount: string) => `${amount} de plus par mois`,
    less: (amount: string) => `${amount} de moins par mois`,
    same: "le total ne changerait pas",
    fromMonth: (month: string) => (/^[ao]/.test(month) ? `À partir d’${month}` : `À partir de ${month}`),
    turns: (born: string, age: number) =>
      `votre enfant né(e) le ${born} aura ${age} ${age > 1 ? "ans" : "an"}`,
    comes: (born: string) => `l’enfant attendu(e) le ${born} sera né(e)`,
    insteadOf: (benefit: string, after: string, before: string) =>
      `${benefit} : ${after} au lieu de ${before}`,
    noAge: "Aucun anniversaire ne change vos droits dans les onze mois qui viennent.",
    next: "le premier montant change",
    byLaw: "Des montants fixés par les textes changent ce mois-là.",
    becomes: (benefit: string, before: string, after: string) => `${benefit} : ${before}, puis ${after}`,
    months: "Les douze mois qui viennent, si rien ne change d’autre",
    month: "Mois",
    allTotal: "Total",
    chart: "Salaire et prestations",
    chartText:
      "Ce que vous recevriez pour d’autres salaires, toujours les mêmes depuis plus de deux ans. Le reste de vos réponses ne change pas.",
    claim: "Et maintenant ?",
    claimSignedIn:
      "Une demande se fait auprès de nous, avec votre dossier : appelez-nous ou venez nous voir.",
    claimVisitor:
      "Vous avez déjà un dossier ? Connectez-vous. La première fois, l’ancien mot de passe de votre dossier suffit. Sans dossier, appelez-nous ou venez nous voir.",
    signIn: "Me connecter",
    first: "C’est ma première connexion",
    home: "Aller à mon espace",
    contact: "Nous contacter",
    appointment: "Un rendez-vous des droits",
    appointmentText:
      "Beaucoup de droits ne sont jamais demandés. Vous pouvez prendre un rendez-vous gratuit : quelqu’un regarde avec vous tout ce à quoi vous pourriez avoir droit, chez nous et ailleurs.",
    rules: "Un programme a fait ce calcul",
    rulesText:
      "Chaque montant se déplie plus haut, avec ses étapes et ses textes. Vous pouvez aussi demander à une personne de vous l’expliquer. Le jour où une décision est prise, même par un programme, vous pouvez en demander les règles et la contester : la notification dit comment et dans quel délai.",
  },
  en: {
    title: (month: string) => `Your estimate for ${month}`,
    total: "a month",
    part: "a month, without RSA and the activity bonus, which we could not compute",
    caution:
      "This is an estimate, not a decision. It rests on your answers alone. Only your institution decides, once it has looked at your whole file.",
    crds: "Amounts before the CRDS: 0.5% is withheld from family benefits and the activity bonus.",
    review: "See or change my answers",
    could: "What you could receive",
    nothing:
      "By your answers, none of these benefits would come to you this month. The reasons are below. A life does not always fit a few questions: tell us about yours.",
    perMonth: "a month",
    perYear: "once a year, in August",
    once: "only once",
    unverified: "not verified",
    unverifiedText: "Nobody has confirmed this rule yet: this amount may be wrong.",
    not: "What you would not be entitled to, and why",
    notTold: "What we could not compute",
    needsRent:
      "Depends on your rent or loan and on housing benefit, which we cannot count yet. You may be entitled to it: ask us.",
    housing: "Housing benefit (APL)",
    housingText: "It is not in this estimate. You may be entitled to it if you pay a rent.",
    disability: "Benefits tied to a disability (AAH, AEEH)",
    disabilityText:
      "They rest on a right recognised by the departmental office, which we do not ask about here.",
    quotient: "Your family quotient",
    quotientText: "This is not a benefit: towns use it for their prices, such as school meals.",
    change: "What would change the total",
    child: (children: number) =>
      `With a ${ordinals.en[children] ?? `${children + 1}th`} child, a few months old`,
    raise: "If your pay rose by €100 a month",
    raiseText:
      "after three months. Benefits that look at your income of two years ago would move later only.",
    more: (amount: string) => `${amount} more a month`,
    less: (amount: string) => `${amount} less a month`,
    same: "the total would not change",
    fromMonth: (month: string) => `From ${month}`,
    turns: (born: string, age: number) => `your child born on ${born} will be ${age}`,
    comes: (born: string) => `the child due on ${born} will be born`,
    insteadOf: (benefit: string, after: string, before: string) =>
      `${benefit}: ${after} instead of ${before}`,
    noAge: "No birthday changes your rights in the coming eleven months.",
    next: "the first amount changes",
    byLaw: "Amounts set by law change in that month.",
    becomes: (benefit: string, before: string, after: string) => `${benefit}: ${before}, then ${after}`,
    months: "The coming twelve months, if nothing else changes",
    month: "Month",
    allTotal: "Total",
    chart: "Pay and benefits",
    chartText:
      "What you would receive at other pays, always the same for more than two years. The rest of your answers does not change.",
    claim: "What now?",
    claimSignedIn: "A claim is made with us, with your file: call us or come and see us.",
    claimVisitor:
      "Do you have a file already? Sign in. The first time, the old password of your file will do. Without a file, call us or come and see us.",
    signIn: "Sign in",
    first: "This is my first sign-in",
    home: "Go to my account",
    contact: "Contact us",
    appointment: "A rights appointment",
    appointmentText:
      "Many rights are never claimed. You can have an appointment free of charge: somebody looks with you at everything you could be entitled to, with us and elsewhere.",
    rules: "A program made this calculation",
    rulesText:
      "Each amount opens up above, with its steps and its laws. You can also ask a person to explain it to you. On the day a decision is made, even by a program, you can ask for its rules and contest it: the notice says how and by when.",
  },
};
