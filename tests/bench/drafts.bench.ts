import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { briefFigures } from './drafts-brief-figures';
import { editFigures } from './drafts-edits';
import { madeFigures } from './drafts-made-figures';
import { readRevisions, revisionFigures } from './drafts-revisions';
import { coldSpeed, warmSpeed } from './drafts-speed';
import type { Print } from './import-figures';

/** How well, and how fast, claims are carried from one draft to the next. */
export async function run(print: Print): Promise<void> {
  coldSpeed(print);
  warmSpeed(print);
  const file = process.env.STET_CORPORA && join(process.env.STET_CORPORA, 'revisions.jsonl');
  if (file && existsSync(file)) {
    const revisions = readRevisions(file);
    revisionFigures(print, revisions);
    editFigures(print, revisions);
  } else print(`Skipped: revisions; ${file ? `there is no ${file}` : 'STET_CORPORA names no folder'}.`);
  briefFigures(print);
  madeFigures(print);
}
