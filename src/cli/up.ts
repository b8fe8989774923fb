/** claimwire up: API, dashboard, all workers, in one process. */
import { readConfig } from '../config.ts';
import { loadPartners, partnersOf } from '../exchange/partner-file.ts';
import { createLog } from '../log.ts';
import { closeOnSignal } from '../queues/shutdown.ts';
import { portOf } from './options.ts';
import { say } from './output.ts';
import { openDashboard, startWhole, untilSignal } from './running.ts';

/** Runs until a signal. */
export async function up(options: { port?: string }): Promise<0> {
  const read = readConfig();
  const port = options.port === undefined ? read.http.port : portOf(options.port);
  const config = { ...read, http: { ...read.http, port } };
  const log = createLog(config.logLevel);
  const partners = partnersOf(loadPartners(config.partnersFolder));
  const service = await startWhole(config, partners, log);
  const dashboard = await openDashboard(config, service, log).catch(async (error: unknown) => {
    await service.close();
    throw error;
  });
  closeOnSignal(async () => {
    await dashboard.close();
    await service.close();
  }, log);
  say(`claimwire is up: ${dashboard.url} (${partners.all().length} partners)`);
  if (dashboard.password !== undefined)
    say(
      `login: ${config.operator.name} / ${dashboard.password} (shown once; set CLAIMWIRE_PASSWORD to choose your own)`,
    );
  return untilSignal();
}
