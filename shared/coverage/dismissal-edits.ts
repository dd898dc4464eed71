import { findReferrers, type Review } from '../domain/review/review.ts';
import {
  createStep,
  type EditContext,
  makeCopyEdit,
  makeCreateEdit,
  makeDeleteEdit,
  makeUpdateEdit,
  type Step,
} from '../domain/review/step.ts';
import type { Entities } from '../domain/review/tables.ts';
import { cleanSelection } from '../text/selection/clean-selection.ts';
import { compareSpans, type Span } from '../text/span.ts';
import { createSpanSweep, joinSpans, sortSpans } from './assess-coverage.ts';
import { isReadable } from './count-coverage.ts';

/** A draft whose words are dismissed or reopened. */
interface DismissedDraft {
  id: string;
  text: string;
}

/** The dismissals of a draft, in no particular order. */
export function listDismissals(review: Review, draftId: string): Entities['dismissals'][] {
  return findReferrers(review, `drafts/${draftId}`, 'dismissals');
}

/**
 * Dismisses each span, in UTF-16 offsets, by a dismissal of its own, so that one that changes in the next draft takes no other
 * along. A dismissal within it gives way, and one that holds it suffices: null when all are dismissed already.
 */
export function dismissSpans(
  review: Review,
  draft: DismissedDraft,
  spans: readonly Span[],
  context: EditContext,
): Step | null {
  const dismissals = listDismissals(review, draft.id);
  const dismissed = createSpanSweep(joinSpans(draft.text, getSpans(dismissals)));
  const added: Span[] = [];
  let addedUpTo = 0;
  for (const { start, end } of sortSpans(spans)) {
    if (end <= addedUpTo || dismissed.contains({ start, end })) continue;
    added.push({ start, end });
    addedUpTo = end;
  }
  const replacing = createSpanSweep(added);
  const replaced = dismissals
    .toSorted((a, b) => compareSpans(a.span, b.span))
    .filter(({ span }) => replacing.contains(span));
  return createStep('dismissal.add', [
    ...replaced.map((dismissal) => makeDeleteEdit('dismissals', dismissal)),
    ...added.map((span) =>
      makeCreateEdit('dismissals', {
        id: context.newId(),
        draftId: draft.id,
        span,
        by: context.by,
        at: context.at,
      }),
    ),
  ]);
}

/**
 * Takes the spans, in UTF-16 offsets, out of the dismissals of the draft. The rest of one keeps who dismissed it and when;
 * null when none of the spans was dismissed.
 */
export function reopenSpans(
  review: Review,
  draft: DismissedDraft,
  spans: readonly Span[],
  context: Pick<EditContext, 'newId'>,
): Step | null {
  const reopened = joinSpans(draft.text, spans);
  const touched = listDismissals(review, draft.id).filter(({ span }) =>
    reopened.some(({ start, end }) => start < span.end && end > span.start),
  );
  return createStep(
    'dismissal.remove',
    touched.flatMap((dismissal) => {
      const [first, ...others] = subtractSpans(draft.text, dismissal.span, reopened);
      if (!first) return [makeDeleteEdit('dismissals', dismissal)];
      return [
        makeUpdateEdit('dismissals', dismissal, { span: first }),
        ...others.map((span) => makeCopyEdit('dismissals', { ...dismissal, id: context.newId(), span })),
      ];
    }),
  );
}

function getSpans(dismissals: readonly { span: Span }[]): Span[] {
  return dismissals.map(({ span }) => span);
}

/** The readable parts of a span outside of others, which are in order and don't overlap. */
function subtractSpans(text: string, span: Span, others: readonly Span[]): Span[] {
  const inside = others.filter(({ start, end }) => start < span.end && end > span.start);
  const starts = [span.start, ...inside.map(({ end }) => end)];
  const ends = [...inside.map(({ start }) => start), span.end];
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? start;
    const part = start < end ? cleanSelection(text, start, end) : null;
    return part && isReadable(text, part) ? [part] : [];
  });
}
