import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { after, test } from "node:test";
import { isPermanent, smsBy } from "./index.ts";

const code = { id: "0198c0de-1", to: "+25377123456", text: "Votre code CNSS est 482913. À bientôt !" };
const ends: (() => void)[] = [];
after(() => {
  for (const end of ends) end();
});

type Posted = { method?: string; url?: string; headers: IncomingMessage["headers"]; body: unknown };

/** A gateway on this machine that notes what it gets and answers as told. */
async function serve(answer: (response: ServerResponse) => void) {
  const posted: Posted[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    posted.push({ ...(method && { method }), ...(url && { url }), headers, body: await json(request) });
    answer(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { posted, host: `127.0.0.1:${typeof address === "object" && address ? address.port : 0}` };
}

const answering = (status: number, body = "{}", headers = {}) =>
  serve((response) => response.writeHead(status, headers).end(body));

test("CP-06 a code goes out by SMS through an HTTP gateway", async () => {
  const { posted, host } = await answering(202, '{"id":"gw-1"}');
  assert.deepEqual(await smsBy(`http://x:s%2Fecret@${host}/v1/sms?route=dj`, "CNSS").send(code), {
    gatewayId: "gw-1",
  });
  const [post] = posted;
  assert.deepEqual([post?.method, post?.url], ["POST", "/v1/sms?route=dj"]);
  assert.deepEqual(post?.body, { id: code.id, from: "CNSS", to: code.to, text: code.text });
  assert.equal(post?.headers.authorization, "Bearer s/ecret");
  assert.equal(post?.headers["content-type"], "application/json");
});

test("an apostrophe does not double the price: the gateway gets it plain where the rest fits GSM 03.38", async () => {
  const { posted, host } = await answering(200, '{"id":"gw-1"}');
  const { send } = smsBy(`http://${host}`, "CNSS");
  for (const text of ["Demande d’accès acceptée", "Vous n’êtes pas d’accord ?"])
    await send({ ...code, text });
  assert.deepEqual(
    posted.map(({ body }) => (body as { text: string }).text),
    ["Demande d'accès acceptée", "Vous n’êtes pas d’accord ?"],
  );
});

test("REL-02 a second sending bears the same idempotency key", async () => {
  const { posted, host } = await answering(200, '{"id":"gw-1"}');
  const { send } = smsBy(`http://${host}`, "CNSS");
  await send(code);
  await send(code);
  assert.deepEqual(
    posted.map(({ headers }) => headers["idempotency-key"]),
    [code.id, code.id],
  );
  assert.equal(posted[0]?.headers.authorization, undefined, "no password, no token");
});

const statuses: readonly [status: number, permanent: boolean][] = [
  [400, true],
  [404, true],
  [422, true],
  [401, false],
  [408, false],
  [429, false],
  [500, false],
  [503, false],
];

for (const [status, permanent] of statuses) {
  test(`${status}: ${permanent ? "the job stops" : "the job tries again"}`, async () => {
    const { host } = await answering(status, JSON.stringify({ error: `${code.to} ${code.text}` }));
    await assert.rejects(smsBy(`http://:secret@${host}`, "CNSS").send(code), (error) => {
      assert.equal(isPermanent(error), permanent);
      const told = JSON.stringify(error, Object.getOwnPropertyNames(error));
      assert.match(told, new RegExp(`HTTP_${status}`));
      assert.doesNotMatch(told, /secret|482913|77123456/);
      return true;
    });
  });
}

test("an answer without an id, or that leads elsewhere, is not trusted", async () => {
  const elsewhere = await answering(200, '{"id":"stolen"}');
  for (const { host } of [
    await answering(200, "thanks"),
    await answering(200, '{"id":7}'),
    await answering(307, "", { location: `http://${elsewhere.host}/` }),
  ]) {
    await assert.rejects(smsBy(`http://:secret@${host}`, "CNSS").send(code), (error) => {
      assert.equal(isPermanent(error), false);
      return true;
    });
  }
  assert.equal(elsewhere.posted.length, 0);
});

test("a gateway that does not answer is given up after 5 seconds, one that is away at once", async (t) => {
  t.mock.method(AbortSignal, "timeout", (after: number) => {
    assert.equal(after, 5_000);
    return AbortSignal.abort(new DOMException("late", "TimeoutError"));
  });
  const { host } = await serve(() => {});
  await assert.rejects(smsBy(`http://${host}`, "CNSS").send(code), { code: "ETIMEDOUT", permanent: false });
  t.mock.restoreAll();
  await assert.rejects(smsBy("http://127.0.0.1:1", "CNSS").send(code), {
    code: "ECONNECTION",
    permanent: false,
  });
});

test("a URL that cannot work is refused at start, without being told in the error", () => {
  for (const url of ["", "smtp://:secret@gateway.example", "http:", "gateway"]) {
    assert.throws(
      () => smsBy(url, "CNSS"),
      (error) => {
        assert.match(String(error), /smpp:\/\//, url);
        assert.doesNotMatch(String(error), /secret/);
        return true;
      },
    );
  }
  assert.throws(() => smsBy("http://:secret@gateway.example", "CNSS"), /https/);
});

test("what no gateway could send never reaches it", async () => {
  const { posted, host } = await answering(200, '{"id":"gw-1"}');
  const { send } = smsBy(`http://${host}`, "CNSS");
  for (const part of [{ to: "77123456" }, { text: "" }]) {
    await assert.rejects(send({ ...code, ...part }), { code: "EMALFORMED", permanent: true });
  }
  assert.equal(posted.length, 0);
});
