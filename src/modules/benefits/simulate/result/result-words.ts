import type { Language } from "../../../../../law/language.ts";
import type { Shell } from "../../../../design/page.ts";

const ordinals = {
  fr: ["premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième"],
  en: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"],
};

/** The page of the result. */
const words = {
  fr: {
    title: (month: string) => `Votre estimation pour ${month}`,
    total: "par mois",
    atLeast: "Au moins",
    also: {
      year: (amount: string) => `et ${amount} une fois par an, en août`,
      once: (amount: string) => `et ${amount} une seule fois`,
    },
    leastText:
      "Avec un loyer ou un prêt, le RSA et la prime d’activité dépendent aussi de l’aide au logement. Nous donnons ici leur montant le plus bas, celui d’une aide au logement complète : le vôtre peut être plus haut.",
    caution:
      "C’est une estimation, pas une décision. Elle ne tient compte que de vos réponses. Nous ne décidons qu’après avoir regardé le dossier entier.",
    crds: "Montants avant la CRDS, un prélèvement : 0,5 % est retenu sur les prestations familiales et la prime d’activité.",
    crdsNot: "Rien n’est retenu sur l’AAH ni sur l’AEEH.",
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
    fullAid: (reason: string) =>
      `Avec une aide au logement complète : ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    needsRent: "Si l’aide au logement est plus petite, il peut quand même y avoir un droit : demandez-nous.",
    housing: "Aide au logement (APL)",
    housingText: "Elle n’est pas dans cette estimation. Qui paie un loyer y a souvent droit : demandez-nous.",
    mdphFirst:
      "Vous vivez avec un handicap, et rien n’est encore décidé ? La première étape est de demander ce droit à la MDPH, la maison des personnes handicapées du département. C’est nous qui payons ensuite.",
    mdphFirstChild:
      "Un enfant vit avec un handicap, et rien n’est encore décidé ? La première étape est de demander ce droit à la MDPH, la maison des personnes handicapées du département. C’est nous qui payons ensuite.",
    quotient: "Votre quotient familial",
    quotientText:
      "Ce n’est pas une aide : les communes s’en servent pour leurs tarifs, comme celui de la cantine.",
    change: "Ce qui changerait le total",
    child: (children: number) =>
      `Avec un ${ordinals.fr[children] ?? `${children + 1}ᵉ`} enfant, âgé de quelques mois`,
    raise: "Si votre salaire augmentait de 100 € par mois",
    raiseText:
      "C’est au bout de trois mois. Les aides qui regardent les revenus d’il y a deux ans ne bougeraient que plus tard.",
    kept: (amount: string) => `Salaire et aides réunis : ${amount} de plus par mois.`,
    lost: (amount: string) => `Salaire et aides réunis : ${amount} de moins par mois.`,
    more: (amount: string) => `${amount} d’aides de plus par mois.`,
    less: (amount: string) => `${amount} d’aides de moins par mois.`,
    same: "Le total des aides ne changerait pas.",
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
    unpublished: (month: string) =>
      `Les montants fixés par les textes sont publiés jusqu’en ${month}. Pour la suite, nous comptons avec les derniers connus.`,
    month: "Mois",
    allTotal: "Total",
    chart: "Salaire et prestations",
    chartText:
      "Ce que vous recevriez pour d’autres salaires, toujours les mêmes depuis plus de deux ans. Le reste de vos réponses ne change pas.",
    forWhom: "Pour qui",
    howToClaim: "Comment la recevoir",
    toClaim: "Par où commencer",
    claim: "Comment demander",
    claimSignedIn:
      "Une demande se fait auprès de nous, avec votre dossier : appelez-nous ou venez nous voir.",
    claimVisitor:
      "Vous avez déjà un dossier ? Connectez-vous. La première fois, l’ancien mot de passe de votre dossier suffit. Sans dossier, ouvrez un compte, appelez-nous ou venez nous voir.",
    signIn: "Me connecter",
    newcomer: "Je n’ai pas encore de compte",
    home: "Aller à mon espace",
    contact: "Nous contacter",
    appointment: "Un rendez-vous des droits",
    appointmentText:
      "Beaucoup de droits ne sont jamais demandés. Vous pouvez prendre un rendez-vous gratuit : quelqu’un regarde avec vous tout ce à quoi vous pourriez avoir droit, chez nous et ailleurs.",
    rules: "Un programme a fait ce calcul",
    rulesText:
      "Chaque montant se déplie, avec ses étapes et ses textes. Vous pouvez aussi demander à une personne de vous l’expliquer. Le jour où une décision est prise, même par un programme, vous pouvez en demander les règles et la contester : la notification dit comment et dans quel délai.",
  },
  en: {
    title: (month: string) => `Your estimate for ${month}`,
    total: "a month",
    atLeast: "At least",
    also: {
      year: (amount: string) => `and ${amount} once a year, in August`,
      once: (amount: string) => `and ${amount} only once`,
    },
    leastText:
      "With a rent or a loan, RSA and the activity bonus also depend on housing benefit. We give their lowest amount here, that with a full housing benefit: yours may be higher.",
    caution:
      "This is an estimate, not a decision. It rests on your answers alone. We decide only once we have looked at the whole file.",
    crds: "Amounts before the CRDS, a levy: 0.5% is withheld from family benefits and the activity bonus.",
    crdsNot: "Nothing is withheld from AAH or AEEH.",
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
    fullAid: (reason: string) =>
      `With a full housing benefit: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    needsRent: "If housing benefit is smaller, there may be a right all the same: ask us.",
    housing: "Housing benefit (APL)",
    housingText: "It is not in this estimate. Who pays a rent is often entitled to it: ask us.",
    mdphFirst:
      "Do you live with a disability, and nothing is decided yet? The first step is to ask for this right at the MDPH, the office for disabled people of the department. We pay from then on.",
    mdphFirstChild:
      "Does a child live with a disability, and nothing is decided yet? The first step is to ask for this right at the MDPH, the office for disabled people of the department. We pay from then on.",
    quotient: "Your family quotient",
    quotientText: "This is not a benefit: towns use it for their prices, such as school meals.",
    change: "What would change the total",
    child: (children: number) =>
      `With a ${ordinals.en[children] ?? `${children + 1}th`} child, a few months old`,
    raise: "If your pay rose by €100 a month",
    raiseText:
      "That is after three months. Benefits that look at the income of two years ago would move later only.",
    kept: (amount: string) => `Pay and benefits together: ${amount} more a month.`,
    lost: (amount: string) => `Pay and benefits together: ${amount} less a month.`,
    more: (amount: string) => `${amount} more in benefits a month.`,
    less: (amount: string) => `${amount} less in benefits a month.`,
    same: "The total of benefits would not change.",
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
    unpublished: (month: string) =>
      `The amounts set by law are published until ${month}. After that, we count with the last known ones.`,
    month: "Month",
    allTotal: "Total",
    chart: "Pay and benefits",
    chartText:
      "What you would receive at other pays, always the same for more than two years. The rest of your answers does not change.",
    forWhom: "For whom",
    howToClaim: "How to receive it",
    toClaim: "Where to start",
    claim: "How to claim",
    claimSignedIn: "A claim is made with us, with your file: call us or come and see us.",
    claimVisitor:
      "Do you have a file already? Sign in. The first time, the old password of your file will do. Without a file, open an account, call us or come and see us.",
    signIn: "Sign in",
    newcomer: "I have no account yet",
    home: "Go to my account",
    contact: "Contact us",
    appointment: "A rights appointment",
    appointmentText:
      "Many rights are never claimed. You can have an appointment free of charge: somebody looks with you at everything you could be entitled to, with us and elsewhere.",
    rules: "A program made this calculation",
    rulesText:
      "Each amount opens up, with its steps and its laws. You can also ask a person to explain it to you. On the day a decision is made, even by a program, you can ask for its rules and contest it: the notice says how and by when.",
  },
};

export type Words = (typeof words)["fr"];

/** What the page says to who reads it: in a space, it names the person it belongs to (MC-07). */
export const wordsFor = ({ language, space }: Pick<Shell, "language" | "space">): Words =>
  space ? { ...words[language], ...ofAnother[language](space.name) } : words[language];

const ofAnother: Record<Language, (name: string) => Partial<Words>> = {
  fr: (name) => ({
    title: (month) => `Estimation pour ${name}, ${month}`,
    leastText:
      "Avec un loyer ou un prêt, le RSA et la prime d’activité dépendent aussi de l’aide au logement. Nous donnons ici leur montant le plus bas, celui d’une aide au logement complète : le vrai peut être plus haut.",
    could: `Ce que ${name} pourrait recevoir`,
    nothing: `D’après vos réponses, aucune de ces prestations ne reviendrait à ${name} ce mois-ci. Les raisons sont plus bas. Une situation ne tient pas toujours dans quelques questions : parlez-nous de la sienne.`,
    not: `Ce à quoi ${name} n’aurait pas droit, et pourquoi`,
    quotient: "Le quotient familial",
    mdphFirst:
      "En cas de handicap, et si rien n’est encore décidé, la première étape est de demander ce droit à la MDPH, la maison des personnes handicapées du département. C’est nous qui payons ensuite.",
    raise: "Si son salaire augmentait de 100 € par mois",
    turns: (born, age) => `l’enfant né(e) le ${born} aura ${age} ${age > 1 ? "ans" : "an"}`,
    noAge: "Aucun anniversaire ne change les droits dans les onze mois qui viennent.",
    chartText: `Ce que ${name} recevrait pour d’autres salaires, toujours les mêmes depuis plus de deux ans. Le reste des réponses ne change pas.`,
    claimSignedIn: `Une demande pour ${name} se fait auprès de nous, avec la décision qui vous désigne : appelez-nous ou venez nous voir.`,
    appointmentText: `Beaucoup de droits ne sont jamais demandés. Un rendez-vous est gratuit : quelqu’un regarde avec vous tout ce à quoi ${name} pourrait avoir droit, chez nous et ailleurs.`,
  }),
  en: (name) => ({
    title: (month) => `Estimate for ${name}, ${month}`,
    leastText:
      "With a rent or a loan, RSA and the activity bonus also depend on housing benefit. We give their lowest amount here, that with a full housing benefit: the real one may be higher.",
    could: `What ${name} could receive`,
    nothing: `By your answers, none of these benefits would come to ${name} this month. The reasons are below. A life does not always fit a few questions: tell us about theirs.`,
    not: `What ${name} would not be entitled to, and why`,
    quotient: "The family quotient",
    mdphFirst:
      "With a disability on which nothing is decided yet, the first step is to ask for this right at the MDPH, the office for disabled people of the department. We pay from then on.",
    raise: "If their pay rose by €100 a month",
    turns: (born, age) => `the child born on ${born} will be ${age}`,
    noAge: "No birthday changes their rights in the coming eleven months.",
    chartText: `What ${name} would receive at other pays, always the same for more than two years. The rest of the answers does not change.`,
    claimSignedIn: `A claim for ${name} is made with us, with the decision that names you: call us or come and see us.`,
    appointmentText: `Many rights are never claimed. An appointment is free of charge: somebody looks with you at everything ${name} could be entitled to, with us and elsewhere.`,
  }),
};
