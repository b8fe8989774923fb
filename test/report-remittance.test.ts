/** Remittances for people: the sums are those of the file, all is escaped, and nobody masked is told. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatCents, parseCents, toCents } from '../src/money.ts';
import { readInterchangeSync } from '../src/read-interchange.ts';
import { type ReportOptions, reportRemittance } from '../src/report-remittance.ts';
import { createGatherer } from '../src/view/remittance/remittances.ts';
import { holds } from '../src/view/remittance/sums.ts';
import { type RemittanceView, viewOf } from '../src/view/remittance/view.ts';
import { CORPUS } from './corpus.ts';
import { edit, in835, PAYMENT_835 } from './x12/wire.ts';

const sample = readFileSync('samples/answers/835.x12', 'utf8');

async function reported(source: string, options: ReportOptions = {}): Promise<string> {
  let text = '';
  for await (const chunk of reportRemittance(source, options)) text += chunk;
  return text;
}

function viewsOf(source: string | Uint8Array): RemittanceView[] {
  const gather = createGatherer();
  return [...readInterchangeSync(source)]
    .flatMap(gather)
    .flatMap((part) => (part.kind === 'remittance' ? [viewOf(part, false)] : []));
}

/** What a file's segments add up to, counted without the reader. */
function countedIn(text: string) {
  const isa = text.slice(text.indexOf('ISA'));
  const element = isa.charAt(3);
  // An ISA may be of a wrong length: its end is what stands before GS.
  const end = /(.)\s*GS/.exec(isa)?.[1] ?? '~';
  const sums = { claims: 0, charge: 0, paid: 0, patient: 0, provider: 0, payment: 0 };
  const groups: Record<string, number> = {};
  const cents = (value: string | undefined): number => parseCents(value ?? '') ?? 0;
  for (const segment of isa.split(end)) {
    const [id = '', ...at] = segment.trim().split(element);
    if (id === 'CLP') {
      sums.claims++;
      sums.charge += cents(at[2]);
      sums.paid += cents(at[3]);
      sums.patient += cents(at[4]);
    }
    for (let reason = 1; id === 'CAS' && reason < at.length; reason += 3)
      if (at[reason]) groups[at[0] ?? ''] = (groups[at[0] ?? ''] ?? 0) + cents(at[reason + 1]);
    for (let amount = 3; id === 'PLB' && amount < at.length; amount += 2) sums.provider += cents(at[amount]);
    if (id === 'BPR') sums.payment += at[2] === 'D' ? -cents(at[1]) : cents(at[1]);
  }
  return { ...sums, groups };
}

const sumOver = (views: readonly RemittanceView[], of: (view: RemittanceView) => number | undefined): number =>
  views.reduce((sum, view) => sum + (of(view) ?? Number.NaN), 0);

function totalsOfViews(views: readonly RemittanceView[]) {
  const groups: Record<string, number> = {};
  for (const { label, amount } of views.flatMap((view) => view.groups)) {
    const group = label.split(' ')[0] ?? '';
    groups[group] = (groups[group] ?? 0) + (amount ?? Number.NaN);
  }
  return {
    claims: sumOver(views, ({ claimCount }) => claimCount),
    charge: sumOver(views, ({ charge }) => charge),
    paid: sumOver(views, ({ paid }) => paid),
    patient: sumOver(views, ({ patientResponsibility }) => patientResponsibility),
    provider: sumOver(views, ({ provider }) => provider),
    payment: sumOver(views, ({ payment }) => payment),
    groups,
  };
}

/** 835s of public collections that are whole, in the version that is read. */
const sound = CORPUS.filter(
  ({ types, transactions, strict_valid_candidate }) =>
    types.length === 1 &&
    types[0] === '835' &&
    strict_valid_candidate &&
    transactions.every(({ gs08 }) => gs08 === '005010X221A1'),
);

describe('sums', () => {
  test('there are files to add up', () => {
    expect(sound.length).toBeGreaterThan(0);
  });

  test.each([
    { path: 'samples/answers/835.x12', bytes: () => Buffer.from(sample) },
    ...sound.map(({ path, bytes }) => ({ path, bytes })),
  ])('of $path are those of its segments', ({ bytes }) => {
    expect(totalsOfViews(viewsOf(bytes()))).toEqual(countedIn(bytes().toString('latin1')));
  });

  test.each([{ html: false }, { html: true }])('are what the report shows (%o)', async (options) => {
    const { charge, paid, payment, patient, groups } = countedIn(sample);
    const text = await reported(sample, options);
    for (const amount of [charge, paid, payment, patient, ...Object.values(groups)])
      expect(text).toContain(formatCents(toCents(amount)));
  });

  test('the patient share by kind is the sum of group PR', () => {
    for (const { patient, groups } of viewsOf(sample)) {
      const share = groups.find(({ label }) => label.startsWith('PR '))?.amount;
      expect(patient.reduce((sum, { amount }) => sum + (amount ?? Number.NaN), 0)).toBe(share);
      expect(patient.map(({ amount }) => amount)).toEqual([25600, 72088, 10000, 3500]);
    }
  });

  test('that leave what integers hold are said to, and the rest is told', async () => {
    const huge = edit(PAYMENT_835, 'CLP', [
      'CLP*PCN1*1*90071992547409.9*0*0*12*ICN1',
      'CLP*PCN2*1*90071992547409.9*0*0*12*ICN2',
    ]);
    expect(await reported(in835(huge))).toMatch(/Charged on 2 claims +too large to add up\n/);
  });
});

const BALANCES = [
  ['a file that balances', sample, [true, 0, 0]],
  ['a claim paid less than its lines say', sample.replace('*295*148*', '*295*143*'), [false, 1, 0]],
  ['a line with an adjustment too many', sample.replace('CAS*CO*45*42~', 'CAS*CO*45*42.01~'), [true, 1, 1]],
  ['a deposit that is another', sample.replace('BPR*I*3316.77*', 'BPR*I*3316.78*'), [false, 0, 0]],
] as const;

describe('the proof of', () => {
  test.each(BALANCES)('%s', (_name, text, [payment, claims, lines]) => {
    const [view] = viewsOf(text);
    expect(view && holds(view.proof)).toBe(payment);
    expect(view?.claims.filter(({ proof }) => !holds(proof))).toHaveLength(claims);
    expect(view?.claims.flatMap((claim) => claim.lines).filter(({ proof }) => !holds(proof))).toHaveLength(lines);
  });

  test.each(
    BALANCES.map(([name, text, [payment, claims, lines]]) => ({
      name,
      text,
      balanced: payment && claims + lines === 0,
    })),
  )('$name is told in both forms', async ({ text, balanced }) => {
    expect((await reported(text)).includes('off by')).toBe(!balanced);
    expect((await reported(text, { html: true })).includes('Off by')).toBe(!balanced);
  });

  test('what is off names the exact cents', async () => {
    const text = await reported(sample.replace('*295*148*', '*295*143*'));
    expect(text).toContain(
      '3,310.52 paid on claims + 1.25 provider adjustments is not 3,316.77 payment: off by -5.00\n',
    );
    expect(text).toContain('claim CW1002: 295.00 charge - 147.00 adjustments is not 143.00 paid: off by 5.00\n');
    expect(text).toContain('11 of 12 balance\n');
    expect(text).toContain('error claim-balance');
  });
});

describe('the text', () => {
  test('of a small remittance', async () => {
    const text = await reported(sample);
    const from = text.indexOf('CW1002');
    expect(text.slice(from, text.indexOf('\n\n', from)).split('\n')).toEqual([
      'CW1002  OKAFOR, BENNET  Paid in part; primary',
      "  Payer's claim number  P830057631764",
      '  Patient id            MEM7014',
      '  Received              2026-11-23',
      '  charge 295.00, paid 148.00, patient responsibility 20.00',
      '  Line  Service     Procedure                Units       Charge     Adjusted         Paid',
      '  1     2026-11-02  99214                        1       210.00        62.00       148.00',
      '      Line control number L1',
      '      CO-45          42.00  Above allowed or contracted amount',
      '      PR-3           20.00  Copay',
      '      amount        168.00  Allowed amount',
      '  2     2026-11-02  93000                        1        85.00        85.00         0.00',
      '      Line control number L2',
      '      CO-50          85.00  Not medically necessary',
      '      remark          N115  Local coverage determination',
      '  Balance  295.00 charge - 147.00 adjustments = 148.00 paid: balances',
    ]);
  });

  test('moves no cursor', async () => {
    const text = await reported(sample.replace('OKAFOR', '\u001b[2JOKAFOR'));
    expect(text).toContain('[2JOKAFOR');
    expect(text).not.toContain('\u001b');
  });

  test.each([
    ['WO:ICN9*25', 'WO Overpayment recovery', 'lowers the payment by 25.00: an earlier overpayment is taken back'],
    ['FB:ICN9*-25', 'FB Forwarding balance', 'raises the payment by 25.00: carried over to a later remittance'],
    ['72:ICN9*-0.5', '72 Authorized return', 'raises the payment by 0.50: a refund is acknowledged'],
    [
      'WO:ICN9*-25',
      'WO Overpayment recovery',
      'raises the payment by 25.00: the taking back of an overpayment is put off',
    ],
    ['ZZ:ICN9*-25', 'ZZ', 'raises the payment by 25.00 '],
    ['CS:ICN9*0', 'CS Adjustment', 'leaves the payment as it is'],
  ])('says what PLB %s does', async (plb, reason, effect) => {
    const text = await reported(sample.replace(/PLB\*[^~]*/, `PLB*1234567893*20261231*${plb}`));
    expect(text).toContain(reason);
    expect(text).toContain(effect);
  });

  test.each([
    ['1', 'Paid in part; primary'],
    ['2', 'Paid in part; secondary'],
    ['4', 'Denied: patient not recognized or no contract'],
    ['19', 'Paid in part; primary, forwarded'],
    ['22', 'Reversal of previous payment'],
    ['25', 'Predetermination, no payment'],
  ])('says what status %s is', async (status, words) => {
    expect(await reported(sample.replace('CLP*CW1002*1*', `CLP*CW1002*${status}*`))).toContain(
      `CW1002  OKAFOR, BENNET  ${words}\n`,
    );
  });
});

describe('the page', () => {
  test('escapes what comes from the file, and has no script', async () => {
    const hostile = sample
      .replace('OKAFOR', '<script>alert(1)</script>')
      .replace('SAMPLE HEALTH PLAN', `"><img src=x onerror='x()'>`)
      .replaceAll('T825244944771', 'T&<b>');
    const page = await reported(hostile, { html: true, file: '<i>.835' });
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&quot;&gt;&lt;img src=x onerror=&#39;x()&#39;&gt;');
    expect(page).toContain('<h2>Remittance T&amp;&lt;b&gt;</h2>');
    expect(page).toContain('<title>Remittances in &lt;i&gt;.835</title>');
    expect(page).not.toMatch(/<(script|img|link|i|iframe)\b/);
    expect(page).not.toMatch(/\b(src|href|on\w+)="/);
  });

  test('closes every element that it opens, and names every table and its heads', async () => {
    const page = await reported(sample, { html: true });
    const open: string[] = [];
    for (const [, slash, name = ''] of page
      .replace(/<style>[\s\S]*<\/style>/, '')
      .matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
      if (name === 'meta') continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    expect(page.match(/<table>/g)?.length).toBe(page.match(/<table><caption>/g)?.length);
    expect(page).not.toContain('<th>');
  });
});

describe('masked', () => {
  test.each([{ html: false }, { html: true }])('nobody is told who the patients are (%o)', async (options) => {
    const text = await reported(sample, { ...options, mask: true });
    const [view] = viewsOf(sample);
    const names = [...sample.matchAll(/NM1\*QC\*1\*([A-Z]+)\*([A-Z]+)\*+MI\*(\w+)/g)].flatMap(([, ...parts]) => parts);
    expect(names.length).toBe(36);
    for (const name of [...names, ...(view?.claims ?? []).map(({ number }) => number), '2026-11-02', 'P830057631764'])
      expect(text).not.toContain(name);
    expect(text).toContain('SAMPLE HEALTH PLAN');
    expect(text).toContain('3,316.77');
  });
});

describe('a file', () => {
  test('of several remittances: each with its own claims and findings', async () => {
    const told: string[] = [];
    const second = sample.replaceAll('T825244944771', 'SECOND').replace('*295*148*', '*295*143*');
    const text = await reported(sample + second, { onRemittance: (trace) => told.push(trace) });
    expect(told).toEqual(['T825244944771', 'SECOND']);
    const [first = '', other = ''] = text.split('Remittance SECOND');
    expect(first).not.toContain('off by');
    expect(first).not.toContain('claim-balance');
    expect(other).toContain('claim-balance');
    expect(first.match(/ of 12 balance/g)).toHaveLength(1);
  });

  test('cut off: what came is told, and that it is cut off', async () => {
    const text = await reported(sample.slice(0, 3000));
    expect(text).toContain('CW1001  WINTERS, ALMA');
    expect(text).toContain('error truncated');
    expect(text).toContain('Findings on the file\n');
  });

  test.each(['', readFileSync('samples/answers/999.x12', 'utf8')])(
    'without a remittance: none is told (%#)',
    async (text) => {
      const told: string[] = [];
      await reported(text, { onRemittance: (trace) => told.push(trace) });
      expect(told).toEqual([]);
    },
  );

  test('of many findings: the first of them, and how many more', async () => {
    let found = 0;
    const text = await reported(sample.replaceAll('HC:', 'QQ:').replaceAll('DTM*472', 'DTM*999'), {
      onIssue: () => found++,
    });
    expect(found).toBeGreaterThan(20);
    expect(text.match(/^ {2}(error|warning) /gm)).toHaveLength(20);
    expect(text).toContain(`  and ${found - 20} more: claimwire check shows them all\n`);
  });
});
