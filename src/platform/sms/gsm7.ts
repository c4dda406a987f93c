/** The 128 characters of GSM 03.38, at the place of their code; 0x1B announces one of the extension. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/** Characters of the extension table: each takes two places. */
const extension: Readonly<Record<string, number>> = {
  "\f": 0x0a,
  "^": 0x14,
  "{": 0x28,
  "}": 0x29,
  "\\": 0x2f,
  "[": 0x3c,
  "~": 0x3d,
  "]": 0x3e,
  "|": 0x40,
  "€": 0x65,
};

const toExtension = 0x1b;

/** Bytes on the wire for each character, one byte a septet, as SMPP wants them. */
const codes = new Map<string, readonly number[]>([...basic].map((character, code) => [character, [code]]));
for (const [character, code] of Object.entries(extension)) codes.set(character, [toExtension, code]);
// Alone it would swallow the character after it.
codes.delete("\u001b");

/** Printers' signs with a plain twin that says the same: fine French typography must not double the price. */
const plainTwins: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u2009": " ",
  "\u202f": " ",
  "\u2011": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "«": '"',
  "»": '"',
  "…": "...",
};

type Alphabet = { name: "gsm7" | "ucs2"; dataCoding: 0 | 8; whole: number; part: number };

/** Bytes that fit a message alone, and a part of a longer one beside its 6-byte header (3GPP TS 23.040). */
const alphabets = {
  gsm7: { name: "gsm7", dataCoding: 0, whole: 160, part: 153 },
  ucs2: { name: "ucs2", dataCoding: 8, whole: 140, part: 134 },
} as const satisfies Record<string, Alphabet>;

/** True when every character exists in GSM 03.38: 160 characters a message then, 70 otherwise. */
export function fitsGsm7(text: string): boolean {
  return [...text].every((character) => codes.has(character));
}

/** One byte a septet; throws on a text that does not fit. */
export function encodeGsm7(text: string): Buffer {
  return Buffer.from([...text].flatMap(gsm7Code));
}

/**
 * The text with plain quotes, apostrophes, dashes and spaces where that alone makes it fit GSM 03.38: one printer's
 * apostrophe would halve what a message holds. Letters never lose their accent. So whoever writes a message writes as
 * French is printed, for mails and SMS alike (test/messages.test.ts).
 */
export function plainWhereCheaper(text: string): string {
  const plain = [...text].map((character) => plainTwins[character] ?? character).join("");
  return fitsGsm7(plain) ? plain : text;
}

/**
 * The text as the network carries it: the cheaper alphabet that says it, cut into as many parts as needed,
 * never through a character.
 */
export function smsParts(text: string): { alphabet: "gsm7" | "ucs2"; dataCoding: 0 | 8; parts: Buffer[] } {
  const said = plainWhereCheaper(text);
  const fits = fitsGsm7(said);
  const { name, dataCoding, whole, part } = fits ? alphabets.gsm7 : alphabets.ucs2;
  const characters = [...said].map((c) => Buffer.from(fits ? gsm7Code(c) : ucs2Code(c)));
  const length = characters.reduce((sum, bytes) => sum + bytes.length, 0);
  return { alphabet: name, dataCoding, parts: cut(characters, length <= whole ? whole : part) };
}

function gsm7Code(character: string): readonly number[] {
  const code = codes.get(character);
  if (!code) throw new RangeError("The text holds a character that GSM 03.38 does not have.");
  return code;
}

function ucs2Code(character: string): Buffer {
  return Buffer.from(character, "utf16le").swap16();
}

/** Fills parts of at most `size` bytes with whole characters. */
function cut(characters: readonly Buffer[], size: number): Buffer[] {
  const parts: Buffer[][] = [[]];
  let room = size;
  for (const character of characters) {
    if (character.length > room) {
      parts.push([]);
      room = size;
    }
    parts.at(-1)?.push(character);
    room -= character.length;
  }
  return parts.map((part) => Buffer.concat(part));
}
