/** imsweb/x12-parser: its error messages, as the issues that we raise for the same fault. */
import type { Issue, IssueCode } from '../../src/issue.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { only } from '../x12/wire.ts';

type Says = (found: Issue, parts: readonly string[]) => boolean;

const has =
  (...codes: IssueCode[]): Says =>
  ({ code }) =>
    codes.includes(code);

/** By the beginning of the message. */
const MESSAGES: readonly (readonly [pattern: RegExp, says: Says])[] = [
  [/Error getting separators/, has('isa-malformed', 'no-isa')],
  [
    /Unable to find a matching segment format in loop (\w+)/,
    has('segment-unexpected', 'segment-unknown', 'segment-repeat'),
  ],
  [
    /(\w+) appears too many times/,
    ({ code, loop }, [id]) =>
      ['loop-repeat', 'segment-unexpected'].includes(code) && (loop === id || code !== 'loop-repeat'),
  ],
  [/(\w+) is required but not found in (\w+)/, ({ code, loop }, [id]) => code === 'loop-missing' && loop === id],
  [
    /(\w+) in loop (\w+) is missing a required element at (\d)/,
    ({ code, loop, element }, [segment, id, at]) =>
      code === 'element-missing' && loop === id && element === `${segment}0${at}`,
  ],
  [
    /(\w+) in loop (\w+) is missing a required composite element at (\d)/,
    ({ code, loop, element }, [segment, id, at]) =>
      code === 'element-missing' && loop === id && element?.startsWith(`${segment}0${at}`) === true,
  ],
  [/Transaction set data should only come right after functional group data/, has('stray-segment')],
  [/Claim message data should always come after the transaction set headers/, has('stray-segment')],
  [/Close of transaction not detected/, has('interchange-trailer-missing')],
];

/** Whether a fact about errors holds. How many messages are made of one fault is each library's own: some or none is compared. */
export function errorsHold(bytes: Uint8Array, text: string): boolean | undefined {
  const some = /^(?:getE|e)rrors(?:\(\))?\.size(?:\(\))? == (\d+)$/.exec(text);
  const fatal = /^(NOT )?(?:getFatalErrors\(\)\.isEmpty\(\)|fatalErrors is empty)$/.exec(text);
  const fatals = /^fatalErrors\.size == (\d+)$/.exec(text);
  const message = /^(?:errors|getErrors\(\)|getErrors\(\)\.get\(0\)|fatalErrors)\.? ?contains\(? ?"(.*?)"?$/.exec(text);
  if ([some, fatal, fatals, message].every((match) => match === null) && text !== 'getErrors().isEmpty()')
    return undefined;
  const issues = only([...readInterchangeSync(bytes, { snip: 2 })], 'issue');
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (some !== null) return errors.length > 0 === (some[1] !== '0');
  if (fatals !== null) return errors.length > 0;
  // What is not fatal is read on from: so is everything here that has an ISA.
  if (fatal !== null)
    return fatal[1] !== undefined ? errors.length > 0 : !errors.some((one) => has('no-isa', 'limit-exceeded')(one, []));
  if (message === null) return errors.length === 0;
  for (const [pattern, says] of MESSAGES) {
    const match = pattern.exec(message[1] ?? '');
    if (match !== null) return issues.some((found) => says(found, match.slice(1)));
  }
  return undefined;
}
