/** Code sets: which codes there are, since when, until when, and what they mean; or, for lists not kept here, the form of a code. */

/** A code: our label (empty where we have none), first day and first day no longer usable (ISO dates). */
export type Code = {
  label: string;
  start?: string;
  stop?: string;
  /** Adjustment groups (CAS01) it may stand in, where they are restricted. */
  groups?: readonly string[];
  /** Whether it needs a remark code beside it that is more than an alert. */
  remarkRequired?: boolean;
  /** Whether it only informs. */
  alert?: boolean;
};

/** A list we hold. `asOf` says of when it is, and what is missing. */
export type CodeList = {
  kind: 'list';
  title: string;
  asOf: string;
  /** The day that decides whether a code may be used: that of the service, or that of the payment. */
  dated: 'service' | 'payment';
  /** Whether its publisher's dates are held; else they rest on common knowledge, and what breaks them is a warning. */
  sure: boolean;
  readonly codes: ReadonlyMap<string, Code>;
};

/** A list we do not hold (licensed, or large): the form its codes have, said in words too. */
export type CodeFormat = {
  kind: 'format';
  title: string;
  form: string;
  pattern: RegExp;
  /** Whether a published rule states the form; else it rests on common knowledge, and what breaks it is a warning. */
  sure: boolean;
  /** First service day of the whole list, and first day without it. */
  start?: string;
  stop?: string;
};

/** Another element decides which list it is: the one before it, or the country beside it. Without a set there is no check. */
export type CodeChoice = {
  kind: 'choice';
  title: string;
  by: 'before' | 'country';
  sets: Readonly<Record<string, CodeList | CodeFormat>>;
};

export type CodeSet = CodeList | CodeFormat | CodeChoice;

/**
 * A list from its table: a line each of `codes|label|start|stop|facts`, empty cells at the end left out. Codes of equal facts
 * may share a line. Facts: adjustment groups, `remark`, `alert`. The table is taken apart when it is first asked.
 */
export function codeList(
  title: string,
  asOf: string,
  table: string,
  { dated = 'service', sure = false }: { dated?: CodeList['dated']; sure?: boolean } = {},
): CodeList {
  let codes: ReadonlyMap<string, Code> | undefined;
  return {
    kind: 'list',
    title,
    asOf,
    dated,
    sure,
    get codes() {
      codes ??= parseTable(table);
      return codes;
    },
  };
}

function parseTable(table: string): ReadonlyMap<string, Code> {
  const codes = new Map<string, Code>();
  for (const line of table.trim().split('\n')) {
    const [names = '', label = '', start = '', stop = '', facts = ''] = line.split('|');
    const code: Code = {
      label,
      ...(start === '' ? {} : { start }),
      ...(stop === '' ? {} : { stop }),
      ...(facts === '' ? {} : parseFacts(facts.split(' '))),
    };
    for (const name of names.split(' ')) codes.set(name, code);
  }
  return codes;
}

function parseFacts(facts: readonly string[]): Omit<Code, 'label'> {
  const groups = facts.filter((fact) => /^[A-Z]{2}$/.test(fact));
  return {
    ...(groups.length === 0 ? {} : { groups }),
    ...(facts.includes('remark') ? { remarkRequired: true } : {}),
    ...(facts.includes('alert') ? { alert: true } : {}),
  };
}

/** A format; `start` and `stop` are the first service day of the whole list, and the first without it. */
export function codeFormat(
  title: string,
  form: string,
  pattern: RegExp,
  { sure = false, ...days }: { start?: string; stop?: string; sure?: boolean } = {},
): CodeFormat {
  return { kind: 'format', title, form, pattern, sure, ...days };
}

/** A choice among sets, by the value of the deciding element; several values joined by blanks may share a set. */
export function codeChoice(
  title: string,
  by: CodeChoice['by'],
  choices: readonly (readonly [values: string, set: CodeList | CodeFormat])[],
): CodeChoice {
  const sets: Record<string, CodeList | CodeFormat> = {};
  for (const [values, set] of choices) for (const value of values.split(' ')) sets[value] = set;
  return { kind: 'choice', title, by, sets };
}
