import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The path of a text in tests/fixtures/articles. */
export function articleFile(name: string): string {
  return resolve(__dirname, '../../../fixtures/articles', name);
}

/** A document to attach. The second of its three lines has a number to quote. */
export const ledger = 'Harbour ledger, 2019\nThe ferry carried 1,203,117 passengers.\nSigned, the pilot\n';

/** Writes the ledger into a folder, and returns its path. */
export function writeLedger(folder: string, name = 'ledger.txt'): string {
  const path = join(folder, name);
  writeFileSync(path, ledger);
  return path;
}
