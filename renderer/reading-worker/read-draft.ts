import { listSentences } from '../../shared/coverage/list-sentences';
import { findQueries } from '../../shared/queries/find-queries';
import { spotSpans } from '../../shared/spotting/spot-spans';
import { describeSpottingLimits } from '../../shared/spotting/spotting-limits';
import type { Span } from '../../shared/text/span';
import { packSpans, type ReadingAnswer, type ReadingRequest, unpackSpans } from './messages';

/** Blocks that are read before what was found is sent, by the length of their text in UTF-16 code units. */
const partLength = 50_000;

/** Most spotted spans and queries in one message. The window checks each of them. */
const maxItems = 400;

interface Sending {
  answer: ReadingAnswer;
  /** Memory that the message hands over. */
  transfer: ArrayBuffer[];
}

/** Reads a draft part by part: its sentences first, as the window needs them for all else, then spotted spans and queries. */
export function* readDraft(request: ReadingRequest): Generator<Sending> {
  const { id, text, language, isSpotting, today } = request;
  const blocks = unpackSpans(request.blocks, text.length);
  const draft = { text, blocks, language };
  const parts: Span[][] = [];
  for (const part of cutIntoParts(blocks)) {
    const sentences = listSentences(draft, part);
    parts.push(sentences);
    const packed = packSpans(sentences);
    yield { answer: { id, type: 'sentences', sentences: packed }, transfer: [packed.buffer] };
  }
  if (isSpotting)
    for (const sentences of parts)
      for (const spots of cutByCount(spotSpans(draft, sentences)))
        yield { answer: { id, type: 'spots', spots }, transfer: [] };
  for (const queries of cutByCount(findQueries(draft, parts.flat(), today)))
    yield { answer: { id, type: 'queries', queries }, transfer: [] };
  const limits = isSpotting ? describeSpottingLimits(language) : null;
  yield { answer: { id, type: 'complete', limits }, transfer: [] };
}

function* cutIntoParts(blocks: readonly Span[]): Generator<Span[]> {
  let part: Span[] = [];
  for (const block of blocks) {
    part.push(block);
    if (block.end - (part[0]?.start ?? 0) < partLength) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

function* cutByCount<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += maxItems) yield items.slice(start, start + maxItems);
}
