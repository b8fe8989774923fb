/** claimwire payer-rules: what payers' own rules say of denials: add, list, remove. */
import { payerRules as payerRulesSchema } from '../../schemas/payer-rules.ts';
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
  const known = oneOf('payer-rules', action, ACTIONS);
  const store = await openStore(readConfig());
  try {
    if (known === 'list') await list(store, options);
    else if (which === undefined)
      throw new Problem(
        'usage',
        `payer-rules ${known}: ${known === 'add' ? 'the file of rules' : 'the id of the rules'} is missing`,
      );
    else await (known === 'add' ? add(store, which) : remove(store, which));
    return 0;
  } finally {
    await store.close();
  }
}

async function list({ db }: Store, { json }: { json?: boolean }): Promise<void> {
  for (const rules of await payerRulesOf(db)) {
    const { id, title, effective, reasons, deadlines } = rules;
    if (json) printJson(rules);
    else printLine(`${id}  ${title}, from ${effective.from}: ${reasons.length} reasons, ${deadlines.length} deadlines`);
  }
}

async function add(store: Store, file: string): Promise<void> {
  const rules = readChecked(file, payerRulesSchema);
  const count = await transact(store, (tx) => putPayerRules(tx, rules));
  printLine(`${rules.id}: kept; ${count} denials told again`);
}

async function remove(store: Store, id: string): Promise<void> {
  const count = await transact(store, (tx) => removePayerRules(tx, id));
  if (count === undefined)
    throw new Problem('usage', `payer-rules remove: there are no rules of yours with the id ${id}`);
  printLine(`${id}: removed; ${count} denials told again`);
}
