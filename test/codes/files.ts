/** Files of code lists in the layouts of their owners, with codes and words of our own. */

/** A line of CMS's order files of ICD-10. */
export const orderLine = (order: number, code: string, valid: boolean, words = 'words of our own'): string =>
  `${String(order).padStart(5, '0')} ${code.padEnd(7)} ${valid ? 1 : 0} ${words.padEnd(60)} ${words}`;

/** An order file; codes that end in a hyphen are headings. */
export const orderFile = (...codes: readonly string[]): string =>
  codes.map((code, at) => `${orderLine(at + 1, code.replace('-', ''), !code.endsWith('-'))}\r\n`).join('');

type Hcpcs = { record?: string; added?: string; acted?: string; ended?: string; action?: string };

/** A line of CMS's HCPCS file; a modifier stands in columns 4 and 5. */
export function hcpcsLine(
  code: string,
  { record, added = '20200101', acted = added, ended = '', action = 'N' }: Hcpcs = {},
): string {
  const kind = record ?? (code.length === 2 ? '7' : '3');
  const details = `${added.padEnd(8)}${acted.padEnd(8)}${ended.padEnd(8)}${action}`;
  return `${`${code.padStart(5)}00100${kind}words of our own`.padEnd(268)}${details}`.padEnd(320);
}

/** The FDA's package.txt with these package codes. */
export const packageFile = (...codes: readonly string[]): string =>
  [
    'PRODUCTID\tPRODUCTNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION\tSTARTMARKETINGDATE',
    ...codes.map((code) => `${code.slice(0, -3)}_x\t${code.slice(0, -3)}\t${code}\t"1 BOX" of our own\t20200101`),
  ].join('\r\n');

/** The NUCC's CSV with these codes: cells with commas, quotes and ends of lines. */
export const taxonomyFile = (...codes: readonly string[]): string =>
  [
    '\ufeffCode,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section',
    ...codes.map((code) => `${code},Ours,"A, B",,"Said ""so"",\r\non two lines",,"Name, ours",Individual`),
  ].join('\r\n');
