import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { after, test } from "node:test";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { isPermanent, type Mail, mailBySmtp } from "./mail.ts";

const from = { name: "Caf d’Indre-et-Loire", address: "ne-pas-repondre@caf.example" };
const mail: Mail = {
  messageId: "0198c0de-0000-7000-8000-000000000001",
  to: "awa.diallo@courriel.example",
  subject: "Votre code de vérification",
  text: "Bonjour Awa,\n\nVotre code : 482913.",
  language: "fr",
};

type Running = { port: number; received: Email[]; commands: string[] };
const ends: (() => void)[] = [];
after(() => {
  for (const end of ends) end();
});

/** A real SMTP server on this machine; `options` makes it refuse. */
async function serve(options: SMTPServerOptions = {}): Promise<Running> {
  const received: Email[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    logger: false,
    async onData(stream, _session, done) {
      received.push(await PostalMime.parse(Buffer.concat(await stream.toArray())));
      done();
    },
    ...options,
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  ends.push(() => server.close());
  return { port: portOf(listening), received, commands: [] };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

function sender(url: string) {
  const it = mailBySmtp({ url, from });
  ends.push(it.close);
  return it;
}

const refusal = (responseCode: number, says = "No") => Object.assign(new Error(says), { responseCode });

test("a mail arrives with its accents, its language, and word that a machine wrote it", async () => {
  const { port, received } = await serve();
  await sender(`smtp://127.0.0.1:${port}`).send(mail);
  const [arrived] = received;
  const header = (name: string) => arrived?.headers.find(({ key }) => key === name)?.value;
  assert.equal(arrived?.subject, mail.subject);
  assert.deepEqual(arrived?.from, from);
  assert.deepEqual(arrived?.to, [{ name: "", address: mail.to }]);
  assert.equal(arrived?.text?.trimEnd(), mail.text);
  assert.equal(header("content-language"), "fr");
  assert.equal(header("auto-submitted"), "auto-generated");
  assert.match(header("content-type") ?? "", /^text\/plain; charset=utf-8/);
  assert.equal(header("x-mailer"), undefined);
});

test("REL-02 the same job bears the same Message-ID when it is sent again", async () => {
  const { port, received } = await serve();
  const { send } = sender(`smtp://127.0.0.1:${port}`);
  await send(mail);
  await send(mail);
  assert.deepEqual(
    received.map((one) => one.messageId),
    [`<${mail.messageId}@caf.example>`, `<${mail.messageId}@caf.example>`],
  );
});

test("every line of the text stays as it was written", async () => {
  const { port, received } = await serve();
  const text = [
    "ends with a space ",
    ".",
    "..",
    "From here on",
    "> not a quotation",
    "-- ",
    "=3D is no equals sign",
    "à".repeat(200),
    "a".repeat(1200),
    "« Êtes-vous d’accord\u202f? » 👪",
  ].join("\n");
  const { send } = sender(`smtp://127.0.0.1:${port}`);
  await send({ ...mail, text });
  assert.equal(received[0]?.text?.replaceAll("\r\n", "\n").replace(/\n$/, ""), text);
  const plain = "Hello Awa, \nyour code: 482913.";
  await send({ ...mail, text: plain, language: "en" });
  assert.equal(encodingOf(received[1]), "quoted-printable", "relays may trim the ends of plainer lines");
});

const encodingOf = (mail?: Email) =>
  mail?.headers.find(({ key }) => key === "content-transfer-encoding")?.value;

test("the login of the URL is used, and a wrong one does not condemn the mail", async () => {
  const { port, received } = await serve({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === "foyer" && password === "p@ss:word" ? done(null, { user: 1 }) : done(refusal(535)),
  });
  await sender(`smtp://foyer:p%40ss%3Aword@127.0.0.1:${port}`).send(mail);
  assert.equal(received.length, 1);
  await assert.rejects(sender(`smtp://foyer:wrong-secret@127.0.0.1:${port}`).send(mail), (error) => {
    assert.equal(isPermanent(error), false);
    assert.doesNotMatch(JSON.stringify(error) + String(error), /wrong-secret/);
    return true;
  });
});

const answers: readonly { says: string; at: "onMailFrom" | "onRcptTo"; code: number; permanent: boolean }[] =
  [
    { says: "unknown mailbox", at: "onRcptTo", code: 550, permanent: true },
    { says: "mailbox busy", at: "onRcptTo", code: 450, permanent: false },
    { says: "try later", at: "onMailFrom", code: 421, permanent: false },
    { says: "sender refused", at: "onMailFrom", code: 553, permanent: true },
    { says: "login required", at: "onMailFrom", code: 530, permanent: false },
    { says: "bad sequence", at: "onMailFrom", code: 503, permanent: false },
  ];

for (const { says, at, code, permanent } of answers) {
  test(`${code} ${says}: ${permanent ? "the job stops" : "the job tries again"}`, async () => {
    const { port } = await serve({
      [at]: (_: unknown, __: unknown, done: (error: Error) => void) => done(refusal(code)),
    });
    await assert.rejects(
      sender(`smtp://127.0.0.1:${port}`).send(mail),
      (error) => isPermanent(error) === permanent,
    );
  });
}

test("a refused text is for good, and its error tells neither the address nor the text", async () => {
  const { port } = await serve({
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on("end", () => done(refusal(554, `<${mail.to}> content refused`)));
    },
  });
  await assert.rejects(sender(`smtp://127.0.0.1:${port}`).send(mail), (error) => {
    assert.equal(isPermanent(error), true);
    const told = JSON.stringify(error, Object.getOwnPropertyNames(error));
    assert.match(told, /content refused/);
    assert.doesNotMatch(told, /awa\.diallo|482913/);
    return true;
  });
});

test("the mail after a refused one still goes out", async () => {
  const { port, received } = await serve({
    onRcptTo: ({ address }, _session, done) => done(address === mail.to ? refusal(550) : undefined),
  });
  const { send } = sender(`smtp://127.0.0.1:${port}`);
  await assert.rejects(send(mail));
  await send({ ...mail, to: "samir@courriel.example" });
  assert.equal(received.length, 1);
});

test("a server that is away is no reason to give up", async () => {
  const { port } = await closedPort();
  await assert.rejects(sender(`smtp://127.0.0.1:${port}`).send(mail), (error) => !isPermanent(error));
});

async function closedPort(): Promise<{ port: number }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return { port };
}

test("a mail that would inject a header or name several people never reaches the server", async () => {
  const { port, received } = await serve();
  const { send } = sender(`smtp://127.0.0.1:${port}`);
  const wrong: Partial<Mail>[] = [
    { subject: "Code\r\nBcc: thief@example.org" },
    { subject: "Code\nBcc: thief@example.org" },
    { to: "awa@courriel.example\r\nBcc: thief@example.org" },
    { to: "awa@courriel.example, thief@example.org" },
    { to: "Awa <awa@courriel.example>" },
    { to: "awa" },
    { to: "" },
    { messageId: "1>\r\nBcc: thief@example.org" },
  ];
  for (const part of wrong) {
    await assert.rejects(send({ ...mail, ...part }), (error) => {
      assert.equal(isPermanent(error), true, JSON.stringify(part));
      assert.match(String(error), /This mail cannot be sent: /);
      return true;
    });
  }
  assert.equal(received.length, 0);
});

test("beyond this machine nothing is sent without TLS", async () => {
  const { port, received } = await serve();
  // Reaches this very server, but by an address that is not one of the machine's own names.
  await assert.rejects(sender(`smtp://0.0.0.0:${port}`).send(mail), { code: "ETLS", permanent: false });
  assert.equal(received.length, 0);
});

test("a certificate nobody signed is refused beyond this machine, and taken on it", async () => {
  const { port, received } = await serve({ disabledCommands: [] });
  await assert.rejects(sender(`smtp://0.0.0.0:${port}`).send(mail), {
    message: /certificate/,
    permanent: false,
  });
  assert.equal(received.length, 0);
  await sender(`smtp://127.0.0.1:${port}`).send(mail);
  assert.equal(received.length, 1);
});

test("a URL or a sender that cannot work is refused at start", () => {
  for (const url of ["", "mail.example", "http://mail.example", "smtp:"]) {
    assert.throws(() => mailBySmtp({ url, from }), /smtp:\/\/host:port/, url);
  }
  for (const wrong of [
    { name: "Caf\r\nBcc: thief@example.org", address: from.address },
    { name: "Caf", address: "caf" },
  ]) {
    assert.throws(() => mailBySmtp({ url: "smtp://127.0.0.1", from: wrong }), /sender/);
  }
});

test("after close nothing is sent", async () => {
  const { port } = await serve();
  const { send, close } = sender(`smtp://127.0.0.1:${port}`);
  close();
  await assert.rejects(send(mail), (error) => !isPermanent(error));
});
