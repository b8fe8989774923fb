/** The envelope of X12 files, both ways: ISA, GS, ST, SE, GE, IEA and the TA1 that answers an ISA. */
import type { TextPolicy } from './characters.ts';
import { decodeDate, decodeTime } from './codec.ts';
import { type Delimiters, repetitionSeparator } from './delimiters.ts';
import type { Segment } from './tokenizer.ts';

export type Party = { qualifier: string; id: string };

/** An ISA as data. Dates ISO, ids without padding. */
export type InterchangeHeader = {
  sender: Party;
  receiver: Party;
  date?: string;
  time?: string;
  version: string;
  isa13: string;
  acknowledgmentRequested: boolean;
  usage: string;
};

/** A GS as data. */
export type GroupHeader = {
  gs01: string;
  sender: string;
  receiver: string;
  date?: string;
  time?: string;
  gs06: string;
  gs08: string;
};

export type SetHeader = { st01: string; st02: string; st03?: string };

/** A TA1: the interchange it answers, accepted (A), accepted with errors (E) or rejected (R), and why. */
export type InterchangeAck = { isa13: string; date?: string; time?: string; result: string; note: string };

const optional = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };

/** Reads an ISA segment. */
export function parseIsa({ elements }: Segment): InterchangeHeader {
  const at = (place: number) => (elements[place] ?? '').trimEnd();
  return {
    sender: { qualifier: at(5), id: at(6) },
    receiver: { qualifier: at(7), id: at(8) },
    ...optional('date', decodeDate(at(9))),
    ...optional('time', decodeTime(at(10))),
    version: at(12),
    isa13: at(13),
    acknowledgmentRequested: at(14) === '1',
    usage: at(15),
  };
}

/** Reads a GS segment. */
export function parseGs({ elements }: Segment): GroupHeader {
  const at = (place: number) => (elements[place] ?? '').trim();
  return {
    gs01: at(1),
    sender: at(2),
    receiver: at(3),
    ...optional('date', decodeDate(at(4))),
    ...optional('time', decodeTime(at(5))),
    gs06: at(6),
    gs08: at(8),
  };
}

/** Reads an ST segment. */
export function parseSt({ elements }: Segment): SetHeader {
  const st03 = (elements[3] ?? '').trim();
  return { st01: (elements[1] ?? '').trim(), st02: (elements[2] ?? '').trim(), ...(st03 === '' ? {} : { st03 }) };
}

/** Reads a TA1 segment. */
export function parseTa1({ elements }: Segment): InterchangeAck {
  const at = (place: number) => (elements[place] ?? '').trim();
  return {
    isa13: at(1),
    ...optional('date', decodeDate(at(2))),
    ...optional('time', decodeTime(at(3))),
    result: at(4),
    note: at(5),
  };
}

/** What an envelope is written from. Control numbers count from 1; `at` is read in UTC. */
export type EnvelopeFacts = {
  sender: Party & { groupId: string };
  receiver: Party & { groupId: string };
  usage: 'T' | 'P';
  isa13: number;
  at: Date;
  acknowledgmentRequested: boolean;
  delimiters: Delimiters;
  /** ISA12; 00501 unless a partner of old speaks 00401. */
  version?: '00401' | '00501';
  /** What texts may hold; any character but delimiters where not given. */
  text?: TextPolicy;
};

/** ISA13 as it is written: nine digits. */
export function formatIsa13(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999_999_999)
    throw new RangeError('ISA13 must lie between 1 and 999999999');
  return String(value).padStart(9, '0');
}

/** ST02 as it is written: at least four digits. */
export function formatSt02(value: number): string {
  return String(value).padStart(4, '0');
}

const VERSION = '00501';

/** ISA elements, padded to their fixed widths. */
export function isaElements(facts: EnvelopeFacts): string[] {
  const { date, time } = stamp(facts.at);
  const { delimiters, version = VERSION } = facts;
  // Without a repetition separator ISA11 holds U, as it did in older versions.
  const repetition = repetitionSeparator(delimiters.repetition, version) || 'U';
  return [
    'ISA', '00', ' '.repeat(10), '00', ' '.repeat(10),
    facts.sender.qualifier, pad(facts.sender.id), facts.receiver.qualifier, pad(facts.receiver.id),
    date.slice(2), time, repetition, version, formatIsa13(facts.isa13),
    facts.acknowledgmentRequested ? '1' : '0', facts.usage, delimiters.component,
  ]; // biome-ignore format: one segment
}

/** GS elements. */
export function gsElements(facts: EnvelopeFacts, group: { gs01: string; gs06: number; gs08: string }): string[] {
  const { date, time } = stamp(facts.at);
  return [
    'GS',
    group.gs01,
    facts.sender.groupId,
    facts.receiver.groupId,
    date,
    time,
    String(group.gs06),
    'X',
    group.gs08,
  ];
}

/** TA1 elements that answer an interchange. */
export function ta1Elements(header: Segment, result: 'A' | 'E' | 'R', note: string): string[] {
  return ['TA1', header.elements[13] ?? '', header.elements[9] ?? '', header.elements[10] ?? '', result, note];
}

/** CCYYMMDD and HHMM of a moment in UTC. */
export function stamp(at: Date): { date: string; time: string } {
  const iso = at.toISOString();
  return { date: iso.slice(0, 10).replaceAll('-', ''), time: iso.slice(11, 16).replace(':', '') };
}

function pad(id: string): string {
  if (id.length > 15) throw new RangeError('an interchange id has at most 15 characters');
  return id.padEnd(15);
}
