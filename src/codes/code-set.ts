/** Code sets: which codes there are, since when, until when, and what they mean; or, for lists not kept here, the form of a code. */
import type { EditionKind } from './edition.ts';

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
  /** Whether it is no code of its own: the codes below it begin with it. */
  heading?: boolean;
};

/** Lists of their owners that are asked in place of a set, once imported; each for the codes of a pattern, or for all. */
export type Importable = readonly (readonly [kind: EditionKind, codes?: RegExp])[];

/** A list we hold. `asOf` says of when it is, and what is missing. */
export type CodeList = {
  kind: 'list';
  title: string;
  asOf: string;
  /** The day that decides whether a code may be used: that of the service, or that of the payment. */
  dated: 'service' | 'payment';
  /** Whether its publisher's dates are held; else they rest on common knowledge, and what breaks them is a warning. */
  sure: boolean;
  /** What it was imported as; ours have none. */
  edition?: EditionKind;
  imported?: Importable;
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
  imported?: Importable;
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
 * may share a line. Facts: adjustment groups, `remark`, `alert`, `heading`. The table is taken apart when it is first asked.
 */
export function codeList(
  title: string,
  asOf: string,
  table: string,
  { dated = 'service', sure = false, ...rest }: Partial<Pick<CodeList, 'dated' | 'sure' | 'imported'>> = {},
): CodeList {
  let codes: ReadonlyMap<string, Code> | undefined;
  return {
    kind: 'list',
    title,
    asOf,
    dated,
    sure,
    ...rest,
    get codes() {
      codes ??= parseTable(table);
      return codes;
    },
  };
}

/** The codes of a table. */
export function parseTable(table: string): ReadonlyMap<string, Code> {
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

/** Most codes that share a line of a table, so that it can still be read and compared. */
const CODES_PER_LINE = 16;

/** The table of codes whose labels are left out, as `parseTable` takes it. */
export function formatTable(codes: ReadonlyMap<string, Code>): string {
  const lines: { facts: string; names: string[] }[] = [];
  for (const [name, code] of codes) {
    const facts = formatFacts(code);
    const last = lines.at(-1);
    if (last?.facts === facts && last.names.length < CODES_PER_LINE) last.names.push(name);
    else lines.push({ facts, names: [name] });
  }
  return lines.map(({ facts, names }) => `${names.join(' ')}${facts}\n`).join('');
}

function formatFacts({ start = '', stop = '', groups = [], remarkRequired, alert, heading }: Code): string {
  const marks = [remarkRequired ? 'remark' : '', alert ? 'alert' : '', heading ? 'heading' : ''];
  return ['', '', start, stop, [...groups, ...marks].filter((one) => one !== '').join(' ')]
    .join('|')
    .replace(/\|+$/, '');
}

function parseFacts(facts: readonly string[]): Omit<Code, 'label'> {
  const groups = facts.filter((fact) => /^[A-Z]{2}$/.test(fact));
  return {
    ...(groups.length === 0 ? {} : { groups }),
    ...(facts.includes('remark') ? { remarkRequired: true } : {}),
    ...(facts.includes('alert') ? { alert: true } : {}),
    ...(facts.includes('heading') ? { heading: true } : {}),
  };
}

/** A format; `start` and `stop` are the first service day of the whole list, and the first without it. */
export function codeFormat(
  title: string,
  form: string,
  pattern: RegExp,
  { sure = false, ...rest }: Partial<Pick<CodeFormat, 'start' | 'stop' | 'sure' | 'imported'>> = {},
): CodeFormat {
  return { kind: 'format', title, form, pattern, sure, ...rest };
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
