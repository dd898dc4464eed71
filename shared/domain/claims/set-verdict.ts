import equal from 'fast-deep-equal';
import type { DraftText } from '#shared/text/draft-text.ts';
import type { Span } from '#shared/text/span.ts';
import { type Claim, type Judgement, judgementSchema } from '../base/claim.ts';
import { stancesByVerdict } from '../base/evidence.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Edit } from '../review/change.ts';
import { findPlacement } from '../review/placed-claims.ts';
import { findReferrers, type Review } from '../review/review.ts';
import { createStep, type EditContext, makeUpdateEdit, type Step } from '../review/step.ts';
import { getClaimWording, getJudgedWording, isCorrectedSinceJudged } from './changes-since-judged.ts';
import { findUnreliableSourceIds } from './recheck.ts';

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

/** The draft in which a verdict is set. */
export type JudgedDraft = DraftText & { id: string; number: number };

/**
 * The judgement that is stored with a verdict on the words at `span`; null for `unchecked`, which judges nothing.
 * `unreliableIds` are the unreliable sources of the claim, which the reviewer accepts by setting the verdict.
 */
export function createJudgement(
  draft: JudgedDraft,
  span: Span,
  verdict: Verdict,
  context: EditContext,
  unreliableIds: readonly string[] = [],
): Judgement | null {
  if (verdict === 'unchecked') return null;
  const { by, at } = context;
  const judged = { verdict, ...getClaimWording(draft, span), draftId: draft.id, by, at };
  return unreliableIds.length === 0 ? judged : { ...judged, despite: [...unreliableIds] };
}

/** The edits that let the stances of a claim's evidence follow its next verdict. Those that somebody chose stay as they are. */
function makeStanceEdits(review: Review, claimId: string, verdict: Verdict): (Edit | null)[] {
  return findReferrers(review, `claims/${claimId}`, 'evidence')
    .filter(({ stanceChosen }) => !stanceChosen)
    .map((evidence) => makeUpdateEdit('evidence', evidence, { stance: stancesByVerdict[verdict] }));
}

/**
 * Sets the verdict on the current text of the claim, and resolves its placement if it needed review in a new draft. The stance of
 * evidence follows where nobody chose it.
 * Setting the same verdict again confirms it if the text or its sentence differs from what was judged, was corrected
 * since, or a source has become unreliable. Null when nothing would change.
 */
export function setVerdict(
  review: Review,
  draft: JudgedDraft,
  claim: Claim,
  verdict: Verdict,
  context: EditContext,
): Step | null {
  const placement = findPlacement(review, claim.id, draft.id);
  const span = placement?.span;
  if (!placement || !span) return null;
  const judged = createJudgement(draft, span, verdict, context, findUnreliableSourceIds(review, claim.id));
  const { judged: before } = claim;
  const isSame =
    claim.verdict === verdict &&
    !isCorrectedSinceJudged(review, claim, draft.number) &&
    before?.words === judged?.words &&
    (before && getJudgedWording(review, claim.id, before))?.comparedSentence === judged?.sentence &&
    equal(before?.despite, judged?.despite);
  return createStep('claim.verdict', [
    isSame ? null : makeUpdateEdit('claims', claim, { verdict, judged }),
    makeUpdateEdit('placements', placement, { resolved: true }),
    ...makeStanceEdits(review, claim.id, verdict),
  ]);
}
