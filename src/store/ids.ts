/** Ids of rows. */
import { v7 } from 'uuid';

/** A new UUIDv7: later ids sort after earlier ones, so that indexes grow at one end and lists page by id. */
export function newId(): string {
  return v7();
}
