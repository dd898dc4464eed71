import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  measureColdSpeed,
  measureGeneratedRevisions,
  measureWarmSpeed,
} from './drafts/measure-generated-revisions.ts';
import { measureRealRevisions } from './drafts/measure-real-revisions.ts';
import { measureSingleEdits } from './drafts/measure-single-edits.ts';
import { readRevisions } from './drafts/real-revisions.ts';
import type { Print } from './support/report-metrics.ts';

/** Measures how well and how fast claims are carried from one draft to the next. */
export async function run(print: Print): Promise<void> {
  measureColdSpeed(print);
  measureWarmSpeed(print);
  const file = process.env.STET_CORPORA && join(process.env.STET_CORPORA, 'revisions.jsonl');
  if (file && existsSync(file)) {
    const revisions = readRevisions(file);
    measureRealRevisions(print, revisions);
    measureSingleEdits(print, revisions);
  } else print(`Skipped: revisions; ${file ? `there is no ${file}` : 'STET_CORPORA names no folder'}.`);
  measureGeneratedRevisions(print);
}
