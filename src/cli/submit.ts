/** claimwire submit: claims into the service's database; its workers do the rest. */
import { startService } from '../../workers/all.ts';
import { readConfig } from '../config.ts';
import { loadPartners, partnersOf } from '../exchange/partner-file.ts';
import { submitClaims } from '../exchange/submit.ts';
import { createLog } from '../log.ts';
import { printClaimIssue } from './claim-issues.ts';
import { printJson, printLine, readClaims } from './output.ts';
import { wake } from './running.ts';

/** Prints what became of each claim; 1 when one was held or refused. */
export async function submit(file: string, options: { partner: string; json?: boolean }): Promise<0 | 1> {
  const config = readConfig();
  const partners = partnersOf(loadPartners(config.partnersFolder));
  partners.get(options.partner);
  const claims = readClaims(file);
  const log = createLog('warn');
  const service = await startService({ config, log, partners, schedulers: false, steps: [] });
  try {
    const result = await submitClaims(service.exchange, options.partner, claims);
    await wake(service, result.followUps, log);
    for (const claim of result.claims) {
      if (options.json) printJson(claim);
      else {
        printLine(
          `${claim.patientControlNumber ?? `claim ${claim.index}`}  ${claim.state}  ${claim.id ?? ''}`.trimEnd(),
        );
        for (const found of claim.issues) printClaimIssue(file, claim.index, found);
      }
    }
    return result.claims.some(({ state }) => state === 'held' || state === 'refused') ? 1 : 0;
  } finally {
    await service.close();
  }
}
