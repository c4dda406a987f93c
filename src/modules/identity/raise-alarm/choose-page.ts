import { adviceFor } from "../../../../law/credentials/advice.ts";
import { type AlarmKind, alarmKinds } from "../../../../law/credentials/alarm.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, phoneLine } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Signaler un danger pour mon compte",
    lead: "Que se passe-t-il ? S’il le faut, nous fermons l’accès à votre compte tout de suite. Vos droits et vos paiements continuent.",
    phone: "Vous préférez nous parler ?",
    askedTitle: "Avez-vous donné ce qu’on vous demandait ?",
    asked:
      "Un mot de passe, un code reçu par SMS ou par mail, un numéro de carte : dites-nous si la personne l’a obtenu.",
    never:
      "Nous ne demandons jamais votre mot de passe ni un code : ni par téléphone, ni par mail, ni par SMS, ni sur les réseaux sociaux. Qui le fait n’est pas de chez nous.",
    yes: "Oui, je l’ai donné",
    yesText: "Nous fermons l’accès à votre compte. Vous le rouvrirez avec un nouveau mot de passe.",
    no: "Non, je n’ai rien donné",
    noText: "Votre compte reste ouvert. Racontez-nous, pour que nous puissions protéger les autres.",
  },
  en: {
    title: "Report a danger for my account",
    lead: "What is happening? If needed, we close access to your account at once. Your rights and payments go on.",
    phone: "Would you rather talk to us?",
    askedTitle: "Did you give what you were asked for?",
    asked:
      "A password, a code received by text message or mail, a card number: tell us whether the person got it.",
    never:
      "We never ask for your password or for a code: not by phone, mail or text message, nor on social networks. Whoever does is not one of us.",
    yes: "Yes, I gave it",
    yesText: "We close access to your account. You will open it again with a new password.",
    no: "No, I gave nothing",
    noText: "Your account stays open. Tell us about it, so that we can protect others.",
  },
};

const explained = {
  "not-me": {
    fr: "Une connexion ou une opération n’est pas de vous.",
    en: "A sign-in or an operation is not yours.",
  },
  "phone-stolen": {
    fr: "Celui qui reçoit vos codes, ou sur lequel vous vous connectez.",
    en: "The one that receives your codes, or on which you sign in.",
  },
  "password-asked": {
    fr: "Quelqu’un se fait passer pour nous, ou pour un proche.",
    en: "Someone pretends to be us, or somebody close to you.",
  },
} satisfies Record<AlarmKind, Sentence>;

/** What happened? One choice, one page behind each. */
export function chooseAlarmPage({ shell }: { shell: Shell }): Html {
  const { language } = shell;
  const t = words[language];
  const kinds = Object.keys(alarmKinds) as AlarmKind[];
  return page(
    shell,
    { title: t.title, back: shell.visitor ? "/home" : "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${kinds.map((kind) =>
  card({
    title: alarmKinds[kind].says[language],
    href: `/alarms/new/${kind}`,
    content: { text: explained[kind][language] },
  }),
)}
${talk(shell)}`,
  );
}

/** Was the password given away? What follows hangs on it (CN-05, SP-09). */
export function gaveItPage({ shell }: { shell: Shell }): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.askedTitle, back: "/alarms/new" },
    html`<h1 class="govuk-heading-l">${t.askedTitle}</h1>
<p class="govuk-body">${t.asked}</p>
${insetText({ text: t.never })}
${card({ title: t.yes, href: "/alarms/new/password-asked?gave=yes", content: { text: t.yesText } })}
${card({ title: t.no, href: "/alarms/new/password-asked?gave=no", content: { text: t.noText } })}
${talk(shell)}`,
  );
}

/** How to reach a person. */
export const talk = ({ language, brand: { help } }: Shell): Html => html`
<h2 class="govuk-heading-s">${words[language].phone}</h2>
${phoneLine(language, help)}
<p class="govuk-body">${help.desk[language]}</p>`;

/** One piece of advice that helps after a fright (MC-28). */
export const alarmAdvice = (language: Language): string =>
  adviceFor("alarm")
    .map((one) => one.says[language])
    .join(" ");
