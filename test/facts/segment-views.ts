/** Segments by the names that other libraries give their elements; null where there is nothing. */
import { parseCents } from '../../src/money.ts';
import { type Loop, segmentsNamed } from './loop-tree.ts';

type Elements = readonly string[];

/** An element, or a component of it (from 1); null where it is empty or absent. */
export function at(segment: Elements | undefined, element: number, component?: number, separator = ':'): string | null {
  const text = segment?.[element] ?? '';
  const part = component === undefined ? text : (text.split(separator)[component - 1] ?? '');
  return part === '' ? null : part;
}

/** An amount to compare with; null where there is none. */
export function amount(text: string | null): { cents: ReturnType<typeof parseCents> } | null {
  return text === null ? null : { cents: parseCents(text) };
}

/** A party: the N1 or NM1 of a loop, or the one of an entity code, with what else the loop says of it. */
export function entity(loop: Loop | undefined, code?: string) {
  const name = loop?.segments.find(
    ([id, first]) => (id === 'N1' || id === 'NM1') && (code === undefined || first === code),
  );
  if (loop === undefined || name === undefined) return null;
  const isPerson = name[0] === 'NM1';
  const [lines, place] = [segmentsNamed(loop, 'N3')[0], segmentsNamed(loop, 'N4')[0]];
  return {
    entityIdentifierCode: at(name, 1),
    name: at(name, isPerson ? 3 : 2),
    lastName: at(name, 3),
    firstName: at(name, 4),
    idCode: at(name, isPerson ? 9 : 4),
    address: { lines: lines?.slice(1) ?? [], city: at(place, 1), state: at(place, 2) },
    contacts: segmentsNamed(loop, 'PER').map((per) => ({
      contactFunctionCode: at(per, 1),
      communications: [3, 5, 7].map((place) => ({ qualifier: at(per, place), value: at(per, place + 1) })),
    })),
    additionalIdentifiers: references(loop),
  };
}

/** REF segments. */
export const references = (loop: Loop) =>
  segmentsNamed(loop, 'REF').map((ref) => ({ qualifier: at(ref, 1), value: at(ref, 2) }));

/** DTP segments. */
export const dates = (loop: Loop) =>
  segmentsNamed(loop, 'DTP').map((dtp) => ({ qualifier: at(dtp, 1), formatQualifier: at(dtp, 2), value: at(dtp, 3) }));

/** CAS segments, one entry for each reason. */
export const adjustments = (loop: Loop) =>
  segmentsNamed(loop, 'CAS').flatMap((cas) =>
    [2, 5, 8, 11, 14, 17].flatMap((place) =>
      at(cas, place) === null
        ? []
        : [{ groupCode: at(cas, 1), reasonCode: at(cas, place), amount: amount(at(cas, place + 1)) }],
    ),
  );
