/** Rules of the envelope: ISA, GS, ST and the TA1, beyond what is declared, counted and repeated, which reading checks. */
import type { GroupHeader, InterchangeAck, InterchangeHeader, SetHeader } from '../x12/envelope.ts';
import type { Guide } from '../x12/grammar.ts';
import type { Rule } from './rule.ts';

/** An ISA; `seen` are the numbers of those before it in the file, by sender and receiver. */
export type InterchangeContext = { header: InterchangeHeader; seen: Set<string> };

/** A GS, with the version of its interchange. */
export type GroupContext = { header: GroupHeader; version: string | undefined };

/** An ST, with its group and the guide it is read by. */
export type SetContext = { header: SetHeader; group: GroupHeader | undefined; guide: Guide | undefined };

/** A file that holds more is not compared beyond, or a hostile one would fill the memory. */
const MOST_INTERCHANGES = 100_000;

/** Rules of an interchange header. */
export const INTERCHANGE_RULES: readonly Rule<InterchangeContext>[] = [
  {
    id: 'R9',
    snip: 1,
    code: 'interchange-duplicate',
    severity: 'error',
    says: 'an interchange has the number (ISA13) of an earlier one of its sender to its receiver',
    next: 'ask the sender for a new ISA13 where it is another interchange',
    check({ header: { sender, receiver, isa13 }, seen }, report) {
      const key = [sender.qualifier, sender.id, receiver.qualifier, receiver.id, isa13].join('|');
      if (seen.has(key)) report(undefined, { element: 'ISA13', found: isa13 });
      if (seen.size < MOST_INTERCHANGES) seen.add(key);
    },
  },
];

/** Rules of a group header. */
export const GROUP_RULES: readonly Rule<GroupContext>[] = [
  {
    id: 'R10',
    snip: 1,
    code: 'element-code',
    severity: 'error',
    says: 'a group of version 005010 stands in an interchange of another version',
    next: 'ask the sender to send ISA12 = 00501',
    check({ header, version }, report) {
      if (header.gs08.startsWith('005010') && version !== undefined && version !== '00501')
        report(undefined, { element: 'ISA12', found: version, expected: '00501' });
    },
  },
];

/** Rules of a set header. */
export const SET_RULES: readonly Rule<SetContext>[] = [
  {
    id: 'R12',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'ST03 differs from GS08',
    next: 'ask the sender which of the two guides is meant, and to send it in both',
    check({ header: { st03 }, group, guide }, report) {
      if (st03 === undefined || group === undefined || group.gs08 === st03) return;
      // Two editions of one guide are understood all the same.
      const editions = guide === undefined ? [] : [guide.id, ...guide.aliases];
      const severity = editions.includes(st03) && editions.includes(group.gs08) ? 'warning' : 'error';
      report(undefined, { element: 'ST03', found: st03, expected: group.gs08, severity });
    },
  },
];

/** Rules of a TA1. */
export const TA1_RULES: readonly Rule<InterchangeAck>[] = [
  {
    id: 'R223',
    snip: 1,
    code: 'element-code',
    severity: 'error',
    says: 'an interchange is accepted (TA104 A) with a note (TA105), or not accepted without one (000)',
    next: 'ask who sent the TA1 what is meant',
    check({ result, note }, report) {
      if (/^[AER]$/.test(result) && /^0([0-2]\d|3[01])$/.test(note) && (result === 'A') !== (note === '000'))
        report(undefined, { element: 'TA105', found: `${result} ${note}` });
    },
  },
];
