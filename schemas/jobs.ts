/** Job payloads: ids only, never a patient's data. */
import { z } from 'zod';

const id = z.uuid();
const partnerId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

export const jobPayloads = {
  submit: z.strictObject({ submissionId: id }),
  batch: z.strictObject({ partnerId }),
  transmit: z.strictObject({ fileId: id }),
  collect: z.strictObject({ partnerId }),
  ingest: z.strictObject({ fileId: id }),
  sweep: z.strictObject({}),
} as const;

/** The steps of the exchange; each has one queue and one worker. */
export type StepName = keyof typeof jobPayloads;
export type JobPayload<S extends StepName> = z.output<(typeof jobPayloads)[S]>;

/** A job that a finished step asks for. */
export type FollowUp = { [S in StepName]: { step: S; payload: JobPayload<S> } }[StepName];
