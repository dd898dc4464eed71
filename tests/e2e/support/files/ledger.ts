import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document to attach: three lines, the second with a figure to quote. */
export const ledger = 'Harbour ledger, 2019\nThe ferry carried 1,203,117 passengers.\nSigned, the pilot\n';

/** Writes it to the disk: its path. */
export function ledgerIn(folder: string, name = 'ledger.txt'): string {
  const path = join(folder, name);
  writeFileSync(path, ledger);
  return path;
}
