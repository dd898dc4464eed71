import { judgementSchema } from '../../../../shared/domain/claim';
import {
  getJudgementKey,
  type JudgedText,
  type RecutSentence,
  recutSentence,
} from '../../../../shared/domain/claims/recut-sentence';
import { type Draft, type DraftRow, draftRowSchema } from '../../../../shared/domain/draft';
import type { Change, Edit } from '../../../../shared/domain/history/change';
import { findReferrers, type Review } from '../../../../shared/domain/review/review';
import type { FilePlatform } from '../files/durable-json-file';
import type { DraftFiles } from './draft-files';

const judgedTextSchema = judgementSchema.pick({ draftId: true, words: true, sentence: true }).loose();

interface JudgedClaim {
  claimId: string;
  judged: JudgedText;
}

function getRows(edit: Edit): Record<string, unknown>[] {
  if ('create' in edit) return [edit.create];
  if ('delete' in edit) return [edit.delete];
  return [edit.update.before, edit.update.after];
}

/** Collects all judgements of a history by draft, once each: undo can bring every one of them back. */
function collectJudgements(changes: readonly Change[]): Map<string, Map<string, JudgedClaim>> {
  const byDraft = new Map<string, Map<string, JudgedClaim>>();
  for (const { edits } of changes)
    for (const edit of edits) {
      if (edit.table !== 'claims') continue;
      for (const { judged } of getRows(edit)) {
        const parsed = judgedTextSchema.safeParse(judged);
        if (!parsed.success) continue;
        const { draftId, words, sentence } = parsed.data;
        const text = { draftId, words, sentence };
        const judgements = byDraft.get(draftId) ?? new Map();
        byDraft.set(
          draftId,
          judgements.set(getJudgementKey(edit.id, text), { claimId: edit.id, judged: text }),
        );
      }
    }
  return byDraft;
}

/** Collects the rows of all drafts of a history, also of those whose import was undone. */
export function collectDraftRows(changes: readonly Change[]): Map<string, DraftRow> {
  const rows = new Map<string, DraftRow>();
  for (const { edits } of changes)
    for (const edit of edits) {
      if (edit.table !== 'drafts' || !('create' in edit)) continue;
      const parsed = draftRowSchema.safeParse(edit.create);
      if (parsed.success) rows.set(edit.id, parsed.data);
    }
  return rows;
}

interface JudgedArticle {
  review: Review;
  newestDraft: Draft;
  drafts: DraftFiles;
  platform: FilePlatform;
}

/**
 * Finds the judged sentences that today's rules cut differently than the rules by which they were stored. Reads the drafts in
 * which verdicts were set; where one can't be read, the stored sentences serve. Writes nothing. Never rejects.
 */
export async function findRecutSentences(
  changes: readonly Change[],
  { review, newestDraft, drafts, platform }: JudgedArticle,
): Promise<RecutSentence[]> {
  const rows = collectDraftRows(changes);
  const recutSentences: RecutSentence[] = [];
  for (const [draftId, judgements] of collectJudgements(changes)) {
    const row = rows.get(draftId);
    const draft = draftId === newestDraft.id ? newestDraft : row ? await drafts.peek(row) : null;
    if (!draft) {
      platform.log.error(`the draft ${draftId}, in which verdicts were set, could not be read`);
      continue;
    }
    const spans = new Map(
      findReferrers(review, `drafts/${draftId}`, 'placements').map(({ claimId, span }) => [claimId, span]),
    );
    for (const { claimId, judged } of judgements.values()) {
      const recut = recutSentence(draft, judged, spans.get(claimId) ?? null);
      if (recut !== null) recutSentences.push({ claimId, ...judged, recut });
    }
  }
  return recutSentences;
}
