import type { CarriedSpan } from '#main/worker/drafts/carry-span.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';
import { carrySpans } from '#tests/unit/main/worker/drafts/carry-spans.ts';
import { createRandom, type Random, readSeed } from '../support/random.ts';
import { median, type Print, reportAtLeast, reportAtMost } from '../support/report-metrics.ts';
import { matchQuote } from './baselines.ts';
import { createDraftText } from './draft-text.ts';

interface Word {
  text: string;
  /** The index of the word in the draft before; -1 for a new word. */
  origin: number;
}

type Sentence = Word[];
type Paragraph = Sentence[];

interface GeneratedDraft {
  draft: DraftText;
  /** The spans of the words, without the full stop at the end of a sentence. */
  words: (Span & { origin: number })[];
}

/** Two drafts, for which it is known which word became which. */
interface GeneratedRevision {
  before: GeneratedDraft;
  after: GeneratedDraft;
}

/** The size of the draft before, and the rates of edits, 0 to 1. */
interface RevisionRates {
  words: number;
  /** Words that are replaced. */
  replaced: number;
  /** Paragraphs that are moved. */
  moved: number;
  /** Sentences that are deleted, inserted after another one, or repetitions of an earlier one. */
  deleted: number;
  inserted: number;
  repeated: number;
}

/** The indexes of the first word of a claim and of the word behind its last one. */
interface WordRange {
  start: number;
  end: number;
}

const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo qua stre plin dorf kel mar nor tis'.split(' ');
const vocabularySize = 6_000;

/** Creates a function that draws words as natural texts use them: a few words are frequent, and most are rare. */
function createVocabulary(random: Random): () => string {
  const words = Array.from({ length: vocabularySize }, () =>
    Array.from({ length: 1 + random.below(4) }, () => syllables[random.below(syllables.length)]).join(''),
  );
  return () => words[Math.floor(vocabularySize ** random.next()) - 1] ?? 'ba';
}

function generateSentence(drawWord: () => string, random: Random): Sentence {
  return Array.from({ length: 5 + random.below(20) }, () => ({
    text: random.next() < 0.05 ? String(1 + random.below(3_000)) : drawWord(),
    origin: -1,
  }));
}

function copySentence(sentence: Sentence): Sentence {
  return sentence.map((word) => ({ ...word }));
}

/** Generates a draft and its revision. */
function generateRevision(random: Random, rates: RevisionRates): GeneratedRevision {
  const drawWord = createVocabulary(random);
  const paragraphs: Paragraph[] = [];
  const used: Sentence[] = [];
  let wordCount = 0;
  while (wordCount < rates.words) {
    const paragraph = Array.from({ length: 1 + random.below(6) }, () => {
      const isRepeated = used.length > 0 && random.next() < rates.repeated;
      const sentence = isRepeated
        ? copySentence(used[random.below(used.length)] ?? [])
        : generateSentence(drawWord, random);
      used.push(sentence);
      for (const word of sentence) {
        word.origin = wordCount;
        wordCount += 1;
      }
      return sentence;
    });
    paragraphs.push(paragraph);
  }
  return { before: layOut(paragraphs), after: layOut(revise(paragraphs, drawWord, random, rates)) };
}

function revise(
  paragraphs: Paragraph[],
  drawWord: () => string,
  random: Random,
  rates: RevisionRates,
): Paragraph[] {
  const insertSentence = () => (random.next() < rates.inserted ? [generateSentence(drawWord, random)] : []);
  const replaceWord = ({ text, origin }: Word): Word => {
    if (random.next() >= rates.replaced) return { text, origin };
    const other = drawWord();
    return other === text ? { text, origin } : { text: other, origin: -1 };
  };
  const revised = paragraphs
    .map((paragraph) =>
      paragraph.flatMap((sentence) => [
        ...(random.next() < rates.deleted ? [] : [sentence.map(replaceWord)]),
        ...insertSentence(),
      ]),
    )
    .filter((paragraph) => paragraph.length > 0);
  for (let index = 0; index < revised.length; index += 1) {
    if (random.next() >= rates.moved) continue;
    const [paragraph] = revised.splice(index, 1);
    if (paragraph) revised.splice(random.below(revised.length + 1), 0, paragraph);
  }
  return revised;
}

function layOut(paragraphs: Paragraph[]): GeneratedDraft {
  const words: GeneratedDraft['words'] = [];
  let length = 0;
  const texts = paragraphs.map((paragraph) => {
    const text = paragraph
      .map((sentence) => {
        const parts = sentence.map(({ text, origin }, index) => {
          const word = index === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
          words.push({ start: length, end: length + word.length, origin });
          length += word.length + 1;
          return word;
        });
        length += 1;
        return `${parts.join(' ')}.`;
      })
      .join(' ');
    length += 1;
    return text;
  });
  return { draft: createDraftText(texts.join('\n\n')), words };
}

/** Generates claims on the words of one or two sentences. */
function generateClaims(random: Random, { words }: GeneratedDraft, count: number): WordRange[] {
  return Array.from({ length: count }, () => {
    const length = 2 + random.below(18);
    const start = random.below(Math.max(1, words.length - length));
    return { start, end: Math.min(words.length, start + length) };
  });
}

function getWordSpan({ words }: GeneratedDraft, { start, end }: WordRange): Span {
  return { start: words[start]?.start ?? 0, end: words[end - 1]?.end ?? 1 };
}

interface Size {
  words: number;
  claims: number;
  /** How many claims the baseline matches. The time for all claims is extrapolated. */
  sampleSize: number;
  rounds: number;
  /** How many times faster than the baseline carrying must be. */
  minSpeedup: number;
}

const small: Size = {
  words: 5_000,
  claims: 100,
  sampleSize: 100,
  rounds: 1,
  minSpeedup: 4,
};
const large: Size = {
  words: 500_000,
  claims: 10_000,
  sampleSize: 200,
  rounds: 5,
  minSpeedup: 400,
};

function timeTask<Result>(task: () => Result): { durationMs: number; result: Result } {
  const start = performance.now();
  const result = task();
  return { durationMs: performance.now() - start, result };
}

/** Generates drafts and claims. The origins of words are dropped, because they would slow down the garbage collector. */
function createCase({ words, claims }: Size) {
  const random = createRandom(words);
  const revision = generateRevision(random, {
    words,
    replaced: 0.05,
    moved: 0.02,
    deleted: 0.02,
    inserted: 0.02,
    repeated: 0.01,
  });
  const spans = generateClaims(random, revision.before, claims).map((claim) =>
    getWordSpan(revision.before, claim),
  );
  return { before: revision.before.draft, after: revision.after.draft, spans };
}

function measureSpeed(print: Print, size: Size, condition: string): void {
  const { before, after, spans } = createCase(size);
  const carryTimes: number[] = [];
  const matchTimes: number[] = [];
  const samplePerRound = Math.ceil(size.sampleSize / size.rounds);
  for (let round = 0; round < size.rounds; round += 1) {
    carryTimes.push(timeTask(() => carrySpans(before, after, spans)).durationMs);
    const sample = spans.slice(round * samplePerRound, (round + 1) * samplePerRound);
    const { durationMs } = timeTask(() => sample.map((span) => matchQuote(before.text, after.text, span)));
    matchTimes.push((durationMs / sample.length) * size.claims);
  }
  const carryMs = median(carryTimes);
  const matchMs = matchTimes.reduce((sum, time) => sum + time, 0) / matchTimes.length;
  reportAtLeast(print, {
    what: `${size.claims} claims in ${size.words} words, ${condition}`,
    value: matchMs / carryMs,
    bound: size.minSpeedup,
    unit: ' x',
    beside: `${carryMs.toFixed(carryMs < 100 ? 1 : 0)} ms; quotes matched separately ${matchMs.toFixed(0)} ms (by ${size.sampleSize} of them)`,
  });
}

/** Measures the first run in a process, as a reviewer experiences it. It must run before everything else. */
export function measureColdSpeed(print: Print): void {
  print('Speed, compared with matching each quote separately (times as fast)');
  measureSpeed(print, small, 'first in the process');
}

/** Measures a short and a long draft: the median of several rounds. */
export function measureWarmSpeed(print: Print): void {
  measureSpeed(print, { ...small, rounds: 5 }, 'warm, median of 5');
  measureSpeed(print, large, 'median of 5');
}

const claimCount = 200_000;
const claimsPerRevision = 4_000;
const maxPrintedErrors = 3;

/** The span of a claim's words in the draft after; null when they are not all there in a row any more. */
function getTrueSpan(wordMap: Int32Array, after: GeneratedDraft, { start, end }: WordRange): Span | null {
  const first = wordMap[start] ?? -1;
  if (first === -1) return null;
  for (let word = start; word < end; word += 1) if (wordMap[word] !== first + word - start) return null;
  return getWordSpan(after, { start: first, end: first + end - start });
}

/** Maps the index of each word of the draft before to its index in the draft after; -1 when it is removed. */
function mapWords({ before, after }: GeneratedRevision): Int32Array {
  const wordMap = new Int32Array(before.words.length).fill(-1);
  for (const [index, { origin }] of after.words.entries()) if (origin !== -1) wordMap[origin] = index;
  return wordMap;
}

/**
 * Whether a claim was placed on other words: `unflagged` when nothing shows it, `flagged` when the claim needs a recheck anyway,
 * because the sentence around it has changed.
 */
function classifyError(carried: CarriedSpan, truth: Span | null): 'unflagged' | 'flagged' | null {
  if (carried.status === 'ambiguous' || carried.status === 'lost') return null;
  if (carried.status === 'reworded' && carried.material) return null;
  if (truth && isSameSpan(carried.span, truth)) return null;
  return carried.contextChanges.some(({ material }) => material) ? 'flagged' : 'unflagged';
}

function drawRates(random: Random): RevisionRates {
  return {
    words: 20_000,
    replaced: 0.02 + 0.08 * random.next(),
    moved: 0.1 * random.next(),
    deleted: 0.1 * random.next(),
    inserted: 0.1 * random.next(),
    repeated: 0.1 * random.next(),
  };
}

const createCounts = () => ({
  claims: 0,
  unflagged: 0,
  flagged: 0,
  unchanged: 0,
  placed: 0,
  ambiguous: 0,
  lost: 0,
});

type Counts = ReturnType<typeof createCounts>;

/** Measures how claims are carried in generated revisions of all kinds. */
export function measureGeneratedRevisions(print: Print): void {
  const seed = readSeed();
  const random = createRandom(seed);
  print(`Generated revisions (seed ${seed}; set STET_SEED to repeat)`);
  const counts = createCounts();
  while (counts.claims < claimCount) measureRevision(print, random, counts);
  reportCounts(print, counts);
}

function measureRevision(print: Print, random: Random, counts: Counts): void {
  const revision = generateRevision(random, drawRates(random));
  const { before, after } = revision;
  const claims = generateClaims(random, before, claimsPerRevision);
  const spans = claims.map((claim) => getWordSpan(before, claim));
  const wordMap = mapWords(revision);
  const carriedSpans = carrySpans(before.draft, after.draft, spans);
  for (const [index, carried] of carriedSpans.entries()) {
    const truth = getTrueSpan(wordMap, after, claims[index] ?? { start: 0, end: 1 });
    counts.claims += 1;
    const error = classifyError(carried, truth);
    if (error) counts[error] += 1;
    if (error === 'unflagged' && counts.unflagged <= maxPrintedErrors)
      print(`    wrong: ${JSON.stringify({ claim: spans[index], truth, carried })}`);
    if (carried.status === 'ambiguous' || carried.status === 'lost') counts[carried.status] += 1;
    if (!truth) continue;
    counts.unchanged += 1;
    if ('span' in carried && isSameSpan(carried.span, truth)) counts.placed += 1;
  }
}

function reportCounts(print: Print, counts: Counts): void {
  const { claims } = counts;
  const toPercent = (part: number, whole: number) => (100 * part) / Math.max(1, whole);
  reportAtMost(print, {
    what: `wrong without a flag, of ${claims}`,
    value: counts.unflagged,
    bound: 0,
    beside: `${counts.flagged} wrong, but flagged for recheck`,
  });
  reportAtLeast(print, {
    what: 'unchanged words: placed',
    value: toPercent(counts.placed, counts.unchanged),
    bound: 97.5,
    digits: 2,
    unit: '%',
    beside: `of all ${toPercent(counts.ambiguous, claims).toFixed(2)}% ambiguous, ${toPercent(counts.lost, claims).toFixed(2)}% lost`,
  });
}
