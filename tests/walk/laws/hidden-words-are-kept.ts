import { readFileSync } from 'node:fs';
import type { ReaderLabel } from '../model/exports';
import { unless } from './unless';

/** The beginning of every word that a confidential source hides in a walk. Nothing else in a walk has it. */
export const hiddenWord = 'Quxvorm';

/** No file for the public or an editor has a word that a source hides. Zipped and printed ones are not read here. */
export function hiddenWordsAreKept(path: string, reader: ReaderLabel): string[] {
  if (reader === 'Legal' || !/\.(?:html|md|json|jsonld|csv)$/.test(path)) return [];
  const isKept = !readFileSync(path, 'utf8').toLowerCase().includes(hiddenWord.toLowerCase());
  return unless(isKept, `${path} for ${reader} has a word that a source hides`);
}
