import { type Draft, findPlace } from '../../domain/draft/draft';
import { at } from '../../text/sequences/at';
import { findFirstIndex } from '../../text/sequences/find-first-index';
import type { Span } from '../../text/span';
import type { ShownDraft } from '../origin/report-text';
import { sliceShown } from './left-out-notes';
import type { Passage } from './report-model';

/** Creates the passage of a span. `shown` is the draft as the report shows it. */
export function createPassage(draft: Draft, shown: ShownDraft, { start, end }: Span): Passage {
  const { blocks } = draft;
  return {
    span: { start, end },
    words: sliceShown(draft, shown, { start, end }),
    place: findPlace(blocks, start),
    paragraph: 1 + findFirstIndex(blocks.length, (index) => at(blocks, index).end > start),
  };
}
