import type { CoverageCounts } from '../domain/review/progress.ts';
import { readText } from '../reading/read-text.ts';
import { spotSpans } from '../spotting/spot-spans.ts';
import { loadTagger } from '../spotting/tagging/load-tagger.ts';
import type { DraftText } from '../text/draft-text.ts';
import { findSentences } from '../text/segmenter/sentences.ts';
import type { Span } from '../text/span.ts';
import { assessCoverage } from './assess-coverage.ts';

const letterOrNumber = /[\p{L}\p{N}]/u;

/** Whether a part of the text, in UTF-16 offsets, has anything that can be checked. A line of asterisks has not. */
export function isReadable(text: string, { start, end }: Span): boolean {
  return letterOrNumber.test(text.slice(start, end));
}

/** The sentences of some blocks that can be checked, in order, in UTF-16 offsets. Headings, captions, notes and cells have theirs. */
export function listSentences(
  { text, language }: Pick<DraftText, 'text' | 'language'>,
  blocks: readonly Span[],
  find: typeof findSentences = findSentences,
): Span[] {
  return blocks.flatMap((block) =>
    isReadable(text, block)
      ? find(text, block, language).filter((sentence) => isReadable(text, sentence))
      : [],
  );
}

/** A draft whose sentences are counted. Plain data, so that it can be sent to a worker. All spans are UTF-16 offsets into its text. */
export interface CoverageJob {
  draft: DraftText;
  /** The language by which words are spotted, as the reviewer corrected it: a BCP 47 tag, or null where it isn't known. */
  spottingLanguage: string | null;
  claims: readonly Span[];
  dismissals: readonly Span[];
  isSpotting: boolean;
}

/** Counts the sentences of a draft by their state, as the window does. Rejects where the tagger can't be loaded. */
export async function countCoverage({
  draft,
  spottingLanguage,
  claims,
  dismissals,
  isSpotting,
}: CoverageJob): Promise<CoverageCounts> {
  const sentences = listSentences(draft, draft.blocks);
  const spotted = { ...draft, language: spottingLanguage };
  const spots = isSpotting ? spotSpans(readText(spotted, sentences), await loadTagger(spottingLanguage)) : [];
  return assessCoverage({ text: draft.text, sentences, spots, claims, dismissals }).counts;
}
