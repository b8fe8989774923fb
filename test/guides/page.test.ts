/** docs/guides.md names the guides there are. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GUIDES } from '../../src/guides/index.ts';
import type { LoopUse } from '../../src/x12/grammar.ts';

const page = readFileSync(new URL('../../docs/guides.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| .* \| `\w+\.ts` \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const recordLoops = ({ id, record, items }: LoopUse): string[] => [
  ...(record ? [id] : []),
  ...items.flatMap((item) => (item.kind === 'loop' ? recordLoops(item) : [])),
];

test('every guide has its row, with its versions and record loops', () => {
  expect(rows.map(([, , , set, group, version, aliases, loops]) => [set, group, version, aliases, loops])).toEqual(
    GUIDES.map((guide) => [
      guide.set,
      guide.group,
      guide.id,
      guide.aliases.join(' '),
      [...new Set(recordLoops(guide.root))].sort().join(' '),
    ]),
  );
});

test('every file it names is there', () => {
  for (const [, , file = ''] of rows)
    expect(existsSync(new URL(`../../src/guides/${file.replaceAll('`', '')}`, import.meta.url)), file).toBe(true);
});
