import { fileTypeFromBuffer } from "file-type";
import type { Antivirus } from "./antivirus.ts";
import { extensionOf, shownName } from "./names.ts";
import { pdfFinding } from "./pdf.ts";
import type { Received } from "./receive.ts";
import { type FileKind, fileKinds, type UploadRefusal, uploadLimits } from "./rules.ts";

declare const judged: unique symbol;
/** A file that went through every check, and may be kept. Only `judgeUploads` makes one. */
export type SafeFile = {
  readonly [judged]: true;
  field: string;
  /** As it may be shown. */
  name: string;
  kind: FileKind;
  bytes: Buffer;
};

export type Judged =
  | { safe: SafeFile[] }
  /** Why, by the name of the field; the words are those of `uploadRefusals`. */
  | { refused: Readonly<Record<string, UploadRefusal>> };

/** Judges all the files of a form (SEC-13): all are taken, or none. The antivirus is asked last. */
export async function judgeUploads(antivirus: Antivirus, received: readonly Received[]): Promise<Judged> {
  const kinds = await Promise.all(received.map(kindOf));
  const found = await Promise.all(
    received.map(async (file, index) => ({
      file,
      kind: kinds[index],
      because: index < uploadLimits.files ? await refusalOf(antivirus, file, kinds[index]) : "tooMany",
    })),
  );
  const refused = found.flatMap(({ file, because }) => (because ? [[file.field, because] as const] : []));
  if (refused.length > 0) return { refused: Object.fromEntries(refused.reverse()) };
  return {
    safe: found.map(({ file, kind }) => {
      const { field, bytes } = file;
      return { field, name: shownName(file.name), kind, bytes } as SafeFile;
    }),
  };
}

/** By its first bytes alone, whatever its name says. */
async function kindOf({ bytes }: Received): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, 4100));
  return (Object.keys(fileKinds) as FileKind[]).find((kind) => fileKinds[kind].mime === found?.mime);
}

async function refusalOf(
  antivirus: Antivirus,
  file: Received,
  kind: FileKind | undefined,
): Promise<UploadRefusal | undefined> {
  if (file.tooLarge) return "tooLarge";
  if (file.bytes.length === 0) return "empty";
  if (!kind) return "kind";
  if (!agrees(file, kind)) return "disagrees";
  const finding = kind === "pdf" ? await pdfFinding(file.bytes) : undefined;
  if (finding) return finding;
  const verdict = await antivirus(file.bytes);
  return verdict === "clean" ? undefined : verdict;
}

/** The end of the name, and what the browser declares, say the same as the bytes. */
function agrees({ name, declared }: Received, kind: FileKind): boolean {
  const { extensions, declared: known } = fileKinds[kind] as {
    extensions: readonly string[];
    declared: readonly string[];
  };
  // A device that does not know the end of a name declares nothing better than bytes.
  return extensions.includes(extensionOf(name)) && [...known, "application/octet-stream"].includes(declared);
}
