import { type AlarmChannel, type AlarmKind, alarmChannels } from "../../../../law/credentials/alarm.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { dateField, errorFor, errorSummaryFrom, form, longText } from "../../../design/patterns.ts";
import { numberWords } from "../number-words.ts";
import type { AlarmField } from "./raise-alarm.ts";

/** Which report the form is for. */
export type Situation = Exclude<AlarmKind, "password-asked"> | "password-given" | "password-kept";

export type AlarmFormPage = {
  shell: Shell;
  situation: Situation;
  /** Nobody is signed in and an access may have to be closed: whose? */
  asksWho: boolean;
  /** The form's own secret. */
  once: string;
  longestTold: number;
  /** What was typed, by field name. */
  values?: Readonly<Record<string, string>>;
  errors?: Partial<Record<AlarmField, Sentence>>;
};

const titles = {
  "not-me": { fr: "Quelqu’un est entré dans mon compte", en: "Someone has been in my account" },
  "phone-stolen": { fr: "Mon téléphone est volé ou perdu", en: "My phone is stolen or lost" },
  "password-given": {
    fr: "J’ai donné mon mot de passe ou un code",
    en: "I gave my password or a code",
  },
  "password-kept": {
    fr: "On m’a demandé mon mot de passe ou un code",
    en: "I was asked for my password or a code",
  },
} satisfies Record<Situation, Sentence>;

/** What pressing the button does, said before it is pressed. */
const leads = {
  "not-me": {
    fr: "Nous allons fermer l’accès à votre compte tout de suite : toutes les connexions en cours s’arrêtent, plus personne n’entre. Vous le rouvrirez en quelques minutes avec « J’ai oublié mon mot de passe ».",
    en: "We will close access to your account at once: every open session stops, nobody gets in any more. You will open it again in a few minutes with “I have forgotten my password”.",
  },
  "phone-stolen": {
    fr: "Nous allons fermer l’accès à votre compte tout de suite. Si vous avez confirmé une adresse mail, le code pour le rouvrir partira à cette adresse. Sinon, l’accueil vous le rouvrira avec une pièce d’identité.",
    en: "We will close access to your account at once. If you confirmed a mail address, the code to open it again will go to that address. Otherwise the reception desk will open it again with an identity document.",
  },
  "password-given": {
    fr: "Cela arrive, et vous avez raison de le dire vite. Nous allons fermer l’accès à votre compte tout de suite. Vous le rouvrirez en quelques minutes, avec un nouveau mot de passe.",
    en: "It happens, and you are right to say so quickly. We will close access to your account at once. You will open it again in a few minutes, with a new password.",
  },
  "password-kept": {
    fr: "Vous avez bien fait de ne rien donner. Votre compte reste ouvert. Racontez-nous en deux mots : notre équipe cherchera qui se fait passer pour nous.",
    en: "You did well to give nothing. Your account stays open. Tell us in a few words: our team will look for who pretends to be us.",
  },
} satisfies Record<Situation, Sentence>;

const words = {
  fr: {
    identifier: "Votre numéro de sécurité sociale, ou votre identifiant provisoire",
    birth: "Votre date de naissance",
    birthHint: "Par exemple 3 11 1988",
    when: "Quel jour cela s’est-il passé ? (facultatif)",
    whenHint:
      "À peu près suffit, par exemple 7 3 2026. Nous vous montrerons ce qui a été fait sur votre compte depuis.",
    whenKeptHint: "Par exemple 7 3 2026",
    time: "Vers quelle heure ? (facultatif)",
    timeHint: "Par exemple 14:30",
    channel: "Comment vous l’a-t-on demandé ?",
    told: "Que s’est-il passé ? (facultatif)",
    toldHint: "Avec vos mots. N’écrivez ici ni mot de passe, ni code, ni numéro de carte.",
    passkeys: "Vos clés d’accès, si vous en avez, seront retirées : vous les ajouterez de nouveau ensuite.",
    close: "Fermer l’accès à mon compte",
    send: "Envoyer mon signalement",
    own: "Jusqu’à votre signalement, ce qui se fait depuis votre compte est considéré comme fait par vous. Mieux vaut donc signaler trop tôt que trop tard.",
  },
  en: {
    identifier: "Your social-security number, or your provisional identifier",
    birth: "Your date of birth",
    birthHint: "For example 3 11 1988",
    when: "On which day did it happen? (optional)",
    whenHint: "Roughly is enough, such as 7 3 2026. We will show you what was done on your account since.",
    whenKeptHint: "For example 7 3 2026",
    time: "At about what time? (optional)",
    timeHint: "For example 14:30",
    channel: "How were you asked for it?",
    told: "What happened? (optional)",
    toldHint: "In your own words. Write no password, no code and no card number here.",
    passkeys: "Your passkeys, if you have any, will be removed: you can add them again afterwards.",
    close: "Close access to my account",
    send: "Send my report",
    own: "Until your report, what is done from your account counts as done by you. So reporting too early is better than too late.",
  },
};

/** One report: what pressing the button will do, and the few things we need for it. */
export function alarmFormPage(given: AlarmFormPage): Html {
  const { shell, situation, errors = {} } = given;
  const { language } = shell;
  const t = words[language];
  const closes = situation !== "password-kept";
  const title = titles[situation][language];
  const summary = Object.fromEntries(Object.entries(errors).map(([field, says]) => [field, says[language]]));
  return page(
    shell,
    {
      title,
      errors: Object.keys(errors).length > 0,
      back: situation.startsWith("password") ? "/alarms/new/password-asked" : "/alarms/new",
    },
    html`${errorSummaryFrom(language, summary)}
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${leads[situation][language]}</p>
${closes && html`<p class="govuk-body">${t.passkeys}</p>`}
${form(
  shell,
  { action: "/alarms" },
  html`<input type="hidden" name="situation" value="${situation}">
<input type="hidden" name="once" value="${given.once}">
${given.asksWho && who(given)}
${situation.startsWith("password") && channelField(given)}
${when(given)}
${longText(language, {
  id: "told",
  name: "told",
  label: { text: t.told, classes: "govuk-label--s" },
  hint: { text: t.toldHint },
  maxlength: given.longestTold,
  value: given.values?.told,
  errorMessage: errorFor(language, errors.told?.[language]),
})}
${closes && insetText({ text: t.own })}
${button({ text: closes ? t.close : t.send, preventDoubleClick: true, ...(closes && { classes: "govuk-button--warning" }) })}`,
)}`,
  );
}

function who({ shell, values, errors = {} }: AlarmFormPage): Html {
  const { language } = shell;
  const t = words[language];
  return html`${input({
    id: "identifier",
    name: "identifier",
    label: { text: numberWords(shell)?.label ?? t.identifier, classes: "govuk-label--s" },
    value: values?.identifier,
    classes: "govuk-input--width-20",
    autocomplete: "username",
    autocapitalize: "characters",
    spellcheck: false,
    errorMessage: errorFor(language, errors.identifier?.[language]),
  })}
${dateField(language, {
  name: "birth",
  fieldset: { legend: { text: t.birth, classes: "govuk-fieldset__legend--s" } },
  hint: { text: t.birthHint },
  values,
  birthday: true,
  errorMessage: errorFor(language, errors["birth-day"]?.[language]),
})}`;
}

function channelField({ shell: { language }, values, errors = {} }: AlarmFormPage): Html {
  const channels = Object.keys(alarmChannels) as AlarmChannel[];
  return radios({
    name: "channel",
    fieldset: { legend: { text: words[language].channel, classes: "govuk-fieldset__legend--s" } },
    items: channels.map((value) => ({ value, text: alarmChannels[value][language] })),
    value: values?.channel,
    errorMessage: errorFor(language, errors.channel?.[language]),
  });
}

function when({ shell: { language }, situation, values, errors = {} }: AlarmFormPage): Html {
  const t = words[language as Language];
  return html`${dateField(language, {
    name: "since",
    fieldset: { legend: { text: t.when, classes: "govuk-fieldset__legend--s" } },
    hint: { text: situation === "password-kept" ? t.whenKeptHint : t.whenHint },
    values,
    errorMessage: errorFor(language, errors["since-day"]?.[language]),
  })}
${input({
  id: "time",
  name: "time",
  label: { text: t.time, classes: "govuk-label--s" },
  hint: { text: t.timeHint },
  value: values?.time,
  classes: "govuk-input--width-5",
  spellcheck: false,
  errorMessage: errorFor(language, errors.time?.[language]),
})}`;
}
