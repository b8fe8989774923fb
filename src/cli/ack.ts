/** claimwire ack: the TA1, 999 and 997 that answer an X12 file, on stdout. */
import { answersTo, receive } from '../acks/acknowledge.ts';
import type { ReceivedInterchange } from '../acks/received.ts';
import { interchangeResult } from '../acks/ta1.ts';
import { type AckPolicy, answeredGroups, groupVerdict } from '../acks/verdicts.ts';
import { isAcknowledgment, type Ta1Policy } from '../acks/write-answer.ts';
import { formatIssue, type Snip } from '../issue.ts';
import { Problem } from '../problem.ts';
import { bytesOfFile } from './input.ts';
import { oneOf, wholeOf } from './options.ts';
import { say } from './output.ts';

export type AckOptions = { ta1: string; snip: string; unknown: string; isa13: string; gs06: string; max: string };

const TA1_POLICIES = ['asked', 'error', 'always'] as const satisfies readonly Ta1Policy[];
const UNKNOWN_SETS = ['refuse', 'accept'] as const;
const HIGHEST = 999_999_999;

/** Writes the answers; 1 when something was refused. Throws a Problem when the input is no X12. */
export async function ack(file: string, given: AckOptions): Promise<0 | 1> {
  const policy = {
    ta1: oneOf('--ta1', given.ta1, TA1_POLICIES),
    unknownSets: oneOf('--unknown', given.unknown, UNKNOWN_SETS),
  };
  const options = {
    ...policy,
    snip: wholeOf('--snip', given.snip, 1, 7) as Snip,
    isa13: wholeOf('--isa13', given.isa13, 1, HIGHEST),
    gs06: wholeOf('--gs06', given.gs06, 1, HIGHEST),
    maxFindings: wholeOf('--max', given.max, 1, 1_000_000),
  };
  const receiver = await receive(bytesOfFile(file), options);
  if (receiver.interchanges.length === 0)
    throw new Problem(
      'file-unreadable',
      `${file}: no X12 interchange to answer (${receiver.issues[0]?.code ?? 'empty'})`,
    );
  for (const found of receiver.issues) say(formatIssue({ ...found, origin: { ...found.origin, file } }));
  process.stdout.write(answersTo(receiver, options));
  const refused = receiver.interchanges.filter((received) => !report(received, policy));
  return refused.length > 0 || receiver.issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Says what became of an interchange; true when all of it was taken. */
function report(received: ReceivedInterchange, policy: AckPolicy): boolean {
  const name = `interchange ${received.header.isa13}`;
  if (isAcknowledgment(received)) {
    say(`${name}: holds acknowledgments only, which are not acknowledged`);
    return true;
  }
  const { result, note } = interchangeResult(received);
  if (result === 'R') {
    say(`${name}: refused (${note})`);
    return false;
  }
  const verdicts = answeredGroups(received).map((group) => groupVerdict(group, policy));
  for (const group of answeredGroups(received))
    for (const { header, issues, omitted } of group.sets)
      if (omitted > 0) say(`set ${header.st02}: ${issues.length} of ${issues.length + omitted} findings are told`);
  for (const { header, result: verdict, received: sets, accepted } of verdicts)
    say(`${name}, group ${header.gs06}: ${accepted} of ${sets} sets accepted (${verdict})`);
  return verdicts.every(({ result: verdict }) => verdict === 'A' || verdict === 'E');
}
