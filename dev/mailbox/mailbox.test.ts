import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mailBySmtp, type SendMail } from "../../src/platform/mail.ts";
import { isPermanent, type SendSms, smsBy } from "../../src/platform/sms/index.ts";
import { type Mailbox, startMailbox } from "./index.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const mail = {
  messageId: "0198c0de-mail",
  to: "awa.diallo@courriel.example",
  subject: "Votre code",
  text: "Bonjour Awa,\n\nvotre code : 482913.",
  language: "fr",
} as const;
const sms = { id: "0198c0de-sms", to: "+33612345678", text: "Votre code Caf est 482913." };

let mailbox: Mailbox;
let sendMail: SendMail;
let sendSms: SendSms;
const ends: (() => unknown)[] = [];

before(async () => {
  mailbox = await startMailbox(() => noon);
  const smtp = mailBySmtp({ url: mailbox.smtpUrl, from: { name: "Caf", address: "foyer@caf.example" } });
  const line = smsBy(mailbox.smsUrl, "Caf");
  sendMail = smtp.send;
  sendSms = line.send;
  ends.push(smtp.close, line.close, mailbox.stop);
});
after(async () => {
  for (const end of ends) await end();
});

test("CP-06 a code sent by mail and one sent by SMS are there to read, newest first", async () => {
  assert.deepEqual(mailbox.messages(), []);
  await sendMail(mail);
  await sendSms(sms);
  assert.deepEqual(mailbox.messages(), [
    { kind: "sms", id: sms.id, to: sms.to, from: "Caf", text: sms.text, at: noon },
    {
      kind: "mail",
      id: mail.messageId,
      to: mail.to,
      from: "foyer@caf.example",
      subject: mail.subject,
      text: mail.text,
      language: "fr",
      at: noon,
    },
  ]);
  assert.equal(mailbox.newestTo(mail.to)?.kind, "mail");
  assert.equal(mailbox.newestTo("nobody@courriel.example"), undefined);
});

test("REL-02 a mail sent twice stands there twice under one id, an SMS once", async () => {
  const idsOf = (to: string) =>
    mailbox
      .messages()
      .filter((one) => one.to === to)
      .map((one) => one.id);
  const twice = { ...mail, messageId: "twice", to: "twice@courriel.example" };
  await sendMail(twice);
  await sendMail(twice);
  assert.deepEqual(idsOf(twice.to), ["twice", "twice"]);
  const again = { ...sms, id: "again", to: "+33600000001" };
  assert.deepEqual(await sendSms(again), await sendSms(again));
  assert.deepEqual(idsOf(again.to), ["again"]);
});

test("one waits for a message that is there, or that is still to come", async () => {
  await sendSms({ ...sms, id: "there", text: "There" });
  assert.equal((await mailbox.waitFor(({ id }) => id === "there", { timeoutMs: 1 })).text, "There");
  const coming = mailbox.waitFor(({ id }) => id === "coming", { timeoutMs: 5_000 });
  await sendSms({ ...sms, id: "other" });
  await sendSms({ ...sms, id: "coming", text: "Coming" });
  assert.equal((await coming).text, "Coming");
});

test("a message that does not come is reported with those that did", async () => {
  await sendMail({ ...mail, messageId: "wrong", subject: "Not the one" });
  await assert.rejects(
    mailbox.waitFor(({ id }) => id === "never", { timeoutMs: 20 }),
    /did not come[\s\S]*mail to awa\.diallo@courriel\.example: Not the one/,
  );
});

test("the SMS gateway refuses strangers and what it cannot read", async () => {
  const url = new URL(mailbox.smsUrl);
  url.password = "stranger";
  await assert.rejects(smsBy(url.href, "Caf").send(sms), { code: "HTTP_401" });
  const { host, password } = new URL(mailbox.smsUrl);
  for (const body of ["{", "{}", JSON.stringify({ ...sms, from: "Caf", to: "0612345678" })]) {
    const answer = await fetch(`http://${host}`, {
      method: "POST",
      headers: { authorization: `Bearer ${password}` },
      body,
    });
    assert.equal(answer.status, 422, body);
  }
});

test("the last 500 messages are kept, and a stopped mailbox lets nobody wait", async () => {
  const other = await startMailbox(() => noon);
  const { send } = smsBy(other.smsUrl, "Caf");
  for (let first = 0; first < 501; first += 100) {
    const ids = Array.from({ length: Math.min(100, 501 - first) }, (_, index) => first + index);
    await Promise.all(ids.map((id) => send({ ...sms, id: String(id) })));
  }
  assert.equal(other.messages().length, 500);
  assert.equal(other.messages()[0]?.id, "500");
  const waiting = other.waitFor(() => false, { timeoutMs: 60_000 });
  await Promise.all([assert.rejects(waiting, /did not come/), other.stop()]);
  await assert.rejects(send(sms), (error) => !isPermanent(error));
});
