import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";
import { form, notice } from "../../../design/patterns.ts";
import { linesOf } from "../address/address.ts";
import { countryName, countryOf } from "../birth-place/countries.ts";
import type { Parent } from "../civil-status/civil-status.ts";
import type { Draft } from "./draft.ts";
import { framed } from "./frame.ts";
import type { linkOf } from "./link.ts";
import { writtenNumber } from "./questions/number.ts";
import type { QuestionName } from "./questions/questions.ts";
import { pathOf } from "./steps.ts";

const words = {
  fr: {
    lead: "Relisez ce que vous nous avez dit. Nous vérifions votre numéro avec votre état civil : chaque lettre compte.",
    change: "Modifier",
    birthName: "Nom de naissance",
    usedName: "Nom utilisé",
    firstNames: "Prénoms",
    noFirstName: "Aucun",
    sex: "Sexe",
    F: "Féminin",
    M: "Masculin",
    birth: "Date de naissance",
    place: "Lieu de naissance",
    parents: "Parents",
    noParent: "Aucun n’est inscrit sur l’acte de naissance",
    number: "Numéro de sécurité sociale",
    noNumber: "Pas encore",
    address: "Adresse",
    right: "C’est exact, continuer",
    anyway: "Continuer sans ce numéro",
    mismatch:
      "Ce numéro et cet état civil ne vont pas ensemble. Corrigez ce qui ne va pas, en vous aidant de votre carte Vitale et de votre acte de naissance. Si tout est exact, continuez : nous vous donnerons un identifiant provisoire, et un agent vérifiera avec vous.",
  },
  en: {
    lead: "Read again what you told us. We check your number against your civil status: every letter counts.",
    change: "Change",
    birthName: "Birth name",
    usedName: "Name in use",
    firstNames: "First names",
    noFirstName: "None",
    sex: "Sex",
    F: "Female",
    M: "Male",
    birth: "Date of birth",
    place: "Place of birth",
    parents: "Parents",
    noParent: "None is on the birth certificate",
    number: "Social-security number",
    noNumber: "Not yet",
    address: "Address",
    right: "This is right, continue",
    anyway: "Continue without this number",
    mismatch:
      "This number and this civil status do not go together. Correct what is wrong, with the help of your carte Vitale and your birth certificate. If everything is right, continue: we will give you a provisional identifier, and an agent will check with you.",
  },
};

const title: Sentence = { fr: "Vérifier vos réponses", en: "Check your answers" };

export type OpeningCheckPage = { shell: Shell; draft: Draft; link?: ReturnType<typeof linkOf> };

/** Everything told so far, before the number is checked; and after, where the registry does not know them together. */
export function openingCheckPage({ shell, draft, link }: OpeningCheckPage): Html {
  const { language } = shell;
  const t = words[language];
  const mismatch = draft.registry === "mismatch";
  return framed(
    { shell, step: "check", draft, title },
    html`<h1 class="govuk-heading-l">${title[language]}</h1>
${mismatch ? notice(language, { text: t.mismatch }) : html`<p class="govuk-body">${t.lead}</p>`}
${link && "because" in link && link.because === "changed" && notice(language, { text: link.says[language] })}
${summaryList({ rows: rows(language, draft) })}
${form(
  shell,
  { action: pathOf("check") },
  html`${mismatch && html`<input type="hidden" name="anyway" value="yes">`}
${button({ text: mismatch ? t.anyway : t.right, preventDoubleClick: true })}`,
)}`,
  );
}

function rows(language: Language, draft: Draft) {
  const t = words[language];
  const row = (step: QuestionName, key: string, value: string | Html) => ({
    key: { text: key },
    value: typeof value === "string" ? { text: value } : { html: value },
    actions: { items: [{ href: pathOf(step), text: t.change, visuallyHiddenText: key.toLowerCase() }] },
  });
  const { names, sex, birth, place, parents, address } = draft;
  return [
    names && row("names", t.birthName, names.birthName),
    names && row("names", t.firstNames, names.firstNames || t.noFirstName),
    names?.usedName ? row("names", t.usedName, names.usedName) : undefined,
    sex && row("sex", t.sex, t[sex]),
    birth !== undefined && row("birth", t.birth, civilDate(language, birth)),
    row("birth-place", t.place, placeOf(language, place)),
    parents && row("parents", t.parents, parents.length > 0 ? lines(parents.map(written)) : t.noParent),
    row("number", t.number, writtenNumber(draft) || t.noNumber),
    address && row("address", t.address, lines(linesOf(address))),
  ];
}

function placeOf(language: Language, place: Draft["place"]): string {
  if (place?.in === "france") return `${place.name} (${place.department})`;
  const country = place && countryOf(place.iso ?? "");
  return country ? `${place.town}, ${countryName(language, country)}` : "";
}

const written = ({ firstNames, birthName }: Parent) => `${firstNames} ${birthName}`.trim();

const lines = (all: readonly string[]): Html =>
  html`${all.map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`;
