import { alignDrafts } from '#main/worker/alignment/align-drafts.ts';
import { type CarriedSpan, carrySpan } from '#main/worker/drafts/carry-span.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import type { Span } from '#shared/text/span.ts';

/** Carries spans of the draft before (UTF-16 offsets) to the draft after. The results are in the order of the spans. */
export function carrySpans(before: DraftText, after: DraftText, spans: readonly Span[]): CarriedSpan[] {
  const alignment = alignDrafts(before, after);
  return spans.map((span) => carrySpan(alignment, span));
}
