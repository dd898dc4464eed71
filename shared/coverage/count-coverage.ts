import type { CoverageCounts } from '../domain/review/coverage-counts';
import { readText } from '../reading/read-text';
import { spotSpans } from '../spotting/spot-spans';
import { loadTagger } from '../spotting/tagging/load-tagger';
import type { DraftText } from '../text/draft-text';
import type { Span } from '../text/span';
import { assessCoverage } from './assess-coverage';
import { listSentences } from './list-sentences';

/** A draft whose sentences are counted. Plain data, so that it can be sent to a thread. All spans are UTF-16 offsets into its text. */
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
