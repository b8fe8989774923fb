/** claimwire codes: import the code lists of their owners, and list what was imported. */
import { EDITION_KINDS, type EditionKind } from '../codes/edition.ts';
import { readFolders } from '../config.ts';
import { type CodesImported, importCodes, listEditions } from '../exchange/code-folder.ts';
import { Problem } from '../problem.ts';
import { dayOf, oneOf } from './options.ts';
import { printJson, printLine, say } from './output.ts';
import { formatTable } from './table.ts';

export type CodesOptions = { effective?: string; until?: string; json?: boolean };

const KINDS = Object.keys(EDITION_KINDS) as EditionKind[];

/** Runs one of the actions. */
export async function codes(
  action: string,
  kind: string | undefined,
  file: string | undefined,
  options: CodesOptions,
): Promise<0> {
  const { codesFolder } = readFolders();
  if (action === 'list') return list(codesFolder, options);
  if (action !== 'import') throw new Problem('usage', `codes ${action}: expected import or list`);
  if (kind === undefined || file === undefined)
    throw new Problem('usage', 'codes import: the kind and the file of the list are missing');
  return take(codesFolder, oneOf('codes import', kind, KINDS), file, options);
}

function take(folder: string, kind: EditionKind, file: string, { effective, until }: CodesOptions): 0 {
  if (effective === undefined)
    throw new Problem('usage', 'codes import: --effective is missing: the first day on which the list counts');
  const days = {
    effective: dayOf('--effective', effective),
    ...(until === undefined ? {} : { until: dayOf('--until', until) }),
  };
  if ((days.until ?? '9999') < days.effective)
    throw new Problem('usage', '--until: expected a day not before --effective');
  printLine(inWords(importCodes(folder, { kind, file, ...days }, new Date())));
  return 0;
}

function inWords({ outcome, header: { kind, effective, count, source } }: CodesImported): string {
  const edition = `${kind} as of ${effective}`;
  if (outcome === 'known') return `${edition}: is there already, ${count} codes`;
  return `${edition}: ${count} codes of ${source}${outcome === 'replaced' ? ', in place of those of another file' : ''}`;
}

function list(folder: string, { json }: CodesOptions): 0 {
  const editions = listEditions(folder);
  if (json) for (const one of editions) printJson(one);
  else if (editions.length === 0)
    say(`no code lists in ${folder}: only the form of such codes is checked (docs/codes.md)`);
  else
    printLine(
      formatTable(
        [
          { title: 'kind' },
          { title: 'from' },
          { title: 'until' },
          { title: 'codes', right: true },
          { title: 'imported' },
          { title: 'file' },
        ],
        editions.map(({ kind, effective, until = '', count, imported, source }) => [
          kind,
          effective,
          until,
          String(count),
          imported.slice(0, 10),
          source,
        ]),
      ),
    );
  return 0;
}
