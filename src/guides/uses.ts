/** Uses of segments that stand in many loops and differ in little: what they have in common is said here, once. */
import { type SegmentUse, use } from '../x12/grammar.ts';
import { AMT, DTP, HL, N3, N4, NM1, NTE, PER, PRV, REF, TRN } from './segments.ts';

/** The NM1 that opens a loop: `kinds` are the entity types (NM102), `idTypes` the qualifiers of its id (NM108). */
export function nm1(label: string, pos: number, usages: string, entities: string, kinds: string, idTypes?: string) {
  const codes = { '01': entities, '02': kinds, ...(idTypes === undefined ? {} : { '08': idTypes }) };
  return use(NM1, 'name', label, 'R1', pos, usages, codes, '01');
}

/** A street address. */
export function n3(label: string, times: string, pos: number): SegmentUse {
  return use(N3, 'address', label, times, pos, 'RS');
}

/** City, state, postal code and country. */
export function n4(label: string, times: string, pos: number): SegmentUse {
  return use(N4, 'city', label, times, pos, 'RSSS--S', {
    '02': '@state_province',
    '03': '@postal',
    '04': '@country',
    '07': '@country_subdivision',
  });
}

/** A reference known by its qualifier; `value` narrows REF02. */
export function ref(key: string, label: string, times: string, pos: number, codes: string, value?: string): SegmentUse {
  const narrow = { '01': codes, ...(value === undefined ? {} : { '02': value }) };
  return use(REF, key, label, times, pos, 'RR', narrow, '01');
}

/** A reference that may say in REF04 for which payer it holds. */
export function payerRef(key: string, label: string, times: string, pos: number, codes: string): SegmentUse {
  return use(REF, key, label, times, pos, 'RR-S(RR)', { '01': codes, '04-01': '2U' }, '01');
}

/** Further ids of a party (`attendingProvider`, 'Attending Provider'). */
export function secondaryIds(of: string, label: string, times: string, pos: number, codes: string): SegmentUse {
  return ref(`${of}SecondaryIdentification`, `${label} Secondary Identification`, times, pos, codes);
}

/** Further ids of a party, each of which may hold for one payer. */
export function payerSecondaryIds(of: string, label: string, times: string, pos: number, codes: string): SegmentUse {
  return payerRef(`${of}SecondaryIdentification`, `${label} Secondary Identification`, times, pos, codes);
}

/** A date or period known by its qualifier. */
export function dtp(key: string, label: string, times: string, pos: number, codes: string, formats = 'D8'): SegmentUse {
  return use(DTP, key, label, times, pos, 'RRR', { '01': codes, '02': formats }, '01');
}

/** An amount known by its qualifier. */
export function amt(key: string, label: string, times: string, pos: number, codes: string): SegmentUse {
  return use(AMT, key, label, times, pos, 'RR', { '01': codes }, '01');
}

/** A note known by its qualifier. */
export function nte(key: string, label: string, times: string, pos: number, codes: string): SegmentUse {
  return use(NTE, key, label, times, pos, 'RR', { '01': codes }, '01');
}

/** A provider's taxonomy code. */
export function prv(label: string, times: string, pos: number, code: string): SegmentUse {
  return use(PRV, 'specialty', label, times, pos, 'RRR', { '01': code, '02': 'PXC', '03': '@provider_taxonomy' });
}

/** Contacts with up to three numbers: telephone, extension, fax, e-mail. */
export function per(label: string, times: string, pos: number): SegmentUse {
  const codes = { '01': 'IC', '03': 'EM FX TE', '05 07': 'EM EX FX TE' };
  return use(PER, 'contacts', label, times, pos, 'RSRRSSSS', codes, '01');
}

/** A contact with a telephone number and its extension. */
export function phone(label: string, times: string, pos: number): SegmentUse {
  return use(PER, 'contacts', label, times, pos, 'RSRRSS', { '01': 'IC', '03': 'TE', '05': 'EX' }, '01');
}

/** The HL that opens a hierarchical level; `child` says whether levels lie below it (HL04), where the guide asks. */
export function hl(label: string, pos: number, usages: string, level: string, child?: string): SegmentUse {
  const codes = { '03': level, ...(child === undefined ? {} : { '04': child }) };
  return use(HL, 'hierarchy', label, 'R1', pos, usages, codes, '03');
}

/** A trace number: its own (1) or the one it answers (2). */
export function trn(label: string, code: '1' | '2'): SegmentUse {
  return use(TRN, 'trace', label, 'R1', 900, 'RR', { '01': code }, '01');
}
