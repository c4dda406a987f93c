import PDFDocument from "pdfkit";

/** A paper to keep: what it says, in order, and who says it. */
export type Paper = {
  language: "fr" | "en";
  title: string;
  author: string;
  /** The moment it tells of: the paper is the same whenever it is drawn. */
  at: Date;
  parts: readonly PaperPart[];
  /** At the foot of every page. */
  foot: string;
};

export type PaperPart =
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  /** Facts by name and value. */
  | { kind: "facts"; facts: readonly (readonly [name: string, value: string])[] };

/** In points. Below `footTop` stands only the foot. */
const page = { size: "A4", margins: { top: 56, right: 56, bottom: 96, left: 56 } };
const footTop = 770;

/**
 * Draws a paper as a tagged PDF: those who hear it read its title, headings, facts and language as others see them. Its
 * letters are those of Helvetica that every reader has, in the Windows-1252 set: all of French, ’ and œ included.
 */
export async function drawPdf(paper: Paper, compress = true): Promise<Buffer> {
  const { language, title, author, at } = paper;
  const pdf = new PDFDocument({
    ...page,
    compress,
    pdfVersion: "1.7",
    lang: language,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: author, CreationDate: at, ModDate: at },
  });
  const pieces: Buffer[] = [];
  pdf.on("data", (piece: Buffer) => pieces.push(piece));
  const drawn = new Promise<void>((resolve, reject) => pdf.on("end", resolve).on("error", reject));
  drawParts(pdf, paper);
  drawFeet(pdf, paper.foot);
  pdf.end();
  await drawn;
  return Buffer.concat(pieces);
}

type Pdf = InstanceType<typeof PDFDocument>;

function drawParts(pdf: Pdf, { title, parts }: Paper) {
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  root.add(piece(pdf, "H1", () => write(pdf, title, "Helvetica-Bold", 20).moveDown(0.8)));
  for (const part of parts) {
    if (part.kind === "facts") root.add(factsOf(pdf, part.facts));
    else if (part.kind === "text")
      root.add(piece(pdf, "P", () => write(pdf, part.text, "Helvetica", 11).moveDown(0.5)));
    else
      root.add(
        piece(pdf, "H2", () => write(pdf.moveDown(0.6), part.text, "Helvetica-Bold", 13).moveDown(0.3)),
      );
  }
  root.end();
}

/** Each fact is an item of a list: its name is the label, its value the body. */
function factsOf(pdf: Pdf, facts: readonly (readonly [string, string])[]) {
  const list = pdf.struct("L");
  for (const [name, value] of facts) {
    const item = pdf.struct("LI");
    item.add(piece(pdf, "Lbl", () => write(pdf, name, "Helvetica-Bold", 11)));
    item.add(piece(pdf, "LBody", () => write(pdf, value, "Helvetica", 11).moveDown(0.5)));
    item.end();
    list.add(item);
  }
  list.end();
  return list;
}

/** An element of the structure and what is drawn for it, once it has its place. */
const piece = (pdf: Pdf, tag: string, draw: () => unknown) => pdf.struct(tag, {}, () => void draw());

const write = (pdf: Pdf, text: string, font: string, size: number): Pdf =>
  pdf.font(font).fontSize(size).text(inWindows1252(text), { lineGap: 2 });

/** A foot belongs to its page, not to what the paper says: readers pass over it. Drawn last, so that it parts no text in two. */
function drawFeet(pdf: Pdf, foot: string) {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    const { margins } = pdf.page;
    // Text below the margin would start another page.
    margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.font("Helvetica").fontSize(9).text(inWindows1252(foot), margins.left, footTop);
    pdf.endMarkedContent();
  }
}

const special = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/** A letter that these fonts have not loses its accent, or else becomes a question mark; narrow spaces become plain ones that do not break. */
function inWindows1252(text: string): string {
  return [...text.normalize("NFC").replace(/[\u2009\u202f]/g, "\u00a0")].map(drawable).join("");
}

/** Letters whose stroke is no accent to Unicode. */
const plainer: Readonly<Record<string, string>> = { Ł: "L", ł: "l", Đ: "D", đ: "d", ı: "i", Ħ: "H", ħ: "h" };

function drawable(sign: string): string {
  if (/^[\n\x20-\x7e\u00a0-\u00ff]$/.test(sign) || special.includes(sign)) return sign;
  if (plainer[sign]) return plainer[sign];
  const bare = sign.normalize("NFD").replace(/\p{M}/gu, "");
  return /^[\x20-\x7e]+$/.test(bare) ? bare : "?";
}
