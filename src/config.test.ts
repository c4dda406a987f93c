import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { caf } from "../institutions/caf/index.ts";
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
    CLAMD_URL: "tcp://clamd.example:3310",
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
    assert.deepEqual(config.clamd, { host: "clamd.example", port: 3310 });
    assert.equal(config.trustProxy, false);
    assert.deepEqual([...config.keys.nir.keys()], [1, 2]);
    assert.deepEqual(config.keys.index, Buffer.from(production.INDEX_KEY ?? "", "base64"));
    assert.deepEqual(config.keys.pepper, Buffer.from(production.PASSWORD_PEPPER ?? "", "base64"));
  });

  const needed = ["DATABASE_URL", "HOSTS", "SMTP_URL", "MAIL_FROM", "SMS_URL", "SMS_SENDER", "CLAMD_URL"];
  const secrets = ["NIR_KEYS", "INDEX_KEY", "PASSWORD_PEPPER", "APP_SECRET"];
  for (const name of [...needed, ...secrets]) {
    test(`${name} has no default: absent or blank, it is refused by name`, () => {
      assert.match(refusal(without(name)), new RegExp(name));
      assert.match(refusal({ ...production, [name]: "  " }), new RegExp(name));
    });
  }

  test("SEC-13 an antivirus is done without only by a word that says so", () => {
    assert.match(refusal(without("CLAMD_URL")), /CLAMD_URL \(or UPLOADS_WITHOUT_ANTIVIRUS=yes\)/);
    const said = { ...without("CLAMD_URL"), UPLOADS_WITHOUT_ANTIVIRUS: "yes" };
    assert.equal(readConfig(said).clamd, undefined);
    for (const UPLOADS_WITHOUT_ANTIVIRUS of ["no", "true", "1", "YES"])
      assert.match(refusal({ ...said, UPLOADS_WITHOUT_ANTIVIRUS }), /UPLOADS_WITHOUT_ANTIVIRUS/);
  });

  test("SEC-13 clamd listens on a host and port, or on a socket of the machine", () => {
    const clamd = (CLAMD_URL: string) => readConfig({ ...production, CLAMD_URL }).clamd;
    assert.deepEqual(clamd("tcp://[::1]:3310"), { host: "::1", port: 3310 });
    for (const path of [
      "unix:///run/clamav/clamd.ctl",
      "unix:/run/clamav/clamd.ctl",
      "/run/clamav/clamd.ctl",
    ])
      assert.deepEqual(clamd(path), { path: "/run/clamav/clamd.ctl" });
    for (const wrong of ["clamd.example", "tcp://clamd.example", "http://clamd.example:3310", "unix://", "/"])
      assert.match(refusal({ ...production, CLAMD_URL: wrong }), /CLAMD_URL/, wrong);
  });

  test("CP-12 the civil registry has an address and a token, or neither", () => {
    const CIVIL_REGISTRY_URL = "https://registre.example/check";
    const CIVIL_REGISTRY_TOKEN = "a token";
    assert.equal(readConfig(production).civilRegistry, undefined);
    assert.deepEqual(readConfig({ ...production, CIVIL_REGISTRY_URL, CIVIL_REGISTRY_TOKEN }).civilRegistry, {
      url: CIVIL_REGISTRY_URL,
      token: CIVIL_REGISTRY_TOKEN,
    });
    for (const half of [{ CIVIL_REGISTRY_URL }, { CIVIL_REGISTRY_TOKEN }])
      assert.match(refusal({ ...production, ...half }), /CIVIL_REGISTRY_URL and CIVIL_REGISTRY_TOKEN/);
    const wrong = { CIVIL_REGISTRY_URL: "registre.example", CIVIL_REGISTRY_TOKEN };
    assert.match(refusal({ ...production, ...wrong }), /CIVIL_REGISTRY_URL/);
  });

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
      keys.uploads,
      ...keys.nir.values(),
    ];
    assert.equal(new Set(single.map((key) => key.toString("hex"))).size, 9);
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

describe("AGENT_API_KEYS", () => {
  const [one, two] = ["ab".repeat(32), "cd".repeat(32)];
  const keys = (text: string) => readConfig({ FOYER_DATA: folder, AGENT_API_KEYS: text }).agentKeys;

  test("name who bears each key and, where it opens one institution only, which", () => {
    assert.deepEqual(keys(`caf/desk-tool:${one}, watch:${two.toUpperCase()}`), [
      { name: "desk-tool", institution: "caf", hash: Buffer.from(one, "hex") },
      { name: "watch", institution: undefined, hash: Buffer.from(two, "hex") },
    ]);
    assert.deepEqual(readConfig({ FOYER_DATA: folder }).agentKeys, []);
  });

  test("that are malformed, of an institution not served, or shared by two names, are refused", () => {
    for (const text of ["watch", "watch:secret", `urssaf/watch:${one}`, `a:${one},b:${one}`])
      assert.match(refusal({ FOYER_DATA: folder, AGENT_API_KEYS: text }), /AGENT_API_KEYS/, text);
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

describe("CP-22 FranceConnect", () => {
  const client = {
    FRANCECONNECT_CAF_CLIENT_ID: "6925fb8143c76eded44d32b40c0cb1006065f7f003de52712b78985704f39950",
    FRANCECONNECT_CAF_CLIENT_SECRET: "7a7c3d2a9f1b4e5d8c6b0a1928374655",
  };
  const issuer = "https://fcp.integ01.dev-franceconnect.fr/api/v2";
  const set = () => ({ ...production, ...client, FRANCECONNECT_ISSUER: issuer });

  test("is read for each institution that has it, and absent where nothing is said", () => {
    assert.equal(readConfig(production).franceConnect.size, 0);
    assert.deepEqual(readConfig(set()).franceConnect.get("caf"), {
      issuer,
      clientId: client.FRANCECONNECT_CAF_CLIENT_ID,
      clientSecret: client.FRANCECONNECT_CAF_CLIENT_SECRET,
    });
  });

  test("set by half is refused by name", () => {
    assert.match(
      refusal({ ...set(), FRANCECONNECT_CAF_CLIENT_SECRET: " " }),
      /FRANCECONNECT_CAF_CLIENT_SECRET/,
    );
    assert.match(
      refusal({ ...set(), FRANCECONNECT_CAF_CLIENT_ID: undefined }),
      /FRANCECONNECT_CAF_CLIENT_ID/,
    );
    assert.match(refusal({ ...set(), FRANCECONNECT_ISSUER: undefined }), /FRANCECONNECT_ISSUER/);
    assert.match(refusal({ ...production, FRANCECONNECT_ISSUER: issuer }), /FRANCECONNECT_…_CLIENT_ID/);
  });

  test("of an institution to which nobody comes that way is refused", () => {
    const cnss = { FRANCECONNECT_CNSS_CLIENT_ID: "a", FRANCECONNECT_CNSS_CLIENT_SECRET: "b" };
    assert.match(refusal({ ...production, ...cnss, FRANCECONNECT_ISSUER: issuer }), /cnss/);
  });

  test("the stand-in, in clear, is refused in production and taken in development", () => {
    const standIn = "http://localhost:3001";
    assert.match(refusal({ ...set(), FRANCECONNECT_ISSUER: standIn }), /https/);
    for (const wrong of ["franceconnect", "ftp://franceconnect.example"])
      assert.match(refusal({ ...set(), FRANCECONNECT_ISSUER: wrong }), /FRANCECONNECT_ISSUER/);
    const config = readConfig({ ...client, FOYER_DATA: folder, FRANCECONNECT_ISSUER: standIn });
    assert.equal(config.franceConnect.get("caf")?.issuer, standIn);
  });
});

describe("CP-23 the secrets of sister sites", () => {
  const secret = "c".repeat(32);

  test("go to sites that some institution has", () => {
    const { siteSecrets } = readConfig({ ...production, SITE_SECRETS: `mon-compte-aripa=${secret}` });
    assert.equal(siteSecrets.get("mon-compte-aripa"), secret);
  });

  test("of a misspelt site are refused by its name, and an app, which keeps none, takes none", () => {
    assert.match(refusal({ ...production, SITE_SECRETS: `mon-compte-arpia=${secret}` }), /mon-compte-arpia/);
    const app = caf.accounts?.connect?.sites.find(({ kind }) => kind === "app");
    assert.match(refusal({ ...production, SITE_SECRETS: `${app?.id}=${secret}` }), /SITE_SECRETS/);
  });
});
