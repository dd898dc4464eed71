import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { runPoppler } from '../../e2e/support/reports/read-pdf';
import { WordParts } from '../../e2e/support/reports/word-parts';
import type { ReaderLabel } from '../model/exports';
import { unless } from './unless';

/** The beginning of every word that a confidential source hides in a walk. Nothing else in a walk has it. */
export const hiddenWord = 'Quxvorm';

/** No file of a report for the public or an editor has a word that a source hides. */
export function hiddenWordsAreKept(path: string, reader: ReaderLabel): string[] {
  if (reader === 'Legal') return [];
  const folder = dirname(path);
  const begin = basename(path, extname(path));
  return readdirSync(folder)
    .filter((name) => name.startsWith(begin))
    .flatMap((name) =>
      unless(
        !readText(join(folder, name)).toLowerCase().includes(hiddenWord.toLowerCase()),
        `${name} for ${reader} has a word that a source hides`,
      ),
    );
}

function readText(path: string): string {
  if (/\.(?:docx|xlsx)$/.test(path)) return WordParts.read(path).getAllText();
  return path.endsWith('.pdf') ? runPoppler('pdftotext', path, '-') : readFileSync(path, 'utf8');
}
