import type { AppendixBlock, WordPlan, WordReportResult } from '#shared/reports/word/word-plan.ts';
import type { Reporter } from '../read/base/format.ts';
import { findOwnAppendix } from '../read/word/document/own-appendix.ts';
import { addPageLine } from './add-page-line.ts';
import { serializePart } from './edited-package.ts';
import { type OpenedFile, openBase } from './open-base.ts';
import { rewriteText } from './rewrite-text.ts';
import { createUnusedIds } from './split-runs.ts';
import { writeAppendix } from './write-appendix.ts';
import { writeComments } from './write-comments.ts';
import { writeFootnotes } from './write-footnotes.ts';

/** Adds an appendix after the text, before the properties of the last section. It takes the place of those of earlier reports. */
function addAppendix(
  { package: edited, main, document }: OpenedFile,
  blocks: readonly AppendixBlock[],
  nextId: () => number,
): void {
  const { body } = document;
  for (const block of findOwnAppendix(body)) if (block.localName !== 'sectPr') block.remove();
  const elements = writeAppendix(edited, main.name, main.document, blocks, nextId);
  const last = body.lastElementChild;
  if (last?.localName === 'sectPr') last.before(...elements);
  else body.append(...elements);
}

/** The steps that are reported: the file is opened, its text rewritten and set, the comments are written, and all is packed. */
const steps = 4;

/**
 * Writes comments, tracked changes and an appendix into a Word file, as its plan says. Everything else in the file stays as it is.
 * The stages:
 * 1. `open-base.ts` opens the author's file or the clean document of the plan (`edited-package.ts`), and undoes the changes of an
 *    earlier report that nobody decided (`undo-own-changes.ts`).
 * 2. `rewrite-text.ts` finds the words of the plan in it (`text-places.ts`), splits runs there (`split-runs.ts`), anchors the comments
 *    or footnotes (`annotation-places.ts`, `closed-places.ts`) and writes corrections as tracked changes (`change-finder.ts`).
 * 3. `write-comments.ts`, `write-footnotes.ts`, `write-appendix.ts` and `add-page-line.ts` write what is beside the text.
 *
 * `bytes` are those of the author's file; empty when the plan brings a clean document.
 */
export async function writeWordReport(
  plan: WordPlan,
  bytes: Uint8Array,
  reporter: Reporter,
): Promise<WordReportResult> {
  const opened = openBase(plan, bytes);
  if (!opened.ok) return opened;
  const { base } = opened;
  const { package: edited, main } = base;
  reporter.reportProgress(1, steps);
  const nextId = createUnusedIds(edited.parts);
  const { comments, newNumbers, footnotes, newFootnoteIds, changed, notTracked } = rewriteText(
    plan,
    base,
    nextId,
  );
  if (plan.appendix.length > 0) addAppendix(base, plan.appendix, nextId);
  if (plan.pageLine !== null) addPageLine(edited, main.name, main.document, plan.pageLine);
  for (const { name, document } of changed) edited.setPart(name, serializePart(document));
  reporter.reportProgress(2, steps);
  writeComments(edited, main, comments, newNumbers);
  writeFootnotes(edited, main, footnotes, newFootnoteIds);
  reporter.reportProgress(3, steps);
  const written = await edited.toBytes();
  reporter.reportProgress(4, steps);
  return { ok: true, bytes: written, notTracked };
}
