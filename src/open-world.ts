import type { Institution } from "../institutions/institution.ts";
import { noRegistry } from "./civil-registry/civil-registry.ts";
import { registryByHttp } from "./civil-registry/http.ts";
import type { Config } from "./config.ts";
import { insuredRegistryByHttp } from "./insured-registry/http.ts";
import { noInsuredRegistry } from "./insured-registry/insured-registry.ts";
import { readCharters } from "./modules/charters/index.ts";
import {
  runCampaigns,
  sendAskedRecoveries,
  sendAskedReminders,
  tellKnownNumbers,
  warnOfDeskRequests,
  watchNewcomers,
} from "./modules/identity/index.ts";
import type { Lines, Outside } from "./outside.ts";
import { now } from "./platform/clock.ts";
import { ensureDatabase, migrate, openDatabase } from "./platform/database.ts";
import { type Jobs, startJobs } from "./platform/jobs.ts";
import { isPermanent, mailBySmtp } from "./platform/mail.ts";
import { mailQueue, smsQueue } from "./platform/messages.ts";
import { startPasswords } from "./platform/passwords.ts";
import { smsBy } from "./platform/sms/index.ts";
import { askClamd, noAntivirus } from "./platform/uploads/antivirus.ts";
import type { World } from "./world.ts";

const migrations = new URL("../migrations/", import.meta.url);

/** One institution's world, its database migrated, and what works in it by itself: messages, campaigns, answers. */
export async function openWorld(
  config: Config,
  outside: Outside,
  institution: Institution,
  url: string,
  lines: Lines,
  stops: (() => Promise<void>)[],
): Promise<World> {
  if (!config.production) await ensureDatabase(url);
  await migrate(url, migrations);
  const world = await buildWorld(config, outside, institution, url, stops);
  await sendMessages(world.jobs, institution, lines, reportTo(outside), stops);
  await runCampaigns(world);
  await tellKnownNumbers(world);
  await watchNewcomers(world);
  await sendAskedRecoveries(world);
  await sendAskedReminders(world);
  await warnOfDeskRequests(world);
  return world;
}

const reportTo =
  ({ log }: Pick<Outside, "log">) =>
  (error: Error) =>
    log.write(`${JSON.stringify({ level: 50, msg: error.message })}\n`);

/** One institution's world, in which nothing works by itself yet. `stops` gets what ends it. */
export async function buildWorld(
  config: Config,
  outside: Pick<Outside, "clock" | "log" | "charters" | "development">,
  institution: Institution,
  url: string,
  stops: (() => Promise<void>)[],
): Promise<World> {
  const report = reportTo(outside);
  const institutions = openDatabase(url, 10, report, "foyer_institution");
  const visitors = openDatabase(url, 10, report, "foyer_visitor");
  stops.push(async () => void (await Promise.all([institutions.destroy(), visitors.destroy()])));
  const jobs = await startJobs(url, config.keys.queue, report);
  stops.push(jobs.stop);
  const { keys } = config;
  const passwords = await startPasswords(keys.pepper);
  const clock = outside.clock ?? now;
  const antivirus = config.clamd ? askClamd(config.clamd, report) : noAntivirus;
  const civilRegistry = config.civilRegistry
    ? registryByHttp(config.civilRegistry, report)
    : (outside.development?.civilRegistry ?? noRegistry);
  const insuredRegistry = config.insuredRegistry
    ? insuredRegistryByHttp(config.insuredRegistry, report)
    : (outside.development?.insuredRegistry ?? noInsuredRegistry);
  const charters = outside.charters?.(institution) ?? readCharters(institution);
  return {
    institution,
    charters,
    db: institutions,
    reach: { institution: institutions, visitor: visitors },
    clock,
    keys,
    passwords,
    jobs,
    civilRegistry,
    insuredRegistry,
    antivirus,
  };
}

/** Sends what waits in the queues. What can never arrive is reported and let go; the rest is tried again. */
async function sendMessages(
  jobs: Jobs,
  institution: Institution,
  lines: Lines,
  report: (error: Error) => void,
  stops: (() => Promise<void>)[],
) {
  const mail = mailBySmtp({
    url: lines.mail.url,
    from: { name: institution.name.fr, address: lines.mail.from },
  });
  const sms = smsBy(lines.sms.url, lines.sms.sender);
  stops.push(async () => mail.close(), sms.close);
  const letGo = (error: Error) => {
    if (!isPermanent(error)) throw error;
    report(error);
  };
  await jobs.work(mailQueue, (id, one) => mail.send({ ...one, messageId: id }).catch(letGo));
  await jobs.work(smsQueue, async (id, one) => {
    await sms.send({ ...one, id }).catch(letGo);
  });
}
