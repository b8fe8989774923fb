/** claimwire submit: claims to the service, through its database or, where that is held by a running process, through its API. */
import { startService } from '../../workers/all.ts';
import { readServiceCard, type ServiceCard } from '../api/service-card.ts';
import { type Config, readConfig } from '../config.ts';
import { loadPartners, partnersOf } from '../exchange/partner-file.ts';
import type { Partners } from '../exchange/ports.ts';
import { type SubmissionResult, submitClaims } from '../exchange/submit.ts';
import { createLog } from '../log.ts';
import { Problem } from '../problem.ts';
import { claimFindings } from '../view/claim-findings.ts';
import { paint } from './inks.ts';
import { printJson, printLine, readClaims } from './output.ts';
import { wake } from './running.ts';

/** Prints what became of each claim; 1 when one was held or refused. */
export async function submit(file: string, options: { partner: string; json?: boolean }): Promise<0 | 1> {
  const config = readConfig();
  const partners = partnersOf(loadPartners(config.partnersFolder));
  partners.get(options.partner);
  const read = readClaims(file);
  const linesOf = claimFindings(read, paint);
  const result = await handIn(config, partners, options.partner, read.claims);
  for (const claim of result.claims) {
    if (options.json) {
      printJson(claim);
      continue;
    }
    printLine(`${claim.patientControlNumber ?? `claim ${claim.index}`}  ${claim.state}  ${claim.id ?? ''}`.trimEnd());
    for (const found of claim.issues) printLine(linesOf(claim.index, found).join('\n'));
  }
  return result.claims.some(({ state }) => state === 'held' || state === 'refused') ? 1 : 0;
}

/** Into the database; when a running service holds the data folder, to that service. */
async function handIn(
  config: Config,
  partners: Partners,
  partner: string,
  claims: readonly unknown[],
): Promise<SubmissionResult> {
  try {
    return await intoDatabase(config, partners, partner, claims);
  } catch (error) {
    const isHeld = error instanceof Problem && error.code === 'data-folder-locked';
    const card = isHeld ? readServiceCard(config.dataFolder) : undefined;
    if (card === undefined) throw error;
    return throughApi(card, partner, claims);
  }
}

async function intoDatabase(
  config: Config,
  partners: Partners,
  partner: string,
  claims: readonly unknown[],
): Promise<SubmissionResult> {
  const log = createLog('warn');
  const service = await startService({ config, log, partners, schedulers: false, steps: [] });
  try {
    const { followUps, ...result } = await submitClaims(service.exchange, partner, claims);
    await wake(service, followUps, log);
    return result;
  } finally {
    await service.close();
  }
}

async function throughApi(
  { url, token }: ServiceCard,
  partner: string,
  claims: readonly unknown[],
): Promise<SubmissionResult> {
  const response = await fetch(new URL('/api/claims', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ partner, claims }),
  }).catch((error: unknown) => {
    throw new Problem('usage', `the running service does not answer at ${url}`, { cause: error });
  });
  const body = (await response.json()) as SubmissionResult & { error?: { message: string } };
  if (!response.ok)
    throw new Problem('usage', `the running service took no claims: ${body.error?.message ?? response.status}`);
  return body;
}
