import assert from "node:assert/strict";
import { test } from "node:test";
import type { Nia } from "../../law/credentials/nia.ts";
import type { Nir } from "../../law/credentials/nir.ts";
import { noRegistry, type Registered } from "./civil-registry.ts";
import { registryOf } from "./table.ts";

const rose = {
  firstNames: "Rose Marie-Anne",
  birthName: "N’Guessan-Lefèvre",
  birthDate: "1988-11-03",
  sex: "F",
  birthCode: "75119",
} as const satisfies Registered;
const number = "288117511900112" as Nir;
const waiting = "788119935200108" as Nia;
const registry = registryOf([
  { number, ...rose },
  {
    number: waiting,
    ...rose,
    birthDate: "1988-00-00",
    firstNames: "",
    birthName: "Amanullah",
    birthCode: "99212",
  },
]);

const check = (changed: Partial<Registered> = {}) => registry.check(number, { ...rose, ...changed });

test("CP-12 the register matches names whatever their accents, hyphens and capitals", async () => {
  for (const birthName of ["NGUESSAN LEFEVRE", "n'guessan lefèvre", "N’Guessan-Lefèvre"])
    assert.equal(await check({ birthName }), "match", birthName);
  for (const birthName of ["Guessan Lefevre", "N’Guessan", "Lefèvre", ""])
    assert.equal(await check({ birthName }), "mismatch", birthName);
});

test("CP-12 compound first names are matched tolerantly: the first is enough, the order counts", async () => {
  for (const firstNames of [
    "Rose",
    "ROSE MARIE",
    "Rose Marie Anne",
    "rose-marie-anne",
    "Rose Marie-Anne Lou",
  ])
    assert.equal(await check({ firstNames }), "match", firstNames);
  for (const firstNames of ["Marie", "Marie Rose", "Ros", "Roselyne", ""])
    assert.equal(await check({ firstNames }), "mismatch", firstNames);
});

test("CP-12 a day or month nobody knows is not compared, the rest is", async () => {
  for (const birthDate of ["1988-11-00", "1988-00-00"]) assert.equal(await check({ birthDate }), "match");
  for (const birthDate of ["1988-11-04", "1988-10-00", "1989-00-00"])
    assert.equal(await check({ birthDate }), "mismatch", birthDate);
});

test("CP-12 the sex and the place are compared; an arrondissement is of its city", async () => {
  assert.equal(await check({ sex: "M" }), "mismatch");
  assert.equal(await check({ birthCode: "75056" }), "match");
  for (const birthCode of ["75118", "69381", "75000", "99352"])
    assert.equal(await check({ birthCode }), "mismatch", birthCode);
});

test("CP-12 a waiting number is known too, of a person with one name and no known birthday", async () => {
  const told = {
    ...rose,
    firstNames: "",
    birthName: "AMANULLAH",
    birthDate: "1988-07-01",
    birthCode: "99212",
  };
  assert.equal(await registry.check(waiting, told), "match");
  assert.equal(await registry.check(waiting, { ...told, firstNames: "Ali" }), "mismatch");
});

test("CP-12 a number nobody was given is a mismatch; without a register nobody can say", async () => {
  assert.equal(await registry.check("288117511900209" as Nir, rose), "mismatch");
  assert.equal(await noRegistry.check(number, rose), "unknown");
});
