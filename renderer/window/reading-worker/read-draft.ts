import { listSentences } from '#shared/coverage/count-coverage.ts';
import { findQueries } from '#shared/queries/find-queries.ts';
import { readText } from '#shared/reading/read-text.ts';
import { describeSpottingLimits, spotBlocks } from '#shared/spotting/spot-spans.ts';
import type { Tagger } from '#shared/spotting/tagging/load-tagger.ts';
import type { Span } from '#shared/text/span.ts';
import { packSpans, type ReadingAnswer, type ReadingRequest, unpackSpans } from './messages.ts';

/** Blocks that are read before what was found is sent, by the length of their text in UTF-16 code units. */
const partLength = 50_000;

/** Most spotted spans and queries in one message. The window checks each of them. */
const maxItems = 400;

interface Sending {
  answer: ReadingAnswer;
  /** Memory that the message hands over. */
  transfer: ArrayBuffer[];
}

/**
 * Reads a draft part by part: its sentences first, as the window needs them for all else, then spotted spans and queries. The tagger is
 * that of its language; null where there is none.
 */
export function* readDraft(request: ReadingRequest, tagger: Tagger | null): Generator<Sending> {
  const { id, text, language, spottingLanguage, isSpotting, today } = request;
  const blocks = unpackSpans(request.blocks, text.length);
  const draft = { text, blocks, language };
  const sentences: Span[] = [];
  for (const part of cutIntoParts(blocks)) {
    const found = listSentences(draft, part);
    for (const sentence of found) sentences.push(sentence);
    const packed = packSpans(found);
    yield { answer: { id, type: 'sentences', sentences: packed }, transfer: [packed.buffer] };
  }
  const read = readText(draft, sentences);
  if (isSpotting) {
    // Words are spotted by the language that the reviewer corrected.
    const spotted =
      spottingLanguage === language ? read : readText({ ...draft, language: spottingLanguage }, sentences);
    for (const spots of gather(spotBlocks(spotted, tagger)))
      yield { answer: { id, type: 'spots', spots }, transfer: [] };
  }
  for (const queries of gather([findQueries(read, today)]))
    yield { answer: { id, type: 'queries', queries }, transfer: [] };
  const limits = isSpotting ? describeSpottingLimits(spottingLanguage) : null;
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

/** Puts the items of many lists into lists that are as long as a message may be. */
function* gather<Item>(lists: Iterable<readonly Item[]>): Generator<Item[]> {
  let items: Item[] = [];
  for (const list of lists)
    for (const item of list) {
      items.push(item);
      if (items.length < maxItems) continue;
      yield items;
      items = [];
    }
  if (items.length > 0) yield items;
}
