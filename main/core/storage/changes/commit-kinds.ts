import type { RecutSentence } from '../../../../shared/domain/claims/recut-sentence';
import type { Draft } from '../../../../shared/domain/draft/draft';
import type { StoredTextMap } from '../../../../shared/domain/draft/text-map';
import { areSameEdits } from '../../../../shared/domain/history/apply-edits';
import {
  type Change,
  type Edit,
  invertChange,
  type ProposedChange,
} from '../../../../shared/domain/history/change';
import type { Review } from '../../../../shared/domain/review/review';
import { addRecutSentences } from '../../../../shared/domain/review/review-copy';
import { isolate } from '../../../../shared/text/format/wording';
import { StetError } from '../../errors/stet-error';
import { currentTimestamp, type System } from '../../system';
import { asNotStored, notSavedError } from '../files/not-saved-error';
import type { DraftFiles } from '../review/draft-files';
import { collectJudgementsOf, findRecutSentences } from '../review/recut-sentences';
import type { ChangeJournal } from './change-journal';
import { type ConfirmRemoval, confirmRemoval } from './confirm-removal';

/** The source of a change's id, time and author. */
export interface ChangeStampContext extends Pick<System, 'now' | 'newId' | 'log'> {
  /** The reviewer's current name. */
  reviewer(): string | null;
  confirmRemoval: ConfirmRemoval;
}

export type DraftAction = 'draft.import' | 'draft.correct';

/** Returns a new draft, with the edits that add it to the review; throws when it can't be added. */
export type CreateDraft = (
  review: Review,
  newestDraft: Draft,
  changes: readonly Change[],
) => { draft: Draft; edits: Edit[] };

/**
 * Commits a change that the window proposes. A change whose id is known is returned as it was stored. Rejects as
 * `ChangeJournal.commit` does, with `conflict` when another change has the same id, and with
 * `nothing` when the reviewer declines to remove that many claims.
 */
export async function commitProposed(
  journal: ChangeJournal,
  context: ChangeStampContext,
  proposed: ProposedChange,
): Promise<Change> {
  const known = await journal.changes.find(proposed.id);
  if (!known) {
    await confirmRemoval(proposed.edits, journal.review, context.confirmRemoval);
    const change = { ...proposed, at: currentTimestamp(context), by: context.reviewer(), undoes: null };
    return journal.commit(change, { proposedBy: 'window', consequence: '' });
  }
  if (known.action === proposed.action && areSameEdits(known.edits, proposed.edits)) return known;
  throw new StetError('conflict', 'Another edit has the same number. Load the article again.');
}

/**
 * Writes a new draft with its map, then commits the change that adds it. Rejects as `ChangeJournal.commit` and `create` do, and then the
 * review is as it was.
 */
export async function commitDraft(
  journal: ChangeJournal,
  files: DraftFiles,
  context: ChangeStampContext,
  action: DraftAction,
  create: CreateDraft,
  textMap: StoredTextMap | null,
): Promise<Change> {
  journal.refuseReadOnly();
  const consequence = 'The draft was not added; the article is as it was.';
  const { list } = await journal.changes.waitUntilWhole();
  const { draft, edits } = create(journal.review, journal.draft, list);
  await files.write(draft, textMap).catch((error) => {
    // A text without the change that names it is no draft.
    throw notSavedError(asNotStored(error), consequence);
  });
  const change = { ...createStamp(context), action, edits, undoes: null };
  return journal.commit(change, { proposedBy: 'main', consequence });
}

/** The result of undo or redo. */
export interface InverseResult {
  change: Change;
  /** The judged sentences that it brought back and that today's rules cut differently. */
  recutSentences: RecutSentence[];
}

/**
 * Commits the inverse of the last change that can be undone, or of the undo that can be redone. Rejects as
 * `ChangeJournal.commit` does, and with `nothing` when there is no such change, the reviewer declines, or another reviewer's
 * change came while the article was open: nobody undoes it by mistake in their own name.
 */
export async function commitInverse(
  journal: ChangeJournal,
  drafts: DraftFiles,
  context: ChangeStampContext,
  which: 'undo' | 'redo',
): Promise<InverseResult> {
  journal.refuseReadOnly();
  const { nextUndo, nextRedo } = await journal.changes.waitUntilWhole();
  const change = which === 'undo' ? nextUndo : nextRedo;
  if (!change) throw new StetError('nothing', `Nothing to ${which}.`);
  if (journal.isFromElsewhere(change) && change.by !== context.reviewer())
    throw new StetError(
      'nothing',
      `The newest change was made elsewhere, by ${change.by === null ? 'another reviewer' : isolate(change.by)}. It is not undone here; edit what you want to change instead.`,
    );
  const consequence = 'The change was not made; everything is as it was.';
  const inverse = invertChange(change, createStamp(context));
  await confirmRemoval(inverse.edits, journal.review, context.confirmRemoval);
  const committed = await journal.commit(inverse, { proposedBy: 'main', consequence });
  const { review, draft: newestDraft } = journal;
  const judged = collectJudgementsOf(committed.edits);
  const recutSentences = await findRecutSentences(judged, { review, newestDraft, drafts, log: context.log });
  addRecutSentences(review, recutSentences);
  return { change: committed, recutSentences };
}

/** The id, the time and the author of a change that is made now. */
export function createStamp(context: ChangeStampContext): { id: string; at: string; by: string | null } {
  return { id: context.newId(), at: currentTimestamp(context), by: context.reviewer() };
}
