import type { Attachment, StoredFile } from '../attachment';
import type { Edit } from '../history/change';
import { makeCopyEdit, makeDeleteEdit } from '../history/make-edits';
import { createStep, type EditContext, type Step } from '../history/step';
import { findReferrers, type Review } from '../review/review';

/** Lists the files of a source by name. */
export function listAttachments(review: Review, sourceId: string): Attachment[] {
  return findReferrers(review, `sources/${sourceId}`, 'attachments').sort((a, b) =>
    a.name + a.id < b.name + b.id ? -1 : 1,
  );
}

/** The number of files of each source that has any, by its id. */
export function countAttachments(review: Review): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sourceId } of review.attachments.values())
    counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  return counts;
}

/** Makes the edits that attach files of the vault to a source. Files whose content the source already has are left out. */
export function makeAttachEdits(
  review: Review,
  sourceId: string,
  files: readonly StoredFile[],
  context: EditContext,
): Edit[] {
  const attached = new Set(listAttachments(review, sourceId).map(({ sha256 }) => sha256));
  return files.flatMap((file) => {
    if (attached.has(file.sha256)) return [];
    attached.add(file.sha256);
    return [makeCopyEdit('attachments', { ...file, id: context.newId(), sourceId, addedAt: context.at })];
  });
}

/** Attaches files of the vault to a source; null when it has all of them. */
export function attachFiles(
  review: Review,
  sourceId: string,
  files: readonly StoredFile[],
  context: EditContext,
): Step | null {
  return createStep('source.edit', makeAttachEdits(review, sourceId, files, context));
}

/** Detaches a file from its source. The vault keeps it, for undo and for the history. */
export function detachFile(attachment: Attachment): Step {
  return { action: 'source.edit', edits: [makeDeleteEdit('attachments', attachment)] };
}
