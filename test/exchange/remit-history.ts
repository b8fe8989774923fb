/** What payers may do with claims over several remittances, as files: drawn at random, each balancing to the cent. */
import fc from 'fast-check';
import { HP, interchange } from './answers.ts';

/** What becomes of a claim at one time: decided in whole or in two parts, taken back, corrected, refused as a duplicate. */
type Round = {
  act: 'decide' | 'split' | 'reverse' | 'correct' | 'correct-later' | 'again' | 'duplicate';
  dollars: number;
};

type ClaimPart = { pcn: string; status: string; charge: number; paid: number };
type Day = { parts: ClaimPart[]; plb: string[]; adjusted: number };

/** Charge of every claim of these stories, in whole dollars. */
export const STORY_CHARGE = 185;

const round: fc.Arbitrary<Round> = fc.record({
  act: fc.constantFrom('decide', 'split', 'reverse', 'correct', 'correct-later', 'again', 'duplicate'),
  dollars: fc.constantFrom(0, 40, 100, 160),
});

/** Files of one story: each one an interchange with an 835, some of them with two. */
export const remittanceStory: fc.Arbitrary<{ numbers: string[]; files: string[] }> = fc
  .record({
    rounds: fc.array(fc.array(round, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    putOff: fc.boolean(),
  })
  .map(({ rounds, putOff }) => {
    const days = daysOf(rounds, putOff);
    const sets = days.flatMap((day, index) => (day.parts.length + day.plb.length === 0 ? [] : [setOf(day, index)]));
    const files: string[] = [];
    // The first two payments come in one file.
    const chunks =
      sets.length > 2 ? [sets.slice(0, 2), ...sets.slice(2).map((one) => [one])] : sets.map((one) => [one]);
    for (const [index, some] of chunks.entries())
      files.push(interchange({ ...HP, isa13: String(index + 1).padStart(9, '0') }, some));
    return { numbers: rounds.map((_, claim) => `C${claim}`), files };
  });

/** One payment for each day on which anything happens; balances that cannot be taken are put off (WO) or carried (FB). */
function daysOf(rounds: readonly (readonly Round[])[], putOff: boolean): Day[] {
  const days: Day[] = Array.from({ length: 14 }, () => ({ parts: [], plb: [], adjusted: 0 }));
  rounds.forEach((acts, claim) => {
    let stands: ClaimPart | undefined;
    acts.forEach(({ act, dollars }, index) => {
      const at = 1 + claim + index * 3;
      stands = enact(days, at, `C${claim}`, act, dollars, stands);
    });
  });
  let carried = 0;
  for (const [index, day] of days.entries()) {
    const paid = day.parts.reduce((sum, part) => sum + part.paid, 0) - carried;
    if (carried > 0) adjust(day, `FB:D${index}`, carried);
    carried = 0;
    if (paid >= 0) continue;
    const later = days[index + 2];
    if (putOff && later !== undefined) {
      adjust(day, `WO:N${index}`, paid);
      adjust(later, `WO:N${index}`, -paid);
    } else {
      carried = -paid;
      adjust(day, `FB:D${index}`, paid);
    }
  }
  return days;
}

function adjust(day: Day, code: string, dollars: number): void {
  day.plb.push(`${code}*${dollars}`);
  day.adjusted += dollars;
}

function enact(
  days: Day[],
  at: number,
  pcn: string,
  act: Round['act'],
  dollars: number,
  stands: ClaimPart | undefined,
): ClaimPart | undefined {
  const put = (day: number, part: Omit<ClaimPart, 'pcn'>): ClaimPart => {
    const whole = { pcn, ...part };
    days[Math.min(day, days.length - 1)]!.parts.push(whole);
    return whole;
  };
  const decided = { status: dollars === 0 ? '4' : '1', charge: STORY_CHARGE, paid: dollars };
  const back = stands === undefined ? undefined : { status: '22', charge: -stands.charge, paid: -stands.paid };
  switch (act) {
    case 'split':
      put(at + 1, { status: '1', charge: 60, paid: Math.min(60, dollars) });
      return put(at, { status: '1', charge: 125, paid: Math.min(125, dollars) });
    case 'reverse':
      if (back !== undefined) put(at, back);
      return undefined;
    case 'correct':
      if (back !== undefined) put(at, back);
      return put(at, decided);
    case 'correct-later':
      if (back !== undefined) put(at, back);
      return put(at + 1, decided);
    case 'duplicate':
      put(at, { status: '4', charge: STORY_CHARGE, paid: 0 });
      return stands;
    default:
      return put(at, decided);
  }
}

/** The 835 set of a day. */
function setOf({ parts, plb, adjusted }: Day, index: number): string[] {
  const date = `202601${String(index + 1).padStart(2, '0')}`;
  const amount = parts.reduce((sum, part) => sum + part.paid, 0) - adjusted;
  return [
    `BPR*${amount === 0 ? 'H' : 'I'}*${Math.abs(amount)}*${amount < 0 ? 'D' : 'C'}*${amount === 0 ? 'NON' : 'CHK'}************${date}`,
    `TRN*1*DAY${index}*1512345678`,
    `DTM*405*${date}`,
    'N1*PR*SAMPLE HEALTH PLAN',
    'N3*1 PAYER ROAD',
    'N4*COLUMBUS*OH*43215',
    'PER*BL*SUPPORT*TE*6145550199',
    'N1*PE*RIVERSIDE FAMILY MEDICINE*XX*1234567893',
    'LX*1',
    ...parts.flatMap(claimOf),
    ...plb.map((one) => `PLB*1234567893*20261231*${one}`),
  ];
}

function claimOf({ pcn, status, charge, paid }: ClaimPart): string[] {
  const left = charge - paid;
  const refused = status === '4' ? '29' : '45';
  return [
    `CLP*${pcn}*${status}*${charge}*${paid}**12*N${pcn}*11*1`,
    'NM1*QC*1*WINTERS*ALMA****MI*MEM0001',
    `SVC*HC:99213*${charge}*${paid}**1`,
    'DTM*472*20260102',
    ...(left === 0 ? [] : [`CAS*CO*${refused}*${left}`]),
  ];
}
