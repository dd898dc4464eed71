import type { WordPlan, WordReportResult } from '../../../../shared/reports/word/word-plan';
import type { Reporter } from '../../format';
import { addAppendix } from './add-appendix';
import { writeComments } from './annotations/write-comments';
import { writeFootnotes } from './annotations/write-footnotes';
import { addPageLine } from './headers/add-page-line';
import { serializePart } from './markup/serialize-part';
import { openBase } from './open-base';
import { rewriteText } from './rewrite-text';
import { createUnusedIds } from './story/unused-ids';

/** The steps that are reported: the file is opened, its text rewritten and set, the comments are written, and all is packed. */
const steps = 4;

/**
 * Writes comments, tracked changes and an appendix into a Word file, as its plan says. Everything else in the file stays as it is.
 * The stages:
 * 1. `open-base.ts` opens the author's file or the clean document of the plan (`package/`).
 * 2. `rewrite-text.ts` finds the words of the plan in it (`places/`), splits runs there (`story/`), anchors the comments or footnotes
 *    (`marks/`) and writes corrections as tracked changes (`changes/`).
 * 3. `annotations/`, `appendix/` and `headers/` write what is beside the text.
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
