/** Comma separated values (RFC 4180): rows of cells, each with the line on which it begins. */

/** A row; `line` counts from 1. */
export type CsvRow = { line: number; cells: readonly string[] };

/** A cell up to the comma or the end of line behind it: quoted, with quotes in it doubled, or plain. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n][^,\r\n]*|))(,|\r?\n|\r|$)/y;

/** The rows of a text, empty ones left out. A quote that is never closed, or is followed by more, ends them with `undefined`. */
export function* csvRows(text: string): Generator<CsvRow | { line: number; cells: undefined }, void, undefined> {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const begin = line;
    const cells: string[] = [];
    for (let end = ','; end === ','; ) {
      CELL.lastIndex = at;
      const match = CELL.exec(text);
      if (match === null) {
        yield { line: begin, cells: undefined };
        return;
      }
      const [all, quoted, plain = '', separator = ''] = match;
      cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      line += all.match(/\r\n|\r|\n/g)?.length ?? 0;
      at += all.length;
      end = separator;
    }
    if (cells.some((cell) => cell !== '')) yield { line: begin, cells };
  }
}
