import { fillByTable, fillGaps, type Gap } from './align-gaps';
import { cutAround, trimmed } from './block-windows';
import { settleBorders } from './boundary-slide';
import { heaviestChain } from './chain-anchors';
import { anchorsOf } from './extend-anchors';
import { type Run, type Window, withoutOverlap } from './match-blocks';
import { fillMoves, takeMoved } from './match-moves';
import { occurrencesIn } from './ngram-occurrences';
import { type Stretch, stretchesByWord, stretchesOf } from './scored-blocks';
import { type FindBoth, sameSentences, sentenceStarts } from './sentence-anchors';
import { likeSentences } from './similar-sentences';
import type { DraftText } from './tokens/draft-text';
import { type Tokens, tokensOf } from './tokens/tokens';
import { seedFinder } from './unique-ngrams';
import {
  elsewhere,
  emptyMatching,
  gapsBetween,
  inOrder,
  type Matching,
  runsIn,
  take,
  turned,
} from './word-matching';

/** So many words that stand once in each draft say that they are the same. */
export const groupSize = 6;

/** Words that moved and are at least so many go before all that lies between words that stayed. */
const longMove = 2 * groupSize;

/** Of words that moved, so many at least. */
const shortestMove = 4;

/** Which words of two drafts are the same, worked out once; claims, dismissals and marks are carried through it. */
export interface Alignment {
  readonly before: DraftText;
  readonly after: DraftText;
  /** Whether the texts are the same; then nothing else was worked out. */
  readonly isSame: boolean;
  readonly words: { readonly before: Tokens; readonly after: Tokens };
  /** By word of the draft before, the one of the draft after; -1 for none. */
  readonly partners: Int32Array;
  /** By word of the draft after, the one of the draft before; -1 for none. */
  readonly origins: Int32Array;
  /** In order of the draft before. */
  readonly stretches: readonly Stretch[];
  /** By word of the draft before, the index of the first stretch that ends behind it. */
  readonly stretchesByWord: Int32Array;
  /** In order of both drafts. */
  readonly gaps: readonly Gap[];
  /** Finds words in each draft. */
  readonly find: FindBoth;
}

interface Matched {
  matching: Matching;
  seeds: readonly Run[];
  gaps: readonly Gap[];
}

/** Compares two drafts word by word. Takes time nearly in line with their length. */
export function alignDrafts(before: DraftText, after: DraftText): Alignment {
  const isSame = before.text === after.text;
  const words = { before: tokensOf(isSame ? '' : before.text), after: tokensOf(isSame ? '' : after.text) };
  const find = { before: occurrencesIn(words.before), after: occurrencesIn(words.after) };
  const { matching, seeds, gaps } = matchEitherWay(words.before, words.after, find);
  const stretches = stretchesOf(matching, seeds, groupSize);
  return {
    before,
    after,
    isSame,
    words,
    partners: matching.partners,
    origins: matching.origins,
    stretches,
    stretchesByWord: stretchesByWord(stretches, words.before.count),
    gaps,
    find,
  };
}

/** The same pair of drafts is matched the same way in both directions, so that what is carried back is where it was. */
function matchEitherWay(before: Tokens, after: Tokens, find: FindBoth): Matched {
  const a = before.text;
  const b = after.text;
  if (a.length < b.length || (a.length === b.length && a <= b)) return match(before, after, find);
  const { matching, seeds, gaps } = match(after, before, { before: find.after, after: find.before });
  return {
    matching: turned(matching),
    seeds: seeds.map((run) => ({ before: run.after, after: run.before, length: run.length })),
    gaps: gaps.map((gap) => ({
      before: gap.after,
      beforeEnd: gap.afterEnd,
      after: gap.before,
      afterEnd: gap.beforeEnd,
      isSimilar: gap.isSimilar,
    })),
  };
}

function match(before: Tokens, after: Tokens, find: FindBoth): Matched {
  const matching = emptyMatching(before, after);
  const findSeeds = seedFinder(before, after, matching.taken);
  const all: Window = { before: 0, beforeEnd: before.count, after: 0, afterEnd: after.count };

  const starts = { before: sentenceStarts(before), after: sentenceStarts(after) };
  const groups = findSeeds(groupSize, all);
  const sentences = sameSentences({ before, after, find }, starts, groups);
  const anchors = anchorsOf(matching, starts.before, { sentences, groups, size: groupSize });
  const chain = heaviestChain(anchors);
  const spine = withoutOverlap(chain);
  for (const run of spine) take(matching, run, inOrder);

  const stayed = new Set(chain);
  const strays = anchors.filter((run) => !stayed.has(run));
  const isLong = (run: Run) => run.length >= longMove;
  takeMoved(matching, strays.filter(isLong), longMove);

  const like = new Set(likeSentences(matching, starts));
  const { cut, apart } = cutAround(gapsBetween(spine, all), [...like]);
  for (const pair of apart) fillByTable(matching, pair, elsewhere);
  const windows = cut.flatMap((window) => (like.has(window) ? window : (trimmed(matching, window) ?? [])));
  const gaps = fillGaps(matching, findSeeds, { windows, strays, shortest: shortestMove });
  fillMoves(matching, findSeeds, all);
  settleBorders(matching, runsIn(matching));
  return { matching, seeds: [...sentences, ...groups], gaps };
}
