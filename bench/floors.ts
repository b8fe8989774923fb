/** Hand-written readers to measure against: ours of the 837P, and that of the 835 where it lies beside the project. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chunksOf } from './chunks.ts';
import { readFloor837p } from './floor-837p.ts';
import type { FileKind } from './generate.ts';

type Floor = (file: string) => void;
type Floor835 = {
  parseFile: (file: string, variant: string, use: () => void, wasm: undefined, kilobytes: number) => void;
};

const module835 = path.resolve('..', 'shared', 'bench', 'floor-835.mjs');
const floor835 = existsSync(module835)
  ? ((await import(pathToFileURL(module835).href)) as Floor835).parseFile
  : undefined;

/** The hand-written reader of a kind of file, where there is one. */
export function floorOf(kind: FileKind): Floor | undefined {
  if (kind === '837P') return (file) => void readFloor837p(chunksOf(file), () => {});
  return floor835 === undefined ? undefined : (file) => floor835(file, 'u8-sub-64', () => {}, undefined, 64);
}
