/** The segments of the envelope in words: ISA, GS, ST and their trailers, TA1. */
import { labelOf } from '../codes/labels/label-of.ts';
import { ta1 } from '../guides/envelope.ts';
import { type Party, parseGs, parseIsa, parseSt } from '../x12/envelope.ts';
import type { Guide } from '../x12/grammar.ts';
import type { Segment } from '../x12/tokenizer.ts';
import { type Spelling, spellSegment, visible } from './spell.ts';
import type { Part } from './view-line.ts';

type Spelled = { label: string; parts: Part[] };

/** The words for a segment of the envelope, or undefined when it is none. `guide` is that of the set an ST opens. */
export function spellEnvelope(segment: Segment, guide: Guide | undefined, spelling: Spelling): Spelled | undefined {
  switch (segment.elements[0]) {
    case 'ISA':
      return { label: 'Interchange', parts: interchangeParts(segment) };
    case 'GS':
      return { label: 'Functional Group', parts: groupParts(segment) };
    case 'ST':
      return { label: guide?.label ?? 'Transaction Set', parts: setParts(segment, guide) };
    case 'SE':
      return { label: 'End of Transaction Set', parts: trailerParts(segment, 'segments') };
    case 'GE':
      return { label: 'End of Functional Group', parts: trailerParts(segment, 'sets') };
    case 'IEA':
      return { label: 'End of Interchange', parts: trailerParts(segment, 'groups') };
    case 'TA1':
      return { label: ta1.label, parts: spellSegment(ta1, segment, spelling) };
    default:
      return undefined;
  }
}

/** Parts that hold something; `de` is the data element whose codes are spelled out. */
function partsOf(rows: readonly (readonly [name: string, value: string | undefined, de?: string])[]): Part[] {
  return rows.flatMap(([name, given = '', de]) => {
    const value = visible(given);
    const label = de === undefined ? undefined : labelOf(value, de);
    return value === '' ? [] : [{ name, value, ...(label === undefined ? {} : { label }) }];
  });
}

function interchangeParts(segment: Segment): Part[] {
  const { isa13, sender, receiver, date, time, usage, version, acknowledgmentRequested } = parseIsa(segment);
  return [
    ...partsOf([['control', isa13]]),
    ...partyParts('from', sender),
    ...partyParts('to', receiver),
    ...partsOf([
      ['at', [date, time].filter((part) => part !== undefined).join(' ')],
      ['usage', usage, 'I14'],
      ['version', version],
      ['TA1', acknowledgmentRequested ? 'requested' : undefined],
    ]),
  ];
}

function partyParts(name: string, { qualifier, id }: Party): Part[] {
  return [
    {
      name,
      parts: partsOf([
        ['', qualifier, 'I05'],
        ['', id],
      ]),
    },
  ];
}

function groupParts(segment: Segment): Part[] {
  const { gs01, gs06, gs08, sender, receiver, date, time } = parseGs(segment);
  return partsOf([
    ['kind', gs01, '479'],
    ['control', gs06],
    ['from', sender],
    ['to', receiver],
    ['at', [date, time].filter((part) => part !== undefined).join(' ')],
    ['version', gs08],
  ]);
}

function setParts(segment: Segment, guide: Guide | undefined): Part[] {
  const { st01, st02, st03 } = parseSt(segment);
  return partsOf([
    ['set', st01, '143'],
    ['control', st02],
    ['guide', guide?.id ?? st03],
  ]);
}

function trailerParts({ elements }: Segment, counted: string): Part[] {
  return partsOf([
    [counted, elements[1]],
    ['control', elements[2]],
  ]);
}
