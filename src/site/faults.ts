import type { Sentence } from "../../law/language.ts";
import { html } from "../design/html.ts";
import { page, type Shell } from "../design/page.ts";
import { phoneLink } from "../design/patterns.ts";
import { isDatabaseAway } from "../platform/database.ts";
import type { App, Reply, Request } from "../platform/http/server.ts";
import { answer, shellOf } from "./shell.ts";

type Fault = { status: number; title: Sentence; says: Sentence; next: { href: string; text: Sentence } };

const home = { href: "/", text: { fr: "Aller à l’accueil", en: "Go to the home page" } };

/** Each kind of fault: what happened, and what the person can do. */
const faults = {
  absent: {
    status: 404,
    title: { fr: "Cette page n’existe pas", en: "This page does not exist" },
    says: {
      fr: "L’adresse est peut-être incomplète, ou la page a changé de place. Rien n’est perdu dans votre dossier.",
      en: "The address may be incomplete, or the page has moved. Nothing is lost in your file.",
    },
    next: home,
  },
  foreign: {
    status: 403,
    title: { fr: "Nous n’avons pas pu lire ce formulaire", en: "We could not read this form" },
    says: {
      fr: "La page est restée ouverte longtemps, ou votre navigateur refuse les cookies dont nous avons besoin pour vous reconnaître. Revenez à la page précédente, rechargez-la et recommencez.",
      en: "The page stayed open for a long time, or your browser refuses the cookies we need to recognise you. Go back to the previous page, reload it and try again.",
    },
    next: home,
  },
  unreadable: {
    status: 400,
    title: { fr: "Nous n’avons pas compris cette demande", en: "We did not understand this request" },
    says: {
      fr: "Revenez à la page précédente et recommencez. Si cela se reproduit, appelez-nous.",
      en: "Go back to the previous page and try again. If it happens again, call us.",
    },
    next: home,
  },
  tooLarge: {
    status: 413,
    title: { fr: "C’est trop lourd pour nous", en: "This is too large for us" },
    says: {
      fr: "Ce que vous envoyez dépasse ce que nous pouvons recevoir en une fois. Revenez à la page précédente et choisissez des fichiers plus petits : 10 Mo au plus chacun.",
      en: "What you are sending is more than we can receive at once. Go back to the previous page and choose smaller files: 10 MB at most each.",
    },
    next: home,
  },
  tooSlow: {
    status: 408,
    title: { fr: "L’envoi a pris trop de temps", en: "Sending took too long" },
    says: {
      fr: "Votre connexion internet est peut-être lente en ce moment. Revenez à la page précédente et réessayez plus tard, ou avec des photos moins lourdes.",
      en: "Your internet connection may be slow right now. Go back to the previous page and try again later, or with smaller photos.",
    },
    next: home,
  },
  tooMany: {
    status: 429,
    title: { fr: "Trop d’essais en peu de temps", en: "Too many tries in a short time" },
    says: {
      fr: "Beaucoup de demandes viennent de votre connexion internet. Attendez une minute, puis réessayez. Votre compte n’est pas bloqué.",
      en: "Many requests come from your internet connection. Wait a minute, then try again. Your account is not blocked.",
    },
    next: home,
  },
  away: {
    status: 503,
    title: { fr: "Le service revient dans un instant", en: "The service will be back in a moment" },
    says: {
      fr: "Nous n’arrivons pas à joindre vos données. Votre dossier est intact. Attendez une minute, puis rechargez la page.",
      en: "We cannot reach your data. Your file is safe. Wait a minute, then reload the page.",
    },
    next: home,
  },
  busy: {
    status: 503,
    title: { fr: "Beaucoup de monde se connecte en ce moment", en: "Many people are signing in right now" },
    says: {
      fr: "Nous préférons vous faire patienter que mal vous répondre. Attendez une minute, puis réessayez.",
      en: "We would rather have you wait than answer you badly. Wait a minute, then try again.",
    },
    next: home,
  },
  ours: {
    status: 500,
    title: { fr: "Une erreur s’est produite chez nous", en: "Something went wrong on our side" },
    says: {
      fr: "Ce n’est pas votre faute, et votre dossier est intact. Réessayez dans quelques minutes.",
      en: "It is not your fault, and your file is safe. Try again in a few minutes.",
    },
    next: home,
  },
} as const satisfies Record<string, Fault>;

const words = {
  support: {
    fr: "Si cela continue, appelez-nous et donnez ce numéro :",
    en: "If it goes on, call us and give this number:",
  },
  phone: { fr: "Par téléphone :", en: "By phone:" },
};

/** Answers what no page answers: with words, a next step and a number that the log knows. */
export function answerFaults(app: App) {
  app.setNotFoundHandler((request, reply) => answerFault(request, reply, faults.absent));
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const fault = faultOf(error);
    if (fault.status >= 500) request.log.error({ req: request, err: error, support: request.id }, "fault");
    if (fault.status === 503) reply.header("retry-after", "30");
    if (fault.status === 429) reply.header("retry-after", "60");
    if (reply.sent) return;
    return answerFault(request, reply, fault);
  });
}

function faultOf(error: Error & { statusCode?: number; code?: string }): Fault {
  if (isDatabaseAway(error) || error.code === "FST_ERR_HANDLER_TIMEOUT") return faults.away;
  if (error.statusCode === 503) return faults.busy;
  if (error.statusCode === 429) return faults.tooMany;
  if (error.statusCode === 403) return faults.foreign;
  if (error.statusCode === 413) return faults.tooLarge;
  if (error.statusCode === 408) return faults.tooSlow;
  if (error.statusCode && error.statusCode < 500) return faults.unreadable;
  return faults.ours;
}

function answerFault(request: Request, reply: Reply, fault: Fault) {
  return answer(reply, faultPage(shellOf(request, reply), fault, request.id), fault.status);
}

function faultPage(shell: Shell, fault: Fault, support: string) {
  const { language, brand } = shell;
  return page(
    shell,
    { title: fault.title[language] },
    html`<h1 class="govuk-heading-l">${fault.title[language]}</h1>
<p class="govuk-body">${fault.says[language]}</p>
<p class="govuk-body"><a class="govuk-link" href="${fault.next.href}">${fault.next.text[language]}</a></p>
<p class="govuk-body">${words.support[language]} <strong>${support}</strong>${brand.help.phone && html`<br>${words.phone[language]} ${phoneLink(brand.help)}`}</p>`,
  );
}
