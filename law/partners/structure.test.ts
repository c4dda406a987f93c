import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ownDomain, showsStaff } from "./structure.ts";

test("SP-04 an address of the structure's own domain shows its staff; a public provider's shows nobody", () => {
  assert.equal(ownDomain("claire.petit@Asso-Relais.exemple.fr"), "asso-relais.exemple.fr");
  assert.equal(showsStaff("asso-relais.exemple.fr", "paul@ASSO-relais.exemple.fr"), true);
  assert.equal(showsStaff("asso-relais.exemple.fr", "paul@autre.exemple.fr"), false);
  assert.equal(showsStaff("asso-relais.exemple.fr", "paul@faux-asso-relais.exemple.fr"), false);
  assert.equal(showsStaff("asso-relais.exemple.fr", "paul@x.asso-relais.exemple.fr"), false);
  for (const provider of ["gmail.com", "orange.fr", "laposte.net"]) {
    assert.equal(ownDomain(`a@${provider}`), undefined);
    assert.equal(showsStaff(provider, `paul@${provider}`), false);
  }
  assert.equal(showsStaff(null, "paul@asso-relais.exemple.fr"), false);
});

test("SP-04 whatever the address, only the part after its last @ speaks", () => {
  fc.assert(fc.property(fc.string(), (before) => assert.equal(showsStaff("a.fr", `${before}@b.fr`), false)));
});
