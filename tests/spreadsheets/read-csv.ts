/** A field: quoted, with doubled quotes inside, or bare; and what ends it. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** Reads comma-separated values (RFC 4180), with or without a byte order mark. Throws when a quote is not closed. */
export function readCsv(content: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const text = content.replace(/^\ufeff/, '');
  for (let at = 0; at < text.length; ) {
    field.lastIndex = at;
    const found = field.exec(text);
    if (!found) throw new Error(`no field at ${at}: ${JSON.stringify(text.slice(at, at + 50))}`);
    const [whole, quoted, bare = '', end] = found;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
    at += whole.length;
  }
  return rows;
}
