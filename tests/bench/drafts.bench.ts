import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { briefFigures } from './drafts/measure-short-revisions';
import { editFigures } from './drafts/measure-single-edits';
import { madeFigures } from './drafts/measure-generated-revisions';
import { readRevisions, revisionFigures } from './drafts/measure-real-revisions';
import { coldSpeed, warmSpeed } from './drafts/measure-speed';
import type { Print } from './support/report-metrics';

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
