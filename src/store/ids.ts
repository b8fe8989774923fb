/** Ids of rows, and numbers of claims that come without one. */
import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { newPatientControlNumber } from '../claims/control-number.ts';

/** A new UUIDv7: later ids sort after earlier ones, so that indexes grow at one end and lists page by id. */
export function newId(): string {
  return v7();
}

/** A new patient control number, by the system's random numbers. */
export function newControlNumber(): string {
  return newPatientControlNumber(randomInt);
}
