import assert from "node:assert/strict";
import { test } from "node:test";
import { drawPdf, type Paper } from "./pdf.ts";

const paper: Paper = {
  language: "fr",
  title: "Reçu d’acceptation",
  author: "Allocations familiales",
  at: new Date("2026-03-10T09:00:00Z"),
  parts: [
    { kind: "text", text: "« L’œuvre\u202f», c’est dit\u202f: 12 € – fin…" },
    { kind: "heading", text: "Ce qui a été accepté" },
    {
      kind: "facts",
      facts: [
        ["Nom", "Łukasz Nguyễn"],
        ["Signes", "ﻋﺮ\u0007"],
      ],
    },
  ],
  foot: "La version en ligne prévaut",
};

/** What is drawn on the pages, in the order of the file: hexadecimal runs of Windows-1252. */
const drawn = (pdf: Buffer) =>
  [...pdf.toString("latin1").matchAll(/\[((?:<[0-9a-f]*> ?-?[\d.]* ?)+)\] TJ/g)].map(([, runs = ""]) =>
    new TextDecoder("windows-1252").decode(
      Buffer.from([...runs.matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex).join(""), "hex"),
    ),
  );

/** How many texts stand in no mark: readers would not know what they are. */
function unmarked(text: string): number {
  let open = 0;
  let bare = 0;
  for (const [sign] of text.matchAll(/\bBDC\b|\bBMC\b|\bEMC\b|\bTJ\b/g)) {
    if (sign === "TJ") bare += open === 0 ? 1 : 0;
    else open += sign === "EMC" ? -1 : 1;
  }
  return bare;
}

test("A11Y-01 a paper is a tagged PDF with its title, its language, its headings and its lists", async () => {
  const text = (await drawPdf(paper, false)).toString("latin1");
  assert.match(text, /^%PDF-1\.7/);
  for (const part of [/\/Lang \(fr\)/, /\/Marked true/, /\/StructTreeRoot/, /\/DisplayDocTitle true/])
    assert.match(text, part);
  const tags = [...text.matchAll(/\/S \/(\w+)/g)].map(([, tag]) => tag);
  assert.deepEqual(tags.toSorted(), [
    "Document",
    "H1",
    "H2",
    "L",
    "LBody",
    "LBody",
    "LI",
    "LI",
    "Lbl",
    "Lbl",
    "P",
  ]);
  // What is drawn belongs either to the structure or to the page.
  const marks = [...text.matchAll(/\/(\w+) <<[^>]*>> BDC/g)].map(([, mark]) => mark);
  assert.deepEqual(marks, ["H1", "P", "H2", "Lbl", "LBody", "Lbl", "LBody", "Artifact"]);
  assert.equal(unmarked(text), 0);
});

test("SP-07 French is drawn with its own signs, other letters without their accents, nothing else slips in", async () => {
  assert.deepEqual(drawn(await drawPdf(paper, false)), [
    "Reçu d’acceptation",
    "« L’œuvre\u00a0», c’est dit\u00a0: 12 € – fin…",
    "Ce qui a été accepté",
    "Nom",
    "Lukasz Nguyen",
    "Signes",
    "???",
    "La version en ligne prévaut",
  ]);
});

test("SP-07 every page has its foot, however many there are", async () => {
  const long = {
    ...paper,
    parts: Array.from({ length: 150 }, (_, n) => ({ kind: "text" as const, text: `${n}` })),
  };
  const pdf = await drawPdf(long, false);
  const said = drawn(pdf);
  assert.equal(unmarked(pdf.toString("latin1")), 0);
  const feet = said.filter((line) => line === paper.foot);
  assert.ok(feet.length > 3, String(feet.length));
  assert.equal(said.filter((line) => /^\d+$/.test(line)).length, 150);
});

test("the same paper drawn twice is the same but for its file number", async () => {
  const [one, other] = await Promise.all([drawPdf(paper), drawPdf(paper)]);
  const bare = (pdf: Buffer) => pdf.toString("latin1").replace(/\/ID \[.*?\]/s, "");
  assert.equal(bare(one as Buffer), bare(other as Buffer));
});
