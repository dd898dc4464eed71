import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CarriedSpan } from '../../../shared/drafts/locate/carried-span';
import { carrySpans } from '../../../shared/drafts/locate/carry-span';
import { findSentences } from '../../../shared/text/segmenter/sentences';
import type { Span } from '../../../shared/text/span';
import { matchQuote } from './baselines';
import { createDraftText } from './draft-text';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics';

const minClaimLength = 40;

/** Of sentences that are not in the draft after as they are: how alike the most similar one is. */
const minNearlySameSimilarity = 0.9;
const minEditedSimilarity = 0.6;

const revisionSchema = z.object({ id: z.string(), before: z.string(), after: z.string() });
export type Revision = z.infer<typeof revisionSchema>;

/** One JSON object a line. */
export function readRevisions(path: string): Revision[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => revisionSchema.parse(JSON.parse(line)));
}

interface Sentence extends Span {
  words: string[];
}

export function listSentences(text: string): Sentence[] {
  const { blocks, language } = createDraftText(text);
  return blocks.flatMap((block) =>
    findSentences(text, block, language).map(({ start, end }) => ({
      ...{ start, end },
      words: splitPlainWords(text.slice(start, end)),
    })),
  );
}

function splitPlainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Twice the words in common, in order, against the words of both: 0 to 1. */
function measureSimilarity(a: readonly string[], b: readonly string[]): number {
  let row: number[] = new Array(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [index, other] of b.entries())
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return (2 * (row[b.length] ?? 0)) / Math.max(1, a.length + b.length);
}

/** A sentence that was split stands as two or three: they are looked at together as well. */
const maxSentencesTogether = 3;

function joinNeighbours(sentences: readonly Sentence[], most: number): Sentence[] {
  return sentences.flatMap((first, index) =>
    sentences.slice(index, index + most).map((last, more) => ({
      start: first.start,
      end: last.end,
      words: sentences.slice(index, index + more + 1).flatMap(({ words }) => words),
    })),
  );
}

/** The most similar sentences, or sentences that follow one another: several when nothing tells which. */
function findMostSimilar(sentence: Sentence, others: readonly Sentence[]): { likeness: number; spans: Span[] } {
  const bag = new Set(sentence.words);
  let best: { likeness: number; spans: Span[] } = { likeness: 0, spans: [] };
  for (const other of others) {
    const common = other.words.filter((word) => bag.has(word)).length;
    // No order of words is more alike than this.
    if ((2 * common) / (sentence.words.length + other.words.length) < best.likeness) continue;
    const likeness = measureSimilarity(sentence.words, other.words);
    if (likeness > best.likeness) best = { likeness, spans: [other] };
    else if (likeness === best.likeness) best.spans.push(other);
  }
  return best;
}

function findOccurrences(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

/** What two spans share, of all that they cover. */
function measureOverlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, shared) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** A group of sentences of one kind, and how many were carried as they should be. */
interface Tally {
  all: number;
  right: number;
  baselineRight: number;
}

const groups = ['same', 'nearly', 'edited', 'removed'] as const;
type Group = (typeof groups)[number];

export interface Scores extends Record<Group, Tally> {
  wrong: number;
  baselineWrong: number;
  examples: string[];
}

/** What is true of a sentence, by a comparison of its own; null when the sentence stands several times. */
function getGroundTruth(
  text: string,
  after: string,
  sentence: Sentence,
  others: readonly Sentence[],
  before: string,
) {
  const places = findOccurrences(after, text);
  const [place] = places;
  if (place !== undefined) {
    if (places.length > 1 || findOccurrences(before, text).length > 1) return null;
    return { group: 'same' as const, spans: [{ start: place, end: place + text.length }] };
  }
  const { likeness, spans } = findMostSimilar(sentence, others);
  if (likeness >= minNearlySameSimilarity) return { group: 'nearly' as const, spans };
  if (likeness >= minEditedSimilarity) return { group: 'edited' as const, spans };
  return { group: 'removed' as const, spans: [] };
}

/** What a span shares at most with one of the places that are its own. */
function getMaxOverlap(span: Span, truth: readonly Span[]): number {
  return Math.max(0, ...truth.map((place) => measureOverlap(span, place)));
}

function isRight(group: Group, span: Span | null, truth: readonly Span[], isKept: boolean): boolean {
  if (group === 'removed') return !isKept;
  if (!span) return false;
  const shared = getMaxOverlap(span, truth);
  return group === 'same' ? shared === 1 : shared >= (group === 'nearly' ? 0.8 : 0.5);
}

/** Whether words are said to be the same which are not, or at a place which is not theirs. */
function isSilentlyWrong(carried: CarriedSpan, text: string, after: string, truth: readonly Span[]): boolean {
  if (carried.status === 'ambiguous' || carried.status === 'lost') return false;
  if (carried.status === 'reworded' && carried.material) return false;
  const now = after.slice(carried.span.start, carried.span.end);
  const isOther = splitPlainWords(now).join(' ') !== splitPlainWords(text).join(' ');
  return isOther || (truth.length > 0 && getMaxOverlap(carried.span, truth) === 0);
}

/**
 * Every longer sentence of the revisions as a claim. Its true place is the most similar of so many sentences in a row at most;
 * with single ones (1), which a sentence that was split can't be, the baseline is left out.
 */
export function scoreRevisions(revisions: readonly Revision[], most = maxSentencesTogether): Scores {
  const tally = (): Tally => ({ all: 0, right: 0, baselineRight: 0 });
  const scores: Scores = {
    ...{ same: tally(), nearly: tally(), edited: tally(), removed: tally() },
    ...{ wrong: 0, baselineWrong: 0, examples: [] },
  };
  for (const { id, before, after } of revisions) {
    const others = joinNeighbours(listSentences(after), most);
    const sentences = listSentences(before).filter(({ start, end }) => end - start >= minClaimLength);
    const carried = carrySpans(
      createDraftText(before),
      createDraftText(after),
      sentences.map(({ start, end }) => ({ start, end })),
    );
    for (const [index, sentence] of sentences.entries()) {
      const answer = carried[index];
      const text = before.slice(sentence.start, sentence.end);
      const truth = getGroundTruth(text, after, sentence, others, before);
      if (!truth || !answer) continue;
      const tally = scores[truth.group];
      const isKept = answer.status === 'unchanged' || answer.status === 'moved';
      const span = 'span' in answer ? answer.span : null;
      tally.all += 1;
      const right = isRight(truth.group, span, truth.spans, isKept);
      if (right) tally.right += 1;
      else scores.examples.push(`${truth.group} ${answer.status} ${id}: ${text}`);
      if (isSilentlyWrong(answer, text, after, truth.spans)) {
        scores.wrong += 1;
        scores.examples.push(`wrong ${truth.group} ${answer.status} ${id}: ${text}`);
      }
      if (most === 1) continue;
      const theirs = matchQuote(before, after, sentence);
      if (isRight(truth.group, theirs, truth.spans, theirs !== null)) tally.baselineRight += 1;
      // It tells nothing of what changed: a place is as good as the same words to it.
      if (theirs && truth.group !== 'same') scores.baselineWrong += 1;
    }
  }
  return scores;
}

const bounds: Record<Group, [what: string, bound: number]> = {
  same: ['verbatim, stands once: at its exact place', 99.9],
  nearly: ['likeness 0.9 and up: placed, overlap 0.8', 98],
  edited: ['likeness 0.6 to 0.9: placed, overlap 0.5', 94],
  removed: ['removed: not called unchanged or moved', 100],
};

/** How the sentences of real revisions are carried. */
export function measureRealRevisions(print: Print, revisions: readonly Revision[]): void {
  const scores = scoreRevisions(revisions);
  print(`Real revisions (${revisions.length}; every sentence of ${minClaimLength} characters as a claim)`);
  for (const group of groups) {
    const { all, right, baselineRight: theirs } = scores[group];
    const [what, bound] = bounds[group];
    const percent = (part: number) => (100 * part) / Math.max(1, all);
    const beside = `${right} of ${all}; each quote by itself ${percent(theirs).toFixed(1)}%`;
    reportAtLeast(print, { what, value: percent(right), bound, digits: 1, unit: '%', beside });
  }
  const beside = `each quote by itself: ${scores.baselineWrong} that changed or went, and nothing says so`;
  reportAtMost(print, { what: 'silently wrong', value: scores.wrong, bound: 0, beside });
  const single = scoreRevisions(revisions, 1);
  print(
    `  by single sentences as the truth: ${single.nearly.right} of ${single.nearly.all} and ${single.edited.right} of ${single.edited.all} placed, ${single.wrong} silently wrong`,
  );
  if (process.env.STET_EXAMPLES) for (const example of scores.examples) print(`    ${example}`);
}
