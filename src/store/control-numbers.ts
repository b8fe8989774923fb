/** Interchange and group control numbers. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { ControlNumberKind } from './tables.ts';

/** Between whom a sequence of numbers runs. */
export type ControlNumberKey = { sender: string; receiver: string; usage: string; kind: ControlNumberKind };

/**
 * The next number of a sequence: 1 to 999999999, then 1 again. The sequence stays locked until the transaction ends, so
 * that a number that was rolled back is given out again and none is skipped.
 */
export async function nextControlNumber(tx: Tx, key: ControlNumberKey): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into control_numbers as c (sender, receiver, usage, kind, value)
    values (${key.sender}, ${key.receiver}, ${key.usage}, ${key.kind}, 1)
    on conflict (sender, receiver, usage, kind) do update
      set value = case when c.value >= 999999999 then 1 else c.value + 1 end
    returning value`.execute(tx);
  return rows[0]!.value;
}
