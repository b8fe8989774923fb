/** Where values stand in the text of a JSON document: lines for findings. The text is known to be JSON. */

type Step = string | number;

/** The line (from 1) on which the value at a path stands, or what is left of it where the path ends before: `steps` were found. */
export type JsonPlace = { line: number; steps: number };

/** A function from a path to its place. What the text's outermost list holds is looked for once. */
export function jsonPlaces(text: string): (path: readonly Step[]) => JsonPlace {
  let breaks: number[] | undefined;
  let outermost: Members | undefined;
  return (path) => {
    breaks ??= lineBreaks(text);
    outermost ??= membersAt(text, pastBlanks(text, 0));
    let [members, place, steps] = [outermost, pastBlanks(text, 0), 0];
    for (const step of path) {
      const found = members.get(String(step));
      if (found === undefined) break;
      steps++;
      place = found.from;
      members = membersAt(text, found.value);
    }
    return { line: lineAt(breaks, place), steps };
  };
}

/** By name or number: where a member begins (with its name) and where its value does. */
type Members = ReadonlyMap<string, { from: number; value: number }>;

/** The members of the object or list that begins at an offset; none where something else does. */
function membersAt(text: string, begin: number): Members {
  const members = new Map<string, { from: number; value: number }>();
  const isObject = text[begin] === '{';
  if (!isObject && text[begin] !== '[') return members;
  let at = pastBlanks(text, begin + 1);
  while (at < text.length && text[at] !== ']' && text[at] !== '}') {
    const from = at;
    const name = isObject ? String(JSON.parse(text.slice(at, pastString(text, at)))) : String(members.size);
    const value = isObject ? pastBlanks(text, text.indexOf(':', pastString(text, at)) + 1) : at;
    members.set(name, { from, value });
    at = pastBlanks(text, pastValue(text, value));
    if (text[at] === ',') at = pastBlanks(text, at + 1);
  }
  return members;
}

const NO_BLANK = /[^ \t\r\n]/g;
const STRING_END = /["\\]/g;
const MARK = /["{}[\]]/g;
const SCALAR_END = /[,\]}\s]/g;

/** The offset of the next match; the text's end where there is none. */
function next(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.index ?? text.length;
}

function pastBlanks(text: string, at: number): number {
  return next(NO_BLANK, text, at);
}

function pastString(text: string, begin: number): number {
  let at = next(STRING_END, text, begin + 1);
  while (text[at] === '\\') at = next(STRING_END, text, at + 2);
  return at + 1;
}

function pastValue(text: string, begin: number): number {
  if (text[begin] === '"') return pastString(text, begin);
  if (text[begin] !== '{' && text[begin] !== '[') return next(SCALAR_END, text, begin);
  let [at, depth] = [begin + 1, 1];
  while (depth > 0 && at < text.length) {
    at = next(MARK, text, at);
    if (text[at] === '"') at = pastString(text, at);
    else {
      depth += text[at] === '{' || text[at] === '[' ? 1 : -1;
      at++;
    }
  }
  return at;
}

function lineBreaks(text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push(at);
  return found;
}

/** One more than the line breaks before an offset. */
function lineAt(breaks: readonly number[], offset: number): number {
  let [low, high] = [0, breaks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
