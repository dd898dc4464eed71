import equal from 'fast-deep-equal';
import { judgementSchema } from '../claim';
import type { Edit } from '../history/change';
import { makeUpdateEdit } from '../history/make-edits';
import { createStep, type Step } from '../history/step';
import type { Review } from '../review/review';

/**
 * Puts a name on those verdicts of these claims that carry none, and leaves the verdicts, their times and what they were set on as they
 * are. Null when there are none.
 */
export function signVerdicts(review: Review, claimIds: Iterable<string>, name: string): Step | null {
  const edits = Array.from(claimIds, (id) => {
    const claim = review.claims.get(id);
    return claim?.judged && claim.judged.by === null
      ? makeUpdateEdit('claims', claim, { judged: { ...claim.judged, by: name } })
      : null;
  });
  return createStep('claim.verdict', edits);
}

/** Whether a step only puts a name on verdicts that carried none. */
export function isSignature(edits: readonly Edit[]): boolean {
  return edits.length > 0 && edits.every(signsVerdict);
}

function signsVerdict(edit: Edit): boolean {
  if (edit.table !== 'claims' || !('update' in edit)) return false;
  const { before, after } = edit.update;
  return Object.keys(after).length === 1 && isSigned(before.judged, after.judged);
}

/** Whether a verdict, as an edit has it before and after, only got a name. */
export function isSigned(before: unknown, after: unknown): boolean {
  const [unsigned, signed] = [before, after].map((judged) => judgementSchema.safeParse(judged).data);
  if (!unsigned || !signed || unsigned.by !== null || signed.by === null) return false;
  return equal({ ...unsigned, by: signed.by }, signed);
}
