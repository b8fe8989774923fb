/** claimwire payer-rules: what payers' own rules say of denials: add, list, remove. */
import { type PayerRules, payerRules as payerRulesSchema } from '../../schemas/payer-rules.ts';
import { readConfig } from '../config.ts';
import { readChecked } from '../exchange/checked-file.ts';
import { Problem } from '../problem.ts';
import { openStore, type Store, transact } from '../store/database.ts';
import { payerRulesOf, putPayerRules, removePayerRules } from '../store/payer-rules.ts';
import { oneOf } from './options.ts';
import { printJson, printLine } from './output.ts';

const ACTIONS = ['list', 'add', 'remove'] as const;

/** Runs one of the actions; `which` is the file of rules to add, or the id of those to remove. */
export async function payerRules(action: string, which: string | undefined, options: { json?: boolean }): Promise<0> {
  const run = planOf(oneOf('payer-rules', action, ACTIONS), which, options);
  const store = await openStore(readConfig());
  try {
    await run(store);
    return 0;
  } finally {
    await store.close();
  }
}

/** What there is to do; what the user got wrong is told before the database is opened. */
function planOf(
  action: (typeof ACTIONS)[number],
  which: string | undefined,
  options: { json?: boolean },
): (store: Store) => Promise<void> {
  if (action === 'list') return (store) => list(store, options);
  const what = action === 'add' ? 'the file of rules' : 'the id of the rules';
  if (which === undefined) throw new Problem('usage', `payer-rules ${action}: ${what} is missing`);
  if (action === 'remove') return (store) => remove(store, which);
  const rules = readChecked(which, payerRulesSchema);
  return (store) => add(store, rules);
}

async function list({ db }: Store, { json }: { json?: boolean }): Promise<void> {
  for (const rules of await payerRulesOf(db)) {
    const { id, title, effective, reasons, deadlines } = rules;
    if (json) printJson(rules);
    else printLine(`${id}  ${title}, from ${effective.from}: ${reasons.length} reasons, ${deadlines.length} deadlines`);
  }
}

async function add(store: Store, rules: PayerRules): Promise<void> {
  const count = await transact(store, (tx) => putPayerRules(tx, rules));
  printLine(`${rules.id}: kept; ${count} denials told again`);
}

async function remove(store: Store, id: string): Promise<void> {
  const count = await transact(store, (tx) => removePayerRules(tx, id));
  if (count === undefined)
    throw new Problem('usage', `payer-rules remove: there are no rules of yours with the id ${id}`);
  printLine(`${id}: removed; ${count} denials told again`);
}
