import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { insuredRegistryByHttp } from "./http.ts";
import { noInsuredRegistry, type Told } from "./insured-registry.ts";
import { insuredRegistryOf } from "./table.ts";

const person = {
  kind: "insured",
  number: "100200300",
  firstNames: "Hodan Fatouma",
  birthName: "Ali-Robleh",
  birthDate: "1990-04-12",
} as const satisfies Told;
const company = { kind: "employer", number: "100200", companyName: "Boulangerie du Port" } as const;
const registry = insuredRegistryOf([person, company]);

test("CN-13 personal data fit whatever accents and capitals, and nothing else of them bends", async () => {
  for (const same of [{ birthName: "ALI ROBLEH" }, { firstNames: "hodan" }])
    assert.equal(await registry.check({ ...person, ...same }), "match");
  for (const other of [{ number: "100200301" }, { birthName: "Ali" }, { birthDate: "1990-04-13" }])
    assert.equal(await registry.check({ ...person, ...other }), "mismatch");
  assert.equal(await registry.check({ ...person, firstNames: "" }), "mismatch");
});

test("CN-13 company data fit by number and name; an insured person's number is no employer's", async () => {
  assert.equal(await registry.check({ ...company, companyName: "BOULANGERIE DU PORT" }), "match");
  assert.equal(await registry.check({ ...company, companyName: "Boulangerie" }), "mismatch");
  assert.equal(await registry.check({ ...company, number: person.number }), "mismatch");
});

test("CN-13 without a register nobody can say", async () => {
  assert.equal(await noInsuredRegistry.check(person), "unknown");
});

test("CN-13 the register is asked by a POST of what was told, and while it is away the answer is unknown", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    request.on("data", (piece) => asked.push(String(piece)));
    request.on("end", () => response.end(JSON.stringify({ answer: "match" })));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/check`;
  const reported: string[] = [];
  const reached = insuredRegistryByHttp({ url, token: "a token" }, ({ message }) => reported.push(message));
  assert.equal(await reached.check(company), "match");
  assert.deepEqual(JSON.parse(asked.join("")), company);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  assert.equal(await reached.check(company), "unknown");
  assert.deepEqual(reported, ["The insured registry could not be reached."]);
});
