import { judgementSchema } from '../../../../shared/domain/claim';
import {
  getJudgementKey,
  type JudgedText,
  type RecutSentence,
  recutSentence,
} from '../../../../shared/domain/claims/recut-sentence';
import type { Draft } from '../../../../shared/domain/draft';
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

interface DraftSource {
  review: Review;
  newestDraft: Draft;
  drafts: DraftFiles;
  platform: FilePlatform;
}

/** Reads a draft of the review. Null when it can't be read: the stored sentences of its judgements serve then. */
async function readDraft(draftId: string, source: DraftSource): Promise<Draft | null> {
  const { review, newestDraft, drafts, platform } = source;
  if (draftId === newestDraft.id) return newestDraft;
  const row = review.drafts.get(draftId);
  if (!row) return null;
  return drafts.read(row).catch((error) => {
    platform.log.error('a draft with judged sentences could not be read', error);
    return null;
  });
}

/**
 * Finds the judged sentences that today's rules cut differently than the rules by which they were stored. Reads the drafts in
 * which verdicts were set. Never rejects.
 */
export async function findRecutSentences(
  changes: readonly Change[],
  source: DraftSource,
): Promise<RecutSentence[]> {
  const recutSentences: RecutSentence[] = [];
  for (const [draftId, judgements] of collectJudgements(changes)) {
    const draft = await readDraft(draftId, source);
    if (!draft) continue;
    const spans = new Map(
      findReferrers(source.review, `drafts/${draftId}`, 'placements').map(({ claimId, span }) => [
        claimId,
        span,
      ]),
    );
    for (const { claimId, judged } of judgements.values()) {
      const recut = recutSentence(draft, judged, spans.get(claimId) ?? null);
      if (recut !== null) recutSentences.push({ claimId, ...judged, recut });
    }
  }
  return recutSentences;
}
