import { nanoid } from 'nanoid';
import { formatHistoryLine, type HistoryEnd } from '#main/storage/history/history-format.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { createJudgement } from '#shared/domain/claims/set-verdict.ts';
import type { Change } from '#shared/domain/review/change.ts';
import type { ReviewData } from '#shared/domain/review/review-data.ts';
import { makeUpdateEdit } from '#shared/domain/review/step.ts';

const batchLines = 1_000;

/**
 * Generates the lines that follow `end` in the history of an article, in batches of bytes: verdicts and notes by turns, on one
 * claim after the other, as a reviewer changes them.
 */
export function* generateLongHistory(
  { review, draft }: { review: ReviewData; draft: Draft },
  end: Pick<HistoryEnd, 'seq' | 'sha256'>,
  lineCount: number,
): Generator<Buffer> {
  const claims: Claim[] = [...review.claims];
  const spans = new Map(review.placements.map(({ claimId, span }) => [claimId, span]));
  const at = '2026-01-01T00:00:00.000Z';
  const context = { by: null, at, newId: nanoid };
  let { seq, sha256 } = end;
  let batch: string[] = [];
  for (let index = 0; index < lineCount; index += 1) {
    const which = (index * 7) % claims.length;
    const claim = claims[which];
    const span = claim && spans.get(claim.id);
    if (!claim || !span) throw new Error('a claim has no place');
    const verdict = claim.verdict === 'verified' ? 'disputed' : 'verified';
    const after: Partial<Claim> =
      index % 4 === 0
        ? { verdict, judged: createJudgement(draft, span, verdict, context) }
        : { note: `The ledger gives another year for this, on page ${index} of the second volume.` };
    const edit = makeUpdateEdit('claims', claim, after);
    if (!edit) throw new Error('nothing to edit');
    claims[which] = { ...claim, ...after };
    const action = index % 4 === 0 ? 'claim.verdict' : 'claim.edit';
    const change: Change = { id: nanoid(), action, edits: [edit], at, by: null, undoes: null };
    seq += 1;
    const formatted = formatHistoryLine(seq, sha256, change);
    sha256 = formatted.sha256;
    batch.push(`${formatted.line}\n`);
    if (batch.length < batchLines && index + 1 < lineCount) continue;
    yield Buffer.from(batch.join(''));
    batch = [];
  }
}
