/** Claims of 837 files read into claim objects: nothing is lost, and what is written again is what was read. */
import { describe, expect, test } from 'vitest';
import { findGuide } from '../../src/guides/index.ts';
import { CORPUS, type CorpusFile, corpusFolder } from '../corpus.ts';
import { CORRECTIONS, NO_CLAIMS } from './corpus-corrections.ts';
import { roundTrip, withSoundNumbers } from './round-trip.ts';

const is837 = ({ transactions }: CorpusFile): boolean =>
  transactions.length > 0 &&
  transactions.every(
    ({ st01, st03, gs08 }) =>
      st01 === '837' && [st03, gs08].some((one) => findGuide(one ?? '', '', st01) !== undefined),
  );

const holdsNoClaim = ({ path }: { path: string }): boolean => NO_CLAIMS.some((one) => path.startsWith(one.path));

const valid = CORPUS.filter((file) => file.strict_valid_candidate && file.claims > 0 && is837(file));

function corrected({ path, bytes }: CorpusFile): Uint8Array {
  const { changes = [] } = CORRECTIONS.find((one) => one.path === path) ?? {};
  const text = changes.reduce((given, [from, to]) => {
    expect(given, `${path}: ${from}`).toContain(from);
    return given.replaceAll(from, to);
  }, bytes().toString('latin1'));
  return withSoundNumbers(Buffer.from(text, 'latin1'));
}

describe('the 837s of the corpus', () => {
  test.each(valid.filter((file) => !holdsNoClaim(file)).map((file) => [file.path, file] as const))(
    'come back: %s',
    async (path, file) => {
      const { before, after, issues, claims } = await roundTrip(corrected(file));
      const { ours = [] } = CORRECTIONS.find((one) => one.path === path) ?? {};
      expect(issues).toEqual([]);
      const expected = ours.reduce(
        (sections, [from, to]) => sections.map((section) => section.replace(from, to)),
        before,
      );
      expect(after).toEqual(expected);
      expect(claims).toBe(file.claims);
    },
  );

  test('files that hold no claim are told so', async () => {
    for (const file of valid.filter(holdsNoClaim)) {
      const { claims, issues } = await roundTrip(file.bytes());
      expect(claims, file.path).toBe(0);
      expect(issues.map(({ code }) => code)).toContain('claim-invalid');
    }
    expect(valid.length).toBeGreaterThan(corpusFolder === undefined ? 20 : 60);
  });
});
