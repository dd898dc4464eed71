import type { Draft } from '../../../../shared/domain/draft';
import { placementSchema } from '../../../../shared/domain/placement';
import type { Review } from '../../../../shared/domain/review/review';
import { isolate } from '../../../../shared/text/format/isolate';
import { shorten } from '../../../../shared/text/format/shorten';
import { spanSchema } from '../../../../shared/text/span';
import { changesInWords } from '../../../../shared/text-changes/describe-changes';

/** What a line of the history is told with. */
export interface Known {
  review: Review;
  draft: Draft;
  /** UTF-16 units of each text that is quoted. */
  longest: number;
}

/** The words of a span, where it is one of the draft on the screen; the texts of others are not at hand. */
function wordsAt(span: unknown, draftId: string | undefined, { draft, longest }: Known): string | null {
  const parsed = spanSchema.safeParse(span);
  if (!parsed.success || draftId !== draft.id) return null;
  const words = draft.text.slice(parsed.data.start, parsed.data.end);
  return `“${isolate(shorten(words, longest))}”`;
}

/** How a claim came into a draft; nothing of one that was marked in it. */
export function arrival(fields: Record<string, unknown>, { review, longest }: Known): string[] {
  const placement = placementSchema.safeParse(fields).data;
  if (!placement || placement.status === 'marked') return [];
  const number = review.drafts.get(placement.draftId)?.number;
  const draft = number === undefined ? 'A draft that was taken back' : `Draft ${number}`;
  const changes = placement.span ? changesInWords(placement.changes, longest) : '';
  return [`${draft}: ${placement.status}${changes === '' ? '' : `. ${changes}`}`];
}

/** Where a claim was put, from where; nothing when its place stayed. */
export function placed(
  id: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  known: Known,
): string[] {
  if (!('span' in after)) return [];
  const draftId = known.review.placements.get(id)?.draftId;
  const number = known.review.drafts.get(draftId ?? '')?.number;
  const inDraft = draftId === known.draft.id || number === undefined ? '' : ` in draft ${number}`;
  if (after.span === null) return [`Let go${inDraft}`];
  const [from, to] = [wordsAt(before.span, draftId, known), wordsAt(after.span, draftId, known)];
  if (before.span === null) return [`Attached${to === null ? inDraft : ` to ${to}`}`];
  return [from === null ? `Resized${inDraft}` : `Resized from ${from} to ${to}`];
}
