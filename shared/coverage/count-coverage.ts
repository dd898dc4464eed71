import { spotSpans } from '../spotting/spot-spans';
import { loadTagger } from '../spotting/tagging/load-tagger';
import type { DraftText } from '../text/draft-text';
import type { Span } from '../text/span';
import { assessCoverage, type CoverageCounts } from './assess-coverage';
import { listSentences } from './list-sentences';

/** A draft whose sentences are counted. Plain data, so that it can be sent to a thread. All spans are UTF-16 offsets into its text. */
export interface CoverageJob {
  draft: DraftText;
  claims: readonly Span[];
  dismissals: readonly Span[];
  isSpotting: boolean;
}

/** Counts the sentences of a draft by their state, as the window does. Rejects where the tagger can't be loaded. */
export async function countCoverage({
  draft,
  claims,
  dismissals,
  isSpotting,
}: CoverageJob): Promise<CoverageCounts> {
  const sentences = listSentences(draft, draft.blocks);
  const spots = isSpotting ? spotSpans(draft, sentences, await loadTagger(draft.language)) : [];
  return assessCoverage({ text: draft.text, sentences, spots, claims, dismissals }).counts;
}
