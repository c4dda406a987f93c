import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { caf } from "../../institutions/caf/index.ts";
import { buildAssets } from "./build.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "foyer-assets-"));
});
after(() => rm(folder, { recursive: true }));

const fileOf = (address: string) => join(folder, address.replace("/assets/", ""));

test("the assets carry a hash, stay small, and are built again only when something changed", async () => {
  const built = (await buildAssets([caf], folder)).caf;
  assert.ok(built);
  for (const address of Object.values(built))
    assert.match(address, /^\/assets\/(caf|foyer|foyer-passkeys)\.[0-9a-f]{12}\.(css|js|svg)$/);
  const css = await readFile(fileOf(built.css));
  const script = await readFile(fileOf(built.script));
  assert.ok(css.includes(caf.colours.brand), "the colours of the institution are in its style sheet");
  assert.ok(!/GDS Transport|url\(/.test(css.toString()), "no font, no picture to load");
  assert.ok(gzipSync(css).length < 14_000, `style sheet: ${gzipSync(css).length} bytes`);
  assert.ok(gzipSync(script).length < 9_000, `script: ${gzipSync(script).length} bytes`);
  const passkeys = await readFile(fileOf(built.passkeys));
  assert.ok(gzipSync(passkeys).length < 4_000, `script of passkeys: ${gzipSync(passkeys).length} bytes`);

  await writeFile(join(folder, "not-ours.txt"), "kept");
  await writeFile(fileOf(built.css), "as it was left");
  assert.deepEqual((await buildAssets([caf], folder)).caf, built);
  assert.equal(
    await readFile(fileOf(built.css), "utf8"),
    "as it was left",
    "nothing changed: nothing written",
  );

  const repainted = { id: "caf", colours: { ...caf.colours, brand: "#401020" } };
  const second = (await buildAssets([repainted], folder)).caf;
  assert.ok(second);
  assert.notEqual(second.css, built.css);
  assert.equal(second.script, built.script);
  const standing = await readdir(folder);
  assert.ok(standing.includes("not-ours.txt"));
  assert.ok(!standing.includes(built.css.slice("/assets/".length)), "the sheet of before is gone");
});

test("a lost file or a broken manifest is built again", async () => {
  const built = (await buildAssets([caf], folder)).caf;
  assert.ok(built);
  await rm(fileOf(built.css));
  await buildAssets([caf], folder);
  assert.ok((await readFile(fileOf(built.css), "utf8")).length > 10_000);
  await writeFile(join(folder, "manifest.json"), "{");
  assert.deepEqual((await buildAssets([caf], folder)).caf, built);
});
