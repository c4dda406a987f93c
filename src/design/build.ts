import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Institution } from "../../institutions/institution.ts";
import { hearthIcon } from "./drawings.ts";
import type { Assets } from "./page.ts";
import { palette } from "./palette.ts";

/** What the build needs of an institution. */
export type Branded = Pick<Institution, "id" | "colours">;

/** The assets of every institution by its id. */
export type AssetsMap = Readonly<Record<string, Assets>>;

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/**
 * Writes the style sheets (one for each institution), the icon and the scripts into `folder`, under names that carry a hash
 * of their content, and answers their addresses under `/assets/`. Does nothing when no input changed since the last time.
 * Throws when the sources do not compile.
 */
export const buildAssets = async (institutions: readonly Branded[], folder: string): Promise<AssetsMap> => {
  const inputs = await hashOfInputs(institutions);
  const before = await readManifest(folder);
  if (before?.inputs === inputs && (await allStand(before.assets, folder))) return before.assets;

  const files = await compile(institutions);
  await mkdir(folder, { recursive: true });
  for (const { name, content } of files.written) await writeFile(join(folder, name), content);
  await writeFile(join(folder, "manifest.json"), JSON.stringify({ inputs, assets: files.assets }, null, 2));
  await removeOthers(
    folder,
    files.written.map(({ name }) => name),
    before,
  );
  return files.assets;
};

/** Same sources, same packages, same colours: same hash. */
const hashOfInputs = async (institutions: readonly Branded[]) => {
  const hash = createHash("sha256");
  const sources = [
    ...(await filesOf(join(here, "client"))),
    ...(await filesOf(join(here, "styles"))),
    join(here, "build.ts"),
    join(here, "drawings.ts"),
    join(here, "palette.ts"),
    join(here, "../../law/credentials/password.ts"),
    join(here, "../../package.json"),
  ];
  for (const source of sources) hash.update(await readFile(source));
  hash.update(JSON.stringify(institutions.map(({ id, colours }) => [id, colours])));
  return hash.digest("hex");
};

const filesOf = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

type Manifest = { inputs: string; assets: AssetsMap };

const readManifest = async (folder: string): Promise<Manifest | undefined> => {
  try {
    return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as Manifest;
  } catch {
    return undefined; // Never built, or half written: build again.
  }
};

const namesIn = (assets: AssetsMap) =>
  Object.values(assets).flatMap((each) => Object.values(each).map((address) => address.slice(prefix.length)));

const allStand = async (assets: AssetsMap, folder: string) => {
  const standing = new Set(await readdir(folder));
  return namesIn(assets).every((name) => standing.has(name));
};

const prefix = "/assets/";
type Written = { name: string; content: string };

const compile = async (institutions: readonly Branded[]) => {
  const [script, passkeys, sheets] = await Promise.all([
    compileScript("foyer", "main.ts"),
    compileScript("foyer-passkeys", "passkeys.ts"),
    compileSheets(institutions),
  ]);
  const written: Written[] = [script, passkeys, ...sheets.flatMap(({ css, icon }) => [css, icon])];
  const assets: AssetsMap = Object.fromEntries(
    sheets.map(({ id, css, icon }) => [
      id,
      {
        css: prefix + css.name,
        script: prefix + script.name,
        passkeys: prefix + passkeys.name,
        icon: prefix + icon.name,
      },
    ]),
  );
  return { written, assets };
};

/** Loaded only when something has to be compiled: the compilers take longer to load than the check to run. */
const compileSheets = async (institutions: readonly Branded[]) => {
  const sass = await import("sass");
  return institutions.map(({ id, colours }) => {
    const entry = `@use "theme" with (${sassVariables({ ...colours, ...palette })});\n@use "foyer";`;
    const { css } = sass.compileString(entry, {
      style: "compressed",
      loadPaths: [join(here, "styles"), dirname(dirname(require.resolve("govuk-frontend/package.json")))],
      quietDeps: true,
    });
    return { id, css: hashed(id, "css", css), icon: hashed(id, "svg", hearthIcon(colours)) };
  });
};

const sassVariables = (colours: Readonly<Record<string, string>>) =>
  Object.entries(colours)
    .map(([name, colour]) => `$${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${colour}`)
    .join(", ");

const compileScript = async (name: string, entry: string) => {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(here, "client", entry)],
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2022"],
    legalComments: "none",
    treeShaking: true,
    write: false,
  });
  return hashed(name, "js", outputFiles[0]?.text ?? "");
};

const hashed = (name: string, extension: string, content: string): Written => ({
  name: `${name}.${createHash("sha256").update(content).digest("hex").slice(0, 12)}.${extension}`,
  content,
});

/** Only files that an earlier build wrote: whatever else stands in the folder is not ours. */
const removeOthers = async (folder: string, kept: readonly string[], before: Manifest | undefined) => {
  for (const name of before ? namesIn(before.assets) : [])
    if (!kept.includes(name)) await rm(join(folder, name), { force: true });
};
