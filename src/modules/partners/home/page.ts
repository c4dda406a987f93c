import { onlyMailbox } from "../../../../law/credentials/second-step.ts";
import { button } from "../../../design/components/button.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, unbroken } from "../../../design/patterns.ts";
import { servicePath } from "../colleagues/page.ts";
import type { Post } from "../post.ts";

const words = {
  fr: {
    hello: (name: string) => `Bonjour ${name}`,
    previous: (when: string) =>
      `Connexion précédente : ${when}. Ce n’était pas vous ? Changez tout de suite votre mot de passe.`,
    first: "C’est votre première connexion.",
    manage: "Gérer les accès du service",
    managed: "Vous ouvrez et fermez les accès de vos collègues.",
    member: "Vous y travaillez. La personne responsable ouvre et ferme les accès.",
    soonTitle: "Actualités, offre de service, imprimés, formulaires",
    soon: (phone: string) => `Ils arrivent bientôt dans cet espace. D’ici là, appelez le ${phone}.`,
    charterTitle: "La charte et le secret professionnel",
    charter: "Relire la charte",
    receipts: "Vos reçus d’acceptation",
    account: "Votre accès",
    contacts: "Vos coordonnées",
    password: "Changer de mot de passe",
    second: "La vérification en deux étapes",
    addMobile: "Ajouter un numéro de mobile",
    addPasskey: "Créer plutôt une clé d’accès",
    passkeys: "Vos clés d’accès",
    danger: "Signaler un vol, une perte ou une connexion qui n’est pas de vous",
    never:
      "Votre identifiant et votre mot de passe ne sont qu’à vous. Aucun de nos collaborateurs n’a le droit de vous les demander.",
  },
  en: {
    hello: (name: string) => `Hello ${name}`,
    previous: (when: string) => `Previous sign-in: ${when}. It was not you? Change your password at once.`,
    first: "This is your first sign-in.",
    manage: "Manage the accesses of the service",
    managed: "You open and close your colleagues’ accesses.",
    member: "You work there. Its manager opens and closes accesses.",
    soonTitle: "News, services on offer, printed forms, contact forms",
    soon: (phone: string) => `They are coming to this area soon. Until then, call ${phone}.`,
    charterTitle: "The charter and professional secrecy",
    charter: "Read the charter again",
    receipts: "The receipts of what you accepted",
    account: "Your access",
    contacts: "Your contact details",
    password: "Change your password",
    second: "Two-step verification",
    addMobile: "Add a mobile number",
    addPasskey: "Create a passkey instead",
    passkeys: "Your passkeys",
    danger: "Report a theft, a loss or a sign-in that was not you",
    never:
      "Your identifier and your password are yours alone. None of our staff has the right to ask you for them.",
  },
};

/** Where a manager and a colleague land: their services, what is coming, the charter, their own access (SP-01, SP-09). */
export function partnerHomePage(given: {
  shell: Shell;
  name: string;
  posts: readonly Post[];
  /** They have a second proof that counts for who manages accesses (SEC-08). */
  mayManage: boolean;
  previousSignInAt: Date | null;
  timeZone: string;
  charter: string | undefined;
}): Html {
  const { shell, name, posts, mayManage, previousSignInAt, timeZone, charter } = given;
  const { language, brand } = shell;
  const t = words[language];
  const link = (href: string, text: string) =>
    html`<li><a class="govuk-link" href="${href}">${text}</a></li>`;
  const seen = previousSignInAt ? t.previous(moment(language, previousSignInAt, timeZone)) : t.first;
  return page(
    shell,
    { title: t.hello(name), width: "wide" },
    html`<h1 class="govuk-heading-xl">${t.hello(name)}</h1>
<p class="govuk-body">${seen}</p>
<div class="foyer-grid">
${posts.map((post) => serviceCard(shell, post, mayManage))}
${card({ title: t.soonTitle, content: { text: t.soon(unbroken(brand.help.phone)) } })}
${card({
  title: t.charterTitle,
  content: {
    html: html`<p class="govuk-body">${t.never}</p><ul class="govuk-list">${charter && link(`/charters/${charter}`, t.charter)}${link("/charters/receipts", t.receipts)}</ul>`,
  },
})}
${card({
  title: t.account,
  content: {
    html: html`<ul class="govuk-list">${link("/contacts", t.contacts)}${link("/password/change", t.password)}${link("/second-step", t.second)}${link("/passkeys", t.passkeys)}${link("/alarms/new", t.danger)}</ul>`,
  },
})}
</div>`,
  );
}

function serviceCard({ language }: Shell, post: Post, mayManage: boolean): Html {
  const t = words[language];
  const manage = mayManage
    ? button({ text: t.manage, href: servicePath(post.serviceId) })
    : html`<p class="govuk-body">${onlyMailbox[language]}</p>${button({ text: t.addMobile, href: "/contacts/mobile" })}<p class="govuk-body"><a class="govuk-link" href="/passkeys">${t.addPasskey}</a></p>`;
  const managed = html`<p class="govuk-body">${post.structure}</p><p class="govuk-body">${t.managed}</p>${manage}`;
  const member = html`<p class="govuk-body">${post.structure}</p><p class="govuk-body">${t.member}</p>`;
  return card({ title: post.service, content: { html: post.role === "manager" ? managed : member } });
}
