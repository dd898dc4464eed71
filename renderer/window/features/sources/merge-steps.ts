import { create } from 'zustand';
import type { Source } from '../../../../shared/domain/base/source';
import {
  compareForMerge,
  type MergeField,
  mergeSources,
} from '../../../../shared/domain/sources/merge-sources';
import { undoAction } from '../../state/article/undo-redo';
import { openDialog } from '../../state/base/dialogs';
import { showNotice } from '../../state/base/notices';
import type { Session } from '../../state/review/session';

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
