// STAND-IN until spotting is merged: finds digits only, and nothing else that is worth checking.
import type { DraftText } from '../text/draft-text';
import type { Span } from '../text/span';
import type { SpottedSpan } from './spotted-span';

export function spotSpans({ text }: DraftText, sentences: readonly Span[]): SpottedSpan[] {
  return sentences.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\d[\d.,]*\d|\d/gu)].map((match) => ({
      span: { start: start + match.index, end: start + match.index + match[0].length },
      kind: 'figure' as const,
      reason: 'A figure',
      worth: 0.5,
      claimant: null,
    })),
  );
}

export function describeSpottingLimits(_language: string | null): string | null {
  return null;
}
