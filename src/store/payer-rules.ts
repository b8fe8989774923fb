/** The user's own rules of payers about denials; whenever they change, every denial is told again. */
import type { PayerRules } from '../../schemas/payer-rules.ts';
import { COMMON_PAYER_RULES } from '../remits/denials/payer-rules.ts';
import type { Db, Tx } from './database.ts';
import { retellDenials } from './denial-tasks.ts';

/** The rules in the order in which they are asked: the user's own by id, then those that come with Claimwire. */
export async function payerRulesOf(db: Db): Promise<PayerRules[]> {
  const rows = await db.selectFrom('payerRules').select('rules').orderBy('id').execute();
  return [...rows.map(({ rules }) => rules), ...COMMON_PAYER_RULES];
}

/** Keeps rules in place of those of the same id; gives back how many denials were told again. */
export async function putPayerRules(tx: Tx, rules: PayerRules): Promise<number> {
  const values = { id: rules.id, rules: JSON.stringify(rules) };
  await tx
    .insertInto('payerRules')
    .values(values)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ rules: values.rules, changedAt: new Date() }))
    .execute();
  return retellDenials(tx, await payerRulesOf(tx));
}

/** Takes rules away; undefined when there were none of this id, else how many denials were told again. */
export async function removePayerRules(tx: Tx, id: string): Promise<number | undefined> {
  const { numDeletedRows } = await tx.deleteFrom('payerRules').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 0n ? undefined : retellDenials(tx, await payerRulesOf(tx));
}
