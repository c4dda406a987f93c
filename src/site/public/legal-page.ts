import type { Institution } from "../../../institutions/institution.ts";
import { insetText } from "../../design/components/inset-text.ts";
import { type Html, html } from "../../design/html.ts";
import { page, type Shell } from "../../design/page.ts";
import { linkLine, parts } from "./parts.ts";

const licence = "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12";

const words = {
  fr: {
    title: "Mentions légales",
    publisher: "Qui publie ce site",
    missing: "Ce que l’organisme doit encore écrire ici",
    missingText:
      "Ces informations dépendent de l’organisme qui met le site en service. Il les déclare lui-même, et nous n’en inventons aucune :",
    missingList: [
      "l’adresse de son siège ;",
      "la personne responsable de la publication ;",
      "le nom, l’adresse et le téléphone de l’hébergeur ;",
      "la personne chargée de la protection des données, et comment lui écrire ;",
      "l’endroit où trouver le code source de la version en service.",
    ],
    until:
      "Tant que ces lignes manquent, considérez ce site comme une démonstration : n’y saisissez pas de vraies informations sur vous.",
    software: "Le logiciel",
    softwareText: [
      "Ce site fonctionne avec Foyer, un logiciel libre placé sous la licence publique de l’Union européenne, version 1.2 (EUPL-1.2). Chacun peut l’utiliser, lire son code source, le modifier et le partager, aux conditions de cette licence.",
      "Les composants écrits par d’autres gardent leur propre licence.",
    ],
    licence: "Lire la licence EUPL-1.2",
  },
  en: {
    title: "Legal notice",
    publisher: "Who publishes this site",
    missing: "What the institution has yet to write here",
    missingText:
      "This information depends on the institution that puts the site into service. It declares it itself, and we make none of it up:",
    missingList: [
      "the address of its head office;",
      "the person responsible for publication;",
      "the name, address and telephone number of the hosting provider;",
      "the person in charge of data protection, and how to write to them;",
      "where to find the source code of the version in service.",
    ],
    until:
      "As long as these lines are missing, take this site for a demonstration: do not enter real information about yourself.",
    software: "The software",
    softwareText: [
      "This site runs on Foyer, free software under the European Union Public Licence, version 1.2 (EUPL-1.2). Anyone may use it, read its source code, change it and share it, under the terms of that licence.",
      "Components written by others keep their own licences.",
    ],
    licence: "Read the EUPL-1.2 licence",
  },
};

/** The legal notice (IL-09): what is known of the publisher, and plainly what the operator has yet to declare. */
export function legalPage({ shell, institution }: { shell: Shell; institution: Institution }): Html {
  const { name, shortName, siteAddress } = institution;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
${parts([
  { title: t.publisher, says: [`${name[language]} (${shortName}) – ${siteAddress}`] },
  {
    title: t.missing,
    says: [t.missingText],
    list: t.missingList,
    after: insetText({ text: t.until }),
  },
  { title: t.software, says: t.softwareText, after: linkLine(licence, t.licence) },
])}`,
  );
}
