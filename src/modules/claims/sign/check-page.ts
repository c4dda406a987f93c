import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { whyDoISeeThis } from "../../../design/patterns.ts";
import type { SeenHousehold } from "../../households/index.ts";
import { callName, linesOf, type Person } from "../../identity/index.ts";
import type { ClaimKind, Given } from "../kind.ts";

const words = {
  fr: {
    title: "Relire votre demande",
    answers: "Ce que vous nous dites",
    change: "Modifier",
    known: "Ce que nous savons déjà",
    knownText:
      "Nous reprenons ces informations telles quelles : vous n’avez pas à les redonner. L’une d’elles est fausse ? Envoyez votre demande, puis appelez-nous pour la corriger.",
    name: "Vous",
    named: "Pour qui",
    birth: "Date de naissance",
    fromRegister: "d’après votre état civil",
    fromYou: "d’après ce que vous nous avez dit",
    fromFile: "d’après votre dossier",
    address: "Adresse connue",
    household: "Votre foyer",
    alone: "Vous seul(e)",
    file: "Numéro de dossier",
    noFileOf: (name: string) =>
      `C’est la première demande de ${name} : un dossier s’ouvre à son nom dès que vous l’envoyez. Cette personne en devient l’allocataire.`,
    fromThem: "d’après ce qui nous a été dit",
    fromTheirRegister: "d’après son état civil",
    fromTheirFile: "d’après son dossier",
    householdOf: "Son foyer",
    aloneOf: "Cette personne, seule",
    noFile:
      "C’est votre première demande : un dossier s’ouvre à votre nom dès que vous l’envoyez, et vous en devenez l’allocataire.",
    goOn: "Continuer vers la signature",
  },
  en: {
    title: "Read your claim again",
    answers: "What you tell us",
    change: "Change",
    known: "What we know already",
    knownText:
      "We take this information as it is: you need not give it again. Is some of it wrong? Send your claim, then call us to correct it.",
    name: "You",
    named: "For whom",
    birth: "Date of birth",
    fromRegister: "from your civil status",
    fromYou: "from what you told us",
    fromFile: "from your file",
    address: "Address we know",
    household: "Your household",
    alone: "You alone",
    file: "File number",
    noFileOf: (name: string) =>
      `This is the first claim of ${name}: a file opens in their name as soon as you send it. They become its holder.`,
    fromThem: "from what we were told",
    fromTheirRegister: "from their civil status",
    fromTheirFile: "from their file",
    householdOf: "Their household",
    aloneOf: "This person alone",
    noFile:
      "This is your first claim: a file opens in your name as soon as you send it, and you become its holder.",
    goOn: "Continue to the signature",
  },
};

export type CheckPage = {
  shell: Shell;
  base: string;
  kind: ClaimKind;
  given: Given;
  person: Person;
  /** Undefined where the law does not let the person see it, or where there is none. */
  household: SeenHousehold | undefined;
  fileNumber: string | undefined;
  opensFile: boolean;
};

/** What is about to be signed: the answers, which may be changed, and what is known already, which is shown (CP-11). */
export function claimCheckPage(shown: CheckPage): Html {
  const { shell, base, kind, given, household, opensFile } = shown;
  const { language } = shell;
  const t = words[language];
  const last = kind.questions.at(-1);
  return page(
    shell,
    { title: t.title, ...(last && { back: `${base}/${last.name}` }) },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<h2 class="govuk-heading-m">${t.answers}</h2>
${summaryList({ rows: answerRows(language, base, kind, given) })}
<h2 class="govuk-heading-m">${t.known}</h2>
<p class="govuk-body">${t.knownText}</p>
${summaryList({ rows: knownRows(language, shown) })}
${household && whyDoISeeThis(language, [household.because])}
${opensFile && insetText({ text: shell.space ? t.noFileOf(shell.space.name) : t.noFile })}
${button({ text: t.goOn, href: `${base}/statement` })}`,
  );
}

const answerRows = (language: Language, base: string, kind: ClaimKind, given: Given) =>
  kind.questions.map((question) => {
    const { key, value } = question.written(given);
    const shownKey = key[language];
    return {
      key: { text: shownKey },
      value: typeof value === "string" ? { text: value } : { html: value },
      actions: {
        items: [
          {
            href: `${base}/${question.name}`,
            text: words[language].change,
            visuallyHiddenText: shownKey.toLowerCase(),
          },
        ],
      },
    };
  });

function knownRows(language: Language, { shell, person, given, household, fileNumber }: CheckPage) {
  const t = words[language];
  const { space } = shell;
  const fromFile = space ? t.fromTheirFile : t.fromFile;
  const row = (key: string, value: readonly string[], from: string) => ({
    key: { text: key },
    value: {
      html: html`${value.map((line) => html`${line}<br>`)}<span class="govuk-hint">${from}</span>`,
    },
  });
  const { address } = given.known;
  const others = household?.members.filter((one) => one.person.personId !== person.personId) ?? [];
  return [
    row(space ? t.named : t.name, [callName(person)], space ? t.fromTheirRegister : t.fromRegister),
    row(t.birth, [civilDate(language, person.birthDate)], space ? t.fromTheirRegister : t.fromRegister),
    address && row(t.address, linesOf(address), space ? t.fromThem : t.fromYou),
    household &&
      row(
        space ? t.householdOf : t.household,
        others.length > 0 ? others.map((one) => callName(one.person)) : [space ? t.aloneOf : t.alone],
        fromFile,
      ),
    fileNumber ? row(t.file, [fileNumber], fromFile) : undefined,
  ];
}
