/** Which guide a transaction set is read by. */
import type { GroupHeader, SetHeader } from './envelope.ts';
import type { Guide } from './grammar.ts';

/** The registry: the guide of a version, a functional group (GS01; empty: any) and a set (ST01). */
export type FindGuide = (version: string, group: string, set: string) => Guide | undefined;

/** By ST03, else by GS08. A set whose GS01 is wrong is still read: then version and set alone name its guide. */
export function chooseGuide(find: FindGuide, set: SetHeader, group: GroupHeader | undefined): Guide | undefined {
  const versions = [set.st03 ?? '', group?.gs08 ?? ''].filter((version) => version !== '');
  for (const gs01 of [group?.gs01 ?? '', '']) {
    for (const version of versions) {
      const guide = find(version, gs01, set.st01);
      if (guide !== undefined) return guide;
    }
  }
  return undefined;
}
