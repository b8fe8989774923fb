/** Deposits from a bank's file into the database, tied to the payments they are. */
import { type DepositFault, readDeposits } from '../remits/deposits.ts';
import { type Store, transact } from '../store/database.ts';
import { addDeposits } from '../store/deposits.ts';

/** What became of a file of deposits. */
export type ImportedDeposits = {
  kind: 'nacha' | 'csv';
  /** Deposits in the file, and how many of them were not known. */
  deposits: number;
  added: number;
  passedOver: number;
  faults: DepositFault[];
};

/** Imports all of a file that can be read, in one transaction; a deposit that is known is not added again. */
export function importDeposits(store: Pick<Store, 'db'>, text: string, by: string): Promise<ImportedDeposits> {
  const { kind, deposits, faults, passedOver } = readDeposits(text);
  return transact(store, async (tx) => {
    const added = await addDeposits(tx, deposits, { source: kind, by });
    return { kind, deposits: deposits.length, added, passedOver, faults };
  });
}
