import { create } from 'zustand';
import { undoAction } from '#renderer/window/state/article/undo-redo.ts';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { compareForMerge, type MergeField, mergeSources } from '#shared/domain/sources/merge-sources.ts';

export const useMergePair = create<{ keptId: string; duplicateId: string }>()(() => ({
  keptId: '',
  duplicateId: '',
}));

/** Merges at once when the two sources do not contradict each other. Otherwise the dialog asks what is right. */
export function mergeOrAsk(session: Session, kept: Source, duplicate: Source): void {
  const { conflicts, leftOut } = compareForMerge(session.review, kept, duplicate);
  if (conflicts.length === 0 && leftOut.length === 0) {
    mergeWithNotice(session, kept, duplicate);
    return;
  }
  useMergePair.setState({ keptId: kept.id, duplicateId: duplicate.id });
  openDialog('mergeSources');
}

/** Merges, with the values of the duplicate in the given fields, and offers to undo that. False when it was refused. */
export function mergeWithNotice(
  { review, apply }: Session,
  kept: Source,
  duplicate: Source,
  fromDuplicate?: ReadonlySet<MergeField>,
): boolean {
  if (!apply(mergeSources(review, kept, duplicate, fromDuplicate))) return false;
  showNotice(`“${duplicate.title}” was merged into this source.`, undoAction);
  return true;
}
