/** claimwire deposits import: a bank's file of deposits, tied to the payments they are. */
import { readConfig } from '../config.ts';
import { importDeposits } from '../exchange/import-deposits.ts';
import { Problem } from '../problem.ts';
import { openStore } from '../store/database.ts';
import { printJson, printLine, readInput } from './output.ts';

/** Prints what was imported; 1 when lines could not be read. */
export async function deposits(action: string, file: string, options: { json?: boolean }): Promise<0 | 1> {
  if (action !== 'import') throw new Problem('usage', `deposits: expected import, not ${action}`);
  const text = readInput(file).toString('latin1');
  const store = await openStore(readConfig());
  try {
    const done = await importDeposits(store, text, 'command line');
    if (options.json) printJson(done);
    else {
      printLine(`${done.added} of ${done.deposits} deposits are new, ${done.passedOver} entries passed over`);
      for (const { line, reason } of done.faults) printLine(`line ${line}: ${FAULTS[reason]}`);
    }
    return done.faults.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

const FAULTS = {
  date: 'the date is none',
  amount: 'the amount is none',
  addenda: 'the addenda record holds no TRN with a trace number',
  columns: 'the header names no date or no amount',
  record: 'this is no record of a NACHA file',
} as const;
