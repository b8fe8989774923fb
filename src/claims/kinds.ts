/** The kinds of claim: the guide each is written by, the map of its loop 2300, and the name of its files. */
import type { Claim, ClaimKind } from '../../schemas/claim.ts';
import { guide837d } from '../guides/837d.ts';
import { guide837i } from '../guides/837i.ts';
import { guide837p } from '../guides/837p.ts';
import type { Guide } from '../x12/grammar.ts';
import { DENTAL } from './maps/dental.ts';
import { INSTITUTIONAL } from './maps/institutional.ts';
import type { MapOf } from './maps/mapping.ts';
import { PROFESSIONAL } from './maps/professional.ts';

/** What there is to know of a kind of claim. */
export type KindFacts = { guide: Guide; map: MapOf<object>; file: '837P' | '837I' | '837D' };

/** By the claim's `kind`. */
export const KINDS: Readonly<Record<ClaimKind, KindFacts>> = {
  professional: { guide: guide837p, map: PROFESSIONAL, file: '837P' },
  institutional: { guide: guide837i, map: INSTITUTIONAL, file: '837I' },
  dental: { guide: guide837d, map: DENTAL, file: '837D' },
};

/** The kind of claims that a guide carries; undefined where it carries none. */
export function claimKindOf({ id }: Guide): ClaimKind | undefined {
  return (['professional', 'institutional', 'dental'] as const).find((kind) => KINDS[kind].guide.id === id);
}

/** CLM05-3: original, replacement, void; of an institutional claim the last digit of its bill type. */
export function frequencyOf(claim: Claim): string {
  return claim.kind === 'institutional' ? claim.billType.slice(2) : claim.frequency;
}

/** First and last day of service: of the lines, else of the stay or the claim. */
export function serviceDaysOf(claim: Claim): { from: string | undefined; to: string | undefined } {
  const ofLines: readonly DayOrPeriod[] = claim.lines.map(({ serviceDate }) => serviceDate);
  const days = [...ofLines, ...ofClaim(claim)]
    .flatMap((date) => (date === undefined ? [] : typeof date === 'string' ? [date] : [date.from, date.to]))
    .sort();
  return { from: days[0], to: days.at(-1) };
}

type DayOrPeriod = string | { from: string; to: string } | undefined;

function ofClaim(claim: Claim): readonly DayOrPeriod[] {
  if (claim.kind === 'institutional') return [claim.statementPeriod];
  return claim.kind === 'dental' ? [claim.serviceDate] : [];
}
