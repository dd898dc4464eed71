import { placementSchema } from '../../../../shared/domain/draft/placement';
import { carryOutcomeLabels } from '../../../../shared/drafts/count-outcomes';
import { describeChanges } from '../../../../shared/text-changes/describe-changes';
import { spanSchema } from '../../../../shared/text/span';
import { type HistoryContext, quoteText } from './history-context';

/** The text of a span in quotation marks; null if the span is in another draft than the one on the screen. */
function quoteSpan(span: unknown, draftId: string | undefined, context: HistoryContext): string | null {
  const { draft } = context;
  const parsed = spanSchema.safeParse(span);
  if (!parsed.success || draftId !== draft.id) return null;
  return quoteText(draft.text.slice(parsed.data.start, parsed.data.end), context);
}

/**
 * Describes how a claim came into a new draft, or that the draft was undone. Empty for a claim that was marked in its draft.
 */
export function describeNewPlacement(
  fields: Record<string, unknown>,
  { review, maxQuoteLength }: HistoryContext,
  isUndo: boolean,
): string[] {
  const placement = placementSchema.safeParse(fields).data;
  if (!placement || placement.status === 'marked') return [];
  const number = review.drafts.get(placement.draftId)?.number;
  if (isUndo) return [number === undefined ? 'new draft' : `draft ${number}`];
  const draft = number === undefined ? 'New draft, undone since' : `Draft ${number}`;
  const changes = placement.span ? describeChanges(placement.changes, maxQuoteLength) : '';
  return [`${draft}: ${carryOutcomeLabels[placement.status]}${changes === '' ? '' : `. ${changes}`}`];
}

/** Describes a change of a claim's span. Empty when the span did not change. */
export function describePlacementChange(
  placementId: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  context: HistoryContext,
): string[] {
  if (!('span' in after)) return [];
  const { review, draft } = context;
  const draftId = review.placements.get(placementId)?.draftId;
  const number = review.drafts.get(draftId ?? '')?.number;
  const inDraft = draftId === draft.id || number === undefined ? '' : ` in draft ${number}`;
  if (after.span === null) return [`Retired${inDraft}`];
  const [from, to] = [quoteSpan(before.span, draftId, context), quoteSpan(after.span, draftId, context)];
  if (before.span === null) return [`Attached${to === null ? inDraft : ` to ${to}`}`];
  return [from === null ? `Resized${inDraft}` : `Resized from ${from} to ${to}`];
}
