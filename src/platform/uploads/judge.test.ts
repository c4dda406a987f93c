import assert from "node:assert/strict";
import { test } from "node:test";
import PDFDocument from "pdfkit";
import type { Verdict } from "./antivirus.ts";
import { judgeUploads } from "./judge.ts";
import type { Received } from "./receive.ts";
import { acceptedTypes, type FileKind, fileKinds, uploadRefusals } from "./rules.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==",
  "base64",
);
const document = new PDFDocument();
const chunks: Buffer[] = [];
document.on("data", (chunk: Buffer) => chunks.push(chunk));
document.end();
await new Promise((resolve) => document.on("end", resolve));
const pdf = Buffer.concat(chunks);

const bytesOf: Record<FileKind, Buffer> = { pdf, jpeg, png };

const file = (name: string, bytes: Buffer, declared: string, more: Partial<Received> = {}): Received => ({
  field: "front",
  name,
  declared,
  bytes,
  tooLarge: false,
  ...more,
});

/** An antivirus that notes what it was shown. */
function antivirus(verdict: Verdict = "clean") {
  const shown: Buffer[] = [];
  return {
    shown,
    ask: async (bytes: Buffer) => {
      shown.push(bytes);
      return verdict;
    },
  };
}

const refusalOf = async (one: Received, verdict?: Verdict) => {
  const judged = await judgeUploads(antivirus(verdict).ask, [one]);
  return "refused" in judged ? judged.refused.front : "taken";
};

test("SEC-13 every kind is taken under each of its names and declared types, and no other", async () => {
  for (const [kind, bytes] of Object.entries(bytesOf) as [FileKind, Buffer][])
    for (const [other, { extensions, declared }] of Object.entries(fileKinds))
      for (const extension of extensions)
        for (const type of [...declared, "application/octet-stream"]) {
          const because = await refusalOf(file(`recto.${extension.toUpperCase()}`, bytes, type));
          assert.equal(because, other === kind ? "taken" : "disagrees", `${kind} as .${extension} ${type}`);
        }
});

test("SEC-13 name, declared type and bytes must all agree", async () => {
  assert.equal(await refusalOf(file("recto.pdf", pdf, "image/jpeg")), "disagrees");
  assert.equal(await refusalOf(file("recto", png, "image/png")), "disagrees");
  assert.equal(await refusalOf(file("recto.png.exe", png, "image/png")), "disagrees");
  assert.equal(await refusalOf(file("recto.pdf", pdf, "")), "disagrees");
});

test("SEC-13 other kinds are refused whatever they are called", async () => {
  const others = {
    program: Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)]),
    page: Buffer.from("<!DOCTYPE html><script>alert(1)</script>"),
    drawing: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    gif: Buffer.from("GIF89a\x01\x00\x01\x00", "latin1"),
    archive: Buffer.from("PK\x03\x04".padEnd(60, "\0"), "latin1"),
    words: Buffer.from("bonjour"),
    "one byte": Buffer.from([0xff]),
  };
  for (const [kind, bytes] of Object.entries(others))
    assert.equal(await refusalOf(file("recto.jpg", bytes, "image/jpeg")), "kind", kind);
});

test("SEC-13 an empty file and one too large are refused without further looks", async () => {
  const scan = antivirus();
  const empty = await judgeUploads(scan.ask, [file("recto.png", Buffer.alloc(0), "image/png")]);
  assert.deepEqual(empty, { refused: { front: "empty" } });
  const large = file("recto.png", Buffer.alloc(0), "image/png", { tooLarge: true });
  assert.deepEqual(await judgeUploads(scan.ask, [large]), { refused: { front: "tooLarge" } });
  assert.equal(scan.shown.length, 0);
});

test("SEC-13 a PDF that is more than pages is refused before the antivirus sees it", async () => {
  const scan = antivirus();
  const script = Buffer.from("%PDF-1.4\n1 0 obj << /S /JavaScript >> endobj");
  const judged = await judgeUploads(scan.ask, [file("recto.pdf", script, "application/pdf")]);
  assert.deepEqual(judged, { refused: { front: "active" } });
  assert.equal(scan.shown.length, 0);
});

test("SEC-13 what the antivirus finds, or does not answer about, is refused with words of its own", async () => {
  assert.equal(await refusalOf(file("recto.png", png, "image/png"), "infected"), "infected");
  assert.equal(await refusalOf(file("recto.png", png, "image/png"), "no answer"), "no answer");
});

test("SEC-13 one file refused refuses the form, each under its field; the sixth is one too many", async () => {
  const good = file("recto.png", png, "image/png");
  const bad = file("verso.png", Buffer.from("bonjour"), "image/png", { field: "back" });
  assert.deepEqual(await judgeUploads(antivirus().ask, [good, bad]), { refused: { back: "kind" } });
  const six = await judgeUploads(antivirus().ask, [
    ...Array.from({ length: 5 }, () => good),
    { ...good, field: "more" },
  ]);
  assert.deepEqual(six, { refused: { more: "tooMany" } });
});

test("SEC-13 what is taken bears a clean name, its true kind and its bytes", async () => {
  const scan = antivirus();
  const judged = await judgeUploads(scan.ask, [
    file("C:\\photos\\recto.PNG", png, "application/octet-stream"),
  ]);
  assert.deepEqual(judged, { safe: [{ field: "front", name: "recto.PNG", kind: "png", bytes: png }] });
  assert.deepEqual(scan.shown, [png]);
});

test("SEC-13 no file at all is for the form to judge", async () => {
  assert.deepEqual(await judgeUploads(antivirus().ask, []), { safe: [] });
});

test("SEC-13 each refusal says in both languages what to do, and the field asks for what is taken", () => {
  for (const [id, says] of Object.entries(uploadRefusals)) {
    for (const words of Object.values(says)) assert.match(words, /[.:].+\.$/, id);
    assert.doesNotMatch(says.fr, /[^\u202f][;:!?»]|'/u, "French typography");
  }
  for (const { mime, extensions } of Object.values(fileKinds))
    for (const one of [mime, ...extensions.map((end) => `.${end}`)])
      assert.ok(acceptedTypes.split(",").includes(one), one);
});
