/** Where X12 comes from: whole or in chunks, as bytes in pieces of a bounded size. */

/** X12 as text, as bytes, or in chunks cut anywhere. */
export type Source = string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const PIECE = 64 * 1024;

/** A source as it arrives. */
export async function* bytesOf(source: Source): AsyncGenerator<Uint8Array, void, undefined> {
  if (typeof source === 'string' || source instanceof Uint8Array) yield* piecesOf(source);
  else for await (const chunk of source) yield* piecesOf(chunk);
}

/** Pieces small enough that the items of one are few: whole input must not mean all items at once. */
export function* piecesOf(source: string | Uint8Array): Generator<Uint8Array, void, undefined> {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
