import { checkerVariable } from "../../test/html-checker.ts";

const checker = process.env[checkerVariable];

/** Why the Nu HTML checker cannot be asked on this machine; undefined where it can. */
export const noVnu = checker ? undefined : "no java on this machine, which the Nu HTML checker needs";

const kept: string[] = [];
export const keepForVnu = (page: string) => void kept.push(page);

/** What the Nu HTML checker (vnu) finds wrong with the pages kept since last time. */
export async function faultsByVnu(): Promise<string[]> {
  const found: string[] = [];
  for (const page of kept.splice(0)) {
    for (const { message, extract } of await check(page))
      if (!redundant.test(message)) found.push(`${titleOf(page)}: ${message} ${extract ?? ""}`);
  }
  return found;
}

type Found = { message: string; extract?: string };

async function check(page: string): Promise<Found[]> {
  const response = await asked(page);
  const { messages } = (await response.json()) as { messages: Found[] };
  return messages;
}

/** The first to ask waits until it is ready. */
async function asked(page: string, tries = 300): Promise<Response> {
  try {
    const headers = { "content-type": "text/html; charset=utf-8" };
    return await fetch(checker as string, { method: "POST", headers, body: page });
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return asked(page, tries - 1);
  }
}

/** Advice, not errors: markup of GOV.UK Frontend that some screen readers need (see src/design/html-rules.ts). */
const redundant =
  /^(The “group” role is unnecessary for element “fieldset”|Attribute “aria-disabled” is unnecessary)/;

const titleOf = (page: string) => /<title>(.*?)<\/title>/.exec(page)?.[1] ?? "a page";
