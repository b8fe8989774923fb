/**
 * Findings as a compiler would report them: those of one kind together, each place with what was found there, then what was
 * expected and what to do. Memory holds kinds, not places.
 */
import type { SummaryRecord } from '../../schemas/records.ts';
import type { Issue, Origin, Severity } from '../issue.ts';
import { nextStep } from '../next-steps.ts';
import { countsInWords, plural, SEVERITIES, sentence } from './finding-text.ts';
import type { Ink } from './render.ts';

export type Report = {
  add(finding: Issue): void;
  /** How many findings of a severity were added. */
  count(severity: Severity): number;
  /** The report as lines, errors first, the summary line last. */
  lines(summary: SummaryRecord): string[];
};

export type ReportOptions = {
  /** Name of the file, before each place. */
  file: string;
  /** Places shown of each kind: 10 unless given. */
  places?: number;
  paint?: (ink: Ink, text: string) => string;
};

type Kind = { finding: Issue; places: { origin: Origin; found: string | undefined }[]; count: number };

/** A report on one file. */
export function createReport({ file, places = 10, paint = (_ink, text) => text }: ReportOptions): Report {
  const kinds = new Map<string, Kind>();
  const counts = { error: 0, warning: 0, info: 0 };
  return {
    add(finding) {
      counts[finding.severity]++;
      const key = keyOf(finding);
      const kind = kinds.get(key) ?? { finding, places: [], count: 0 };
      kinds.set(key, kind);
      if (++kind.count <= places) kind.places.push({ origin: finding.origin ?? {}, found: finding.found });
    },
    count: (severity) => counts[severity],
    lines(summary) {
      const ordered = SEVERITIES.flatMap((severity) =>
        [...kinds.values()].filter(({ finding }) => finding.severity === severity),
      );
      const several = { interchanges: summary.interchanges > 1, groups: summary.groups > 1 };
      return [
        ...ordered.flatMap((kind) => [...kindLines(kind, { file, several, paint }), '']),
        summaryLine(file, counts, summary),
      ];
    },
  };
}

function keyOf({ severity, code, rule, loop, element, segmentId, message, expected }: Issue): string {
  return [severity, code, rule, loop, element, segmentId, message, expected].join('\n');
}

type Layout = {
  file: string;
  /** What must be told apart by number. */
  several: { interchanges: boolean; groups: boolean };
  paint: (ink: Ink, text: string) => string;
};

function kindLines({ finding, places, count }: Kind, layout: Layout): string[] {
  const { severity, code, rule, message, expected, loop, element, segmentId } = finding;
  const at = [element ?? segmentId, loop === undefined ? undefined : `in loop ${loop}`];
  const where = at.filter((part) => part !== undefined).join(' ');
  const head = [code, rule === undefined ? '' : `[${rule}]`, where].filter((part) => part !== '').join(' ');
  return [
    `${layout.paint(severity, severity)} ${layout.paint('label', head)}: ${message}`,
    ...places.map(
      ({ origin, found }) =>
        `  ${placeOf(origin, layout)}${found === undefined ? '' : `: found ${JSON.stringify(found)}`}`,
    ),
    ...(count > places.length ? [`  and ${count - places.length} more`] : []),
    ...(expected === undefined ? [] : [layout.paint('name', `    expected: ${expected}`)]),
    layout.paint('name', `    next: ${sentence(nextStep(finding))}`),
  ];
}

/** `claims.x12: ST 0001, segment 22`; without a set the group or interchange, else the byte. */
function placeOf({ isa13, gs06, st02, segment, offset }: Origin, { file, several }: Layout): string {
  const parts = [
    isa13 !== undefined && (several.interchanges || gs06 === undefined) ? `ISA ${isa13}` : '',
    gs06 !== undefined && (several.groups || st02 === undefined) ? `GS ${gs06}` : '',
    st02 === undefined ? '' : `ST ${st02}`,
    segment === undefined ? '' : `segment ${segment}`,
    segment === undefined && offset !== undefined ? `byte ${offset}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? file : `${file}: ${parts.join(', ')}`;
}

function summaryLine(file: string, counts: Readonly<Record<Severity, number>>, summary: SummaryRecord): string {
  const read = [
    plural(summary.transactions, 'set'),
    plural(summary.segments, 'segment'),
    ...(summary.claims > 0 ? [plural(summary.claims, 'claim')] : []),
    ...(summary.remits > 0 ? [plural(summary.remits, 'claim payment')] : []),
  ];
  return `${file}: ${countsInWords(counts)} in ${read.join(', ')}`;
}
