import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import PDFDocument from "pdfkit";
import { pdfFinding } from "./pdf.ts";

type Draw = (document: PDFKit.PDFDocument) => void;

function pdf(draw: Draw = () => {}, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument(options);
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  document.text("Carte nationale d’identité");
  draw(document);
  document.end();
  return new Promise((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
}

/** A PDF whose one object says `inside`, in clear. */
const plain = (inside: string) => Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${inside} >>\nendobj\n%%EOF`, "latin1");

/** A PDF whose objects stand in a packed stream, as today's writers put them. */
const packed = (
  inside: string,
  dictionary = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
  bytes?: Buffer,
) => {
  const data = bytes ?? deflateSync(Buffer.from(`7 0 << ${inside} >>`));
  const start = Buffer.from(
    `%PDF-1.7\n5 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\r\n`,
    "latin1",
  );
  return Buffer.concat([start, data, Buffer.from("\r\nendstream\nendobj\n%%EOF")]);
};

test("SEC-13 a PDF with words, links and a picture is only pages", async () => {
  assert.equal(
    await pdfFinding(await pdf((one) => one.link(10, 10, 50, 50, "https://exemple.fr"))),
    undefined,
  );
  assert.equal(await pdfFinding(packed("/Type /Page")), undefined);
});

test("SEC-13 an encrypted PDF is told apart, whatever its password", async () => {
  for (const pdfVersion of ["1.3", "1.7", "1.7ext3"] as const) {
    const closed = await pdf(() => {}, { pdfVersion, ownerPassword: "proprietaire" });
    assert.equal(await pdfFinding(closed), "encrypted", pdfVersion);
  }
});

test("SEC-13 scripts and attached files written by a real writer are found", async () => {
  assert.equal(await pdfFinding(await pdf((one) => one.addNamedJavaScript("a", "app.alert(1)"))), "active");
  const attached = await pdf((one) => one.file(Buffer.from("MZ"), { name: "facture.exe" }));
  assert.equal(await pdfFinding(attached), "active");
});

const active = [
  "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
  "/AA << /O << /S /Launch /F (cmd.exe) >> >>",
  "/Names << /EmbeddedFiles 4 0 R >>",
  "/Type /EmbeddedFile",
  "/Subtype /RichMedia",
  "/AcroForm << /XFA [ 3 0 R ] >>",
  "/A << /S /SubmitForm /F (http://ailleurs.exemple) >>",
  "/S /ImportData",
  "/S/JavaScript/JS 8 0 R",
  "/S /J#61vaScript",
  "/S /#4a#61#76#61#53#63#72#69#70#74",
  "/S /#4A#61#76#61#53#63#72#69#70#74",
];
for (const inside of active) {
  test(`SEC-13 ${inside.slice(0, 40)} is found, in clear and packed`, async () => {
    assert.equal(await pdfFinding(plain(inside)), "active");
    assert.equal(await pdfFinding(packed(inside)), "active");
    const short = "/Type/ObjStm/N 1/First 4/Filter[/Fl]";
    assert.equal(await pdfFinding(packed(inside, short)), "active");
    assert.equal(await pdfFinding(packed(inside, "/Type /Obj#53tm /Filter /Flate#44ecode")), "active");
  });
}

test("SEC-13 words and names that only look alike are nothing", async () => {
  for (const inside of [
    "(JavaScript)",
    "/JavaScripts",
    "/LaunchPad",
    "/EmbeddedFilesNone",
    "/XFAB",
    "/Encrypted",
  ])
    assert.equal(await pdfFinding(plain(inside)), undefined, inside);
});

test("SEC-13 a packed part that cannot be unpacked, or is hidden, is a finding", async () => {
  const script = deflateSync(Buffer.from("7 0 << /S /JavaScript >>"));
  const unreadable: Record<string, Buffer> = {
    "another packing": packed(
      "",
      "/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]",
      Buffer.from(script.toString("hex")),
    ),
    "a predictor": packed("", "/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>", script),
    "bytes that are not packed": packed("", undefined, Buffer.from("7 0 <<")),
    "a dictionary out of reach": packed(
      "",
      `/Type /ObjStm /Filter /FlateDecode /X (obj${" ".repeat(5000)})`,
      script,
    ),
    "a bomb": packed("", undefined, deflateSync(Buffer.alloc(40 * 1024 * 1024))),
  };
  for (const [kind, bytes] of Object.entries(unreadable))
    assert.equal(await pdfFinding(bytes), "unreadable", kind);
});

test("SEC-13 random bytes of pictures are not taken for scripts, and nothing makes it fail", async () => {
  const picture = Buffer.concat([
    Buffer.from("%PDF-1.4\n1 0 obj\n<< /Filter /DCTDecode >>\nstream\n"),
    randomBytes(5_000_000),
  ]);
  assert.equal(await pdfFinding(picture), undefined);
  const bits = fc.constantFrom("stream\n", "endstream", "/ObjStm", "/FlateDecode", "obj", "<<", "x\x9c", " ");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(bits, fc.string())), async (parts) => {
      await pdfFinding(Buffer.from(parts.join(""), "latin1"));
    }),
    { numRuns: 200 },
  );
});
