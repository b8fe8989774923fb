/** An 837 read into claim objects and written again, and both as segments that can be compared. */
import type { Claim } from '../../schemas/claim.ts';
import { claimsFrom837 } from '../../src/claims/read-claims.ts';
import { parseClaim } from '../../src/claims/validate.ts';
import { writeClaims } from '../../src/claims/write-claims.ts';
import type { Issue } from '../../src/issue.ts';
import { isNpi } from '../../src/npi.ts';
import { createWireReader } from '../../src/x12/reader.ts';
import { ENVELOPE } from './envelope.ts';

/** The sections of a file from loop 2000A on, as written by others and by us; `issues` of the form and of what was lost. */
export type RoundTrip = { claims: number; before: string[]; after: string[]; issues: Issue[] };

/** Reads the claims of a file, checks them and writes them. */
export async function roundTrip(bytes: Uint8Array): Promise<RoundTrip> {
  const claims: Claim[] = [];
  const issues: Issue[] = [];
  const numbered = new Set<string>();
  for await (const item of claimsFrom837(bytes)) {
    if (item.type === 'issue') continue;
    issues.push(...item.issues.filter(({ code }) => code.startsWith('claim-')));
    const { claim } = parseClaim(item.claim);
    if (claim === undefined) continue;
    claims.push(claim);
    const lines = item.claim.lines as readonly { lineControlNumber?: string }[];
    claim.lines.forEach(({ lineControlNumber }, index) => {
      if (lines[index]?.lineControlNumber === undefined) numbered.add(`REF*6R*${lineControlNumber}`);
    });
  }
  const { text } = writeClaims(claims, ENVELOPE);
  const after = sectionsOf(Buffer.from(text), (segment) => !numbered.has(segment));
  return { claims: claims.length, before: sectionsOf(bytes), after, issues };
}

/** Where the segments that follow may no longer change places with those before. */
const OPENERS: ReadonlySet<string> = new Set(['HL', 'CLM', 'SBR', 'LX', 'SVD']);

/** Segments from the first HL of each set on. Inside a section, loops and segments may come in any order. */
function sectionsOf(bytes: Uint8Array, keeps: (segment: string) => boolean = () => true): string[] {
  const sections: string[][] = [];
  for (const segment of bodiesOf(bytes).filter(keeps)) {
    const id = segment.split('*')[0] ?? '';
    if (OPENERS.has(id)) sections.push([segment]);
    else sections.at(-1)?.push(segment);
  }
  return sections.map(([opener = '', ...rest]) => [opener, ...loopsOf(rest).sort()].join('~'));
}

function loopsOf(segments: readonly string[]): string[] {
  const loops: string[][] = [[]];
  for (const segment of segments) {
    if (segment.startsWith('NM1*')) loops.push([segment]);
    else loops.at(-1)?.push(segment);
  }
  const [loose = [], ...named] = loops;
  return [...loose, ...named.map(([name = '', ...rest]) => [name, ...rest.sort()].join('~'))];
}

function bodiesOf(bytes: Uint8Array): string[] {
  const reader = createWireReader({ findGuide: () => undefined, keepSegments: true });
  return [...reader.push(bytes), ...reader.end()].flatMap((item) => {
    if (item.kind !== 'set-end') return [];
    const body = item.raw.slice(
      item.raw.findIndex(({ elements }) => elements[0] === 'HL'),
      -1,
    );
    return body.map(({ elements, delimiters }) => spelled(elements, delimiters));
  });
}

/** A segment in one spelling whatever the delimiters: no numbers that the writer counts, no zeros that say nothing. */
function spelled(
  elements: readonly string[],
  { component, repetition }: { component: string; repetition: string },
): string {
  if (elements[0] === 'HL') return `HL*${elements[3]}`;
  if (elements[0] === 'LX') return 'LX';
  return elements
    .map((element) =>
      trimmed(element.split(component).map(canonical), ':').replaceAll(repetition === '' ? '^' : repetition, '^'),
    )
    .join('*')
    .replace(/\*+$/, '');
}

const trimmed = (parts: readonly string[], separator: string): string =>
  parts.join(separator).replace(new RegExp(`${separator}+$`), '');

const canonical = (text: string): string =>
  /^-?\d*\.\d*$/.test(text) && /\d/.test(text) ? String(Number(text)) : text.trimEnd();

/** The file with sound NPIs and taxonomy codes: those of public samples are mostly invented. */
export function withSoundNumbers(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const sound = text
    .replace(/(?<=[^A-Z0-9]XX[^A-Z0-9])\d{10}(?!\d)/g, soundNpi)
    .replace(/(?<=[^A-Z0-9]PXC[^A-Z0-9])[0-9A-Z]{9,10}(?![0-9A-Z])/g, soundTaxonomy);
  return Buffer.from(sound, 'latin1');
}

/** The number with a right check digit. */
function soundNpi(given: string): string {
  const body = /^[12]/.test(given) ? given.slice(0, 9) : `1${given.slice(1, 9)}`;
  return Array.from({ length: 10 }, (_, check) => `${body}${check}`).find(isNpi) ?? given;
}

const soundTaxonomy = (given: string): string => `${given.slice(0, 9)}X`.replace(/^\D../, '207');
