import { readText } from '#shared/reading/read-text.ts';
import type { SpotKind, SpottedSpan } from '#shared/spotting/rules/spotted-span.ts';
import { spotSpans } from '#shared/spotting/spot-spans.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import type { Span } from '#shared/text/span.ts';

/** A draft with a block for each line that is not empty. */
export function makeDraft(text: string, language: string | null): DraftText {
  const blocks: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') blocks.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return { text, blocks, language };
}

export function findAllSentences({ text, blocks, language }: DraftText): Span[] {
  return blocks.flatMap((block) => findSentences(text, block, language));
}

export function spotText(text: string, language: string | null = 'en'): SpottedSpan[] {
  const draft = makeDraft(text, language);
  return spotSpans(readText(draft, findAllSentences(draft)));
}

/** The texts of the spans of one kind. */
export function listSpots(text: string, kind: SpotKind, language: string | null = 'en'): string[] {
  return spotText(text, language)
    .filter((spot) => spot.kind === kind)
    .map(({ span }) => text.slice(span.start, span.end));
}
