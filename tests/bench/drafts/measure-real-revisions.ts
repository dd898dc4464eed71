import type { CarriedSpan } from '#main/worker/drafts/carry-span.ts';
import type { Span } from '#shared/text/span.ts';
import { carrySpans } from '#tests/unit/main/worker/drafts/carry-spans.ts';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics.ts';
import { createDraftText } from './draft-text.ts';
import {
  findMostSimilar,
  joinNeighbours,
  listSentences,
  type Revision,
  type Sentence,
  shouldPrintExamples,
  splitPlainWords,
} from './real-revisions.ts';

/** Sentences shorter than this are no claims, in UTF-16 code units. */
const minClaimLength = 40;

/** How similar a sentence must be to its most similar one in the draft after, to count as nearly the same, or as edited. */
const minNearlySameSimilarity = 0.9;
const minEditedSimilarity = 0.6;

/** A sentence may be split into up to this many sentences. */
const maxSentencesTogether = 3;

/** How many sentences of one group were carried correctly. */
interface Tally {
  all: number;
  right: number;
}

/** Groups of sentences, by what the draft after has of them. */
const groups = ['same', 'nearly', 'edited', 'removed'] as const;
type Group = (typeof groups)[number];

interface Scores extends Record<Group, Tally> {
  /** Sentences that were placed on other words without a flag. */
  wrong: number;
  /** Descriptions of all errors. */
  examples: string[];
}

interface GroundTruth {
  group: Group;
  spans: readonly Span[];
}

/** Finds where a sentence went by a comparison that is independent of ours. Null when the sentence occurs several times. */
function getGroundTruth(
  text: string,
  before: string,
  after: string,
  sentence: Sentence,
  others: readonly Sentence[],
): GroundTruth | null {
  const starts = findOccurrences(after, text);
  const [start] = starts;
  if (start !== undefined) {
    if (starts.length > 1 || findOccurrences(before, text).length > 1) return null;
    return { group: 'same', spans: [{ start, end: start + text.length }] };
  }
  const { similarity, spans } = findMostSimilar(sentence, others);
  if (similarity >= minNearlySameSimilarity) return { group: 'nearly', spans };
  if (similarity >= minEditedSimilarity) return { group: 'edited', spans };
  return { group: 'removed', spans: [] };
}

function findOccurrences(text: string, words: string): number[] {
  const starts: number[] = [];
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1))
    starts.push(start);
  return starts;
}

/** The overlap of two spans, divided by all that they cover: 0 to 1. */
function measureOverlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, shared) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** The largest overlap of a span with one of the correct spans. */
function getMaxOverlap(span: Span, correct: readonly Span[]): number {
  return Math.max(0, ...correct.map((each) => measureOverlap(span, each)));
}

function isRight({ group, spans }: GroundTruth, span: Span | null, isCalledUnchanged: boolean): boolean {
  if (group === 'removed') return !isCalledUnchanged;
  if (!span) return false;
  const overlap = getMaxOverlap(span, spans);
  return group === 'same' ? overlap === 1 : overlap >= (group === 'nearly' ? 0.8 : 0.5);
}

/** Whether a sentence is called unchanged although its words or its span are not the correct ones. */
function isWrongWithoutFlag(
  carried: CarriedSpan,
  text: string,
  after: string,
  { spans }: GroundTruth,
): boolean {
  if (carried.status === 'ambiguous' || carried.status === 'lost') return false;
  if (carried.status === 'reworded' && carried.material) return false;
  const newText = after.slice(carried.span.start, carried.span.end);
  const hasOtherWords = splitPlainWords(newText).join(' ') !== splitPlainWords(text).join(' ');
  return hasOtherWords || (spans.length > 0 && getMaxOverlap(carried.span, spans) === 0);
}

/**
 * Carries every longer sentence of the revisions as a claim, and compares the results with the ground truth: the most similar
 * sequence of up to `maxCount` sentences.
 */
function scoreRevisions(revisions: readonly Revision[], maxCount: number = maxSentencesTogether): Scores {
  const createTally = (): Tally => ({ all: 0, right: 0 });
  const scores: Scores = {
    same: createTally(),
    nearly: createTally(),
    edited: createTally(),
    removed: createTally(),
    wrong: 0,
    examples: [],
  };
  for (const { id, before, after } of revisions) {
    const others = joinNeighbours(listSentences(after), maxCount);
    const sentences = listSentences(before).filter(({ start, end }) => end - start >= minClaimLength);
    const spans = sentences.map(({ start, end }) => ({ start, end }));
    const carriedSpans = carrySpans(createDraftText(before), createDraftText(after), spans);
    for (const [index, sentence] of sentences.entries()) {
      const carried = carriedSpans[index];
      const text = before.slice(sentence.start, sentence.end);
      const truth = getGroundTruth(text, before, after, sentence, others);
      if (!truth || !carried) continue;
      const tally = scores[truth.group];
      tally.all += 1;
      const isCalledUnchanged = carried.status === 'unchanged' || carried.status === 'moved';
      if (isRight(truth, 'span' in carried ? carried.span : null, isCalledUnchanged)) tally.right += 1;
      else scores.examples.push(`${truth.group} ${carried.status} ${id}: ${text}`);
      if (isWrongWithoutFlag(carried, text, after, truth)) {
        scores.wrong += 1;
        scores.examples.push(`wrong ${truth.group} ${carried.status} ${id}: ${text}`);
      }
    }
  }
  return scores;
}

const bounds: Record<Group, { what: string; bound: number }> = {
  same: { what: 'verbatim, occurs once: exact span', bound: 99.9 },
  nearly: { what: 'similarity 0.9 and up: overlap 0.8', bound: 98 },
  edited: { what: 'similarity 0.6 to 0.9: overlap 0.5', bound: 94 },
  removed: { what: 'removed: not called unchanged or moved', bound: 100 },
};

/** Measures how the sentences of real revisions are carried. */
export function measureRealRevisions(print: Print, revisions: readonly Revision[]): void {
  const scores = scoreRevisions(revisions);
  print(`Real revisions (${revisions.length}; every sentence of ${minClaimLength} characters as a claim)`);
  for (const group of groups) {
    const { all, right } = scores[group];
    const value = (100 * right) / Math.max(1, all);
    reportAtLeast(print, { ...bounds[group], value, digits: 1, unit: '%', beside: `${right} of ${all}` });
  }
  reportAtMost(print, { what: 'wrong without a flag', value: scores.wrong, bound: 0 });
  const { nearly, edited, wrong } = scoreRevisions(revisions, 1);
  print(
    `  with single sentences as the ground truth: ${nearly.right} of ${nearly.all} and ${edited.right} of ${edited.all} placed, ${wrong} wrong without a flag`,
  );
  if (shouldPrintExamples) for (const example of scores.examples) print(`    ${example}`);
}
