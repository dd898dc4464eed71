import { intAt } from '../../text/sequences/at';
import { joinAdjacentBlocks, type MatchBlock } from '../blocks/match-blocks';
import { addBlock, findUnmatchedParts, outOfOrder, type TokenMatching } from '../blocks/token-matching';

/**
 * Collects the blocks that are the same text for certain, in order of the draft before: sentences that are unique in each draft,
 * and the parts of unique n-grams outside of those that are at least `minLength` tokens long. The sentences are matched at
 * once, because a whole sentence is the same wherever it is; `starts` are those of the draft before.
 */
export function collectAnchors(
  matching: TokenMatching,
  starts: Int32Array,
  {
    sentences,
    ngrams,
    minLength,
  }: { sentences: readonly MatchBlock[]; ngrams: readonly MatchBlock[]; minLength: number },
): MatchBlock[] {
  for (const sentence of sentences) addBlock(matching, sentence, outOfOrder);
  const anchors = [...sentences];
  const trim = createEndTrimmer(starts, minLength);
  for (const ngram of ngrams)
    for (const part of findUnmatchedParts(matching, ngram)) {
      const block = trim(part);
      if (block.length >= minLength) anchors.push(block);
    }
  return joinAdjacentBlocks(anchors.sort((a, b) => a.before - b.before));
}

/**
 * Trims blocks, which must come in order of the draft before, at both ends: fewer than `minLength` tokens that belong to a
 * sentence of which the rest is outside the block. Such a sentence may have been reworded, and is looked for as a whole.
 */
function createEndTrimmer(starts: Int32Array, minLength: number): (block: MatchBlock) => MatchBlock {
  let first = 0;
  return ({ before, after, length }) => {
    const end = before + length;
    while (intAt(starts, first) < before) first += 1;
    let behind = first;
    while (behind < starts.length && intAt(starts, behind) <= end) behind += 1;
    const toFirstStart = intAt(starts, first) - before;
    const fromLastStart = end - intAt(starts, behind - 1);
    const head = toFirstStart < minLength ? toFirstStart : 0;
    const tail = fromLastStart < minLength ? fromLastStart : 0;
    return { before: before + head, after: after + head, length: length - head - tail };
  };
}
