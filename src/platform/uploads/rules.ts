import type { Sentence } from "../../../law/language.ts";

/** A kind of file we take: how its bytes are called, and what its name and its sender may say it is (SEC-13). */
export const fileKinds = {
  pdf: { mime: "application/pdf", extensions: ["pdf"], declared: ["application/pdf", "application/x-pdf"] },
  jpeg: {
    mime: "image/jpeg",
    extensions: ["jpg", "jpeg", "jpe", "jfif"],
    declared: ["image/jpeg", "image/jpg", "image/pjpeg"],
  },
  png: { mime: "image/png", extensions: ["png"], declared: ["image/png", "image/x-png"] },
} as const satisfies Record<string, { mime: string; extensions: string[]; declared: string[] }>;

export type FileKind = keyof typeof fileKinds;

/** What one form may carry. The database holds the same size. */
export const uploadLimits = { bytes: 10 * 1024 * 1024, files: 5 } as const;

/** What stands under a field for a file. */
export const acceptedSays: Sentence = {
  fr: "Une photo (JPEG ou PNG) ou un PDF, de 10 Mo au plus.",
  en: "A photo (JPEG or PNG) or a PDF, of 10 MB at most.",
};

/** For the field's `accept`: a telephone then turns its photos into JPEG by itself. */
export const acceptedTypes = Object.values(fileKinds)
  .flatMap(({ mime, extensions }) => [mime, ...extensions.map((one) => `.${one}`)])
  .join(",");

/** Why a file is not taken, and what to do instead, from what is seen first to what is looked for last (SEC-13). */
export const uploadRefusals = {
  tooMany: {
    fr: "Il y a trop de fichiers : envoyez-en 5 au plus à la fois.",
    en: "There are too many files: send 5 at most at a time.",
  },
  empty: {
    fr: "Ce fichier est vide. Ouvrez-le pour vérifier, puis choisissez-le de nouveau.",
    en: "This file is empty. Open it to check, then choose it again.",
  },
  tooLarge: {
    fr: "Ce fichier dépasse 10 Mo. Reprenez la photo avec une qualité plus basse, ou enregistrez le document en PDF.",
    en: "This file is over 10 MB. Take the photo again at a lower quality, or save the document as a PDF.",
  },
  kind: {
    fr: "Nous ne savons pas lire ce fichier. Envoyez une photo (JPEG ou PNG) ou un PDF.",
    en: "We cannot read this file. Send a photo (JPEG or PNG) or a PDF.",
  },
  disagrees: {
    fr: "Le nom de ce fichier ne va pas avec son contenu. Enregistrez-le de nouveau en PDF, JPEG ou PNG, sans changer la fin de son nom.",
    en: "The name of this file does not match its content. Save it again as PDF, JPEG or PNG, without changing the end of its name.",
  },
  encrypted: {
    fr: "Ce PDF est protégé par un mot de passe ou une restriction. Imprimez-le en PDF sans protection, ou envoyez une photo du document.",
    en: "This PDF is protected by a password or a restriction. Print it to PDF without protection, or send a photo of the document.",
  },
  active: {
    fr: "Ce PDF contient plus que des pages (script, fichier joint ou formulaire actif). Imprimez-le en PDF, ou envoyez une photo du document.",
    en: "This PDF holds more than pages (a script, an attached file or an active form). Print it to PDF, or send a photo of the document.",
  },
  unreadable: {
    fr: "Nous n’avons pas pu vérifier ce PDF en entier. Imprimez-le en PDF, ou envoyez une photo du document.",
    en: "We could not check the whole of this PDF. Print it to PDF, or send a photo of the document.",
  },
  infected: {
    fr: "Notre antivirus a trouvé un programme dangereux dans ce fichier : nous ne l’avons pas gardé. Faites vérifier votre appareil, et envoyez une photo du document.",
    en: "Our antivirus has found a dangerous program in this file: we have not kept it. Have your device checked, and send a photo of the document.",
  },
  "no answer": {
    fr: "Notre antivirus ne répond pas, et nous ne prenons aucun fichier sans lui. Votre fichier n’est pas en cause : réessayez dans quelques minutes.",
    en: "Our antivirus does not answer, and we take no file without it. Your file is not at fault: try again in a few minutes.",
  },
} as const satisfies Record<string, Sentence>;

export type UploadRefusal = keyof typeof uploadRefusals;
