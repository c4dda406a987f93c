import { readMoveDate } from "../../../../law/claims/move-date.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { dateField, errorFor } from "../../../design/patterns.ts";
import {
  type Address,
  addressInputs,
  type KnownAddress,
  linesOf,
  readAddress,
  setAddress,
  type TypedAddress,
} from "../../identity/index.ts";
import type { Answers, ClaimKind, Errors, Given, Question, Typed } from "../kind.ts";

const words = {
  sameTitle: { fr: "Est-ce bien votre nouvelle adresse ?", en: "Is this your new address?" },
  newTitle: { fr: "Votre nouvelle adresse", en: "Your new address" },
  known: { fr: "L’adresse que nous connaissons :", en: "The address we know:" },
  since: { fr: "Elle compte chez nous depuis le", en: "It has counted with us since" },
  same: { fr: "Oui, j’habite bien là", en: "Yes, I live there" },
  other: { fr: "Non, j’habite ailleurs", en: "No, I live somewhere else" },
  choose: { fr: "Choisissez l’une des deux réponses.", en: "Choose one of the two answers." },
  address: { fr: "Nouvelle adresse", en: "New address" },
  date: { fr: "Depuis le", en: "Since" },
  dateHint: {
    fr: "Le jour où vous avez commencé à y vivre. Par exemple 1 3 2026",
    en: "The day you started living there. For example 1 3 2026",
  },
} satisfies Record<string, Sentence>;

const address: Question = {
  name: "address",
  title: words.newTitle,
  isAnswered: ({ where }) => where === "same" || where === "other",
  body: ({ language, answers, known, country, typed, errors }) => {
    const values = typed ?? answers;
    const inputs = addressInputs(language, country, values as TypedAddress, errors);
    if (!known.address) return html`<h1 class="govuk-heading-l">${words.newTitle[language]}</h1>${inputs}`;
    return radios({
      name: "where",
      fieldset: {
        legend: {
          text: words.sameTitle[language],
          classes: "govuk-fieldset__legend--l",
          isPageHeading: true,
        },
      },
      formGroup: { beforeInputs: { html: knownAddress(language, known.address) } },
      value: values.where,
      items: [
        { value: "same", text: words.same[language] },
        { value: "other", text: words.other[language], conditional: { html: inputs } },
      ],
      errorMessage: errorFor(language, errors?.where?.[language]),
    });
  },
  read: (typed, { answers, known, country }) => {
    if (known.address && typed.where === "same") return { answers: { ...dated(answers), where: "same" } };
    if (known.address && typed.where !== "other") return { refused: { where: words.choose } };
    const read = readAddress(typed, country);
    if ("refused" in read) return { refused: read.refused as Errors };
    const { street, extra, postcode, town } = read.address;
    return {
      answers: {
        ...dated(answers),
        where: "other",
        street,
        town,
        ...(extra && { extra }),
        ...(postcode && { postcode }),
      },
    };
  },
  written: (given) => ({ key: words.address, value: lines(linesOf(addressOf(given))) }),
};

const knownAddress = (language: Language, known: KnownAddress): Html =>
  insetText({
    html: html`<p class="govuk-body">${words.known[language]}<br><strong>${lines(linesOf(known))}</strong></p>
<p class="govuk-hint">${words.since[language]} ${civilDate(language, known.from)}.</p>`,
  });

const date: Question = {
  name: "date",
  title: { fr: "Quand avez-vous emménagé ?", en: "When did you move in?" },
  isAnswered: (answers) => answers.date !== undefined,
  body: ({ language, answers, typed, errors }) =>
    dateField(language, {
      name: "moved",
      fieldset: {
        legend: { text: date.title[language], classes: "govuk-fieldset__legend--l", isPageHeading: true },
      },
      hint: { text: words.dateHint[language] },
      values: typed ?? typedOf(answers),
      errorMessage: errorFor(language, errors?.["moved-day"]?.[language]),
    }),
  read: (typed, { answers, today }) => {
    const read = readMoveDate(
      {
        day: typed["moved-day"] ?? "",
        month: typed["moved-month"] ?? "",
        year: typed["moved-year"] ?? "",
      },
      today,
    );
    if ("refused" in read) return { refused: { "moved-day": read.refused.says } };
    return { answers: { ...answers, date: read.date } };
  },
  written: ({ language, answers }) => ({ key: words.date, value: civilDate(language, answers.date ?? "") }),
};

/** "Tell us you moved in": a new address, and since when. It counts for the person at once. */
export const movedIn: ClaimKind = {
  name: { fr: "Déclarer mon emménagement", en: "Tell you that I moved in" },
  says: {
    fr: "Vous avez un nouveau logement : dites-nous où et depuis quand. Comptez cinq minutes.",
    en: "You have a new home: tell us where and since when. It takes five minutes.",
  },
  questions: [address, date],
  next: [
    {
      fr: "Votre nouvelle adresse est enregistrée : nos courriers y arriveront.",
      en: "Your new address is recorded: our letters will go there.",
    },
    {
      fr: "Nous regardons si votre déménagement change vos droits, et nous vous écrivons dès que c’est fait.",
      en: "We see if your move changes your rights, and write to you as soon as it is done.",
    },
    {
      fr: "S’il nous manque un document, nous vous le demandons. Vous n’avez rien d’autre à faire.",
      en: "If a document is missing, we ask you for it. There is nothing else for you to do.",
    },
  ],
  takesEffect: async (tx, world, { personId, answers, given }) => {
    const from = answers.date as string;
    await setAddress(tx, personId, addressOf({ ...given, answers }), { from, at: world.clock() });
  },
};

/** The address that was told: the one known, or the one typed. */
function addressOf({ answers, known, country }: Given): Address {
  if (answers.where === "same" && known.address) {
    const { from: _, ...same } = known.address;
    return same;
  }
  const { street = "", extra = null, postcode = null, town = "" } = answers;
  return { street, extra, postcode, town, country };
}

/** What was answered to the other question alone. */
const dated = ({ date: day }: Answers): Answers => (day === undefined ? {} : { date: day });

function typedOf({ date: day = "" }: Answers): Typed {
  const [year = "", month = "", dayOf = ""] = day.split("-");
  const plain = (digits: string) => (digits === "" ? "" : String(Number(digits)));
  return { "moved-day": plain(dayOf), "moved-month": plain(month), "moved-year": year };
}

const lines = (all: readonly string[]): Html =>
  html`${all.map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`;
