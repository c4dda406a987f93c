import { button } from "../../../design/components/button.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, notice } from "../../../design/patterns.ts";
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
    safer:
      "Pour que la deuxième étape ne repose pas sur votre seule boîte mail, ajoutez un mobile ou une clé d’accès.",
    passkeys: "Vos clés d’accès",
    danger: "Signaler un vol, une perte ou une connexion qui n’est pas de vous",
    never:
      "Votre identifiant et votre mot de passe sont à vous seul. Aucun de nos collaborateurs n’a le droit de vous les demander.",
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
    safer: "So that the second step does not rest on your mailbox alone, add a mobile or a passkey.",
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
  previousSignInAt: Date | null;
  timeZone: string;
  charter: string | undefined;
}): Html {
  const { shell, name, posts, previousSignInAt, timeZone, charter } = given;
  const { language, brand } = shell;
  const t = words[language];
  const link = (href: string, text: string) =>
    html`<li><a class="govuk-link" href="${href}">${text}</a></li>`;
  const isManager = posts.some(({ role }) => role === "manager");
  const seen = previousSignInAt ? t.previous(moment(language, previousSignInAt, timeZone)) : t.first;
  return page(
    shell,
    { title: t.hello(name), width: "wide" },
    html`<h1 class="govuk-heading-xl">${t.hello(name)}</h1>
<p class="govuk-body">${seen}</p>
${isManager && notice(language, { text: t.safer })}
<div class="foyer-grid">
${posts.map((post) => serviceCard(shell, post))}
${card({ title: t.soonTitle, content: { text: t.soon(brand.help.phone) } })}
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

function serviceCard({ language }: Shell, post: Post): Html {
  const t = words[language];
  const managed = html`<p class="govuk-body">${post.structure}</p><p class="govuk-body">${t.managed}</p>${button({ text: t.manage, href: servicePath(post.serviceId) })}`;
  const member = html`<p class="govuk-body">${post.structure}</p><p class="govuk-body">${t.member}</p>`;
  return card({ title: post.service, content: { html: post.role === "manager" ? managed : member } });
}
