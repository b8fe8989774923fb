/** Ways in which a file can be wrong. */
export const HOW = ['drop', 'twice', 'rename', 'swap', 'fill', 'cut', 'empty', 'hollow', 'garble', 'inflate'] as const;

/** A text with one segment of its body changed. */
export function spoil(text: string, at: number, how: (typeof HOW)[number]): string {
  const segments = text.split('~');
  const place = 3 + (at % Math.max(1, segments.length - 7));
  const segment = segments[place] ?? '';
  const changes: Readonly<Record<string, readonly string[]>> = {
    empty: [segment.slice(0, segment.indexOf('*'))],
    hollow: [segment.replace(/(?<=[*:])[^*:]+/g, (text, place: number) => ((place + at) % 2 === 0 ? '' : text))],
    garble: [segment.replace(/(?<=[*:])[^*:]+/g, (text, place: number) => ((place + at) % 3 === 0 ? '?' : text))],
    inflate: [segment.replace(/\d+/g, (text) => text.repeat(20))],
    drop: [],
    twice: [segment, segment],
    rename: [segment.replace(/^../, 'ZQ')],
    swap: [segments[place + 1] ?? '', segment],
    fill: [`${segment}*\u0001A:B^C*12*É`],
    cut: [segment.slice(0, Math.ceil(segment.length / 2))],
  };
  segments.splice(place, how === 'swap' ? 2 : 1, ...(changes[how] ?? []));
  return segments.join('~');
}
