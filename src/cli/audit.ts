/** claimwire audit: whether the declarations of the guides are sound. */
import { CODE_SET_NAMES } from '../codes/code-sets.ts';
import { GUIDES } from '../guides/index.ts';
import { auditGuide } from '../x12/audit.ts';
import { printLine } from './output.ts';

/** Prints the faults of every guide, or that it has none; 1 when there are faults. */
export async function audit(): Promise<0 | 1> {
  let faults = 0;
  for (const guide of GUIDES) {
    const findings = auditGuide(guide, CODE_SET_NAMES);
    faults += findings.length;
    const name = `${guide.set} ${guide.id}`;
    printLine(`${name}  ${guide.label}: ${findings.length === 0 ? 'sound' : `${findings.length} fault(s)`}`);
    for (const { kind, loop, message } of findings) printLine(`  ${kind} in loop ${loop}: ${message}`);
  }
  return faults === 0 ? 0 : 1;
}
