import { promisify } from "node:util";
import { constants, inflate } from "node:zlib";

/** What makes a PDF more than pages to look at. */
export type PdfFinding = "encrypted" | "active" | "unreadable";

const inflated = promisify(inflate);

/** Names that only stand in a PDF which runs, opens, sends or carries something. */
const activeNames = [
  "JavaScript",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "RichMedia",
  "XFA",
  "SubmitForm",
  "ImportData",
];

/** Bytes that the packed parts of one PDF may unpack to: beyond, they are not looked at, and the PDF is not taken. */
const mostUnpacked = 32 * 1024 * 1024;

/** Packed parts looked at in one PDF. */
const mostParts = 2000;

/**
 * Looks for what an agent's computer should not open: encryption, scripts, programs to launch, attached files, forms
 * that send themselves. It reads names as text, also spelt with `#` codes, in the whole file and inside packed object
 * streams, where today's writers put them. It does not see what hides behind a broken structure that only some readers
 * mend, nor flaws of fonts and pictures: those are for the antivirus. A packed part it cannot unpack is a finding.
 */
export async function pdfFinding(bytes: Buffer): Promise<PdfFinding | undefined> {
  const text = bytes.toString("latin1");
  if (encryption.test(text)) return "encrypted";
  if (active.test(text)) return "active";
  const parts = packedParts(text);
  // One that is not where a writer puts it may be hidden on purpose.
  const announced = text.match(new RegExp(objectStream, "g"))?.length ?? 0;
  if (parts.length < announced || parts.length > mostParts) return "unreadable";
  let left = mostUnpacked;
  for (const { dictionary, start, end } of parts) {
    const unpacked = await unpack(dictionary, bytes.subarray(start, end), left);
    if (unpacked === undefined) return "unreadable";
    left -= unpacked.length;
    if (active.test(unpacked.toString("latin1"))) return "active";
  }
  return undefined;
}

/** A name as it may be spelt in a PDF: each character as itself or as `#` and its code; then an end of name. */
function named(...names: readonly string[]): RegExp {
  const spelt = names.map((name) => [...name].map(orItsCode).join(""));
  return new RegExp(`/(?:${spelt.join("|")})(?![^\\0\\s()<>[\\]{}/%])`);
}

const orItsCode = (character: string) =>
  `(?:${character}|#${[...character.charCodeAt(0).toString(16)].map((digit) => (/\d/.test(digit) ? digit : `[${digit}${digit.toUpperCase()}]`)).join("")})`;

const encryption = named("Encrypt");
const active = named(...activeNames);
const objectStream = named("ObjStm");
const deflated = named("FlateDecode", "Fl");
const otherPacking =
  /\/(?:Predictor|LZWDecode|RunLengthDecode|ASCII85Decode|ASCIIHexDecode|Crypt|A85|AHx|LZW|RL)/;

type Part = { dictionary: string; start: number; end: number };

/** The object streams: the dictionary before the word `stream`, and where their bytes start and end. */
function packedParts(text: string): Part[] {
  const parts: Part[] = [];
  const word = /(?<!end)stream(?:\r\n|\n|\r)/g;
  for (let found = word.exec(text); found; found = word.exec(text)) {
    const dictionary = text.slice(Math.max(0, text.lastIndexOf("obj", found.index)), found.index);
    if (!objectStream.test(dictionary)) continue;
    const start = found.index + found[0].length;
    const stop = text.indexOf("endstream", start);
    const end = stop < 0 ? text.length : stop;
    parts.push({ dictionary, start, end });
    word.lastIndex = end;
  }
  return parts;
}

async function unpack(dictionary: string, packed: Buffer, most: number): Promise<Buffer | undefined> {
  if (otherPacking.test(dictionary)) return undefined;
  if (!deflated.test(dictionary)) return packed;
  // The end of the data may be cut or followed by an end of line: what can be read is read.
  const options = { maxOutputLength: Math.max(most, 1), finishFlush: constants.Z_SYNC_FLUSH };
  return inflated(packed, options).catch(() => undefined);
}
