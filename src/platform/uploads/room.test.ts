import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openRoom } from "./room.ts";

const status = (work: () => unknown): number => {
  try {
    work();
    return 200;
  } catch (error) {
    return (error as { statusCode: number }).statusCode;
  }
};

test("SEC-13 one address holds so many places, the room so many in all, and each is given back once", () => {
  const room = openRoom({ bytes: 100, atOnce: 3, fromOneAddress: 2 });
  const [a, b] = [room.enter("a"), room.enter("a")];
  assert.equal(
    status(() => room.enter("a")),
    429,
  );
  const c = room.enter("b");
  assert.equal(
    status(() => room.enter("c")),
    503,
  );
  a.leave();
  a.leave();
  assert.equal(
    status(() => room.enter("c")),
    200,
  );
  assert.equal(
    status(() => room.enter("d")),
    503,
    "leaving twice frees one place",
  );
  b.leave();
  c.leave();
});

test("SEC-13 the bytes of all are counted together, and one who would take too many is told so", () => {
  const room = openRoom({ bytes: 100, atOnce: 9, fromOneAddress: 9 });
  const [a, b] = [room.enter("a"), room.enter("b")];
  a.take(60);
  b.take(40);
  assert.equal(
    status(() => b.take(1)),
    503,
  );
  a.leave();
  b.take(60);
  assert.equal(
    status(() => b.take(1)),
    503,
  );
});

test("SEC-13 whatever comes and goes, an emptied room is as large as at first", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(60)), { maxLength: 40 }), (visits) => {
      const room = openRoom({ bytes: 100, atOnce: 5, fromOneAddress: 2 });
      const inside = visits.flatMap(([who, bytes]) => {
        try {
          const place = room.enter(String(who));
          status(() => place.take(bytes));
          return [place];
        } catch {
          return [];
        }
      });
      for (const place of inside) place.leave();
      const again = [0, 0, 1, 1, 2].map((who) => room.enter(String(who)));
      assert.equal(
        status(() => again[0]?.take(100)),
        200,
      );
    }),
  );
});
