/** claimwire query: node-x12's query language over a file. */
import { X12QueryEngine, type X12QueryResult } from 'node-x12';
import { ordinalOf, toNodeX12 } from '../node-x12.ts';
import { Problem } from '../problem.ts';
import { visible } from '../view/spell.ts';
import { bytesOfFile, nameOf } from './input.ts';
import { printed, printJson, printLine } from './output.ts';

/** Prints each value found, one a line. Throws a Problem for what is no query or no X12. */
export async function query(file: string, path: string, options: { json?: boolean }): Promise<0> {
  const interchanges = await toNodeX12(bytesOfFile(file));
  if (interchanges.length === 0) throw new Problem('file-unreadable', `${file}: no X12 interchange in it`);
  for (const result of resultsOf(interchanges, path)) {
    if (options.json === true) printJson({ value: result.value, origin: originOf(result, nameOf(file)) });
    else printLine(visible(result.value ?? ''));
    await printed();
  }
  return 0;
}

function resultsOf(interchanges: Awaited<ReturnType<typeof toNodeX12>>, path: string): X12QueryResult[] {
  try {
    const engine = new X12QueryEngine();
    return interchanges.flatMap((interchange) => engine.query(interchange, path));
  } catch (error) {
    throw new Problem('usage', 'not a query: name an element, as in CLM01, REF02:REF01["G1"] or FOREACH(LX)=>SV101', {
      cause: error,
    });
  }
}

function originOf({ interchange, functionalGroup, transaction, segment }: X12QueryResult, file: string) {
  // node-x12 holds ISA13 without its leading zeros.
  const isa13 = interchange.header.valueOf(13)?.padStart(9, '0');
  const gs06 = functionalGroup.header?.valueOf(6);
  return { file, isa13, gs06, st02: transaction.header.valueOf(2), segment: ordinalOf(segment) };
}
