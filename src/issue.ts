/** Findings in X12 data and in claim objects, as values. One table of codes; the acknowledgments fall out of it. */

export type Severity = 'error' | 'warning' | 'info';

/** WEDI SNIP test type: 1 EDI syntax, 2 guide syntax, 3 balancing, 4 situational, 5 code sets, 6 service line, 7 partner. */
export type Snip = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Where something stands in a file. `segment` counts from ST = 1 within the set; `offset` is bytes from the file's start, as it came. */
export type Origin = {
  file?: string | undefined;
  isa13?: string | undefined;
  gs06?: string | undefined;
  st02?: string | undefined;
  segment?: number | undefined;
  offset?: number | undefined;
};

type IssueKind = {
  snip: Snip;
  severity: Severity;
  /** IK304 segment syntax error code. */
  ik3?: string;
  /** IK403 element syntax error code. */
  ik4?: string;
  /** IK502 transaction set syntax error code. */
  ik5?: string;
  /** AK905 functional group syntax error code. */
  ak9?: string;
  /** TA105 interchange note code. */
  ta1?: string;
};

/** Every issue code: its SNIP type, its usual severity and the acknowledgment code it becomes. docs/issues.md explains each. */
export const ISSUE_CODES = {
  'no-isa': { snip: 1, severity: 'error', ta1: '022' },
  'isa-malformed': { snip: 1, severity: 'error', ta1: '022' },
  'delimiter-conflict': { snip: 1, severity: 'error', ta1: '026' },
  'leading-data': { snip: 1, severity: 'warning' },
  'stray-segment': { snip: 1, severity: 'error', ta1: '024' },
  truncated: { snip: 1, severity: 'error', ta1: '023' },
  'limit-exceeded': { snip: 1, severity: 'error', ta1: '022' },
  'issues-unlisted': { snip: 1, severity: 'error', ik5: '5' },
  'segment-id-invalid': { snip: 1, severity: 'error', ik3: '1' },
  'segment-unknown': { snip: 1, severity: 'error', ik3: '1' },
  'segment-unexpected': { snip: 1, severity: 'error', ik3: '2' },
  'segment-missing': { snip: 2, severity: 'error', ik3: '3' },
  'loop-missing': { snip: 2, severity: 'error', ik3: 'I7' },
  'loop-repeat': { snip: 2, severity: 'error', ik3: '4' },
  'segment-repeat': { snip: 2, severity: 'error', ik3: '5' },
  'segment-order': { snip: 2, severity: 'error', ik3: '7' },
  'segment-empty': { snip: 1, severity: 'error', ik3: '8' },
  'element-missing': { snip: 2, severity: 'error', ik4: '1' },
  'element-syntax': { snip: 1, severity: 'error', ik4: '2' },
  'element-exclusive': { snip: 1, severity: 'error', ik4: '10' },
  'element-too-many': { snip: 1, severity: 'error', ik4: '3' },
  'component-too-many': { snip: 1, severity: 'error', ik4: '13' },
  'element-too-short': { snip: 1, severity: 'error', ik4: '4' },
  'element-too-long': { snip: 1, severity: 'error', ik4: '5' },
  'element-character': { snip: 1, severity: 'error', ik4: '6' },
  'text-replaced': { snip: 7, severity: 'warning' },
  'element-code': { snip: 2, severity: 'error', ik4: '7' },
  'element-date': { snip: 1, severity: 'error', ik4: '8' },
  'element-time': { snip: 1, severity: 'error', ik4: '9' },
  'element-number': { snip: 1, severity: 'error', ik4: '6' },
  'element-not-used': { snip: 2, severity: 'error', ik4: 'I10' },
  'element-repeat': { snip: 1, severity: 'error', ik4: '12' },
  'set-unknown': { snip: 1, severity: 'warning', ik5: '1' },
  'set-trailer-missing': { snip: 1, severity: 'error', ik5: '2' },
  'set-control-number': { snip: 1, severity: 'error', ik5: '3' },
  'set-segment-count': { snip: 1, severity: 'error', ik5: '4' },
  'set-duplicate': { snip: 1, severity: 'error', ik5: '23' },
  'group-trailer-missing': { snip: 1, severity: 'error', ak9: '3' },
  'group-control-number': { snip: 1, severity: 'error', ak9: '4' },
  'group-set-count': { snip: 1, severity: 'error', ak9: '5' },
  'group-type': { snip: 1, severity: 'error', ak9: '1' },
  'group-duplicate': { snip: 1, severity: 'error', ak9: '19' },
  'interchange-trailer-missing': { snip: 1, severity: 'error', ta1: '023' },
  'interchange-control-number': { snip: 1, severity: 'error', ta1: '001' },
  'interchange-duplicate': { snip: 1, severity: 'error', ta1: '025' },
  'interchange-group-count': { snip: 1, severity: 'error', ta1: '021' },
  'hierarchy-number': { snip: 2, severity: 'error', ik4: 'I12' },
  'claim-balance': { snip: 3, severity: 'error' },
  'line-balance': { snip: 3, severity: 'error' },
  'payment-balance': { snip: 3, severity: 'error' },
  'claim-invalid': { snip: 2, severity: 'error' },
  'claim-unmapped': { snip: 7, severity: 'warning' },
  'claim-assumed': { snip: 7, severity: 'info' },
  'guide-rule': { snip: 2, severity: 'error' },
  situation: { snip: 4, severity: 'error' },
  'code-unknown': { snip: 5, severity: 'warning' },
  'code-incomplete': { snip: 5, severity: 'warning' },
  'code-inactive': { snip: 5, severity: 'error' },
  'code-format': { snip: 5, severity: 'error' },
  'partner-rule': { snip: 7, severity: 'error' },
} as const satisfies Record<string, IssueKind>;

export type IssueCode = keyof typeof ISSUE_CODES;

/** One finding. `path` is the place in the value or JSON; `found` is masked where the element can hold a patient's data. */
export type Issue = {
  type: 'issue';
  code: IssueCode;
  severity: Severity;
  snip: Snip;
  message: string;
  path?: string;
  loop?: string;
  segmentId?: string;
  /** Reference designator: CLM05-03. */
  element?: string;
  /** Which repetition of the element, from 1, where it repeats. */
  repetition?: number;
  found?: string;
  expected?: string;
  origin?: Origin;
  /** What to do next. */
  next?: string;
  /** The element is not there, and a rule asks for it. */
  absent?: true;
  /** Rule that raised it, where it is more than the declaration (`R80`). */
  rule?: string;
};

type IssueDetail = Omit<Issue, 'type' | 'code' | 'severity' | 'snip'> & { severity?: Severity };

/** Makes an Issue; severity and SNIP type come from the code's row unless given. */
export function issue(code: IssueCode, detail: IssueDetail): Issue {
  const kind: IssueKind = ISSUE_CODES[code];
  return { type: 'issue', code, severity: kind.severity, snip: kind.snip, ...detail };
}

/** The acknowledgment codes an issue becomes. */
export function acknowledgmentCodes(code: IssueCode): Omit<IssueKind, 'snip' | 'severity'> {
  const { snip: _snip, severity: _severity, ...codes } = ISSUE_CODES[code] as IssueKind;
  return codes;
}

/** One line for a person: severity, place, message, found, expected and the next step. */
export function formatIssue(finding: Issue): string {
  const { origin } = finding;
  const at = [
    origin?.file,
    origin?.isa13 && `ISA13 ${origin.isa13}`,
    origin?.st02 && `ST02 ${origin.st02}`,
    origin?.segment !== undefined ? `segment ${origin.segment}` : undefined,
    finding.loop && `loop ${finding.loop}`,
    finding.element ?? finding.segmentId,
    finding.path,
  ].filter((part) => part !== undefined && part !== '');
  const facts = [
    finding.found === undefined ? '' : ` found ${JSON.stringify(finding.found)};`,
    finding.expected === undefined ? '' : ` expected ${finding.expected};`,
    finding.next === undefined ? '' : ` ${finding.next}`,
  ].join('');
  const tail = facts === '' ? '' : `:${facts.replace(/;$/, '')}`;
  return `${finding.severity} ${finding.code} [${at.join(', ')}] ${finding.message}${tail}`;
}
