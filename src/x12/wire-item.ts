/** The items of the wire reader. */
import type { Issue, Origin } from '../issue.ts';
import type { GroupHeader, InterchangeAck, InterchangeHeader, SetHeader } from './envelope.ts';
import type { Guide } from './grammar.ts';
import type { Value } from './segment-values.ts';
import type { SetRecord } from './set-reader.ts';
import type { Segment } from './tokenizer.ts';

/** What the wire reader hands out, one after the other. */
export type WireItem =
  | { kind: 'interchange'; header: InterchangeHeader; segment: Segment; origin: Origin }
  | { kind: 'ta1'; ack: InterchangeAck; segment: Segment; origin: Origin }
  | { kind: 'group'; header: GroupHeader; segment: Segment; origin: Origin }
  | { kind: 'set'; header: SetHeader; group: GroupHeader | undefined; guide: Guide | undefined; origin: Origin }
  | { kind: 'record'; guide: Guide; record: SetRecord; origin: Origin }
  | {
      kind: 'set-end';
      guide: Guide | undefined;
      header: SetHeader;
      value: Value;
      segments: number;
      /** Records of a set that no guide is known for. */
      unread: number;
      raw: SetSegments;
      origin: Origin;
    }
  | { kind: 'group-end'; header: GroupHeader; sets: number; segment: Segment | undefined; origin: Origin }
  | { kind: 'interchange-end'; header: InterchangeHeader; groups: number; segment: Segment | undefined; origin: Origin }
  | { kind: 'stray'; segment: Segment; origin: Origin }
  | { kind: 'issue'; issue: Issue }
  | { kind: 'end'; totals: Totals };

/** The segments of a set as they stand in the file, ST first and SE last (where there is one); none unless asked for. */
export type SetSegments = readonly Segment[];

/** Counts over the whole input. */
export type Totals = { interchanges: number; groups: number; transactions: number; segments: number; issues: number };
