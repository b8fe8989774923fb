/** Logging: JSON lines by pino, and the one place where what may identify a patient is cut out. */
import { type DestinationStream, type Logger, pino } from 'pino';
import { asProblem, systemCode } from './problem.ts';

export type Log = Logger;

/** Keys of the domain that never reach a log line, at the top or one level down. */
const PATIENT_KEYS = [
  'claim', 'claims', 'body', 'text', 'bytes', 'raw', 'value', 'found', 'name', 'firstName', 'lastName', 'middleName',
  'memberId', 'birthDate', 'address', 'patientControlNumber', 'chargeCents', 'paidCents', 'amountCents', 'password',
  'privateKey', 'passphrase', 'subscriber', 'patient', 'dependent',
] as const; // biome-ignore format: a table

/** What of an error may be logged: its class and code; a message only when it is ours (a Problem), never a stack's text. */
export function describeError(error: unknown): Record<string, unknown> {
  const problem = asProblem(error);
  if (problem !== undefined) {
    const { code, message, namesFile } = problem;
    return namesFile ? { type: 'Problem', code } : { type: 'Problem', code, message };
  }
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, code: systemCode(error), at: frames.slice(0, 4).map((line) => line.trim()) };
}

/** A logger that writes JSON lines to stderr (or the given stream). Log ids, codes, counts and positions only. */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError, error: describeError },
      redact: { paths: PATIENT_KEYS.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}
