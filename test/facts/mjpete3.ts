/** mjpete3/x12: segments by path, elements by their names in the standard. */
import { CORPUS, type CorpusFile } from '../corpus.ts';
import type { Fact } from './facts.ts';
import { type Loop, loopsNamed, loopTree, segmentsNamed } from './loop-tree.ts';

/** Whether a fact holds of one of the messages of its test; undefined when it is of another form. */
export function mjpete3Holds({ file, text }: Fact): boolean | undefined {
  const [test = ''] = /^.*\.rb__/.exec(file.path) ?? [];
  const verdicts = CORPUS.filter(({ path }) => path.startsWith(test)).map((one) => holdsIn(one, text));
  return verdicts.some((verdict) => verdict === true) || verdicts.find((verdict) => verdict !== undefined);
}

function holdsIn(file: CorpusFile, text: string): boolean | undefined {
  const [isa] = loopTree(file.bytes()).loops;
  const [, path, written] = /^(?:@r|a)\.(\S+) == (['"].*['"]|\d+)$/.exec(text) ?? [];
  if (isa === undefined || path === undefined || written === undefined) return undefined;
  const size = /^L(\w+)\.size$/.exec(path);
  if (size !== null) return loopsNamed(isa, loopName(size[1] ?? '')).length === Number(written);
  const value = read(isa, path.replace(/\.to_s$/, ''));
  return value === undefined ? undefined : value === written.slice(1, -1);
}

/** The loops of a 999 have other names there. */
const loopName = (name: string) => (name === '1000' ? '2000' : name);

const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  ISA: [
    'AuthorizationInformationQualifier', 'AuthorizationInformation', 'SecurityInformationQualifier', 'SecurityInformation',
    'InterchangeIdQualifier1', 'InterchangeSenderId', 'InterchangeIdQualifier2', 'InterchangeReceiverId', 'InterchangeDate',
    'InterchangeTime', 'InterchangeControlStandardsIdentifier', 'InterchangeControlVersionNumber',
    'InterchangeControlNumber', 'AcknowledgmentRequested', 'UsageIndicator', 'ComponentElementSeparator',
  ],
  GS: [
    'FunctionalIdentifierCode', 'ApplicationSendersCode', 'ApplicationReceiversCode', 'Date', 'Time', 'GroupControlNumber',
    'ResponsibleAgencyCode', 'VersionReleaseIndustryIdentifierCode',
  ],
  ST: ['TransactionSetIdentifierCode', 'TransactionSetControlNumber'],
  SE: ['NumberOfIncludedSegments', 'TransactionSetControlNumber'],
  GE: ['NumberOfTransactionSetsIncluded', 'GroupControlNumber'],
  IEA: ['NumberOfIncludedFunctionalGroups', 'InterchangeControlNumber'],
  NM1: ['', '', 'NameLastOrOrganizationName', '', '', '', '', '', 'IdentificationCode'],
  AK2: ['TransactionSetIdentifierCode', 'TransactionSetControlNumber', 'ImplementationConventionReference'],
  IK5: ['TransactionSetAcknowledgmentCode'],
  TA1: ['InterchangeControlNumber', '', '', 'InterchangeAcknowledgmentCode', 'InterchangeNoteCode'],
}; // biome-ignore format: one segment after the other

/** A whole segment, or an element by name. */
function read(isa: Loop, path: string): string | undefined {
  let loops: Loop[] = [isa];
  for (const step of path.split('.')) {
    const [, name = '', index = '0'] = /^(\w+?)(?:\[(\d+)\])?$/.exec(step) ?? [];
    if (name === 'L837') continue;
    if (/^L\d/.test(name))
      loops = loops.flatMap((loop) => loopsNamed(loop, loopName(name.slice(1)))).slice(Number(index));
    else return inSegment(loops, name, Number(index), path.split('.').at(-1) ?? '');
  }
  return undefined;
}

function inSegment(loops: readonly Loop[], id: string, index: number, element: string): string | undefined {
  const everywhere = (loop: Loop): (readonly string[])[] => [
    ...segmentsNamed(loop, id),
    ...loop.loops.flatMap(everywhere),
  ];
  const segment = loops.slice(0, 1).flatMap(everywhere)[index];
  const at = ELEMENTS[id]?.indexOf(element) ?? -1;
  return at < 0 ? segment && `${segment.join('*')}~` : segment?.[at + 1];
}
