/**
 * node-x12's object model of a file, built from our segments: for code that queries or maps with node-x12. Its own entry
 * (`claimwire/node-x12`), so that nothing else loads node-x12.
 */
import {
  X12Element,
  X12FunctionalGroup,
  X12Interchange,
  X12Segment,
  X12SerializationOptions,
  X12Transaction,
} from 'node-x12';
import { bytesOf, type Source } from './source.ts';
import { createTokenizer, type Segment } from './x12/tokenizer.ts';

/**
 * The interchanges of a file as node-x12 has them, one each, whatever the size and wherever its chunks are cut. What the
 * file lacks the model lacks: a set without SE has no `trailer`. Segments outside sets (TA1) have no place in it.
 * @example
 * const [interchange] = await toNodeX12(createReadStream(file));
 * new X12QueryEngine().query(interchange, 'CLP01');
 */
export async function toNodeX12(source: Source): Promise<X12Interchange[]> {
  const tokenizer = createTokenizer();
  const model = createModel();
  for await (const piece of bytesOf(source)) model.take(tokenizer.push(piece));
  model.take(tokenizer.end());
  return model.interchanges;
}

/** The ordinal in its set (ST = 1) of a segment that toNodeX12 built; undefined outside sets. */
export function ordinalOf(segment: X12Segment): number | undefined {
  const at = (segment as Partial<Lazy>)[AT];
  return at === undefined ? undefined : at + 2;
}

type Model = {
  interchanges: X12Interchange[];
  options: X12SerializationOptions;
  group: X12FunctionalGroup | undefined;
  set: X12Transaction | undefined;
  /** End of the last ISA, terminator included. */
  isaEnd: number | undefined;
};

function createModel() {
  const model: Model = {
    interchanges: [],
    options: new X12SerializationOptions(),
    group: undefined,
    set: undefined,
    isaEnd: undefined,
  };
  return {
    interchanges: model.interchanges,
    take(found: readonly object[]) {
      for (const item of found) if (isSegment(item)) takeSegment(model, item);
    },
  };
}

function isSegment(item: object): item is Segment {
  return 'elements' in item;
}

function takeSegment(model: Model, segment: Segment): void {
  noteLineEnds(model, segment);
  const handle = HANDLERS.get(segment.elements[0] ?? '') ?? addSegment;
  handle(model, segment);
}

const HANDLERS: ReadonlyMap<string, (model: Model, segment: Segment) => void> = new Map([
  ['ISA', openInterchange],
  ['GS', openGroup],
  ['ST', openSet],
  ['SE', endSet],
  ['GE', endGroup],
  ['IEA', endInterchange],
]);

function addSegment({ set, options }: Model, segment: Segment): void {
  set?.segments.push(lazySegment(segment, options, set.segments.length));
}

function endSet(model: Model, segment: Segment): void {
  if (model.set !== undefined) model.set.trailer = lazySegment(segment, model.options);
  model.set = undefined;
}

function endGroup(model: Model, segment: Segment): void {
  if (model.group !== undefined) model.group.trailer = lazySegment(segment, model.options);
  closeGroup(model);
}

function endInterchange(model: Model, segment: Segment): void {
  const interchange = model.interchanges.at(-1);
  if (interchange !== undefined) interchange.trailer = lazySegment(asNumbered(segment, 2), model.options);
  closeGroup(model);
}

function openInterchange(model: Model, segment: Segment): void {
  const { element, component, repetition, segment: segmentTerminator } = segment.delimiters;
  model.options = new X12SerializationOptions({
    elementDelimiter: element,
    subElementDelimiter: component,
    segmentTerminator,
    // Without a separator node-x12 takes what stands in ISA11.
    repetitionDelimiter: repetition === '' ? (segment.elements[11] ?? '') : repetition,
    format: false,
  });
  const interchange = new X12Interchange(model.options);
  interchange.options = model.options;
  interchange.header = lazySegment(asNumbered(segment, 13), model.options);
  model.interchanges.push(interchange);
  model.isaEnd = segment.offset + segment.length + 1;
  closeGroup(model);
}

/** Lines end after each segment where they end after the ISA. */
function noteLineEnds(model: Model, { offset, elements }: Segment): void {
  const { options, isaEnd } = model;
  if (isaEnd === undefined) return;
  model.isaEnd = undefined;
  if (elements[0] === 'ISA' || offset === isaEnd || options.segmentTerminator === '\n') return;
  options.format = true;
  options.endOfLine = offset - isaEnd === 1 ? '\n' : '\r\n';
}

function openGroup(model: Model, segment: Segment): void {
  const group = newGroup(model);
  group.header = lazySegment(segment, model.options);
}

function newGroup(model: Model): X12FunctionalGroup {
  closeGroup(model);
  const group = new X12FunctionalGroup(model.options);
  group.options = model.options;
  model.interchanges.at(-1)?.functionalGroups.push(group);
  model.group = group;
  return group;
}

function closeGroup(model: Model): void {
  model.group = undefined;
  model.set = undefined;
}

function openSet(model: Model, segment: Segment): void {
  const set = new X12Transaction(model.options);
  set.options = model.options;
  set.header = lazySegment(segment, model.options);
  // The query engine asks for the place of every segment it tests: without this a long set takes the square of its length.
  Object.defineProperty(set.segments, 'indexOf', { value: placeIn });
  (model.group ?? newGroup(model)).transactions.push(set);
  model.set = set;
}

function placeIn(this: X12Segment[], segment: X12Segment): number {
  const at = (segment as Partial<Lazy>)[AT] ?? -1;
  return this[at] === segment ? at : Array.prototype.indexOf.call(this, segment);
}

/** node-x12 holds ISA13 and IEA02 as numbers without leading zeros, and writes them with nine digits. */
function asNumbered(segment: Segment, at: number): Segment {
  const elements = segment.elements.map((text, place) => (place === at ? text.trim().replace(/^0+(?=\d)/, '') : text));
  return { ...segment, elements };
}

const TEXT = Symbol('text');
const AT = Symbol('at');
/** Place in the set's segments, and the text of all elements until somebody asks for them. */
type Lazy = X12Segment & { [TEXT]: string | undefined; [AT]: number | undefined };

/** A segment as node-x12 has it, whose elements are made when first asked for: most of a large file never is. */
function lazySegment({ elements }: Segment, options: X12SerializationOptions, at?: number): X12Segment {
  const [tag = '', ...texts] = elements;
  const segment = Object.create(LAZY) as Lazy;
  segment.tag = tag;
  segment.options = options;
  segment.range = NOWHERE;
  segment[TEXT] = texts.length === 0 ? undefined : texts.join(options.elementDelimiter);
  segment[AT] = at;
  return segment;
}

const NOWHERE = Object.freeze(new X12Segment().range);

const LAZY: object = Object.create(X12Segment.prototype, {
  elements: {
    configurable: true,
    get(this: Lazy): X12Element[] {
      const texts = this[TEXT]?.split(this.options.elementDelimiter ?? '*') ?? [];
      const made = texts.map((text) => new X12Element(text));
      this.elements = made;
      return made;
    },
    set(this: Lazy, made: X12Element[]) {
      this[TEXT] = undefined;
      Object.defineProperty(this, 'elements', { value: made, writable: true, enumerable: true, configurable: true });
    },
  },
}) as object;
