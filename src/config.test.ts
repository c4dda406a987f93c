import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { institutions } from "../institutions/index.ts";
import { readConfig } from "./config.ts";
import { deriveKey, seal, unseal } from "./platform/crypto.ts";

const draw = () => randomBytes(32).toString("base64");
const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

let folder = "";
let production: Record<string, string> = {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foyer-config-"));
  made.push(folder);
  production = {
    NODE_ENV: "production",
    FOYER_DATA: folder,
    INSTITUTIONS: "caf,cnss",
    HOSTS: "caf=compte.caf.example, cnss=compte.cnss.example",
    DATABASE_URL: "postgres://foyer@db.example/foyer_{institution}",
    SMTP_URL: "smtps://relay.example:465",
    MAIL_FROM: "ne-pas-repondre@caf.example",
    SMS_URL: "https://sms.example/send",
    SMS_SENDER: "Caf",
    NIR_KEYS: `1:${draw()},2:${draw()}`,
    INDEX_KEY: draw(),
    PASSWORD_PEPPER: draw(),
    APP_SECRET: draw(),
  };
});

const without = (name: string) => ({ ...production, [name]: undefined });
const refusal = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env);
  } catch (error) {
    assert.equal((error as Error).name, "ConfigRefused");
    return (error as Error).message;
  }
  assert.fail("it was expected to be refused");
};

describe("in production", () => {
  test("everything given is read", () => {
    const config = readConfig(production);
    assert.equal(config.production, true);
    assert.deepEqual(config.institutions, ["caf", "cnss"]);
    assert.deepEqual(
      config.hosts,
      new Map([
        ["compte.caf.example", "caf"],
        ["compte.cnss.example", "cnss"],
      ]),
    );
    assert.equal(config.databaseUrl?.("cnss"), "postgres://foyer@db.example/foyer_cnss");
    assert.deepEqual(config.mail, { url: "smtps://relay.example:465", from: "ne-pas-repondre@caf.example" });
    assert.deepEqual(config.sms, { url: "https://sms.example/send", sender: "Caf" });
    assert.equal(config.trustProxy, false);
    assert.deepEqual([...config.keys.nir.keys()], [1, 2]);
    assert.deepEqual(config.keys.index, Buffer.from(production.INDEX_KEY ?? "", "base64"));
    assert.deepEqual(config.keys.pepper, Buffer.from(production.PASSWORD_PEPPER ?? "", "base64"));
  });

  const needed = ["DATABASE_URL", "HOSTS", "SMTP_URL", "MAIL_FROM", "SMS_URL", "SMS_SENDER"];
  const secrets = ["NIR_KEYS", "INDEX_KEY", "PASSWORD_PEPPER", "APP_SECRET"];
  for (const name of [...needed, ...secrets]) {
    test(`${name} has no default: absent or blank, it is refused by name`, () => {
      assert.match(refusal(without(name)), new RegExp(name));
      assert.match(refusal({ ...production, [name]: "  " }), new RegExp(name));
    });
  }

  test("all that is missing outward is named at once, and so are all secrets", () => {
    const message = refusal({ NODE_ENV: "production", FOYER_DATA: folder });
    for (const name of needed) assert.ok(message.includes(name), name);
    const env = { ...production, NIR_KEYS: "", INDEX_KEY: "", PASSWORD_PEPPER: "", APP_SECRET: "" };
    for (const name of secrets) assert.ok(refusal(env).includes(name), name);
  });

  test("secrets drawn in development are never taken", () => {
    readConfig({ FOYER_DATA: folder });
    for (const name of secrets) assert.match(refusal(without(name)), new RegExp(name));
  });

  test("a misspelt NODE_ENV is refused: it must not open the comforts of development", () => {
    assert.match(refusal({ ...production, NODE_ENV: "prod" }), /NODE_ENV/);
    assert.match(refusal({ ...production, NODE_ENV: "Production" }), /NODE_ENV/);
  });

  test("addresses that lead nowhere are refused by name", () => {
    assert.match(refusal({ ...production, SMTP_URL: "relay.example" }), /SMTP_URL/);
    assert.match(refusal({ ...production, SMTP_URL: "http://relay.example" }), /SMTP_URL/);
    assert.match(refusal({ ...production, SMS_URL: "ftp://sms.example" }), /SMS_URL/);
    assert.match(refusal({ ...production, MAIL_FROM: "caf" }), /MAIL_FROM/);
    assert.match(refusal({ ...production, PORT: "http" }), /PORT/);
    assert.match(refusal({ ...production, PORT: "70000" }), /PORT/);
  });
});

describe("SEC-10 secrets", () => {
  const bad = {
    short: randomBytes(16).toString("base64"),
    long: randomBytes(33).toString("base64"),
    "in clear": "correct horse battery staple",
    "of zeros": Buffer.alloc(32).toString("base64"),
    repeated: Buffer.from("password".repeat(4)).toString("base64"),
  };
  for (const [kind, value] of Object.entries(bad)) {
    test(`${kind} are refused by name, and not repeated`, () => {
      for (const name of ["INDEX_KEY", "PASSWORD_PEPPER", "APP_SECRET"]) {
        const message = refusal({ ...production, [name]: value });
        assert.match(message, new RegExp(name));
        assert.equal(message.includes(value), false);
      }
      assert.match(refusal({ ...production, NIR_KEYS: `1:${value}` }), /NIR_KEYS/);
      assert.match(refusal({ ...production, NIR_KEYS: `1:${draw()},2:${value}` }), /NIR_KEYS/);
    });
  }

  test("that are the same twice are refused", () => {
    const same = production.INDEX_KEY as string;
    for (const name of ["PASSWORD_PEPPER", "APP_SECRET"]) {
      assert.match(refusal({ ...production, [name]: same }), /Two secrets are the same/);
    }
    assert.match(refusal({ ...production, NIR_KEYS: `1:${same}` }), /Two secrets are the same/);
    const twice = draw();
    assert.match(refusal({ ...production, NIR_KEYS: `1:${twice},2:${twice}` }), /Two secrets are the same/);
  });

  test("of NIRs have versions from 1 to 255, each once", () => {
    for (const versions of [["0"], ["256"], ["300"], ["01"], ["-1"], ["a"], [""], ["1", "1"]]) {
      const keys = versions.map((version) => `${version}:${draw()}`).join(",");
      assert.match(refusal({ ...production, NIR_KEYS: keys }), /NIR_KEYS/, keys);
    }
    assert.match(refusal({ ...production, NIR_KEYS: draw() }), /NIR_KEYS/);
    const { keys } = readConfig({ ...production, NIR_KEYS: `7:${draw()},255:${draw()}` });
    const sealed = seal(keys.nir, "184127645108946", "row");
    assert.equal(sealed[0], 255, "the last one seals");
    assert.equal(unseal(keys.nir, sealed, "row"), "184127645108946");
  });

  test("of each purpose differ, and stay the same from one start to the next", () => {
    const { keys } = readConfig(production);
    const single = [
      keys.index,
      keys.pepper,
      keys.code,
      keys.queue,
      keys.journal,
      keys.input,
      ...keys.nir.values(),
    ];
    assert.equal(new Set(single.map((key) => key.toString("hex"))).size, 8);
    assert.deepEqual(readConfig(production).keys, keys);
    assert.deepEqual(keys.code, deriveKey(Buffer.from(production.APP_SECRET ?? "", "base64"), "codes"));
  });
});

describe("in development", () => {
  test("nothing needs to be said: every institution on its own localhost name, mail and SMS in the mailbox", () => {
    const config = readConfig({ FOYER_DATA: folder });
    assert.equal(config.production, false);
    assert.deepEqual(
      config.institutions,
      institutions.map(({ id }) => id),
    );
    assert.equal(config.hosts.get("caf.localhost"), "caf");
    assert.equal(config.databaseUrl, undefined);
    assert.equal(config.mail, undefined);
    assert.equal(config.sms, undefined);
    assert.equal(config.address, "127.0.0.1");
    assert.equal(config.port, 3000);
  });

  test("secrets are drawn once and kept, for their owner's eyes only", () => {
    const { keys } = readConfig({ FOYER_DATA: folder });
    const file = join(folder, "secrets.json");
    if (process.platform !== "win32") assert.equal(statSync(file).mode & 0o777, 0o600);
    const text = readFileSync(file, "utf8");
    assert.deepEqual(readConfig({ FOYER_DATA: folder }).keys, keys);
    assert.equal(readFileSync(file, "utf8"), text);
    const elsewhere = mkdtempSync(join(tmpdir(), "foyer-config-"));
    made.push(elsewhere);
    assert.notDeepEqual(readConfig({ FOYER_DATA: elsewhere }).keys, keys);
  });

  test("a secret that is given stands before the drawn one", () => {
    const given = draw();
    const { keys } = readConfig({ FOYER_DATA: folder, INDEX_KEY: given, APP_SECRET: " " });
    assert.deepEqual(keys.index, Buffer.from(given, "base64"));
    assert.deepEqual(keys.code, readConfig({ FOYER_DATA: folder }).keys.code);
  });
});

describe("INSTITUTIONS", () => {
  test("names those that ship, each once", () => {
    assert.deepEqual(readConfig({ FOYER_DATA: folder, INSTITUTIONS: "cnss, caf,cnss" }).institutions, [
      "cnss",
      "caf",
    ]);
    assert.match(
      refusal({ FOYER_DATA: folder, INSTITUTIONS: "caf,urssaf,msa" }),
      /INSTITUTIONS.*urssaf, msa/,
    );
  });
});

describe("HOSTS", () => {
  const hosts = (text: string) => ({ ...production, HOSTS: text });

  test("give each institution served its names, in small letters", () => {
    const text = "caf=Compte.CAF.example,caf=caf.example,cnss=compte.cnss.example";
    assert.deepEqual(
      [...readConfig(hosts(text)).hosts],
      [
        ["compte.caf.example", "caf"],
        ["caf.example", "caf"],
        ["compte.cnss.example", "cnss"],
      ],
    );
  });

  test("that leave an institution without a name, or name one not served, are refused", () => {
    assert.match(refusal(hosts("caf=compte.caf.example")), /HOSTS.*cnss/);
    assert.match(refusal(hosts("caf=a.example,cnss=b.example,cpam54=c.example")), /HOSTS.*cpam54/);
  });

  test("that are empty, or stand for two institutions, are refused", () => {
    for (const text of ["caf,cnss=b.example", "caf=,cnss=b.example", "caf=a.example,cnss=A.example"]) {
      assert.match(refusal(hosts(text)), /HOSTS/, text);
    }
  });
});

describe("DATABASE_URL", () => {
  test("must keep institutions apart when there are several", () => {
    const DATABASE_URL = "postgres://foyer@db.example/foyer";
    assert.match(refusal({ ...production, DATABASE_URL }), /DATABASE_URL must contain \{institution\}/);
    const alone = { ...production, DATABASE_URL, INSTITUTIONS: "caf", HOSTS: "caf=a.example" };
    assert.equal(readConfig(alone).databaseUrl?.("caf"), DATABASE_URL);
  });

  test("may name the institution more than once", () => {
    const DATABASE_URL = "postgres://{institution}@db.example/foyer_{institution}";
    const url = readConfig({ ...production, DATABASE_URL }).databaseUrl;
    assert.equal(url?.("caf"), "postgres://caf@db.example/foyer_caf");
  });
});
