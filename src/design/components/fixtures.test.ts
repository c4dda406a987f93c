import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { type Html, raw } from "../html.ts";
import { backLink } from "./back-link.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { button } from "./button.ts";
import { characterCount } from "./character-count.ts";
import { checkboxes } from "./checkboxes.ts";
import { dateInput } from "./date-input.ts";
import { details } from "./details.ts";
import { errorMessage } from "./error-message.ts";
import { errorSummary } from "./error-summary.ts";
import { fieldset } from "./fieldset.ts";
import { fileUpload } from "./file-upload.ts";
import { hint } from "./hint.ts";
import { input } from "./input.ts";
import { insetText } from "./inset-text.ts";
import { label } from "./label.ts";
import { notificationBanner } from "./notification-banner.ts";
import { pagination } from "./pagination.ts";
import { panel } from "./panel.ts";
import { passwordInput } from "./password-input.ts";
import { radios } from "./radios.ts";
import { select } from "./select.ts";
import { skipLink } from "./skip-link.ts";
import { summaryList } from "./summary-list.ts";
import { table } from "./table.ts";
import { tag } from "./tag.ts";
import { textarea } from "./textarea.ts";
import { warningText } from "./warning-text.ts";

const components: Readonly<Record<string, (params: never) => Html>> = {
  "back-link": backLink,
  breadcrumbs,
  button,
  "character-count": characterCount,
  checkboxes,
  "date-input": dateInput,
  details,
  "error-message": errorMessage,
  "error-summary": errorSummary,
  fieldset,
  "file-upload": fileUpload,
  hint,
  input,
  "inset-text": insetText,
  label,
  "notification-banner": notificationBanner,
  pagination,
  panel,
  "password-input": passwordInput,
  radios,
  select,
  "skip-link": skipLink,
  "summary-list": summaryList,
  table,
  tag,
  textarea,
  "warning-text": warningText,
};

/** Fixtures we do not meet, by "component: fixture", with the reason. */
const exceptions: Readonly<Record<string, string>> = {};

const shipped = dirname(createRequire(import.meta.url).resolve("govuk-frontend/package.json"));
type Fixture = { name: string; options: unknown; html: string };

for (const [component, draw] of Object.entries(components)) {
  const file = join(shipped, `dist/govuk/components/${component}/fixtures.json`);
  const { fixtures } = JSON.parse(readFileSync(file, "utf8")) as { fixtures: Fixture[] };
  test(`${component} gives the markup of every shipped fixture`, async (group) => {
    assert.ok(fixtures.length > 0);
    for (const fixture of fixtures) {
      const skip = exceptions[`${component}: ${fixture.name}`];
      await group.test(fixture.name, { ...(skip && { skip }) }, () => {
        const drawn = draw(withMarkup(fixture.options) as never).toString();
        assert.deepEqual(outline(parseFragment(drawn)), outline(parseFragment(fixture.html)));
      });
    }
  });
}

test("every exception names a fixture that exists", () => {
  const known = Object.keys(components).flatMap((component) => {
    const file = join(shipped, `dist/govuk/components/${component}/fixtures.json`);
    const { fixtures } = JSON.parse(readFileSync(file, "utf8")) as { fixtures: Fixture[] };
    return fixtures.map((fixture) => `${component}: ${fixture.name}`);
  });
  assert.deepEqual(
    Object.keys(exceptions).filter((name) => !known.includes(name)),
    [],
  );
});

/** The fixtures give markup as plain text in options called `html`, `titleHtml`…; ours must be `Html`. */
const withMarkup = (options: unknown, name = ""): unknown => {
  if (typeof options === "string") return /html$/i.test(name) ? raw(options) : options;
  if (Array.isArray(options)) return options.map((item) => withMarkup(item));
  if (typeof options !== "object" || options === null) return options;
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, withMarkup(value, key)]));
};

type Outline = string | { tag: string; attributes: Record<string, string>; children: Outline[] };

/** The tree without what does not show: order of attributes and classes, white space at the edges of elements. */
const outline = (node: Tree.ParentNode): Outline[] => {
  const keepsSpace = "tagName" in node && ["textarea", "pre"].includes(node.tagName);
  const children: Outline[] = [];
  for (const child of node.childNodes) {
    if (child.nodeName === "#text") children.push((child as Tree.TextNode).value);
    else if ("tagName" in child)
      children.push({
        tag: child.tagName,
        attributes: Object.fromEntries(
          child.attrs
            .map(({ name, value }): [string, string] => [name, name === "class" ? sorted(value) : value])
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
        children: outline(child),
      });
  }
  return keepsSpace ? children : tidied(children);
};

const sorted = (classes: string) => classes.trim().split(/\s+/).sort().join(" ");

const tidied = (children: Outline[]) =>
  children
    .map((child, index) => {
      if (typeof child !== "string") return child;
      const collapsed = child.replace(/\s+/g, " ");
      const left = index === 0 || isBlock(children[index - 1]) ? collapsed.trimStart() : collapsed;
      return index === children.length - 1 || isBlock(children[index + 1]) ? left.trimEnd() : left;
    })
    .filter((child) => child !== "");

/** White space beside these never shows. */
const isBlock = (child: Outline | undefined) =>
  typeof child === "object" && !["a", "span", "strong", "b", "em", "code"].includes(child.tag);
