/** Ways in which a file can be spoilt, all from a seed: the same seed gives the same file. */
import type { Dice } from '../x12/generate-value.ts';

export type Mutation = (file: Buffer, dice: Dice, other: Buffer) => Buffer;

const SPECIAL = Buffer.from('*~:^|>\n\r\0 \x1c\x1d\x1e\x1fAZ09.-\xff\xc3', 'latin1');
/** No file grows beyond this, however often it is spoilt. */
const LARGEST = 256 * 1024;

const text = (bytes: Buffer) => bytes.toString('latin1');
const bytesOf = (of: string) => Buffer.from(of, 'latin1');

/** The delimiters that a file most likely has: what stands where an ISA has them. */
function delimitersOf(file: Buffer) {
  const isa = Math.max(0, file.indexOf('ISA'));
  const at = (place: number, usual: string) => String.fromCharCode(file[isa + place] ?? usual.charCodeAt(0));
  return { element: at(3, '*'), repetition: at(82, '^'), component: at(104, ':'), segment: at(105, '~') };
}

const segmentsOf = (file: Buffer) => text(file).split(delimitersOf(file).segment);
const joined = (segments: readonly string[], file: Buffer) => bytesOf(segments.join(delimitersOf(file).segment));

function range(dice: Dice, length: number): [number, number] {
  const from = dice.between(0, length);
  return [from, Math.min(length, from + dice.between(1, Math.max(1, length >> 2)))];
}

/** By name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flip(file, dice) {
    const spoilt = Buffer.from(file);
    for (let times = dice.between(1, 8); times > 0 && spoilt.length > 0; times--)
      spoilt[dice.between(0, spoilt.length - 1)] = dice.chance(0.5)
        ? dice.between(0, 255)
        : SPECIAL[dice.between(0, SPECIAL.length - 1)]!;
    return spoilt;
  },
  cut(file, dice) {
    const [from, to] = range(dice, file.length);
    return dice.pick([
      file.subarray(0, from),
      file.subarray(from),
      Buffer.concat([file.subarray(0, from), file.subarray(to)]),
    ]);
  },
  repeat(file, dice) {
    const [from, to] = range(dice, file.length);
    const part = file.subarray(from, to);
    const times = dice.between(1, 20);
    return Buffer.concat([file.subarray(0, to), ...new Array<Buffer>(times).fill(part), file.subarray(to)]);
  },
  splice(file, dice, other) {
    return Buffer.concat([
      file.subarray(0, dice.between(0, file.length)),
      other.subarray(dice.between(0, other.length)),
    ]);
  },
  delimiters(file, dice) {
    const of = Object.values(delimitersOf(file));
    const [from, to] = [dice.pick(of), dice.pick([...of, '\n', '\x1d', 'A', ' ', '\xa6'])];
    const start = dice.chance(0.5) ? 0 : dice.between(0, file.length);
    return bytesOf(text(file.subarray(0, start)) + text(file.subarray(start)).replaceAll(from, to));
  },
  shuffle(file, dice) {
    const segments = segmentsOf(file);
    for (let times = dice.between(1, segments.length); times > 0; times--) {
      const [moved = ''] = segments.splice(dice.between(0, segments.length - 1), 1);
      segments.splice(dice.between(0, segments.length), 0, moved);
    }
    return joined(segments, file);
  },
  inside(file, dice) {
    const of = Object.values(delimitersOf(file));
    const times = dice.between(1, 12);
    let spoilt = text(file);
    for (let done = 0; done < times; done++) {
      const at = dice.between(0, spoilt.length);
      spoilt = spoilt.slice(0, at) + dice.pick(of).repeat(dice.between(1, 40)) + spoilt.slice(at);
    }
    return bytesOf(spoilt);
  },
  numbers(file, dice) {
    const huge = () =>
      dice.pick(['9'.repeat(dice.between(16, 400)), '-0', '1e999', '.', '-', `0.${'3'.repeat(30)}`, '00000000', '']);
    return bytesOf(text(file).replace(/\d+/g, (digits) => (dice.chance(0.1) ? huge() : digits)));
  },
  levels(file, dice) {
    const { element, segment } = delimitersOf(file);
    const level = (at: number) =>
      [
        'HL',
        dice.chance(0.9) ? at + 1 : dice.between(0, 9),
        at,
        dice.pick(['20', '22', '23', '19', 'PT', '']),
        '1',
      ].join(element);
    const chain = Array.from({ length: dice.between(1, 400) }, (_, at) => level(at)).join(segment);
    const segments = segmentsOf(file);
    segments.splice(dice.between(0, segments.length), 0, chain);
    return joined(segments, file);
  },
  inflate(file, dice) {
    const { element } = delimitersOf(file);
    const elements = text(file).split(element);
    const at = dice.between(0, elements.length - 1);
    elements[at] += dice.pick(['X', ' ', '\0', '\u00e9', '9', ':', '^']).repeat(dice.between(100, 100_000));
    return bytesOf(elements.join(element));
  },
  empty(file, dice) {
    const { element, segment } = delimitersOf(file);
    const hollow = (one: string) =>
      dice.chance(0.5) ? one.slice(0, one.indexOf(element)) : one.replace(/[^*|:>^]/g, '');
    return bytesOf(
      text(file)
        .split(segment)
        .map((one) => (dice.chance(0.2) ? hollow(one) : one))
        .join(segment),
    );
  },
  encode(file, dice) {
    const wide = Buffer.from(text(file), 'utf16le');
    if (dice.chance(0.5)) wide.swap16();
    return dice.chance(0.5) ? wide.subarray(0, wide.length - 1) : Buffer.concat([bytesOf('\xff\xfe'), wide]);
  },
};

const names = Object.keys(MUTATIONS);

/** A file spoilt in one to three ways. */
export function mutate(file: Buffer, dice: Dice, other: Buffer): { bytes: Buffer; ways: string[] } {
  const ways = Array.from({ length: dice.between(1, 3) }, () => dice.pick(names));
  let bytes = file;
  for (const way of ways) bytes = (MUTATIONS[way]!(bytes, dice, other) as Buffer).subarray(0, LARGEST);
  return { bytes, ways };
}
