/** claimwire replay: a stored file ingested again, and what that changed. */
import { readConfig } from '../config.ts';
import { changesOf, type Replayed, replay as replayFile } from '../exchange/replay.ts';
import { groupBy } from '../lists.ts';
import { createLog } from '../log.ts';
import { openStore } from '../store/database.ts';
import { openVault } from '../store/vault.ts';
import { printJson, printLine } from './output.ts';

/** Prints what changed, or that nothing did. */
export async function replay(fileId: string, options: { json?: boolean }): Promise<0> {
  const config = readConfig();
  const store = await openStore(config);
  try {
    const vault = await openVault(config);
    const done = await replayFile({ store, vault, log: createLog('warn'), clock: () => new Date() }, fileId);
    if (options.json) printJson(done);
    else for (const line of linesOf(done)) printLine(line);
    return 0;
  } finally {
    await store.close();
  }
}

function linesOf(done: Replayed): string[] {
  const changes = changesOf(done);
  if (changes.length === 0) return [`${done.name}: nothing changed`];
  const events = groupBy(done.events, ({ type }) => type).map((some) => `  ${some.length} x ${some[0].type}`);
  return [`${done.name}:`, ...changes.map((change) => `  ${change}`), ...events];
}
