import { judgementSchema } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Edit } from '#shared/domain/review/change.ts';
import {
  getJudgementKey,
  type JudgedText,
  type RecutSentence,
  recutSentence,
} from '#shared/domain/review/recut-sentence.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import type { FilePlatform } from '../disk/open-store.ts';
import type { DraftFiles } from './draft-files.ts';

const judgedTextSchema = judgementSchema.pick({ draftId: true, words: true, sentence: true }).loose();

interface JudgedClaim {
  claimId: string;
  judged: JudgedText;
}

/** The judgements of claims by draft, once each. */
type Judgements = ReadonlyMap<string, ReadonlyMap<string, JudgedClaim>>;

/** Collects the judgements of claims by draft. `judged` is parsed: that of an edit is what the disk has. */
export function collectJudgements(claims: Iterable<{ id: string; judged: unknown }>): Judgements {
  const byDraft = new Map<string, Map<string, JudgedClaim>>();
  for (const { id, judged } of claims) {
    const parsed = judgedTextSchema.safeParse(judged);
    if (!parsed.success) continue;
    const { draftId, words, sentence } = parsed.data;
    const text = { draftId, words, sentence };
    const judgements = byDraft.get(draftId) ?? new Map();
    byDraft.set(draftId, judgements.set(getJudgementKey(id, text), { claimId: id, judged: text }));
  }
  return byDraft;
}

/** Collects the judgements that claims have after the edits. */
export function collectJudgementsOf(edits: readonly Edit[]): Judgements {
  const claims = edits.flatMap((edit) => {
    if (edit.table !== 'claims' || 'delete' in edit) return [];
    const { judged } = 'create' in edit ? edit.create : edit.update.after;
    return [{ id: edit.id, judged }];
  });
  return collectJudgements(claims);
}

interface JudgedArticle {
  review: Review;
  newestDraft: Draft;
  drafts: DraftFiles;
  log: FilePlatform['log'];
}

/**
 * Finds the judged sentences that today's rules cut differently than the rules by which they were stored. Reads the drafts in
 * which verdicts were set; where one can't be read, the stored sentences serve. Writes nothing. Never rejects.
 */
export async function findRecutSentences(
  judgements: Judgements,
  { review, newestDraft, drafts, log }: JudgedArticle,
): Promise<RecutSentence[]> {
  const recutSentences: RecutSentence[] = [];
  for (const [draftId, judged] of judgements) {
    const row = review.drafts.get(draftId);
    const draft = draftId === newestDraft.id ? newestDraft : row ? await drafts.peek(row) : null;
    if (!draft) {
      log.error(`the draft ${draftId}, in which verdicts were set, could not be read`);
      continue;
    }
    const spans = new Map(
      findReferrers(review, `drafts/${draftId}`, 'placements').map(({ claimId, span }) => [claimId, span]),
    );
    for (const { claimId, judged: text } of judged.values()) {
      const recut = recutSentence(draft, text, spans.get(claimId) ?? null);
      if (recut !== null) recutSentences.push({ claimId, ...text, recut });
    }
  }
  return recutSentences;
}
