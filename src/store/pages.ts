/** Lists in pages, newest first. Ids are UUIDv7, so they sort by time and the last one of a page is where the next begins. */
export const PAGE_SIZE = 50;

export type PageOf<Row> = {
  rows: Row[];
  /** Id after which the next page begins; absent on the last page. */
  after?: string;
};

/** A page from one row more than fits, which tells whether another page follows. */
export function pageOf<Row extends { id: string }>(rows: Row[], limit: number): PageOf<Row> {
  if (rows.length <= limit) return { rows };
  const shown = rows.slice(0, limit);
  return { rows: shown, after: shown[limit - 1]!.id };
}

/** A `like` pattern for texts that begin with this. */
export function prefixPattern(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Rows by a key, each list in the order of the rows. */
export function groupRows<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
