/** claimwire partner: list profiles, try one out, lift its pause. */
import { readConfig } from '../config.ts';
import { loadPartner, loadPartners, partnersOf } from '../exchange/partner-file.ts';
import { profileIssues, rulePacksOf } from '../exchange/partner-rules.ts';
import { testPartner } from '../exchange/partner-test.ts';
import { readCredentials } from '../exchange/secrets.ts';
import { connectSftp } from '../exchange/sftp.ts';
import { formatIssue } from '../issue.ts';
import { Problem } from '../problem.ts';
import { openStore } from '../store/database.ts';
import { resumePartner } from '../store/partners.ts';
import { colour, printLine } from './output.ts';
import { formatTable } from './table.ts';

/** Runs one of the actions. */
export async function partner(action: string, id: string | undefined): Promise<0 | 1> {
  if (action === 'list') return list();
  if (id === undefined) throw new Problem('usage', `partner ${action}: the partner's id is missing`);
  if (action === 'test') return tryOut(id);
  if (action === 'resume') return resume(id);
  throw new Problem('usage', `partner ${action}: expected list, test or resume`);
}

function list(): 0 {
  const partners = [...loadPartners(readConfig().partnersFolder).values()];
  const rows = partners.map(({ id, name, usage, sftp }) => [
    id,
    name,
    usage === 'P' ? 'production' : 'test',
    `${sftp.user}@${sftp.host}:${sftp.port}`,
  ]);
  printLine(formatTable([{ title: 'id' }, { title: 'name' }, { title: 'usage' }, { title: 'server' }], rows));
  return 0;
}

async function tryOut(id: string): Promise<0 | 1> {
  const profile = loadPartner(readConfig().partnersFolder, id);
  const amiss = profileIssues(profile, new Date().toISOString().slice(0, 10));
  for (const found of amiss) printLine(formatIssue(found));
  if (amiss.length > 0) return 1;
  if (profile.rulePacks.length > 0)
    printLine(
      `${colour('green', 'ok')}  rules  as the profile's rule packs ask (${rulePacksOf(profile)
        .map((pack) => pack.id)
        .join(', ')})`,
    );
  const connect = async () => connectSftp(profile, readCredentials(profile));
  for await (const { step, detail } of testPartner(profile, connect))
    printLine(`${colour('green', 'ok')}  ${step.padEnd(6)} ${detail}`);
  return 0;
}

async function resume(id: string): Promise<0 | 1> {
  const config = readConfig();
  partnersOf(loadPartners(config.partnersFolder)).get(id);
  const store = await openStore(config);
  try {
    const lifted = await resumePartner(store.db, id);
    printLine(lifted ? `${id} is resumed` : `${id} was not paused`);
    return 0;
  } finally {
    await store.close();
  }
}
