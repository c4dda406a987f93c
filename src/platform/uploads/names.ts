/** Characters of a name that are shown. */
const longest = 100;

/**
 * The name of a file as it may be shown: without folders, signs of control or of direction, nor what a shell or a system
 * reads in a name. It is never a path. "document" where nothing is left.
 */
export function shownName(sent: string): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replace(/[<>:"|?*%;`$]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  if (clean === "") return "document";
  const end = /\.[a-z0-9]{1,5}$/i.exec(clean)?.[0] ?? "";
  const start = [...clean.slice(0, clean.length - end.length)];
  return start.length + end.length <= longest ? clean : start.slice(0, longest - end.length).join("") + end;
}

/** What a name ends in, in small letters: "pdf". */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
